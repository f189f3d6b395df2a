import { useId, useMemo } from 'react';
import { useCommands, useTexts, useTour } from '../../context.ts';
import { Text, usePick } from '../../Text.tsx';
import { listStates, type ShownState } from '../caption/shownStates.ts';
import { Choice } from '../../form/Choice.tsx';
import { Slider } from '../../form/Slider.tsx';
import { useRelic } from '../inHand.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';
import { useNameState } from '../caption/nameState.ts';

/** No id of a document is empty or has a space in it. */
const NONE = ' ';

/** The relic at other moments of its life, alone or two side by side. */
export function StatesPanel({ onClose }: ToolPanelProps) {
  const t = useTexts();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const exhibition = useTour((state) => state.exhibition);
  const all = useMemo(() => listStates(asset, exhibition), [asset, exhibition]);
  const name = useNameState();
  const { states } = visit;
  const shown = all.find(({ id }) => id === states.stateId);
  const choose = (stateId: string) => {
    relic.set({ states: { ...states, stateId, otherId: states.otherId === stateId ? null : states.otherId } });
  };
  return (
    <ToolPanel title={t('relic.tool.states')} onClose={onClose}>
      <Choice
        legend={t('relic.states.shown')}
        options={all.map((state) => ({
          value: state.id,
          label: name(state).text,
          language: name(state).language,
          note: state.kind ? t(`relic.state.${state.kind}`) : undefined,
        }))}
        value={states.stateId}
        onChange={choose}
      />
      {shown?.body && (
        <div className="prose">
          <p>
            <Text map={shown.body} />
          </p>
        </div>
      )}
      <Comparison all={all} />
    </ToolPanel>
  );
}

function Comparison({ all }: { all: readonly ShownState[] }) {
  const t = useTexts();
  const pick = usePick();
  const { relic } = useCommands();
  const { visit } = useRelic();
  const name = useNameState();
  const id = useId();
  const { states } = visit;
  const other = all.find((state) => state.id === states.otherId);
  const percent = Math.round(states.curtain * 100);
  const compare = (otherId: string | null) => relic.set({ states: { ...states, otherId } });
  return (
    <>
      <h3 className="panel__part">
        <label htmlFor={id}>{t('relic.states.compare')}</label>
      </h3>
      <select
        id={id}
        className="select"
        value={states.otherId ?? NONE}
        onChange={({ target }) => compare(target.value === NONE ? null : target.value)}
      >
        <option value={NONE}>{t('relic.states.nothing')}</option>
        {all
          .filter((state) => state.id !== states.stateId)
          .map((state) => (
            <option key={state.id} value={state.id} lang={name(state).language}>
              {name(state).text}
            </option>
          ))}
      </select>
      {other && (
        <>
          {other.body && (
            <p className="small" lang={pick(other.body).language}>
              {pick(other.body).text}
            </p>
          )}
          <Slider
            label={t('relic.states.curtain')}
            isSpatial
            value={percent}
            min={0}
            max={100}
            step={1}
            valueText={t('relic.states.curtainValue', { percent, state: name(other).text })}
            onChange={(value) => relic.set({ states: { ...states, curtain: value / 100 } })}
          />
          <div className="actions">
            <button
              type="button"
              className="action"
              onClick={() => relic.set({ states: { ...states, stateId: other.id, otherId: states.stateId } })}
            >
              {t('relic.states.swap')}
            </button>
          </div>
        </>
      )}
    </>
  );
}
