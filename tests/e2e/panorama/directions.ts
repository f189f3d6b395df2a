/** What the pixels of a picture show, straight from the definition of a view. */
import { toRadians } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { PlayView } from './play.ts';

/** A point of the picture in fractions of its width and height, from the upper left. */
export type Point = readonly [number, number];

/** The direction of a ray by its tangents to the right and upward from the axis of a view; not of unit length. */
export function directionOfRay(right: number, up: number, view: PlayView): Vec3 {
  const [yaw, pitch] = [toRadians(view.yaw), toRadians(view.pitch)];
  const ahead = Math.cos(pitch) - up * Math.sin(pitch);
  const height = Math.sin(pitch) + up * Math.cos(pitch);
  return [right * Math.cos(yaw) + ahead * Math.sin(yaw), height, right * Math.sin(yaw) - ahead * Math.cos(yaw)];
}

/** The direction that the middle of the pixel at a point shows; not of unit length. */
export function directionThrough([x, y]: Point, view: PlayView, widthPx: number, heightPx: number): Vec3 {
  const tangent = Math.tan(toRadians(view.fov) / 2);
  const right = ((2 * (Math.floor(x * widthPx) + 0.5)) / widthPx - 1) * tangent * (widthPx / heightPx);
  const up = (1 - (2 * (Math.floor(y * heightPx) + 0.5)) / heightPx) * tangent;
  return directionOfRay(right, up, view);
}
