import { SCAN_SECONDS } from '#tour/access/state.ts';
import { CaptionSettings } from '../captions/CaptionSettings.tsx';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { PanelButton } from '../controls/Controls.tsx';
import { Slider } from '../form/Slider.tsx';
import { Switch } from '../form/Switch.tsx';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import { TakenAway } from '../TakenAway.tsx';
import { Statement } from './Statement.tsx';

/** Captions, one switch, the second screen, and what the exhibition offers to everyone. */
export function AccessPanel() {
  const t = useTexts();
  const { locale } = useUi();
  const { access } = useCommands();
  const { scans, scanSeconds } = useTour((state) => state.access);
  const seconds = new Intl.NumberFormat(locale.tag, { style: 'unit', unit: 'second', unitDisplay: 'long' });
  return (
    <PanelFrame title={t('access.heading')} className="panel--about">
      <h3 className="about__part">{t('captions.label')}</h3>
      <CaptionSettings />
      <PanelButton kind="transcript" />
      <h3 className="about__part">{t('scan.heading')}</h3>
      <p className="small">{t('scan.text')}</p>
      <Switch label={t('scan.on')} isOn={scans} onChange={(next) => access.set({ scans: next })} />
      <Slider
        label={t('scan.seconds')}
        {...SCAN_SECONDS}
        value={scanSeconds}
        valueText={seconds.format(scanSeconds)}
        onChange={(next) => access.set({ scanSeconds: next })}
      />
      <TakenAway>
        <h3 className="about__part">{t('screen.heading')}</h3>
        <p className="small">{t('screen.text')}</p>
        <p>
          <a className="link word" href="app/labels.html" target="grotto-labels">
            {t('screen.open')}
          </a>
        </p>
      </TakenAway>
      <Statement />
    </PanelFrame>
  );
}
