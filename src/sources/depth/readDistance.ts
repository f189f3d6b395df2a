/**
 * How far the wall is in a direction, from a depth grid, and how far that may be wrong. Between the centres of cells,
 * nearness (one over the distance) is interpolated: over a flat wall it is a smooth function of the direction.
 */
import { fromHalf } from './half.ts';
import type { DepthGrid } from './readDepth.ts';

export interface WallDistance {
  /** Along the ray, metres. */
  readonly metres: number;
  /** Bound of its error, metres. */
  readonly error: number;
}

export interface DepthAccuracy {
  /** Of the file's numbers. */
  readonly metresPerUnit: number;
  /** How far a distance of the file may be off by itself, metres; 0 where nobody said. */
  readonly error?: number;
}

/** A half float's own rounding, relative. */
const HALF_ROUNDING = 2 ** -12;
/** Neighbours whose second difference is a larger part of the nearness lie on both sides of an edge. */
const EDGE = 0.02;

/**
 * `yaw` and `pitch` in the panorama's own frame, radians. Null where the depth is unknown.
 *
 * The error is the sum of the file's own, half its unit, the rounding of the grid, and that of the interpolation: at
 * most an eighth of the second difference each way (the remainder of linear interpolation), or at an edge, where it
 * might be either surface, the whole difference.
 */
export function readDistance(
  grid: DepthGrid,
  yaw: number,
  pitch: number,
  { metresPerUnit, error = 0 }: DepthAccuracy,
): WallDistance | null {
  const x = (yaw / (2 * Math.PI) + 0.5) * grid.width - 0.5;
  const y = (0.5 - pitch / Math.PI) * grid.height - 0.5;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const [fx, fy] = [x - left, y - top];
  const at = (column: number, row: number): number => nearnessAt(grid, column, row);
  const nearest = at(Math.round(x), Math.round(y));
  if (nearest === 0) return null;
  const square = [at(left, top), at(left + 1, top), at(left, top + 1), at(left + 1, top + 1)] as const;
  const [a, b, c, d] = square;
  const isWhole = square.every((value) => value > 0);
  const bendX = Math.max(bendOf(at, left, top, 1, 0), bendOf(at, left + 1, top, 1, 0), bendOf(at, left, top + 1, 1, 0), bendOf(at, left + 1, top + 1, 1, 0)); // prettier-ignore
  const bendY = Math.max(bendOf(at, left, top, 0, 1), bendOf(at, left + 1, top, 0, 1), bendOf(at, left, top + 1, 0, 1), bendOf(at, left + 1, top + 1, 0, 1)); // prettier-ignore
  const isEdge = !isWhole || bendX + bendY > EDGE * nearest;
  const nearness = isEdge ? nearest : (a * (1 - fx) + b * fx) * (1 - fy) + (c * (1 - fx) + d * fx) * fy;
  const known = square.filter((value) => value > 0);
  const spread = isEdge ? Math.max(...known) - Math.min(...known) : (bendX + bendY) / 8;
  const metres = 1 / nearness;
  const ofGrid = (spread + nearness * HALF_ROUNDING) * metres * metres;
  return { metres, error: ofGrid + metresPerUnit / 2 + error };
}

/** How much a cell lies off the straight line between its two neighbours. */
function bendOf(at: (x: number, y: number) => number, x: number, y: number, dx: number, dy: number): number {
  const [before, here, after] = [at(x - dx, y - dy), at(x, y), at(x + dx, y + dy)];
  return before > 0 && here > 0 && after > 0 ? Math.abs(before - 2 * here + after) : 0;
}

/** Columns go round; beyond a pole the cell next to it counts. */
function nearnessAt({ width, height, nearness }: DepthGrid, column: number, row: number): number {
  const x = ((column % width) + width) % width;
  const y = Math.min(height - 1, Math.max(0, row));
  return fromHalf(nearness[y * width + x] ?? 0);
}
