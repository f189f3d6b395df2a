/** Noise for washes and silk, read straight from a tile: fast enough for every pixel of the scroll. */
import { createFbmTile } from '#demo/noise/noise.ts';

const SIZE = 512;
const MASK = SIZE - 1;
const tile = createFbmTile(SIZE, 8, 6, 0.55, 7103);
const softTile = createFbmTile(SIZE, 8, 2, 0.4, 1291);

/** Rough noise 0…1; repeats after 512 units, coarsest cells 64 units, finest 2. */
export function rough(x: number, y: number): number {
  return read(tile, x, y);
}

/** Soft noise 0…1; repeats after 512 units, cells of 64 and 32 units. */
export function soft(x: number, y: number): number {
  return read(softTile, x, y);
}

function read(from: Float32Array, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const u = x - left;
  const v = y - top;
  const x0 = left & MASK;
  const x1 = (left + 1) & MASK;
  const row0 = (top & MASK) * SIZE;
  const row1 = ((top + 1) & MASK) * SIZE;
  const upper = from[row0 + x0]! + (from[row0 + x1]! - from[row0 + x0]!) * u;
  const lower = from[row1 + x0]! + (from[row1 + x1]! - from[row1 + x0]!) * u;
  return upper + (lower - upper) * v;
}

/** A number 0…1 for a whole-numbered place. */
export function scatter(x: number, y: number, seed: number): number {
  let mixed = (Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
}
