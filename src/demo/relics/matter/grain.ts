/**
 * Noise in space for materials. A lattice of random values that repeats after 64 cells, read by smooth trilinear
 * interpolation; the lattice is shared, each seed looks at it from another place.
 */
import { createRandom } from '#demo/noise/random.ts';

const SIDE = 64;
const MASK = SIDE - 1;

const LATTICE = Float32Array.from({ length: SIDE ** 3 }, createRandom(90210));

export interface Grain {
  /** Value noise, 0…1, `frequency` cells a metre. */
  value(x: number, y: number, z: number, frequency: number): number;
  /** Four octaves, stretched so that it fills 0…1 well; mean one half. */
  cloud(x: number, y: number, z: number, frequency: number): number;
  /** Two octaves, 0…1: cheaper. */
  mist(x: number, y: number, z: number, frequency: number): number;
}

export function createGrain(seed: number): Grain {
  const values = LATTICE;
  const random = createRandom(seed);
  const ox = random() * SIDE;
  const oy = random() * SIDE;
  const oz = random() * SIDE;

  function at(x: number, y: number, z: number): number {
    const fx = Math.floor(x);
    const fy = Math.floor(y);
    const fz = Math.floor(z);
    let u = x - fx;
    let v = y - fy;
    let w = z - fz;
    u = u * u * (3 - 2 * u);
    v = v * v * (3 - 2 * v);
    w = w * w * (3 - 2 * w);
    const x0 = (fx & MASK) * SIDE * SIDE;
    const x1 = ((fx + 1) & MASK) * SIDE * SIDE;
    const y0 = (fy & MASK) * SIDE;
    const y1 = ((fy + 1) & MASK) * SIDE;
    const z0 = fz & MASK;
    const z1 = (fz + 1) & MASK;
    const a = values[x0 + y0 + z0]! * (1 - w) + values[x0 + y0 + z1]! * w;
    const b = values[x0 + y1 + z0]! * (1 - w) + values[x0 + y1 + z1]! * w;
    const c = values[x1 + y0 + z0]! * (1 - w) + values[x1 + y0 + z1]! * w;
    const d = values[x1 + y1 + z0]! * (1 - w) + values[x1 + y1 + z1]! * w;
    const e = a * (1 - v) + b * v;
    return e + (c * (1 - v) + d * v - e) * u;
  }

  return {
    value: (x, y, z, frequency) => at(x * frequency + ox, y * frequency + oy, z * frequency + oz),
    cloud(x, y, z, frequency) {
      let px = x * frequency + ox;
      let py = y * frequency + oy;
      let pz = z * frequency + oz;
      let sum = 0;
      let weight = 0.53;
      for (let octave = 0; octave < 4; octave++) {
        sum += at(px, py, pz) * weight;
        // Each octave is turned a little, so that lattice planes do not line up.
        const qx = px * 1.62 + pz * 1.24 + 7.3;
        pz = pz * 1.62 - px * 1.24 + 3.1;
        py = py * 2.04 + 5.7;
        px = qx;
        weight *= 0.52;
      }
      const stretched = (sum / 1.023 - 0.5) * 1.75 + 0.5;
      return stretched < 0 ? 0 : stretched > 1 ? 1 : stretched;
    },
    mist(x, y, z, frequency) {
      const px = x * frequency + ox;
      const py = y * frequency + oy;
      const pz = z * frequency + oz;
      const sum =
        at(px, py, pz) * 0.64 + at(px * 1.62 + pz * 1.24 + 7.3, py * 2.04 + 5.7, pz * 1.62 - px * 1.24) * 0.36;
      const stretched = (sum - 0.5) * 1.4 + 0.5;
      return stretched < 0 ? 0 : stretched > 1 ? 1 : stretched;
    },
  };
}

/** Nearest and second nearest of one random point per unit cell, and a number of the nearest, 0…1. */
export interface Cell {
  nearest: number;
  second: number;
  id: number;
}

/** S. Worley, "A cellular texture basis function", 1996. Writes into `out`; `out.second − out.nearest` is 0 on the borders. */
export function findCell(x: number, y: number, z: number, out: Cell): void {
  const cx = Math.floor(x);
  const cy = Math.floor(y);
  const cz = Math.floor(z);
  let first = 9;
  let second = 9;
  let id = 0;
  for (let i = -1; i <= 1; i++)
    for (let j = -1; j <= 1; j++)
      for (let k = -1; k <= 1; k++) {
        let hash =
          Math.imul(cx + i, 374761393) ^ Math.imul(cy + j, 668265263) ^ Math.imul(cz + k, 2147483647 ^ 0x5bd1e995);
        hash = Math.imul(hash ^ (hash >>> 13), 1274126177);
        hash ^= hash >>> 16;
        const dx = cx + i + (hash & 1023) / 1023 - x;
        const dy = cy + j + ((hash >>> 10) & 1023) / 1023 - y;
        const dz = cz + k + ((hash >>> 20) & 1023) / 1023 - z;
        const squared = dx * dx + dy * dy + dz * dz;
        if (squared < first) {
          second = first;
          first = squared;
          id = hash;
        } else if (squared < second) second = squared;
      }
  out.nearest = Math.sqrt(first);
  out.second = Math.sqrt(second);
  out.id = ((id >>> 4) & 0xffff) / 0xffff;
}
