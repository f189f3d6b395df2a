/**
 * How a guided tour turns the camera: along the shortest way of a camera that keeps the horizon level, which is a straight
 * line in yaw and pitch. Such a camera turns about two axes that stand upright on each other, so its angular speed is
 * √(yaw'² + pitch'²), at the poles as well; a great circle of the view's middle would roll there. It gathers speed and loses
 * it smoothly, and between the two it keeps it. Radians, seconds.
 */
import { toRadians, wrapAngle } from '#shared/angle.ts';
import type { View } from '../state.ts';

/** No camera turns faster than this, and one that sees little turns slower: this share of its view a second. */
const FASTEST = toRadians(36);
const SLOWEST = toRadians(12);
const VIEWS_PER_SECOND = 0.6;
/** The logarithm of the magnification changes no faster than this a second. */
const FASTEST_ZOOM = 0.5;
const LEAST_SECONDS = 0.6;
/** Share of the time that gathering speed takes, and losing it. */
const RAMP = 0.3;
/** How much faster than on average it is in the middle. */
const PEAK = 1 / (1 - RAMP);

/** How long the way from one view to another takes. */
export function guidedSeconds(from: View, to: View): number {
  const angle = Math.hypot(wrapAngle(to.yaw - from.yaw), to.pitch - from.pitch);
  const zoom = Math.abs(Math.log(Math.tan(from.fov / 2) / Math.tan(to.fov / 2)));
  const seen = Math.sqrt(from.fov * to.fov);
  const speed = Math.min(FASTEST, Math.max(SLOWEST, seen * VIEWS_PER_SECOND));
  return Math.max(LEAST_SECONDS, (angle * PEAK) / speed, (zoom * PEAK) / FASTEST_ZOOM);
}

/** How much of the way is done after a share of the time, 0 to 1 each. Its speed is that of a raised cosine at both ends. */
export function guidedShare(time: number): number {
  if (time <= 0) return 0;
  if (time >= 1) return 1;
  if (time > 0.5) return 1 - guidedShare(1 - time);
  if (time >= RAMP) return PEAK * (time - RAMP / 2);
  return (PEAK / 2) * (time - (RAMP / Math.PI) * Math.sin((Math.PI * time) / RAMP));
}
