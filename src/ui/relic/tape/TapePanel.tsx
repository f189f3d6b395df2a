import { useEffect, useRef, useState } from 'react';
import { useCommands, useTexts, useUi } from '../../context.ts';
import { Switch } from '../../form/Switch.tsx';
import { Icon } from '../../Icon.tsx';
import { useRelic } from '../inHand.ts';
import { usePointerTool } from '../rail/pointerTool.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';
import { saveAs } from '../../saveAs.ts';
import { TakenAway } from '../../TakenAway.tsx';
import { middleOfElement, Reticle } from '../stage/Reticle.tsx';
import { writeLengths } from './csv.ts';
import { uncertaintyOf } from '#tour/relic/uncertainty.ts';
import { isHalfSet, lengthsOf } from './lengths.ts';
import { useSayLength } from './sayLength.ts';

/** The tape: lengths between points of the surface, in true units, with how far they can be trusted. */
export function TapePanel({ onClose }: ToolPanelProps) {
  const t = useTexts();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const [isOn, setOn] = usePointerTool('tape');
  // Whoever takes up the tape wants to measure.
  useEffect(() => relic.set({ tool: 'tape' }), [relic]);
  return (
    <ToolPanel title={t('relic.tool.tape')} onClose={onClose}>
      <Switch label={t('relic.tape.on')} isOn={isOn} onChange={setOn} />
      <p className="small">{t(isHalfSet(visit) ? 'relic.tape.second' : 'relic.tape.text')}</p>
      {isOn && <MiddlePoint />}
      <Lengths key={asset.id} />
    </ToolPanel>
  );
}

/** Without a pointer one turns the relic until the point lies in the middle of the view. */
function MiddlePoint() {
  const t = useTexts();
  const { relicTools } = useUi();
  const { relic } = useCommands();
  const [isMissed, setMissed] = useState(false);
  const cross = useRef<HTMLSpanElement>(null);
  const pick = relicTools?.pick;
  if (!pick) return null;
  const set = async () => {
    if (!cross.current) return;
    const point = await pick(...middleOfElement(cross.current));
    setMissed(point === null);
    if (point) relic.measure(point);
  };
  return (
    <>
      <Reticle at={cross} />
      <div className="actions">
        <button type="button" className="action" onClick={() => void set()}>
          {t('relic.tape.middle')}
        </button>
      </div>
      <p className="small" role="status">
        {isMissed ? t('relic.tape.nothing') : ''}
      </p>
    </>
  );
}

function Lengths() {
  const t = useTexts();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const say = useSayLength();
  const lengths = lengthsOf(visit);
  const uncertainty = uncertaintyOf(asset, visit);
  if (lengths.length === 0) return null;
  const save = () => {
    const ends = (['from', 'to'] as const).flatMap((end) =>
      ['x', 'y', 'z'].map((axis) => t(`relic.tape.csv.${end}`, { axis })),
    );
    const heads = (['number', 'length', 'uncertainty'] as const).map((head) => t(`relic.tape.csv.${head}`));
    const table = writeLengths(lengths, uncertainty, [...heads, ...ends]);
    saveAs(new Blob([table], { type: 'text/csv;charset=utf-8' }), `${asset.id}.csv`);
  };
  return (
    <>
      <h3 className="panel__part">{t('relic.tape.lengths')}</h3>
      <ol className="lengths">
        {lengths.map(({ index, metres }, at) => (
          <li key={index} className="lengths__row">
            <span className="lengths__number" aria-hidden="true">
              {at + 1}
            </span>
            <span className="lengths__value">{say(metres)}</span>
            <button
              type="button"
              className="round"
              aria-label={t('relic.tape.delete', { number: at + 1 })}
              onClick={() => relic.clearMeasurements(index)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      <p className="small">{t(uncertainty === null ? 'relic.tape.noGrounds' : 'relic.tape.grounds')}</p>
      <div className="actions">
        <TakenAway>
          <button type="button" className="action" onClick={save}>
            {t('relic.tape.export')}
          </button>
        </TakenAway>
        <button type="button" className="action" onClick={() => relic.clearMeasurements()}>
          {t('relic.tape.clear')}
        </button>
      </div>
    </>
  );
}
