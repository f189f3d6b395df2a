/** 4 × 4 matrices column by column, in doubles: a file's scales may lie far outside of what floats hold. */
import type { Node } from '../gltf/shape.ts';

export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

export function multiply(a: Matrix, b: Matrix): number[] {
  const product = new Array<number>(16).fill(0);
  for (let column = 0; column < 4; column++) {
    for (let row = 0; row < 4; row++) {
      let sum = 0;
      for (let k = 0; k < 4; k++) sum += at(a, k * 4 + row) * at(b, column * 4 + k);
      product[column * 4 + row] = sum;
    }
  }
  return product;
}

export function compose(
  [x = 0, y = 0, z = 0, w = 1]: readonly number[],
  [tx = 0, ty = 0, tz = 0]: readonly number[],
  [sx = 1, sy = 1, sz = 1]: readonly number[],
): Matrix {
  return [
    (1 - 2 * (y * y + z * z)) * sx, 2 * (x * y + z * w) * sx, 2 * (x * z - y * w) * sx, 0,
    2 * (x * y - z * w) * sy, (1 - 2 * (x * x + z * z)) * sy, 2 * (y * z + x * w) * sy, 0,
    2 * (x * z + y * w) * sz, 2 * (y * z - x * w) * sz, (1 - 2 * (x * x + y * y)) * sz, 0,
    tx, ty, tz, 1,
  ]; // prettier-ignore
}

export function localMatrix({ matrix, translation, rotation, scale }: Node): Matrix {
  return matrix ?? compose(rotation ?? [0, 0, 0, 1], translation ?? [0, 0, 0], scale ?? [1, 1, 1]);
}

/** Of the upper left 3 × 3: negative where it mirrors. */
export function determinant(m: Matrix): number {
  return (
    at(m, 0) * (at(m, 5) * at(m, 10) - at(m, 9) * at(m, 6)) -
    at(m, 4) * (at(m, 1) * at(m, 10) - at(m, 9) * at(m, 2)) +
    at(m, 8) * (at(m, 1) * at(m, 6) - at(m, 5) * at(m, 2))
  );
}

/** Turns normals, however it stretches: the cofactors of the upper left 3 × 3, which a flat matrix has too. */
export function cofactors(m: Matrix): number[] {
  const minor = (a: number, b: number, c: number, d: number): number => at(m, a) * at(m, d) - at(m, b) * at(m, c);
  const matrix = [
    minor(5, 6, 9, 10), -minor(4, 6, 8, 10), minor(4, 5, 8, 9),
    -minor(1, 2, 9, 10), minor(0, 2, 8, 10), -minor(0, 1, 8, 9),
    minor(1, 2, 5, 6), -minor(0, 2, 4, 6), minor(0, 1, 4, 5),
  ]; // prettier-ignore
  // A mirror turns the cofactors around, and the surface is turned back by its winding.
  const sign = determinant(m) < 0 ? -1 : 1;
  const largest = Math.max(...matrix.map(Math.abs));
  // As large or small as the file makes them, they are only directions.
  return matrix.map((value) => (largest > 0 ? (value / largest) * sign : value));
}

/** Where a point comes to lie. */
export function movePoint(m: Matrix, x: number, y: number, z: number): [number, number, number] {
  return [
    at(m, 0) * x + at(m, 4) * y + at(m, 8) * z + at(m, 12),
    at(m, 1) * x + at(m, 5) * y + at(m, 9) * z + at(m, 13),
    at(m, 2) * x + at(m, 6) * y + at(m, 10) * z + at(m, 14),
  ];
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
