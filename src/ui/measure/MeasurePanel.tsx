import { useEffect } from 'react';
import { describeMeasured } from '#i18n/measured.ts';
import { measure } from '#tour/measure/measure.ts';
import { imprintOf } from '#tour/wallView/imprint.ts';
import { TAPE_KINDS, type WallTape } from '#tour/measure/state.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import { Choice } from '../form/Choice.tsx';
import { BringCloser } from '../wallView/BringCloser.tsx';
import { nameLayer } from '../layers/nameLayer.ts';
import { saveAs } from '../saveAs.ts';
import { TakenAway } from '../TakenAway.tsx';
import { usePick } from '../Text.tsx';
import { toAnnotations } from './annotations.ts';
import { toTable } from './table.ts';
import '../form/form.css';
import '../relic/panels.css';
import './measure.css';

/** The tape at the walls of a place: lengths, areas and angles in true units, with how far they can be trusted. */
export function MeasurePanel() {
  const t = useTexts();
  const { tape: commands } = useCommands();
  const { pressMiddle } = useUi();
  const tape = useTour((state) => state.tape);
  const isAtWall = useTour((state) => state.wallView?.kind === 'open');
  useEffect(() => commands.open(), [commands]);
  const note = (): string => {
    if (!tape || tape.isReady === false) return t('measure.wait');
    if (tape.isReady === null) return t('measure.none');
    if (tape.isMissed) return t('measure.missed');
    return t(`measure.text.${tape.kind}`, { count: tape.points.length });
  };
  return (
    <PanelFrame title={t('measure.heading')} className="panel--measure">
      {tape && tape.isReady !== null && (
        <Choice
          legend={t('measure.what')}
          isRow
          options={TAPE_KINDS.map((value) => ({ value, label: t(`measure.kind.${value}`) }))}
          value={tape.kind}
          onChange={(kind) => commands.choose(kind)}
        />
      )}
      <p className="small" role="status">
        {note()}
      </p>
      {tape?.isReady && (
        <>
          {pressMiddle && (
            <span className="measure__cross" aria-hidden="true">
              <Icon name="cross" />
            </span>
          )}
          <div className="actions">
            {pressMiddle && (
              <button type="button" className="action" onClick={pressMiddle}>
                {t('measure.middle')}
              </button>
            )}
            {tape.kind === 'area' && tape.points.length > 2 && (
              <button type="button" className="action" onClick={() => commands.finish()}>
                {t('measure.finish')}
              </button>
            )}
            {(tape.points.length > 0 || tape.done.length > 0) && (
              <button type="button" className="action" onClick={() => commands.undo()}>
                {t('measure.undo')}
              </button>
            )}
          </div>
          {!isAtWall && <BringCloser />}
          <Results tape={tape} />
        </>
      )}
    </PanelFrame>
  );
}

function Results({ tape }: { readonly tape: WallTape }) {
  const t = useTexts();
  const { locale } = useUi();
  const { tape: commands } = useCommands();
  const nodeId = useTour((state) => state.nodeId);
  const exhibition = useTour((state) => state.exhibition);
  const comparison = useTour((state) => state.comparison);
  const light = useTour((state) => state.light);
  const pick = usePick();
  if (tape.done.length === 0) return null;
  const layers = imprintOf({ exhibition, nodeId, comparison, light })?.layers ?? [];
  const seen = layers.map((layer) => nameLayer(layer, (map) => pick(map).text, t).text);
  const heads = (['number', 'kind', 'value', 'error', 'unit', 'points', 'seen'] as const).map((head) =>
    t(`measure.table.${head}`),
  );
  const saveTable = () =>
    saveAs(new Blob([toTable(tape.done, heads, seen)], { type: 'text/csv;charset=utf-8' }), `${nodeId}.csv`);
  const saveAnnotations = () => {
    const source = new URL(`#at=${nodeId}`, location.href).href;
    const json = JSON.stringify(toAnnotations(tape.done, source, seen), null, 2);
    saveAs(new Blob([json], { type: 'application/ld+json' }), `${nodeId}.annotations.json`);
  };
  return (
    <>
      <h3 className="panel__part">{t('measure.results')}</h3>
      <ol className="lengths">
        {tape.done.map((measurement, index) => (
          <li key={index} className="lengths__row">
            <span className="lengths__number" aria-hidden="true">
              {index + 1}
            </span>
            <span className="lengths__value">
              {t(`measure.kind.${measurement.kind}`)} {describeMeasured(measurement.kind, measure(measurement), locale)}
            </span>
            <button
              type="button"
              className="round"
              aria-label={t('measure.delete', { number: index + 1 })}
              onClick={() => commands.clear(index)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      <p className="small">{t('measure.grounds')}</p>
      <div className="actions">
        <TakenAway>
          <button type="button" className="action" onClick={saveTable}>
            {t('measure.saveTable')}
          </button>
          <button type="button" className="action" onClick={saveAnnotations}>
            {t('measure.saveAnnotations')}
          </button>
        </TakenAway>
        <button type="button" className="action" onClick={() => commands.clear()}>
          {t('measure.clear')}
        </button>
      </div>
    </>
  );
}
