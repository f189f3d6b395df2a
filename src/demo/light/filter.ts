/**
 * Takes the grain out of gathered light without washing over edges. Indirect light is smoothed widely (à-trous, after
 * H. Dammertz et al., "Edge-avoiding à-trous wavelet transform", 2010), direct light only to its neighbours, so shadows
 * stay crisp. Samples that lie inside a solid are filled from around.
 */
import { POINT_STRIDE, RAW_STRIDE } from '#demo/light/bakeTypes.ts';
import { GROUP_STRIDE, LIGHT_STRIDE, type PaintingLight } from '#demo/light/lightTypes.ts';
import type { LightGrid } from '#demo/light/points.ts';

/** Samples of which more than this share of rays meet back sides are buried. */
export const BURIED = 0.5;
/** How much brightness may differ between samples that are averaged, against their mean. */
const DIRECT_TOLERANCE = 0.3;
const INDIRECT_TOLERANCE = 0.6;
const INDIRECT_STEPS = [1, 2, 4];
/** B3 spline. */
const KERNEL = [3 / 8, 1 / 4, 1 / 16];

export function finishPainting(id: string, grid: LightGrid, points: Float32Array, raw: Float32Array): PaintingLight {
  const { width, height, cell, owner } = grid;
  const count = width * height;
  let direct = new Float32Array(count * LIGHT_STRIDE);
  let indirect = new Float32Array(count * LIGHT_STRIDE);
  const isKnown = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const point = owner[i]!;
    if (point < 0 || raw[point * RAW_STRIDE + RAW_STRIDE - 1]! > BURIED) continue;
    isKnown[i] = 1;
    const at = point * RAW_STRIDE;
    direct.set(raw.subarray(at, at + LIGHT_STRIDE), i * LIGHT_STRIDE);
    indirect.set(raw.subarray(at + LIGHT_STRIDE, at + 2 * LIGHT_STRIDE), i * LIGHT_STRIDE);
  }
  direct = smooth(direct, grid, points, isKnown, 1, DIRECT_TOLERANCE, 1);
  for (const step of INDIRECT_STEPS) indirect = smooth(indirect, grid, points, isKnown, step, INDIRECT_TOLERANCE, 2);
  for (let i = 0; i < direct.length; i++) direct[i]! += indirect[i]!;
  fillUnknown(direct, isKnown, width, height);
  return { painting: id, width, height, cell, values: direct };
}

function smooth(
  values: Float32Array,
  { width, height, cell, owner }: LightGrid,
  points: Float32Array,
  isKnown: Uint8Array,
  step: number,
  tolerance: number,
  reach: number,
): Float32Array<ArrayBuffer> {
  const result = new Float32Array(values.length);
  const farthest = (cell * step * reach * 2) ** 2;
  const weights = new Float64Array(3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (isKnown[i] === 0) continue;
      weights.fill(0);
      for (let b = -reach; b <= reach; b++)
        for (let a = -reach; a <= reach; a++) {
          const column = x + a * step;
          const row = y + b * step;
          if (column < 0 || row < 0 || column >= width || row >= height) continue;
          const j = row * width + column;
          if (isKnown[j] === 0) continue;
          const near = KERNEL[Math.abs(a)]! * KERNEL[Math.abs(b)]! * likeness(points, owner[i]!, owner[j]!, farthest);
          if (near > 0) addSample(values, result, weights, i * LIGHT_STRIDE, j * LIGHT_STRIDE, near, tolerance);
        }
      for (let k = 0; k < LIGHT_STRIDE; k++) result[i * LIGHT_STRIDE + k]! /= weights[(k / GROUP_STRIDE) | 0]!;
    }
  return result;
}

/** 1 for samples of one flat piece of wall, 0 across a corner or a gap. */
function likeness(points: Float32Array, i: number, j: number, farthest: number): number {
  const a = i * POINT_STRIDE;
  const b = j * POINT_STRIDE;
  const dx = points[a]! - points[b]!;
  const dy = points[a + 1]! - points[b + 1]!;
  const dz = points[a + 2]! - points[b + 2]!;
  if (dx * dx + dy * dy + dz * dz > farthest * 2) return 0;
  const cosine = points[a + 3]! * points[b + 3]! + points[a + 4]! * points[b + 4]! + points[a + 5]! * points[b + 5]!;
  return cosine < 0.5 ? 0 : cosine * cosine * cosine * cosine;
}

/** Each group is averaged on its own, with neighbours that are about as bright. */
function addSample(
  values: Float32Array,
  result: Float32Array,
  weights: Float64Array,
  i: number,
  j: number,
  near: number,
  tolerance: number,
): void {
  for (let group = 0; group < 3; group++) {
    const p = i + group * GROUP_STRIDE;
    const q = j + group * GROUP_STRIDE;
    const here = values[p]! + values[p + 1]! + values[p + 2]!;
    const there = values[q]! + values[q + 1]! + values[q + 2]!;
    const difference = (here - there) / ((here + there) * tolerance + 1e-6);
    const weight = near * Math.exp(-difference * difference);
    weights[group]! += weight;
    for (let k = 0; k < GROUP_STRIDE; k++) result[p + k]! += values[q + k]! * weight;
  }
}

/** Ring by ring, unknown samples take the mean of known neighbours. */
function fillUnknown(values: Float32Array, isKnown: Uint8Array, width: number, height: number): void {
  let ring: number[] = [];
  for (let i = 0; i < isKnown.length; i++) if (isKnown[i] === 0) ring.push(i);
  while (ring.length > 0) {
    const filled: number[] = [];
    const rest: number[] = [];
    for (const i of ring) (takeMean(values, isKnown, width, height, i) ? filled : rest).push(i);
    if (filled.length === 0) return;
    for (const i of filled) isKnown[i] = 1;
    ring = rest;
  }
}

function takeMean(values: Float32Array, isKnown: Uint8Array, width: number, height: number, i: number): boolean {
  const x = i % width;
  const y = (i - x) / width;
  let count = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
      const j = row * width + column;
      if (isKnown[j] !== 1) continue;
      count++;
      for (let k = 0; k < LIGHT_STRIDE; k++) values[i * LIGHT_STRIDE + k]! += values[j * LIGHT_STRIDE + k]!;
    }
  if (count === 0) return false;
  for (let k = 0; k < LIGHT_STRIDE; k++) values[i * LIGHT_STRIDE + k]! /= count;
  return true;
}
