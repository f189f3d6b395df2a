/** Which places lead to each other, as one would suggest it to a curator: neighbours, and none cut off from the rest. */
import type { Vec3 } from '#shared/vec.ts';

export interface Place {
  readonly id: string;
  /** Metres; null where nobody knows. */
  readonly position: Vec3 | null;
}

export interface Suggested {
  readonly from: string;
  readonly to: string;
  /** Where it stands in the view, degrees; absent where both positions are known, which say it. */
  readonly target?: { readonly yaw: number; readonly pitch: number };
}

/** Ahead and behind, a little below the horizon, until somebody moves them to where the doors are. */
const AHEAD = { yaw: 0, pitch: -10 };
const BEHIND = { yaw: 180, pitch: -10 };

/** Metres; what is nearer together was taken from one tripod. */
const APART = 0.1;

/**
 * Both ways of each pair. Places with positions are joined where no third one is nearer to both (the relative
 * neighbourhood graph of Toussaint 1980, which leaves none alone); one without follows the one before it in the list.
 */
export function suggestLinks(places: readonly Place[]): Suggested[] {
  const links: Suggested[] = [];
  const join = (a: Place, b: Place): void =>
    void links.push({ from: a.id, to: b.id, target: AHEAD }, { from: b.id, to: a.id, target: BEHIND });
  for (const [a, b] of neighbours(places)) {
    // From one spot to itself there is no direction.
    if (distance(a.position, b.position) < APART) join(a, b);
    else links.push({ from: a.id, to: b.id }, { from: b.id, to: a.id });
  }
  for (const [i, place] of places.entries()) {
    const before = places[i - 1];
    if (!before || (place.position && (before.position || hasEarlier(places, i)))) continue;
    join(before, place);
  }
  return links;
}

/** Whether a place is joined to those before it by its position. */
function hasEarlier(places: readonly Place[], at: number): boolean {
  return places.slice(0, at).some(({ position }) => position !== null);
}

interface Placed extends Place {
  readonly position: Vec3;
}

function neighbours(places: readonly Place[]): [Placed, Placed][] {
  const known = places.flatMap(({ id, position }) => (position ? [{ id, position }] : []));
  const pairs: [Placed, Placed][] = [];
  for (const [i, a] of known.entries()) {
    for (const b of known.slice(i + 1)) {
      const apart = distance(a.position, b.position);
      const isBetween = known.some(
        (c) =>
          c !== a && c !== b && Math.max(distance(a.position, c.position), distance(c.position, b.position)) < apart,
      );
      if (!isBetween) pairs.push([a, b]);
    }
  }
  return pairs;
}

function distance(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
