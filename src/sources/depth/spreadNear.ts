/**
 * Makes what stands before something else a little wider: wherever two neighbouring cells lie on both sides of an edge,
 * the nearer one's nearness spreads around it over whatever is farther. A net of points laid over the grid then has no
 * cell that holds parts of both: where such a cell is stretched by a step to the side, it shows what lies behind alone.
 */
import { fromHalf } from './half.ts';
import type { DepthGrid } from './readDepth.ts';

/** Neighbours that differ by a larger part of the nearer one's nearness may lie on both sides of an edge. */
const STEP = 0.03;
/** They do where the line through them bends by a larger part; over a flat wall it hardly does, however steep. */
const BEND = 0.02;
const HALVES = 0x7c00;

/** `radius` in radians, above 0. A new grid. */
export function spreadNear({ width, height, nearness }: DepthGrid, radius: number): DepthGrid {
  const near = listNear(nearness, width, height);
  const across = new Uint16Array(near.length);
  const row = new Uint16Array(width * 3);
  const spreadRow = new Uint16Array(width * 3);
  for (let y = 0; y < height; y++) {
    const cellsRound = (radius / (2 * Math.PI)) * width;
    const latitude = Math.PI * ((y + 0.5) / height - 0.5);
    const reach = Math.min(width >> 1, Math.ceil(cellsRound / Math.max(1e-6, Math.cos(latitude))));
    // Thrice round, so that the middle one knows both its sides.
    const cells = near.subarray(y * width, (y + 1) * width);
    for (let k = 0; k < 3; k++) row.set(cells, k * width);
    slideMost(row, spreadRow, reach);
    across.set(spreadRow.subarray(width, 2 * width), y * width);
  }
  const result = new Uint16Array(nearness);
  const column = new Uint16Array(height);
  const spreadColumn = new Uint16Array(height);
  const reach = Math.ceil((radius / Math.PI) * height);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) column[y] = across[y * width + x] ?? 0;
    slideMost(column, spreadColumn, reach);
    for (let y = 0; y < height; y++) {
      const at = y * width + x;
      result[at] = Math.max(result[at] ?? 0, spreadColumn[y] ?? 0);
    }
  }
  return { width, height, nearness: result };
}

/** The nearness of the cells on the nearer side of an edge; 0 elsewhere. Halves from 0 on are in the order of their bits. */
function listNear(halves: Uint16Array, width: number, height: number): Uint16Array {
  const values = new Float32Array(HALVES);
  for (let i = 0; i < HALVES; i++) values[i] = fromHalf(i);
  const near = new Uint16Array(halves.length);
  const valueAt = (at: number): number => values[halves[at] ?? 0] ?? 0;
  const mark = (before: number, a: number, b: number, after: number): void => {
    const [na, nb] = [valueAt(a), valueAt(b)];
    const nearer = Math.max(na, nb);
    if (Math.abs(na - nb) <= STEP * nearer) return;
    const bend = Math.max(Math.abs(valueAt(before) - 2 * na + nb), Math.abs(na - 2 * nb + valueAt(after)));
    if (bend <= BEND * nearer) return;
    const at = na > nb ? a : b;
    near[at] = halves[at] ?? 0;
  };
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) {
      const right = start + ((x + 1) % width);
      mark(start + ((x + width - 1) % width), start + x, right, start + ((x + 2) % width));
      if (y + 1 === height) continue;
      const at = start + x;
      mark(y > 0 ? at - width : at, at, at + width, y + 2 < height ? at + 2 * width : at + width);
    }
  }
  return near;
}

/** The most within `reach` cells to both sides, for every cell: a queue that falls, each cell in and out of it once. */
function slideMost(cells: Uint16Array, into: Uint16Array, reach: number): void {
  const { length } = cells;
  const queue = new Int32Array(length);
  let [head, tail] = [0, 0];
  for (let i = 0; i < length + reach; i++) {
    if (i < length) {
      const value = cells[i] ?? 0;
      while (tail > head && (cells[queue[tail - 1] ?? 0] ?? 0) <= value) tail--;
      queue[tail++] = i;
    }
    const middle = i - reach;
    if (middle < 0) continue;
    while ((queue[head] ?? 0) < middle - reach) head++;
    into[middle] = cells[queue[head] ?? 0] ?? 0;
  }
}
