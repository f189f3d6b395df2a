/** How far the wall is in a direction, from a depth grid, and how far that may be wrong. */
import { fromHalf } from './half.ts';
import { cellIndex, interpolateNearness, type NearnessAt } from './interpolate.ts';
import type { DepthGrid } from './readDepth.ts';

export interface WallDistance {
  /** Along the ray, metres. */
  readonly metres: number;
  /** Bound of its error, metres. */
  readonly error: number;
}

/** How exact a file's distances are, as the document says it. */
export interface DepthAccuracy {
  /** Of the file's numbers. */
  readonly metresPerUnit: number;
  /** How far a distance of the file may be off by itself, metres; 0 where nobody said. */
  readonly error?: number | undefined;
  /** The same as a part of the distance. */
  readonly errorShare?: number | undefined;
  /** The same of one over the distance, per metre: what disparities and inverse depth are off by. */
  readonly errorNearness?: number | undefined;
}

/** A half float's own rounding, relative, at most. */
const HALF_ROUNDING = 2 ** -11;

/**
 * `yaw` and `pitch` in the panorama's own frame, radians. Null where the depth is unknown.
 *
 * The error is the sum of the file's own, half its unit, the rounding of the grid, and that of the interpolation; at an
 * edge, where it might be either surface, the way to the other one.
 */
export function readDistance(
  grid: DepthGrid,
  yaw: number,
  pitch: number,
  { metresPerUnit, error = 0, errorShare = 0, errorNearness = 0 }: DepthAccuracy,
): WallDistance | null {
  const x = (yaw / (2 * Math.PI) + 0.5) * grid.width - 0.5;
  const y = (0.5 - pitch / Math.PI) * grid.height - 0.5;
  const { width, height, nearness } = grid;
  const at: NearnessAt = (column, row) => fromHalf(nearness[cellIndex(width, height, column, row)] ?? 0);
  const found = interpolateNearness(at, x, y);
  if (!found) return null;
  const metres = 1 / found.nearness;
  const farthest = 1 / (found.lowest * (1 - HALF_ROUNDING));
  const nearest = 1 / (found.highest * (1 + HALF_ROUNDING));
  const ofGrid = Math.max(farthest - metres, metres - nearest);
  const ofFile = error + errorShare * metres + errorNearness * metres * metres;
  return { metres, error: ofGrid + metresPerUnit / 2 + ofFile };
}
