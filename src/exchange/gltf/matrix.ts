/** More of matrices of 4 × 4 numbers, column by column as in glTF; a point is a column to their right. */
import type { Vec3 } from '#shared/vec.ts';
import { compose, IDENTITY, type Matrix } from '#sources/relic/geometry/matrix.ts';

export type Quaternion = readonly [x: number, y: number, z: number, w: number];

const UNTURNED: Quaternion = [0, 0, 0, 1];

export function translation(move: Vec3): Matrix {
  return compose(UNTURNED, move, [1, 1, 1]);
}

export function scaling(scale: Vec3): Matrix {
  return compose(UNTURNED, [0, 0, 0], scale);
}

/** The quaternion is brought to length 1; of length 0 it turns nothing. */
export function rotation(quaternion: Quaternion): Matrix {
  const length = Math.hypot(...quaternion);
  if (length === 0) return IDENTITY;
  return compose(
    quaternion.map((part) => part / length),
    [0, 0, 0],
    [1, 1, 1],
  );
}

/** A turn about one axis, radians, right-handed. */
export function turnAbout(axis: 'x' | 'y' | 'z', radians: number): Matrix {
  const half = Math.sin(radians / 2);
  const w = Math.cos(radians / 2);
  return rotation([axis === 'x' ? half : 0, axis === 'y' ? half : 0, axis === 'z' ? half : 0, w]);
}

export function transformPoint(m: Matrix, [x, y, z]: Vec3): Vec3 {
  const row = (i: number) => (m[i] ?? 0) * x + (m[4 + i] ?? 0) * y + (m[8 + i] ?? 0) * z + (m[12 + i] ?? 0);
  return [row(0), row(1), row(2)];
}

/** The inverse of a matrix that moves, turns and scales; null where it flattens. */
export function invert(m: Matrix): Matrix | null {
  const [a = 0, b = 0, c = 0, , d = 0, e = 0, f = 0, , g = 0, h = 0, i = 0] = m;
  const determinant = a * (e * i - f * h) - d * (b * i - c * h) + g * (b * f - c * e);
  if (Math.abs(determinant) < 1e-18) return null;
  const k = 1 / determinant;
  const linear: Matrix = [
    (e * i - f * h) * k, (c * h - b * i) * k, (b * f - c * e) * k, 0,
    (f * g - d * i) * k, (a * i - c * g) * k, (c * d - a * f) * k, 0,
    (d * h - e * g) * k, (b * g - a * h) * k, (a * e - b * d) * k, 0,
    0, 0, 0, 1,
  ]; // prettier-ignore
  const [x, y, z] = transformPoint(linear, [m[12] ?? 0, m[13] ?? 0, m[14] ?? 0]);
  return [...linear.slice(0, 12), -x, -y, -z, 1];
}

export function isNearIdentity(matrix: Matrix): boolean {
  return matrix.every((value, index) => Math.abs(value - (IDENTITY[index] ?? 0)) < 1e-6);
}

export interface Box {
  readonly min: Vec3;
  readonly max: Vec3;
}

/** The upright box around a box that was moved. */
export function transformBox(matrix: Matrix, box: Box): Box {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((i) =>
    transformPoint(matrix, [pick(box, i & 1, 0), pick(box, i & 2, 1), pick(box, i & 4, 2)]),
  );
  return { min: extreme(corners, Math.min), max: extreme(corners, Math.max) };
}

export function joinBoxes(a: Box | null, b: Box): Box {
  return a ? { min: extreme([a.min, b.min], Math.min), max: extreme([a.max, b.max], Math.max) } : b;
}

function pick({ min, max }: Box, isMax: number, axis: 0 | 1 | 2): number {
  return (isMax ? max : min)[axis];
}

function extreme(points: readonly Vec3[], choose: (...values: number[]) => number): Vec3 {
  return [choose(...points.map((p) => p[0])), choose(...points.map((p) => p[1])), choose(...points.map((p) => p[2]))];
}
