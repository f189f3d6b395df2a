/** Angles of foreign viewers in ours: degrees, yaw growing to the right, pitch upward, a vertical field of view. */
import { toDegrees, toRadians } from '#shared/angle.ts';

export function yawOf(degrees: number): number {
  return round(((((degrees + 180) % 360) + 360) % 360) - 180);
}

export function pitchOf(degrees: number): number {
  return round(Math.max(-90, Math.min(90, degrees)));
}

/** Where only a horizontal field of view is told, the picture is taken to be 16 by 9, as wide screens are. */
export const TAKEN_ASPECT = 16 / 9;

/** The vertical field of view of a horizontal one, degrees; what a document may hold. */
export function verticalFov(horizontal: number, aspect = TAKEN_ASPECT): number {
  const wide = Math.max(1, Math.min(179, horizontal));
  return fovOf(toDegrees(2 * Math.atan(Math.tan(toRadians(wide) / 2) / aspect)));
}

export function fovOf(vertical: number): number {
  return round(Math.max(1, Math.min(120, vertical)));
}

export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 || 0;
}
