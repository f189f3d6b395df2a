/** How large a relic is, how near it may come, and how large it may be made. */
import { toRadians } from '#shared/angle.ts';
import { inverse, rotate } from '#shared/quat.ts';
import { add, dot, lengthOf, normalize, subtract, times, type Vec3 } from '#shared/vec.ts';
import type { Ray } from '../input/pointer.ts';
import type { RelicPose } from './pose.ts';

export interface RelicShape {
  /** The middle of its box in the model's frame, metres at true size. */
  readonly middle: Vec3;
  /** Half the sides of the box. */
  readonly half: Vec3;
  /** Where it stands while nobody has it. */
  readonly home: RelicPose;
}

/** A relic that is taken comes to this distance of the eyes, metres, or to where it fills no more than that angle. */
const COMFORTABLE = 0.45;
const COMFORTABLE_ANGLE = toRadians(40);
/** Nothing comes nearer to the eyes than this, metres. */
export const NEAREST = 0.25;
/** Between a hand that points and the relic, metres. */
const BEYOND_HAND = 0.05;
const MOST_ANGLE = toRadians(70);
export const LEAST_SCALE = 1 / 8;
/** No side that is the longest is made shorter than this, metres. */
const LEAST_SIDE = 0.05;
/** Bisections of the way to keep clear of the head by. */
const HALVINGS = 14;

/** Of the sphere around it at true size, metres. */
export function radiusOf({ half }: RelicShape): number {
  return lengthOf(half);
}

/** How far from the eyes all of it is seen with ease, metres. */
export function comfortableDistance(shape: RelicShape, scale: number): number {
  return Math.max(COMFORTABLE, (radiusOf(shape) * scale) / Math.sin(COMFORTABLE_ANGLE / 2));
}

/**
 * Where on a ray a relic comes to that is taken: as far from the head as is comfortable, and beyond the hand. Null where
 * it is no farther away than that already and stays where it is.
 */
export function spotToComeTo(ray: Ray, head: Vec3, shape: RelicShape, pose: RelicPose): Vec3 | null {
  const wanted = comfortableDistance(shape, pose.scale);
  if (lengthOf(subtract(pose.position, head)) <= wanted) return null;
  const from = subtract(ray.origin, head);
  const along = dot(from, ray.direction);
  const square = along * along - dot(from, from) + wanted * wanted;
  const isAtHead = lengthOf(from) < BEYOND_HAND;
  const least = isAtHead ? 0 : radiusOf(shape) * pose.scale + BEYOND_HAND;
  const way = Math.max(least, square > 0 ? -along + Math.sqrt(square) : 0);
  return add(ray.origin, times(ray.direction, way));
}

/** How far a point is outside of a relic's box, metres; 0 inside. */
export function distanceToBox(point: Vec3, { half }: RelicShape, { position, turn, scale }: RelicPose): number {
  const local = rotate(inverse(turn), subtract(point, position));
  const out = (k: 0 | 1 | 2): number => Math.max(0, Math.abs(local[k]) - half[k] * scale);
  return Math.hypot(out(0), out(1), out(2));
}

/** The pose moved away from the head, straight on, as far as it has to be. */
export function clearOfHead(pose: RelicPose, shape: RelicShape, head: Vec3, ahead: Vec3): RelicPose {
  if (distanceToBox(head, shape, pose) >= NEAREST) return pose;
  const from = subtract(pose.position, head);
  const away = lengthOf(from) > 1e-6 ? normalize(from) : ahead;
  const movedBy = (way: number): RelicPose => ({ ...pose, position: add(pose.position, times(away, way)) });
  let low = 0;
  let high = radiusOf(shape) * pose.scale + NEAREST;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (distanceToBox(head, shape, movedBy(middle)) < NEAREST) low = middle;
    else high = middle;
  }
  return movedBy(high);
}

/**
 * A wish for a size brought into what is allowed at that distance of the eyes, metres. Of what is larger or smaller than
 * that already, `before` is the bound, so that nothing jumps; true size is always allowed to small things.
 */
export function allowedScale(wish: number, before: number, shape: RelicShape, distance: number): number {
  const longest = 2 * Math.max(...shape.half);
  const least = Math.min(before, 1, Math.max(LEAST_SCALE, LEAST_SIDE / longest));
  const most = Math.max(before, (distance * Math.sin(MOST_ANGLE / 2)) / radiusOf(shape));
  return Math.min(most, Math.max(least, wish));
}
