import { useCommands, useTexts, useUi } from '../../context.ts';
import { type Bounds, boundsOf } from '../bounds.ts';
import { Choice } from '../../form/Choice.tsx';
import { Slider } from '../../form/Slider.tsx';
import { Switch } from '../../form/Switch.tsx';
import { useRelic } from '../inHand.ts';
import { describeLength, unitFor } from '#i18n/length.ts';
import { usePointerTool } from '../rail/pointerTool.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';
import { AXES, axisOf, cutAcross, depthOf, flip, reachOf, withDepth } from './planes.ts';

/** The slider moves in so many steps from end to end. */
const STEPS = 200;

/** A plane that cuts the relic open. */
export function SectionPanel({ onClose }: ToolPanelProps) {
  const t = useTexts();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const bounds = boundsOf(asset, visit.facts);
  return (
    <ToolPanel title={t('relic.tool.section')} onClose={onClose}>
      <p className="small">{bounds ? t('relic.section.text') : t('relic.section.waiting')}</p>
      {bounds && (
        <>
          <Switch
            label={t('relic.section.on')}
            isOn={visit.section !== null}
            onChange={(isOn) => relic.set({ section: isOn ? cutAcross('z', bounds) : null })}
          />
          {visit.section && <Plane bounds={bounds} />}
        </>
      )}
    </ToolPanel>
  );
}

function Plane({ bounds }: { bounds: Bounds }) {
  const t = useTexts();
  const { locale } = useUi();
  const { relic } = useCommands();
  const { visit } = useRelic();
  const [isDragged, setDragged] = usePointerTool('section');
  const { section } = visit;
  if (!section) return null;
  const [least, most] = reachOf(section, bounds);
  const whole = most - least;
  const depth = depthOf(section, bounds);
  const unit = unitFor(whole);
  const say = (metres: number) => describeLength(metres, locale, { unit });
  return (
    <>
      <Choice
        legend={t('relic.section.axis')}
        options={AXES.map((axis) => ({ value: axis, label: t(`relic.section.${axis}`) }))}
        isRow
        value={axisOf(section)}
        onChange={(axis) => relic.set({ section: cutAcross(axis, bounds) })}
      />
      <Slider
        label={t('relic.section.depth')}
        isSpatial
        value={depth}
        min={0}
        max={whole}
        step={whole / STEPS || 1}
        valueText={t('relic.section.depthValue', { depth: say(depth), whole: say(whole) })}
        onChange={(value) => relic.set({ section: withDepth(section, value, bounds) })}
      />
      <Switch label={t('relic.section.drag')} isOn={isDragged} onChange={setDragged} />
      <div className="actions">
        <button type="button" className="action" onClick={() => relic.set({ section: flip(section) })}>
          {t('relic.section.flip')}
        </button>
      </div>
    </>
  );
}
