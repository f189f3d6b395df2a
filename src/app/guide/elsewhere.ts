import { looksAlong } from '#tour/guide/astray.ts';
import { isSamePanel } from '#tour/selectors/isSamePanel.ts';
import type { TourState, View } from '#tour/state.ts';
import { isWallWanted } from '#tour/wallView/wallAddress.ts';

/** Metres in a hall that are a step aside and no longer a settling. */
const STEP_ASIDE = 0.3;

/**
 * Whether the visitor has left what a guided tour shows: went elsewhere, opened something, put away what it had opened, or
 * stopped on the way. Closing a label is no leaving.
 * @param to Where the tour is on its way to; null where it has come to rest.
 */
export function hasGoneElsewhere(state: TourState, before: TourState, to: View | null): boolean {
  const { panel, stand, headset } = state;
  const hasOpened = panel !== null && !isSamePanel(panel, before.panel);
  const hasMenu = headset !== null && headset.menu !== null && headset.menu !== before.headset?.menu;
  const isHidden = headset !== null && !headset.isVisible && before.headset?.isVisible === true;
  const isRefused = state.wallView?.kind === 'refused';
  return (
    state.nodeId !== before.nodeId ||
    state.relic?.hotspotId !== before.relic?.hotspotId ||
    (isWallWanted(state.wallView) !== isWallWanted(before.wallView) && !isRefused) ||
    hasOpened ||
    hasMenu ||
    isHidden ||
    (state.isTitleOpen && !before.isTitleOpen) ||
    (stand !== null &&
      before.stand !== null &&
      Math.hypot(stand.x - before.stand.x, stand.z - before.stand.z) > STEP_ASIDE) ||
    // Held on the way, the view comes to rest where it was not meant to.
    (to !== null && headset === null && state.settledView !== before.settledView && !looksAlong(state.settledView, to))
  );
}
