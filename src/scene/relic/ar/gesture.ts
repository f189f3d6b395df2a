/** What fingers and rays mean for a relic that stands on a floor. Pure numbers: metres, radians, Y up. */
import type { Vec3 } from '#shared/vec.ts';

/** Where a finger lies on the screen, each axis from −1 to 1. */
export type Finger = readonly [x: number, y: number];

/** The point at which a ray meets the level plane at a height; null where it points elsewhere or too far. */
export function meetLevel(origin: Vec3, direction: Vec3, height: number, farthest = 20): Vec3 | null {
  const steps = (height - origin[1]) / direction[1];
  if (!Number.isFinite(steps) || steps <= 0) return null;
  const [x, z] = [direction[0] * steps, direction[2] * steps];
  return Math.hypot(x, z) > farthest ? null : [origin[0] + x, height, origin[2] + z];
}

export interface FingerPair {
  /** Grows as the pair turns clockwise on the screen. */
  readonly angle: number;
  readonly distance: number;
}

/** `aspect` is the width of the screen divided by its height. */
export function pairOf(a: Finger, b: Finger, aspect: number): FingerPair {
  const [x, y] = [(b[0] - a[0]) * aspect, b[1] - a[1]];
  return { angle: Math.atan2(y, x), distance: Math.hypot(x, y) };
}

/** How far a relic turns about its vertical axis between two moments of a pair, by the shorter way. */
export function turnBetween(before: FingerPair, now: FingerPair): number {
  const turn = before.angle - now.angle;
  return Math.atan2(Math.sin(turn), Math.cos(turn));
}

/** The yaw about Y at which a relic whose front is +Z faces someone. */
export function faceTowards(relic: Vec3, viewer: Vec3): number {
  return Math.atan2(viewer[0] - relic[0], viewer[2] - relic[2]);
}

/** Whether something can stand on a surface with this normal: level within some forty degrees. */
export function isLevel(normal: Vec3): boolean {
  return normal[1] > 0.75 * Math.hypot(normal[0], normal[1], normal[2]);
}
