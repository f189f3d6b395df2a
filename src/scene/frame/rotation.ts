import type { Mat3 } from '#streaming/policy/eye.ts';
import type { View } from '#tour/state.ts';

/** a · b, row-major. */
export function multiplyRotations(a: Mat3, b: Mat3): Mat3 {
  const at = (row: number, column: number): number =>
    (a[row * 3] ?? 0) * (b[column] ?? 0) +
    (a[row * 3 + 1] ?? 0) * (b[3 + column] ?? 0) +
    (a[row * 3 + 2] ?? 0) * (b[6 + column] ?? 0);
  return [at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1), at(1, 2), at(2, 0), at(2, 1), at(2, 2)];
}

export function transposeRotation(m: Mat3): Mat3 {
  return [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];
}

/** Camera → world of a view: columns are its right, up and backward axes. */
export function rotationOfView({ yaw, pitch }: View): Mat3 {
  const cy = Math.cos(yaw);
  const sy = Math.sin(yaw);
  const cp = Math.cos(pitch);
  const sp = Math.sin(pitch);
  return [cy, -sy * sp, -sy * cp, 0, cp, -sp, sy, cy * sp, cy * cp];
}

/** The rotation to put before a picture's own so that it looks, in view `after`, as it did in view `before`. */
export function keepStill(before: View, after: View): Mat3 {
  return multiplyRotations(rotationOfView(before), transposeRotation(rotationOfView(after)));
}
