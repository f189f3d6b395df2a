import { toRadians } from '#shared/angle.ts';
import { FIRST_LAMP } from '#tour/relic/commands.ts';
import { useCommands, useTexts } from '../../context.ts';
import { Slider } from '../../form/Slider.tsx';
import { Switch } from '../../form/Switch.tsx';
import { useRelic } from '../inHand.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';
import { usePointerTool } from '../rail/pointerTool.ts';
import { degreesOf, rake, RAKES } from './lampDirection.ts';

const STEP_DEGREES = 5;

/** Daylight and a lamp one holds oneself. */
export function LightPanel({ onClose }: ToolPanelProps) {
  const t = useTexts();
  const { relic } = useCommands();
  const { visit } = useRelic();
  const [isDragged, setDragged] = usePointerTool('lamp');
  const { lamp, settledOrbit } = visit;
  const percent = Math.round(lamp.mix * 100);
  const yaw = degreesOf(lamp.yaw);
  const pitch = degreesOf(lamp.pitch);
  const change = (part: Partial<typeof lamp>) => relic.set({ lamp: { ...lamp, ...part } });
  return (
    <ToolPanel title={t('relic.tool.light')} onClose={onClose}>
      <Slider
        label={t('relic.light.mix')}
        value={percent}
        min={0}
        max={100}
        step={STEP_DEGREES}
        valueText={t('relic.light.mixValue', { percent })}
        ends={[t('relic.light.daylight'), t('relic.light.lamp')]}
        onChange={(value) => change({ mix: value / 100 })}
      />
      <Slider
        label={t('relic.light.yaw')}
        isSpatial
        value={yaw}
        min={-180}
        max={180}
        step={STEP_DEGREES}
        valueText={sayYaw(yaw, t)}
        onChange={(value) => change({ yaw: toRadians(value) })}
      />
      <Slider
        label={t('relic.light.pitch')}
        value={pitch}
        min={-90}
        max={90}
        step={STEP_DEGREES}
        valueText={sayPitch(pitch, t)}
        onChange={(value) => change({ pitch: toRadians(value) })}
      />
      <Switch label={t('relic.light.drag')} isOn={isDragged} onChange={setDragged} />
      <h3 className="panel__part">{t('relic.light.raking')}</h3>
      <p className="small">{t('relic.light.rakingText')}</p>
      <div className="actions">
        {RAKES.map((from) => (
          <button
            key={from}
            type="button"
            className="action"
            onClick={() => relic.set({ lamp: rake(from, settledOrbit?.yaw ?? 0) })}
          >
            {t(`relic.light.rake.${from}`)}
          </button>
        ))}
        <button type="button" className="action" onClick={() => relic.set({ lamp: FIRST_LAMP })}>
          {t('relic.light.gallery')}
        </button>
      </div>
    </ToolPanel>
  );
}

function sayYaw(degrees: number, t: ReturnType<typeof useTexts>): string {
  if (degrees === 0) return t('relic.light.front');
  if (Math.abs(degrees) === 180) return t('relic.light.behind');
  return t(degrees > 0 ? 'relic.light.toRight' : 'relic.light.toLeft', { degrees: Math.abs(degrees) });
}

function sayPitch(degrees: number, t: ReturnType<typeof useTexts>): string {
  if (degrees === 0) return t('relic.light.level');
  return t(degrees > 0 ? 'relic.light.above' : 'relic.light.below', { degrees: Math.abs(degrees) });
}
