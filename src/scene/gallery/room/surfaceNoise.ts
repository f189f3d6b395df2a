import {
  DataTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  RepeatWrapping,
  RGBAFormat,
  UnsignedByteType,
} from 'three';

const SIDE = 256;

/**
 * The grain of every surface of a hall in one small picture that repeats without a seam: red broad clouds, green fine
 * grain, blue thin veins, alpha single specks. The same every time.
 */
export function createSurfaceNoise(): DataTexture {
  const clouds = layer(1, [4, 8, 16], [0.55, 0.3, 0.15]);
  const grain = layer(2, [16, 32, 64], [0.45, 0.35, 0.2]);
  const ridges = layer(3, [5, 10, 20, 40], [0.5, 0.27, 0.15, 0.08]);
  const specks = layer(4, [128], [1]);
  const data = new Uint8Array(SIDE * SIDE * 4);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const ridge = 1 - Math.min(1, Math.abs((ridges[i] ?? 0) - 0.5) * 9);
    data[4 * i] = 255 * (clouds[i] ?? 0);
    data[4 * i + 1] = 255 * (grain[i] ?? 0);
    data[4 * i + 2] = 255 * ridge * ridge;
    data[4 * i + 3] = 255 * (specks[i] ?? 0);
  }
  const texture = new DataTexture(data, SIDE, SIDE, RGBAFormat, UnsignedByteType);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.anisotropy = 4;
  texture.needsUpdate = true;
  return texture;
}

/** Sums of value noise of these periods, stretched to 0 to 1. */
function layer(seed: number, periods: readonly number[], weights: readonly number[]): Float32Array {
  const sum = new Float32Array(SIDE * SIDE);
  periods.forEach((period, index) => addNoise(sum, seed * 101 + index, period, weights[index] ?? 0));
  let [least, most] = [Infinity, -Infinity];
  for (const value of sum) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  for (let i = 0; i < sum.length; i++) sum[i] = ((sum[i] ?? 0) - least) / (most - least);
  return sum;
}

function addNoise(out: Float32Array, seed: number, period: number, weight: number): void {
  const knots = new Float32Array(period * period);
  for (let i = 0; i < knots.length; i++) knots[i] = hash(seed, i);
  const step = period / SIDE;
  for (let y = 0; y < SIDE; y++) {
    const gy = y * step;
    const y0 = Math.floor(gy);
    const ty = smooth(gy - y0);
    const rowA = (y0 % period) * period;
    const rowB = ((y0 + 1) % period) * period;
    for (let x = 0; x < SIDE; x++) {
      const gx = x * step;
      const x0 = Math.floor(gx);
      const tx = smooth(gx - x0);
      const a = x0 % period;
      const b = (x0 + 1) % period;
      const upper = (knots[rowA + a] ?? 0) * (1 - tx) + (knots[rowA + b] ?? 0) * tx;
      const lower = (knots[rowB + a] ?? 0) * (1 - tx) + (knots[rowB + b] ?? 0) * tx;
      const at = y * SIDE + x;
      out[at] = (out[at] ?? 0) + weight * (upper * (1 - ty) + lower * ty);
    }
  }
}

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

function hash(seed: number, index: number): number {
  let h = Math.imul(index ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(seed, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}
