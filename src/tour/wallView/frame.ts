/**
 * The part of a wall that fills the picture, and the camera that shows it. A panorama has one centre, so the picture of
 * a plane at a constant scale is what a camera at that centre sees which looks along the plane's normal through a shifted
 * frustum, as the shift lens of an architect does.
 */
import { dot, normalize, type Vec3, yawPitchOf } from '#shared/vec.ts';
import { MOST_OBLIQUE } from './fitWall.ts';
import type { Wall, WallDirection, WallFrame } from './state.ts';

/** Tangents of the angles from the normal to the four edges of the picture; negative where an edge lies beyond it. */
export interface Tangents {
  tanLeft: number;
  tanRight: number;
  tanTop: number;
  tanBottom: number;
}

/** @param aspect Width of the picture by its height. */
export function tangentsOf({ distance }: Wall, { x, y, width }: WallFrame, aspect: number): Tangents {
  const [halfWidth, halfHeight] = [width / 2, width / aspect / 2];
  return {
    tanLeft: (halfWidth - x) / distance,
    tanRight: (halfWidth + x) / distance,
    tanTop: (halfHeight + y) / distance,
    tanBottom: (halfHeight - y) / distance,
  };
}

/** The direction, radians in the node's view, of a point on the wall's axes, metres. */
export function directionOfPoint({ normal, right, up, distance }: Wall, x: number, y: number): WallDirection {
  const at = [0, 1, 2].map((i) => (normal[i] ?? 0) * distance + (right[i] ?? 0) * x + (up[i] ?? 0) * y);
  return yawPitchOf(at as unknown as Vec3);
}

/** Where a direction meets the plane of the wall, metres on its axes; null where it never does. */
export function pointInDirection(wall: Wall, direction: Vec3): { readonly x: number; readonly y: number } | null {
  const ahead = dot(wall.normal, normalize(direction)) / wall.distance;
  if (ahead <= 0) return null;
  const unit = normalize(direction);
  return { x: dot(wall.right, unit) / ahead, y: dot(wall.up, unit) / ahead };
}

/**
 * The frame that shows the wall as large as a view does where it is looked at, or larger where there would be more than
 * the wall in it. @param fov Vertical, radians.
 */
export function frameOfView(wall: Wall, direction: Vec3, fov: number, aspect: number): WallFrame {
  const { extent, distance } = wall;
  const at = pointInDirection(wall, direction) ?? { x: 0, y: 0 };
  const seen = 2 * Math.hypot(at.x, at.y, distance) * Math.tan(fov / 2) * aspect;
  return { ...at, width: Math.min(seen, extent.right - extent.left, (extent.top - extent.bottom) * aspect) };
}

export interface FrameLimits {
  readonly aspect: number;
  /** The narrowest vertical field of view, radians, that the picture of the place is worth. */
  readonly minFov: number;
}

/** Parts of the picture that may lie beyond the wall's edge. */
const MARGIN = 0.1;
/** No closer, metres across, however fine the picture. */
const LEAST_WIDTH = 0.02;

/**
 * The nearest frame that the picture holds: no finer than its texels, no larger than the wall with some of what is
 * around it, and nowhere seen more from the side than a wall may be.
 */
export function keepInside(wall: Wall, { x, y, width }: WallFrame, { aspect, minFov }: FrameLimits): WallFrame {
  const { extent, distance } = wall;
  const [wide, high] = [extent.right - extent.left, extent.top - extent.bottom];
  const reach = distance * Math.tan(MOST_OBLIQUE);
  const least = Math.max(LEAST_WIDTH, 2 * distance * Math.tan(minFov / 2) * aspect);
  const whole = Math.max(wide, high * aspect) * (1 + 2 * MARGIN);
  const widest = Math.min(whole, (1.99 * reach) / Math.hypot(1, 1 / aspect));
  const kept = Math.min(widest, Math.max(Math.min(least, widest), width));
  const [halfWidth, halfHeight] = [kept / 2, kept / aspect / 2];
  // First upward, then across: no corner may lie farther from the foot of the normal than the reach.
  const upward = Math.sqrt(reach ** 2 - halfWidth ** 2) - halfHeight;
  const middleY = clamp(keepMiddle(y, extent.bottom, extent.top, kept / aspect), -upward, upward);
  const across = Math.sqrt(reach ** 2 - (Math.abs(middleY) + halfHeight) ** 2) - halfWidth;
  return { x: clamp(keepMiddle(x, extent.left, extent.right, kept), -across, across), y: middleY, width: kept };
}

function keepMiddle(middle: number, least: number, most: number, size: number): number {
  const centre = (least + most) / 2;
  const slack = Math.max(0, (most - least) / 2 - size * (0.5 - MARGIN));
  return clamp(middle, centre - slack, centre + slack);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(least, most), Math.max(least, value));
}
