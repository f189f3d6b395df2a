import type { Exhibition } from '#document/schema.ts';
import { withoutConjecture } from '#document/truth/withoutConjecture.ts';
import type { CommandContext } from '../commands/context.ts';
import { goTo } from '../commands/goTo.ts';
import { findNode, hasNode, startNodeId } from '../selectors/findNode.ts';
import type { RelicVisit } from '../relic/state.ts';
import { carryComparison } from './commands.ts';

/**
 * Shows the exhibition without any conjecture, or whole again. Whoever stands in a conjectural place goes to the place
 * that shows the same as it was found. Where nothing would be left, it does nothing.
 */
export function setOnlyFound(context: CommandContext, isOn: boolean): void {
  const { store } = context;
  const before = store.getState();
  if (before.isOnlyFound === isOn) return;
  const exhibition = isOn ? withoutConjecture(before.wholeExhibition) : before.wholeExhibition;
  if (!exhibition) return;
  const here = findNode(before.exhibition, before.nodeId);
  const counterpart = exhibition.nodes.find(({ asset }) => asset === here?.asset)?.id ?? startNodeId(exhibition);
  store.setState({
    exhibition,
    isOnlyFound: isOn,
    comparison: carryComparison(before.comparison, { ...before, exhibition }, before.nodeId),
    relic: stateless(before.relic, exhibition),
  });
  // Whoever listens may have gone on already: a guided tour to its next step.
  const after = store.getState();
  if (!findNode(exhibition, after.nodeId) && hasNode(after, counterpart)) goTo(context, counterpart);
}

/** A relic that is not there any more is put back; one in a state that is not, is shown as the model itself is. */
function stateless(relic: RelicVisit | null, { assets }: Exhibition): RelicVisit | null {
  if (!relic) return null;
  const asset = assets.find(({ id }) => id === relic.assetId);
  if (asset?.kind === 'tileset') return relic;
  if (asset?.kind !== 'model') return null;
  const isKept = (id: string | null): boolean =>
    id === null || id === '' || (asset.states ?? []).some((state) => state.id === id);
  const { stateId, otherId, curtain } = relic.states;
  if (isKept(stateId) && isKept(otherId)) return relic;
  return { ...relic, step: null, states: { stateId: isKept(stateId) ? stateId : '', otherId: null, curtain } };
}
