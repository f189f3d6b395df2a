import { useMemo } from 'react';
import { findNode } from '#tour/selectors/findNode.ts';
import { listHere } from '#tour/sound/listHere.ts';
import { MOST_LOUDNESS, type SoundSettings } from '#tour/sound/state.ts';
import { CaptionSettings } from '../captions/CaptionSettings.tsx';
import { useCommands, useTexts, useTour } from '../context.ts';
import { Slider } from '../form/Slider.tsx';
import { Switch } from '../form/Switch.tsx';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import { Text } from '../Text.tsx';
import '../form/form.css';
import './sound.css';

/** How loud, in which ear, what is heard here; and how words are written along. */
export function SoundPanel() {
  const t = useTexts();
  const { sound } = useCommands();
  const { isOn, isMono, hasConcert, teller } = useTour((state) => state.sound);
  return (
    <PanelFrame title={t('sound.heading')} className="panel--sound">
      <Switch label={t('sound.isOn')} isOn={isOn === true} onChange={(on) => sound.set({ isOn: on })} />
      <Loudness setting="master" />
      <Loudness setting="voice" />
      <Loudness setting="ambience" />
      <Switch label={t('sound.mono')} isOn={isMono} onChange={(on) => sound.set({ isMono: on })} />
      <Switch label={t('sound.concert')} isOn={hasConcert} onChange={(on) => sound.set({ hasConcert: on })} />
      {teller === 'device' && <SyntheticVoice />}
      <h3 className="about__part">{t('captions.label')}</h3>
      <CaptionSettings />
      <Here />
    </PanelFrame>
  );
}

/** Must stand wherever a voice of the device is heard. */
export function SyntheticVoice() {
  const t = useTexts();
  return <p className="figure__made">{t('sound.synthetic')}</p>;
}

function Loudness({ setting }: { readonly setting: keyof Pick<SoundSettings, 'master' | 'voice' | 'ambience'> }) {
  const t = useTexts();
  const { sound } = useCommands();
  const step = useTour((state) => state.sound[setting]);
  return (
    <Slider
      label={t(`sound.${setting}`)}
      value={step}
      min={0}
      max={MOST_LOUDNESS}
      step={1}
      valueText={step === 0 ? t('sound.silent') : t('sound.step', { step })}
      onChange={(value) => sound.set({ [setting]: value })}
    />
  );
}

/** The sounds of the place in words, with how each was made; which of them sound at this moment is marked. */
function Here() {
  const t = useTexts();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const heard = useTour((state) => state.sound.heard);
  const sounds = useMemo(() => listHere(exhibition, findNode(exhibition, nodeId)), [exhibition, nodeId]);
  return (
    <>
      <h3 className="about__part">{t('sound.here')}</h3>
      {sounds.length === 0 && <p className="small">{t('sound.nothingHere')}</p>}
      <ul className="credits">
        {sounds.map(({ audio, sourceType }) => (
          <li key={audio.id}>
            <span className="credits__name">
              <Text map={audio.label} />
              {heard.includes(audio.id) && <em className="heard"> · {t('sound.now')}</em>}
            </span>
            {audio.description && <Text map={audio.description} />}
            {sourceType && <span>{t(`source.${sourceType}`)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
