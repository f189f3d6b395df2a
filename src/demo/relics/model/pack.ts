/**
 * Lays flat shapes side by side on a square. Shapes are bit rows on a coarse grid, grown by a gutter; each goes to the
 * first free place from the top, the tallest first, upright or turned by a quarter.
 */

/** A shape on the grid: which cells it covers. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  /** 1 where covered, row by row. */
  readonly cells: Uint8Array;
}

export interface Placement {
  readonly x: number;
  readonly y: number;
  /** Turned by a quarter: what was at (x, y) is at (height − 1 − y, x). */
  readonly isTurned: boolean;
}

/** Places in the order of the masks, or undefined where the square of `side` cells is too small. */
export function packMasks(masks: readonly Mask[], side: number): Placement[] | undefined {
  const words = Math.ceil(side / 32) + 2;
  const taken = new Uint32Array(words * side);
  const order = masks.map((_, i) => i);
  const extent = (mask: Mask) => Math.max(mask.width, mask.height);
  order.sort((a, b) => extent(masks[b]!) - extent(masks[a]!) || a - b);
  const result = new Array<Placement>(masks.length);
  // Small shapes do not look again where others of at least their size found no room.
  const firstRow = new Map<number, number>();
  for (const index of order) {
    const mask = masks[index]!;
    const size = mask.width * 4096 + mask.height;
    const from = firstRow.get(size) ?? 0;
    const upright = toRows(mask, false);
    const turned = toRows(mask, true);
    const a = findPlace(taken, words, side, upright, from);
    const b = findPlace(taken, words, side, turned, from);
    if (!a && !b) return undefined;
    const isTurned = !a || (b !== undefined && b.y + turned.height < a.y + upright.height);
    const place = (isTurned ? b : a)!;
    firstRow.set(size, Math.min(a?.y ?? side, b?.y ?? side));
    mark(taken, words, isTurned ? turned : upright, place.x, place.y);
    result[index] = { ...place, isTurned };
  }
  return result;
}

interface Rows {
  readonly width: number;
  readonly height: number;
  readonly words: number;
  readonly bits: Uint32Array;
}

function toRows(mask: Mask, isTurned: boolean): Rows {
  const width = isTurned ? mask.height : mask.width;
  const height = isTurned ? mask.width : mask.height;
  const words = Math.ceil(width / 32);
  const bits = new Uint32Array(words * height);
  for (let y = 0; y < mask.height; y++)
    for (let x = 0; x < mask.width; x++) {
      if (!mask.cells[y * mask.width + x]) continue;
      const column = isTurned ? mask.height - 1 - y : x;
      const row = isTurned ? x : y;
      bits[row * words + (column >> 5)]! |= 1 << (column & 31);
    }
  return { width, height, words, bits };
}

function findPlace(taken: Uint32Array, words: number, side: number, rows: Rows, from: number) {
  for (let y = from; y + rows.height <= side; y++)
    for (let x = 0; x + rows.width <= side; x++) if (isFree(taken, words, rows, x, y)) return { x, y };
  return undefined;
}

function isFree(taken: Uint32Array, words: number, rows: Rows, x: number, y: number): boolean {
  const shift = x & 31;
  const first = x >> 5;
  for (let row = 0; row < rows.height; row++) {
    const at = (y + row) * words + first;
    for (let word = 0; word < rows.words; word++) {
      const bits = rows.bits[row * rows.words + word]!;
      if (taken[at + word]! & (bits << shift)) return false;
      if (shift > 0 && taken[at + word + 1]! & (bits >>> (32 - shift))) return false;
    }
  }
  return true;
}

function mark(taken: Uint32Array, words: number, rows: Rows, x: number, y: number) {
  const shift = x & 31;
  const first = x >> 5;
  for (let row = 0; row < rows.height; row++) {
    const at = (y + row) * words + first;
    for (let word = 0; word < rows.words; word++) {
      const bits = rows.bits[row * rows.words + word]!;
      taken[at + word]! |= bits << shift;
      if (shift > 0) taken[at + word + 1]! |= bits >>> (32 - shift);
    }
  }
}
