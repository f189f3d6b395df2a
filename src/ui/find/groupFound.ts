import type { Found } from '#tour/find/findIndex.ts';
import type { ThingKind } from '#tour/find/things.ts';

export const GROUPS = ['place', 'wall', 'relic', 'tour'] as const;
export type Group = (typeof GROUPS)[number];

export interface FoundGroup {
  readonly group: Group;
  readonly found: readonly Found[];
}

/** A detail belongs to its relic. */
const GROUP_OF = {
  place: 'place',
  wall: 'wall',
  relic: 'relic',
  detail: 'relic',
  tour: 'tour',
} satisfies Record<ThingKind, Group>;

/** What was found by what it is; the group of the best comes first, and each keeps its order. */
export function groupFound(found: readonly Found[]): FoundGroup[] {
  const groups = new Map<Group, Found[]>();
  for (const one of found) {
    const group = GROUP_OF[one.thing.kind];
    const before = groups.get(group);
    if (before) before.push(one);
    else groups.set(group, [one]);
  }
  return [...groups].map(([group, members]) => ({ group, found: members }));
}
