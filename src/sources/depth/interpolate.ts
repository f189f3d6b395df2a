/**
 * Nearness (one over the distance) between the centres of cells: over a flat wall it is a smooth function of the
 * direction. Where cells lie on both sides of an edge, one of them is taken, never a mixture.
 */

/** Nearness of a cell, per metre; 0 where it is unknown. Whoever hands it in knows what lies beyond the borders. */
export type NearnessAt = (column: number, row: number) => number;

export interface Interpolated {
  readonly nearness: number;
  /** What it may be instead, by the interpolation alone: two numbers around it, neither below 0. */
  readonly lowest: number;
  readonly highest: number;
  readonly isEdge: boolean;
}

/** Neighbours whose second difference is a larger part of the nearness lie on both sides of an edge. */
const EDGE = 0.02;
/**
 * Of a second difference: an eighth is the remainder of linear interpolation, a twenty-fourth what the mean over a cell
 * differs from the value at its centre. Both have the same sign.
 */
const REMAINDER = 1 / 8 + 1 / 24;

/** `x` and `y` in cells, whole numbers at their centres. Null where the nearest cell is unknown. */
export function interpolateNearness(at: NearnessAt, x: number, y: number): Interpolated | null {
  const nearest = at(Math.round(x), Math.round(y));
  if (nearest === 0) return null;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const [fx, fy] = [x - left, y - top];
  const [a, b, c, d] = [at(left, top), at(left + 1, top), at(left, top + 1), at(left + 1, top + 1)];
  const isWhole = a > 0 && b > 0 && c > 0 && d > 0;
  if (isWhole) {
    const bend =
      Math.max(
        bendOf(at(left - 1, top), a, b), bendOf(a, b, at(left + 2, top)),
        bendOf(at(left - 1, top + 1), c, d), bendOf(c, d, at(left + 2, top + 1)),
      ) +
      Math.max(
        bendOf(at(left, top - 1), a, c), bendOf(a, c, at(left, top + 2)),
        bendOf(at(left + 1, top - 1), b, d), bendOf(b, d, at(left + 1, top + 2)),
      ); // prettier-ignore
    if (bend <= EDGE * nearest) {
      const nearness = (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy;
      const off = bend * REMAINDER;
      return { nearness, lowest: nearness - off, highest: nearness + off, isEdge: false };
    }
  }
  let [lowest, highest] = [nearest, nearest];
  for (const value of [a, b, c, d]) {
    if (value === 0) continue;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return { nearness: nearest, lowest, highest, isEdge: true };
}

/** How much the second lies off the straight line between its two neighbours; 0 where one is unknown. */
function bendOf(before: number, here: number, after: number): number {
  return before > 0 && here > 0 && after > 0 ? Math.abs(before - 2 * here + after) : 0;
}

/** Where a cell of an equirectangular grid lies in it: columns go round, and beyond a pole lies the other side of it. */
export function cellIndex(width: number, height: number, column: number, row: number): number {
  const isBeyond = row < 0 || row >= height;
  const y = row < 0 ? -1 - row : row >= height ? 2 * height - 1 - row : row;
  const x = isBeyond ? column + (width >> 1) : column;
  return y * width + (((x % width) + width) % width);
}
