/** What a ray in the place points at, seen from the panorama's centre, which need not be where the hand is. */
import { add, dot, lengthOf, normalize, times, type Vec3, yawPitchOf } from '#shared/vec.ts';
import type { Walls } from '#scene/hotspot/knownWalls.ts';
import type { Ray } from '../input/pointer.ts';

/** Hands are near the centre against the walls, so that a few rounds do; metres between two that are as good as equal. */
const ROUNDS = 8;
const CLOSE = 0.002;

/**
 * The point of the wall that a ray meets, metres; null where the walls are not known there, as in a panorama without
 * depth: all of it is infinitely far away then, and a direction is a direction.
 */
export function wallPoint({ origin, direction }: Ray, walls: Walls | null): Vec3 | null {
  if (!walls) return null;
  const along = dot(origin, direction);
  const fromCentre = dot(origin, origin);
  let seen: Vec3 = direction;
  let before = NaN;
  for (let round = 0; round < ROUNDS; round++) {
    const { yaw, pitch } = yawPitchOf(seen);
    const metres = walls(yaw, pitch)?.metres;
    if (metres === undefined || !Number.isFinite(metres)) return null;
    // The ray leaves the sphere of that radius here.
    const square = along * along - fromCentre + metres * metres;
    const way = square > 0 ? Math.sqrt(square) - along : -1;
    if (way <= 0) return null;
    seen = add(origin, times(direction, way));
    if (Math.abs(metres - before) < CLOSE) break;
    before = metres;
  }
  return seen;
}

/** The unit direction from the panorama's centre to what a ray points at. */
export function aimOnWall(ray: Ray, walls: Walls | null): Vec3 {
  const point = wallPoint(ray, walls);
  return point && lengthOf(point) > 0 ? normalize(point) : ray.direction;
}

/** The unit direction from a point in the place, as the head, to what a ray points at. */
export function aimFromPoint(ray: Ray, walls: Walls | null, from: Vec3): Vec3 {
  const point = wallPoint(ray, walls);
  return point ? normalize([point[0] - from[0], point[1] - from[1], point[2] - from[2]]) : ray.direction;
}
