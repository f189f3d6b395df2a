/** Every drag as a step: where the camera goes when a button for turning or coming closer is pressed. */
import { toRadians, wrapAngle } from '#shared/angle.ts';
import type { Orbit } from '#tour/relic/state.ts';
import { type Bounds, middleOf, radiusOf } from '../bounds.ts';

/** right, up, nearer, as the camera goes. */
export const WAYS = {
  up: [0, 1, 0],
  left: [-1, 0, 0],
  right: [1, 0, 0],
  down: [0, -1, 0],
  nearer: [0, 0, 1],
  farther: [0, 0, -1],
} satisfies Record<string, readonly [right: number, up: number, nearer: number]>;
export type Way = keyof typeof WAYS;

const TURN = toRadians(15);
const ZOOM = 1.25;
/** Straight from above, left and right would lose their meaning. */
const STEEPEST = toRadians(88);
/** From so many radii away a relic is seen whole through a usual lens. */
const WHOLE = 3.9;
const NEAREST = 0.05;
const FARTHEST = 40;

/** Where the camera is taken to be before it has said so. */
export function firstOrbit(bounds: Bounds | null): Orbit {
  if (!bounds) return { yaw: 0, pitch: 0, distance: 1, target: [0, 0, 0] };
  return { yaw: 0, pitch: 0, distance: WHOLE * radiusOf(bounds), target: middleOf(bounds) };
}

/** What changes, and nothing else: a relic that is seen whole stays so while it is turned. */
export function nextOrbit(from: Orbit, way: Way, bounds: Bounds | null): Partial<Orbit> {
  const [right, up, nearer] = WAYS[way];
  if (nearer !== 0) return { distance: limitDistance(from.distance * ZOOM ** -nearer, bounds) };
  const pitch = from.pitch + up * TURN;
  return {
    yaw: wrapAngle(from.yaw + right * TURN),
    pitch: Math.min(STEEPEST, Math.max(-STEEPEST, pitch)),
  };
}

function limitDistance(distance: number, bounds: Bounds | null): number {
  if (!bounds) return distance;
  const radius = radiusOf(bounds);
  return Math.min(FARTHEST * radius, Math.max(NEAREST * radius, distance));
}
