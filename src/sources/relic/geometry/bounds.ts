/** Boxes of what is drawn, and what to do with a size that nobody can mean. */
import { type Matrix, movePoint, multiply } from './matrix.ts';
import type { Box } from './mend.ts';

/** Nothing farther from its own origin, or larger, stands in an exhibition; metres. */
const LARGEST = 100_000;
/** Nothing smaller can be looked at, metres: a grain of pollen has ten times as much. */
const SMALLEST = 1e-6;

/** The box around a moved box. */
export function moveBox(matrix: Matrix, { min, max }: Box): Box {
  const low: [number, number, number] = [Infinity, Infinity, Infinity];
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let corner = 0; corner < 8; corner++) {
    const pick = (axis: 0 | 1 | 2): number => ((corner >> axis) & 1 ? max[axis] : min[axis]);
    const point = movePoint(matrix, pick(0), pick(1), pick(2));
    for (const axis of [0, 1, 2] as const) {
      low[axis] = Math.min(low[axis], point[axis]);
      high[axis] = Math.max(high[axis], point[axis]);
    }
  }
  return { min: low, max: high };
}

export function joinBoxes(boxes: Iterable<Box>): Box | null {
  let min: [number, number, number] | null = null;
  let max: [number, number, number] | null = null;
  for (const box of boxes) {
    if (!min || !max) {
      [min, max] = [[...box.min], [...box.max]];
      continue;
    }
    for (const axis of [0, 1, 2] as const) {
      min[axis] = Math.min(min[axis], box.min[axis]);
      max[axis] = Math.max(max[axis], box.max[axis]);
    }
  }
  return min && max && { min, max };
}

export function isNear({ min, max }: Box): boolean {
  return [...min, ...max].every((value) => Math.abs(value) <= LARGEST);
}

export function sizeOf({ min, max }: Box): number {
  return Math.max(max[0] - min[0], max[1] - min[1], max[2] - min[2]);
}

/** Brings a box of no credible size or place to a metre about the origin; null where it may stay as it is. */
export function fitToHall(box: Box): Matrix | null {
  const size = sizeOf(box);
  if (isNear(box) && (size === 0 || size >= SMALLEST)) return null;
  const scale = size > 0 ? 1 / size : 1;
  const middle = ([0, 1, 2] as const).map((axis) => box.min[axis] / 2 + box.max[axis] / 2);
  const toOrigin: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, ...middle.map((value) => -value), 1];
  return multiply([scale, 0, 0, 0, 0, scale, 0, 0, 0, 0, scale, 0, 0, 0, 0, 1], toOrigin);
}
