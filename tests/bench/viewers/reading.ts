/** What the marks read back from a canvas mean. Pure: frames in, shares and moments out. */
import type { FrameRecord } from './instrument.ts';
import { LEVEL_SIZES } from './picture/pyramid.ts';
import { texelsPerPixel } from './view.ts';

/** Share of the sample points, 0 to 1, that show at least one texel to a device pixel, or the finest level there is. */
export function sharpShare(marks: string, yaw: number): number {
  let sharp = 0;
  for (let point = 0; point < marks.length; point += 1) if (isSharpAt(marks[point]!, point, yaw)) sharp += 1;
  return marks.length === 0 ? 0 : sharp / marks.length;
}

/** Whether every sample point shows some level of the picture. */
export function isFull(marks: string): boolean {
  return marks.length > 0 && !marks.includes('.');
}

/**
 * When a loading view became sharp for good: the reading after which none was less than sharp. Undefined while the
 * last one is not. `after` leaves out frames that were drawn before the view was asked for.
 */
export function sharpSince(frames: readonly FrameRecord[], after = 0): number | undefined {
  let since: number | undefined;
  for (const frame of frames) {
    if (!frame.marks || frame.t < after) continue;
    if (sharpShare(frame.marks, frame.yaw) < 1) since = undefined;
    else since ??= frame.readAt;
  }
  return since;
}

/** When the view was first filled without a hole. */
export function fullSince(frames: readonly FrameRecord[], after = 0): number | undefined {
  return frames.find((frame) => frame.marks && frame.t >= after && isFull(frame.marks))?.readAt;
}

function isSharpAt(mark: string, point: number, yaw: number): boolean {
  const finest = LEVEL_SIZES.length - 1;
  const level = Number.parseInt(mark, 10);
  if (Number.isNaN(level)) return false;
  return level >= finest || texelsPerPixel(point, yaw, LEVEL_SIZES[level]!) >= 1;
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Pearson's correlation of two series of the same length; 0 where one of them is flat. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const meanA = mean(a);
  const meanB = mean(b);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i += 1) {
    const da = a[i]! - meanA;
    const db = b[i]! - meanB;
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa * bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
