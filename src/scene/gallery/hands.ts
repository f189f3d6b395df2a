/** What pointing at something in a hall does. */
import type { MarkFocus } from '#scene/hotspot/focus.ts';
import type { HallPlan } from '#tour/gallery/plan.ts';
import type { Pointed } from '#tour/gallery/pointAt.ts';
import { pressRelic } from '#tour/relic/pressRelic.ts';
import { hasNode } from '#tour/selectors/findNode.ts';
import type { Stand } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';

/**
 * Follows a door, opens the label of an exhibit, which rings if it can, or takes the relic up whose label is open, walks
 * over the floor.
 */
export function take(
  at: Pointed,
  { store, commands }: Pick<Tour, 'store' | 'commands'>,
  walkTo: (spot: Stand) => void,
): boolean {
  switch (at.kind) {
    case 'doorway': {
      const { to } = at.doorway;
      if (!hasNode(store.getState(), to)) return false;
      commands.goTo(to);
      return true;
    }
    case 'exhibit': {
      const { hotspotId, assetId } = at.exhibit;
      pressRelic({ store, commands }, hotspotId, assetId !== null);
      return true;
    }
    case 'floor':
      walkTo(at);
      return true;
  }
}

/** The index of a plate: exhibits in their order, then doors. */
export function plateOf(plan: HallPlan, at: Exclude<Pointed, { kind: 'floor' }>): number {
  return at.kind === 'exhibit' ? at.index : plan.exhibits.length + at.index;
}

/** The plate of the thing that the page speaks of; −1 for none. */
export function litPlate(plan: HallPlan, focus: MarkFocus): number {
  const exhibit = plan.exhibits.findIndex(({ hotspotId }) => focus.isLit(`hotspot:${hotspotId}`));
  if (exhibit >= 0) return exhibit;
  const door = plan.doorways.findIndex(({ to }) => focus.isLit(`link:${to}`));
  return door >= 0 ? plan.exhibits.length + door : -1;
}
