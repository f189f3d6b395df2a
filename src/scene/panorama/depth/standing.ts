/**
 * Where in a panorama the eyes are. Its depth was measured from one point, so what is hidden from there is known to nobody:
 * the farther a visitor steps aside, the more of it would come to light. So the picture stays where it is while the head
 * moves within a reach, and goes along with the head beyond.
 */
import type { Vec3 } from '#shared/vec.ts';

/** Metres: up to `FREE` the head moves through the place as it is; it never comes farther than `REACH` from its middle. */
export const FREE = 0.25;
export const REACH = 0.35;

/** How far from the middle a head `metres` away from it counts as: the same at first, then softly up to `REACH`. */
export function withinReach(metres: number): number {
  if (metres <= FREE) return metres;
  return FREE + (REACH - FREE) * Math.tanh((metres - FREE) / (REACH - FREE));
}

/** Writes where a head at `head` counts as standing. */
export function writeStanding(head: Vec3, into: [number, number, number]): void {
  const metres = Math.hypot(head[0], head[1], head[2]);
  const share = metres > FREE ? withinReach(metres) / metres : 1;
  for (let k = 0; k < 3; k++) into[k] = (head[k] ?? 0) * share;
}

/** No part of a panorama is looked for farther than this beside its direction, radians. */
const MOST_ASIDE = 0.5;

/** How far aside of its own direction the nearest thing is seen by an eye `metres` from the middle, radians. */
export function angleAside(metres: number, nearness: number): number {
  return Math.min(MOST_ASIDE, Math.asin(Math.min(1, metres * nearness)));
}
