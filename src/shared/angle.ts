/**
 * Angles and directions, defined once for all of Grotto.
 *
 * The world is right-handed with Y up, in metres. Yaw 0 looks along −Z and grows to the right
 * (clockwise seen from above); pitch grows upward. Inside the program angles are radians;
 * documents, addresses and the interface use degrees.
 */

export const TAU = Math.PI * 2;
const RADIANS_PER_DEGREE = Math.PI / 180;

export function toRadians(degrees: number): number {
  return degrees * RADIANS_PER_DEGREE;
}

export function toDegrees(radians: number): number {
  return radians / RADIANS_PER_DEGREE;
}

/** Wraps an angle in radians into [−π, π). */
export function wrapAngle(radians: number): number {
  const wrapped = (radians + Math.PI) % TAU;
  return (wrapped < 0 ? wrapped + TAU : wrapped) - Math.PI;
}

/** The horizontal field of view, in radians, of a picture `aspect` = width / height with vertical field `fov`. */
export function horizontalFov(fov: number, aspect: number): number {
  return 2 * Math.atan(Math.tan(fov / 2) * aspect);
}
