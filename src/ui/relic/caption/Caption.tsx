import { useMemo } from 'react';
import { useTexts, useTour } from '../../context.ts';
import { RightsLink } from '../../panel/RightsLink.tsx';
import { Text } from '../../Text.tsx';
import { useRelic } from '../inHand.ts';
import { Makers } from './Makers.tsx';
import { useNameState } from './nameState.ts';
import { listStates, shownStates, type ShownState } from './shownStates.ts';

/**
 * What has to be said wherever the relic is shown: which state of it that is, how it was made, whose it is and under
 * which rights. It never withdraws, and no theme takes it away.
 */
export function Caption() {
  const t = useTexts();
  const { visit, asset } = useRelic();
  const exhibition = useTour((state) => state.exhibition);
  const all = useMemo(() => listStates(asset, exhibition), [asset, exhibition]);
  const shown = shownStates(all, visit.states);
  const hasNames = all.length > 1;
  const hasMakers = useTour((state) => (state.attributions.get(asset.id)?.length ?? 0) > 0);
  return (
    <div className="relic__caption" role="note">
      {shown.map((state, index) => (
        <div key={state.id} className="relic__shown">
          {hasNames && (
            <p className="relic__state">
              {shown.length > 1 && <span>{t(index === 0 ? 'relic.left' : 'relic.right')} · </span>}
              <StateName state={state} />
            </p>
          )}
          {state.isConjecture && <p className="relic__conjecture">{conjectureOf(state, t)}</p>}
          {isNewTo(shown, index, 'made') && state.made && <p>{t(`relic.made.${state.made}`)}</p>}
          <Credit shown={shown} index={index} />
        </div>
      ))}
      {hasMakers && (
        <p className="relic__credit">
          <Makers assetId={asset.id} />
        </p>
      )}
    </div>
  );
}

/** The name of a state, marked with the language it is in. */
export function StateName({ state }: { state: ShownState }) {
  const { text, language } = useNameState()(state);
  return <span lang={language}>{text}</span>;
}

/** Of two states that say the same, one says it. */
function Credit({ shown, index }: { shown: readonly ShownState[]; index: number }) {
  const { credit, requiredStatement, rights } = shown[index] ?? {};
  const parts = [
    credit && isNewTo(shown, index, 'credit') && <Text key="credit" map={credit} />,
    requiredStatement && isNewTo(shown, index, 'requiredStatement') && (
      <Text key="statement" map={requiredStatement.value} />
    ),
    rights !== undefined && rights !== null && isNewTo(shown, index, 'rights') && (
      <span key="rights">
        <RightsLink uri={rights} />
      </span>
    ),
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return <p className="relic__credit">{parts}</p>;
}

function isNewTo(shown: readonly ShownState[], index: number, key: keyof ShownState): boolean {
  const own = JSON.stringify(shown[index]?.[key]);
  return shown.slice(0, index).every((other) => JSON.stringify(other[key]) !== own);
}

function conjectureOf({ kind }: ShownState, t: ReturnType<typeof useTexts>): string {
  return t(kind === 'restored' ? 'relic.conjecture.restored' : 'relic.conjecture.conjectural');
}
