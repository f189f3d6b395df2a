/** What a ray from a hand means in a picture, which knows directions from its own centre alone. */
import { yawPitchOf, type Vec3 } from '#shared/vec.ts';
import type { Ray } from '../input/pointer.ts';

/** Metres to the wall in a direction from the centre, radians; null where nobody knows. */
export type WallsAround = (yaw: number, pitch: number) => { readonly metres: number } | null;

export interface Seen {
  /** The direction from the centre, radians. */
  readonly yaw: number;
  readonly pitch: number;
  /** The point that is meant, in the frame of the centre, metres. */
  readonly point: Vec3;
  /** Along the ray, metres. */
  readonly distance: number;
}

/** Where nobody knows how far a wall is, what is on it hangs at this distance, as marks do. */
const USUAL_WALL = 5;
/** A hand is near the centre, so each round brings the point nearer to the wall by far more than a half. */
const ROUNDS = 4;

/**
 * The point where a ray meets the walls around a picture's centre.
 * @param ray In the frame of the centre.
 */
export function seenFromCentre({ origin, direction }: Ray, walls: WallsAround | null): Seen {
  let radius = USUAL_WALL;
  let seen = meetSphere(origin, direction, radius);
  if (!walls) return seen;
  for (let round = 0; round < ROUNDS; round++) {
    const wall = walls(seen.yaw, seen.pitch);
    if (!wall || Math.abs(wall.metres - radius) < 1e-4) break;
    radius = wall.metres;
    seen = meetSphere(origin, direction, radius);
  }
  return seen;
}

/** From outside of the sphere, the point of the ray nearest to it or where it enters. */
function meetSphere(origin: Vec3, direction: Vec3, radius: number): Seen {
  const along = origin[0] * direction[0] + origin[1] * direction[1] + origin[2] * direction[2];
  const off = origin[0] ** 2 + origin[1] ** 2 + origin[2] ** 2 - radius * radius;
  const root = Math.sqrt(Math.max(0, along * along - off));
  const distance = Math.max(0, off > 0 ? -along - root : -along + root);
  const at = (k: 0 | 1 | 2): number => origin[k] + direction[k] * distance;
  const point: Vec3 = [at(0), at(1), at(2)];
  return { ...yawPitchOf(point), point, distance };
}
