import { flatOfNode } from '../flat/flatOfNode.ts';
import { findNode, hasNode, nodeIds, selectNode } from '../selectors/findNode.ts';
import { hint } from '../hint.ts';
import { arriveInHall } from '../gallery/arrive.ts';
import type { Panel, Stand, View } from '../state.ts';
import { keepHeading, normalizeView, startViewOf } from '../view.ts';
import type { CommandContext } from './context.ts';
import { carryComparison } from '../compare/commands.ts';
import type { WallFrame } from '../wallView/state.ts';
import { settle } from './settle.ts';

export interface GoToOptions {
  /** The view to arrive with; by default the compass heading, pitch and field of view are kept. */
  readonly view?: View;
  /** Whether to arrive with the node's own start view instead; `view` goes first. */
  readonly isFresh?: boolean;
  /** Whether to come there anew even where one stands already: out of the dark in a headset, at once on the page. */
  readonly isAnew?: boolean;
  /** Where to stand in a hall; before the door one comes through by default. */
  readonly stand?: Stand | null;
  /** Which part of a flat picture; where it begins by default. */
  readonly flat?: WallFrame | null;
  /** The panel that is open on arrival; none by default. */
  readonly panel?: Panel | null;
}

/** Takes the visitor to a node. Throws where there is none of that id. Going where one stands turns the view only. */
export function goTo(context: CommandContext, nodeId: string, options: GoToOptions = {}): void {
  const { store, currentView } = context;
  const before = store.getState();
  if (!hasNode(before, nodeId)) {
    throw new Error(`goTo: no node "${nodeId}"${hint(nodeId, nodeIds(before))}`);
  }
  // The place one leaves keeps the view one left it with, so that Back returns to it.
  settle(context, currentView());
  const to = findNode(before.exhibition, nodeId);
  const isStaying = nodeId === before.nodeId;
  // A flat picture hangs straight ahead, whichever way one looked before.
  const isFlat = flatOfNode(before.exhibition, nodeId) !== null;
  const hall =
    isStaying && !options.isFresh ? null : arriveInHall(before.exhibition, to, options.isFresh ? null : before.nodeId);
  const view =
    options.view !== undefined
      ? normalizeView(options.view)
      : (hall?.view ??
        (options.isFresh || isFlat
          ? startViewOf(to)
          : keepHeading(normalizeView(currentView()), selectNode(before), to)));
  store.setState({
    nodeId,
    arrival: before.arrival + (isStaying && !options.isAnew ? 0 : 1),
    lookRequest: { serial: before.lookRequest.serial + 1, view, isEased: isStaying && !options.isAnew },
    settledView: isStaying ? store.getState().settledView : view,
    panel: options.panel ?? null,
    relic: null,
    // Its points lie in the frame of the place one leaves.
    tape: isStaying ? before.tape : null,
    wallView: isStaying ? before.wallView : null,
    comparison: isStaying ? before.comparison : carryComparison(before.comparison, before, nodeId),
    flat: options.flat ?? (isStaying && !options.isFresh ? before.flat : null),
    stand: options.stand ?? hall?.stand ?? (isStaying ? store.getState().stand : null),
  });
}
