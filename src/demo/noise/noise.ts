/** Smooth noise: tiles that repeat without a seam for surfaces, and a field without tiles for solids. */
import { createRandom } from '#demo/noise/random.ts';

/** Hermite step from 0 at `a` to 1 at `b`; `a` may be above `b`. */
export function smoothStep(a: number, b: number, x: number): number {
  const t = (x - a) / (b - a);
  const held = t < 0 ? 0 : t > 1 ? 1 : t;
  return held * held * (3 - 2 * held);
}

/**
 * Fractal value noise on a tile that repeats at its edges, evened out so that every value in 0…1 is about as frequent as
 * any other: a threshold at 0.8 therefore covers a fifth of the tile.
 * `size` is a power of two, `base` the cells of the first octave, `gain` the weight of each octave against the last.
 */
export function createFbmTile(size: number, base: number, octaves: number, gain: number, seed: number): Float32Array {
  const sum = new Float32Array(size * size);
  const random = createRandom(seed);
  let amplitude = 1;
  let cells = base;
  for (let octave = 0; octave < octaves && cells <= size / 2; octave++) {
    addOctave(sum, size, cells, amplitude, random);
    amplitude *= gain;
    cells *= 2;
  }
  return evenOut(sum);
}

function addOctave(sum: Float32Array, size: number, cells: number, amplitude: number, random: () => number): void {
  const grid = new Float32Array(cells * cells);
  for (let i = 0; i < grid.length; i++) grid[i] = random();
  const step = cells / size;
  for (let y = 0; y < size; y++) {
    const v = y * step;
    const row = Math.floor(v);
    const fractionY = v - row;
    const weightY = fractionY * fractionY * (3 - 2 * fractionY);
    const top = (row % cells) * cells;
    const bottom = ((row + 1) % cells) * cells;
    for (let x = 0; x < size; x++) {
      const u = x * step;
      const left = Math.floor(u);
      const fractionX = u - left;
      const weightX = fractionX * fractionX * (3 - 2 * fractionX);
      const right = (left + 1) % cells;
      const upper = grid[top + left]! + (grid[top + right]! - grid[top + left]!) * weightX;
      const lower = grid[bottom + left]! + (grid[bottom + right]! - grid[bottom + left]!) * weightX;
      sum[y * size + x]! += amplitude * (upper + (lower - upper) * weightY);
    }
  }
}

/** Replaces every value by its rank among all values, by a histogram of 4096 bins. */
function evenOut(values: Float32Array): Float32Array {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const bins = 4096;
  const scale = (bins - 1) / (high - low);
  const counts = new Uint32Array(bins);
  for (const value of values) counts[Math.floor((value - low) * scale)]!++;
  const share = new Float32Array(bins + 1);
  let seen = 0;
  for (let i = 0; i < bins; i++) {
    share[i] = seen / values.length;
    seen += counts[i]!;
  }
  share[bins] = 1;
  for (let i = 0; i < values.length; i++) {
    const place = (values[i]! - low) * scale;
    const bin = Math.floor(place);
    values[i] = share[bin]! + (share[bin + 1]! - share[bin]!) * (place - bin);
  }
  return values;
}

/** Reads a tile between its samples; u and v run from 0 to 1 over the tile and repeat beyond. */
export function createSampler(tile: Float32Array, size: number): (u: number, v: number) => number {
  const mask = size - 1;
  return (u, v) => {
    const x = u * size;
    const y = v * size;
    const left = Math.floor(x);
    const top = Math.floor(y);
    const fractionX = x - left;
    const x0 = left & mask;
    const x1 = (left + 1) & mask;
    const row0 = (top & mask) * size;
    const row1 = ((top + 1) & mask) * size;
    const upper = tile[row0 + x0]! + (tile[row0 + x1]! - tile[row0 + x0]!) * fractionX;
    const lower = tile[row1 + x0]! + (tile[row1 + x1]! - tile[row1 + x0]!) * fractionX;
    return upper + (lower - upper) * (y - top);
  };
}

/** Smooth value noise in space, 0…1, one cell per unit; repeats after 256 units. */
export function createNoise3(seed: number): (x: number, y: number, z: number) => number {
  const random = createRandom(seed);
  const order = new Uint8Array(512);
  for (let i = 0; i < 256; i++) order[i] = i;
  for (let i = 255; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
  order.copyWithin(256, 0, 256);
  const values = new Float32Array(256);
  for (let i = 0; i < 256; i++) values[i] = random();
  const ease = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
  return (x, y, z) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const front = Math.floor(z);
    const a = ease(x - left);
    const b = ease(y - top);
    const c = ease(z - front);
    const i0 = order[left & 255]!;
    const i1 = order[(left + 1) & 255]!;
    const j = top & 255;
    const k = front & 255;
    const k1 = (front + 1) & 255;
    const p00 = order[i0 + j]!;
    const p01 = order[(i0 + j + 1) & 511]!;
    const p10 = order[i1 + j]!;
    const p11 = order[(i1 + j + 1) & 511]!;
    const near0 = values[order[p00 + k]!]! * (1 - a) + values[order[p10 + k]!]! * a;
    const near1 = values[order[p01 + k]!]! * (1 - a) + values[order[p11 + k]!]! * a;
    const far0 = values[order[p00 + k1]!]! * (1 - a) + values[order[p10 + k1]!]! * a;
    const far1 = values[order[p01 + k1]!]! * (1 - a) + values[order[p11 + k1]!]! * a;
    const near = near0 + (near1 - near0) * b;
    return near + (far0 + (far1 - far0) * b - near) * c;
  };
}
