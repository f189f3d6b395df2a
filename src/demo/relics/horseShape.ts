/** The horse as distances: body, hooves, mane, tail, saddle cloth, saddle, straps, pendants, slab. */
import { chain, ellipsoid, roundBox, roundCone, smoothMax, smoothMin, torus } from '#demo/form/fields.ts';
import type { ChainPoint } from '#demo/form/fields.ts';
import { ramp } from './matter/tint.ts';

export const HORSE_PARTS = ['body', 'hoof', 'mane', 'tail', 'cloth', 'saddle', 'strap', 'pendant', 'slab'] as const;
export type HorsePart = (typeof HORSE_PARTS)[number];

export interface HorseShape {
  /** Distance to the whole; remembers those to the parts for `kind`. */
  measure(x: number, y: number, z: number): number;
  /** The part nearest to the last point measured. */
  kind(): HorsePart;
  /** Metres from the middle of the nearer eye; large elsewhere. */
  eyeAt(x: number, y: number, z: number): number;
  /** Strands of hair and pleats, metres outward. */
  relief(x: number, y: number, z: number): number;
}

const NECK: readonly ChainPoint[] = [
  [0, 0.372, 0.135, 0.076], [0, 0.435, 0.188, 0.067], [0, 0.5, 0.222, 0.056], [0, 0.556, 0.24, 0.047], [0, 0.598, 0.25, 0.041],
]; // prettier-ignore
const CREST: readonly ChainPoint[] = [
  [0, 0.442, 0.108, 0.017], [0, 0.506, 0.158, 0.02], [0, 0.566, 0.19, 0.021], [0, 0.618, 0.214, 0.019], [0, 0.642, 0.246, 0.014],
]; // prettier-ignore
const FORE_LEG: readonly ChainPoint[] = [
  [0.046, 0.335, 0.122, 0.046], [0.05, 0.272, 0.112, 0.034], [0.05, 0.21, 0.124, 0.0225], [0.05, 0.19, 0.126, 0.0232], [0.05, 0.166, 0.122, 0.0165],
  [0.05, 0.112, 0.119, 0.0142], [0.05, 0.088, 0.119, 0.0178], [0.05, 0.056, 0.13, 0.0142],
]; // prettier-ignore
const HIND_LEG: readonly ChainPoint[] = [
  [0.042, 0.375, -0.128, 0.068], [0.05, 0.3, -0.108, 0.048], [0.053, 0.245, -0.143, 0.031], [0.053, 0.204, -0.178, 0.0205], [0.053, 0.186, -0.176, 0.0205],
  [0.053, 0.15, -0.17, 0.0158], [0.053, 0.112, -0.166, 0.0148], [0.053, 0.087, -0.164, 0.018], [0.053, 0.056, -0.15, 0.0145],
]; // prettier-ignore
const TAIL: readonly ChainPoint[] = [
  [0, 0.412, -0.196, 0.019], [0, 0.424, -0.228, 0.019], [0, 0.395, -0.256, 0.022], [0, 0.335, -0.262, 0.0195], [0, 0.292, -0.25, 0.012], [0, 0.27, -0.238, 0.005],
]; // prettier-ignore
/** Pendants of breast and rump: middle, and how far they face sideways. */
const PENDANTS = [
  [0, 0.29, 0.207], [0.04, 0.292, 0.192], [0.072, 0.304, 0.15], [0.079, 0.316, -0.095], [0.086, 0.322, -0.15], [0.062, 0.33, -0.2],
] as const; // prettier-ignore
/** The head is turned about the poll, to the left of the horse. */
const TURN = 0.3;
const POLL = { y: 0.6, z: 0.25 } as const;
const COS = Math.cos(TURN);
const SIN = Math.sin(TURN);

export function createHorseShape(): HorseShape {
  const parts = new Float64Array(HORSE_PARTS.length).fill(1);

  function trunk(x: number, ax: number, y: number, z: number): number {
    let d = roundCone(x, y, z, 0, 0.362, 0.1, 0, 0.368, -0.11, 0.08, 0.077);
    d = smoothMin(d, ellipsoid(x, y, z, 0, 0.342, 0.142, 0.07, 0.085, 0.066), 0.045);
    d = smoothMin(d, ellipsoid(ax, y, z, 0.034, 0.383, -0.135, 0.056, 0.07, 0.082), 0.045);
    d = smoothMin(d, ellipsoid(x, y, z, 0, 0.325, -0.005, 0.069, 0.062, 0.125), 0.05);
    d = smoothMin(d, ellipsoid(x, y, z, 0, 0.436, 0.085, 0.02, 0.02, 0.055), 0.045);
    // Shoulder blade, breast in two halves, flank.
    d = smoothMin(d, roundCone(ax, y, z, 0.05, 0.405, 0.085, 0.052, 0.315, 0.135, 0.026, 0.032), 0.03);
    d = smoothMin(d, ellipsoid(ax, y, z, 0.027, 0.33, 0.185, 0.032, 0.045, 0.028), 0.02);
    d = smoothMax(d, -ellipsoid(ax, y, z, 0.096, 0.335, -0.055, 0.014, 0.05, 0.028), 0.03);
    return d;
  }

  function skull(x: number, y: number, z: number): number {
    if (y < 0.44 || z < 0.18) return 0.2;
    const dz = z - POLL.z;
    const u = x * COS - dz * SIN;
    const w = x * SIN + dz * COS + POLL.z;
    const au = Math.abs(u);
    let d = roundCone(u, y, w, 0, 0.603, 0.264, 0, 0.552, 0.313, 0.041, 0.033);
    d = smoothMin(d, roundCone(u, y, w, 0, 0.552, 0.313, 0, 0.498, 0.358, 0.0305, 0.0225), 0.016);
    // Jaw, cheek, nose bone, lips, chin.
    d = smoothMin(d, ellipsoid(au, y, w, 0.017, 0.562, 0.268, 0.019, 0.034, 0.034), 0.014);
    d = smoothMin(d, roundCone(u, y, w, 0, 0.545, 0.275, 0, 0.485, 0.34, 0.02, 0.0145), 0.016);
    d = smoothMin(d, roundCone(u, y, w, 0, 0.615, 0.3, 0, 0.528, 0.363, 0.012, 0.0125), 0.016);
    d = smoothMin(d, ellipsoid(u, y, w, 0, 0.484, 0.366, 0.0195, 0.0165, 0.019), 0.012);
    d = smoothMin(d, ellipsoid(u, y, w, 0, 0.471, 0.351, 0.0135, 0.0105, 0.0135), 0.008);
    const mouth = Math.abs((y - 0.474) * 0.8 + (w - 0.362) * -0.4);
    if (w > 0.334 && y < 0.5) d += 0.0026 * ramp(0.0028, 0.0004, mouth) * ramp(0.333, 0.342, w);
    d = smoothMin(d, torus3(au - 0.0135, y - 0.494, w - 0.379), 0.004);
    d = smoothMax(d, -ellipsoid(au, y, w, 0.0145, 0.494, 0.383, 0.0042, 0.006, 0.007), 0.003);
    // Brow, socket, ball, lids.
    d = smoothMin(d, ellipsoid(au, y, w, 0.028, 0.604, 0.287, 0.012, 0.009, 0.017), 0.01);
    d = smoothMax(d, -ellipsoid(au, y, w, 0.0385, 0.589, 0.298, 0.01, 0.0095, 0.0125), 0.006);
    d = smoothMin(d, ellipsoid(au, y, w, 0.0295, 0.589, 0.296, 0.0088, 0.0085, 0.0098), 0.0018);
    // A groove of the cheek bone.
    d +=
      0.0016 *
      ramp(0.004, 0.0006, Math.abs((w - 0.305) * 0.75 - (0.575 - y) * 0.66 - 0.004)) *
      ramp(0.012, 0.02, au) *
      ramp(0.51, 0.53, y) *
      ramp(0.585, 0.57, y);
    let ear = roundCone(au, y, w, 0.023, 0.63, 0.247, 0.027, 0.662, 0.252, 0.0118, 0.0032);
    ear = smoothMax(ear, -roundCone(au, y, w, 0.026, 0.637, 0.258, 0.03, 0.664, 0.263, 0.0066, 0.0018), 0.003);
    return smoothMin(d, ear, 0.007);
  }

  function legs(ax: number, y: number, z: number): number {
    if (y > 0.46) return 0.2;
    return z > 0 ? chain(ax, y, z, FORE_LEG, 0.011) : chain(ax, y, z, HIND_LEG, 0.012);
  }

  function hooves(ax: number, y: number, z: number): number {
    if (y > 0.1) return 0.1;
    const w = z > 0 ? z : z + 0.283;
    const u = z > 0 ? ax : ax - 0.003;
    let d = roundCone(u, y, w, 0.05, 0.05, 0.132, 0.05, 0.03, 0.138, 0.0165, 0.0225);
    d = smoothMax(d, 0.017 - y, 0.002);
    return d + 0.0012 * ramp(0.0016, 0.0004, Math.abs(y - 0.048));
  }

  /** Girths and reins follow the body; `b` is the distance to it. */
  function straps(b: number, ax: number, y: number, z: number): number {
    if (Math.abs(b) > 0.02) return b;
    const strap = (away: number, half: number) => Math.max(b - 0.0046, Math.abs(away) - half);
    let d = 1;
    if (z > 0.03 && y < 0.42) d = Math.max(strap(y - 0.318 - (0.2 - z) * 0.12, 0.0058), 0.06 - z);
    if (z < -0.07) d = Math.min(d, strap(y - 0.352 + (z + 0.14) * 0.2, 0.0056));
    // Over the rump to the tail.
    if (z < -0.08 && y > 0.36) d = Math.min(d, strap(ax - 0.001, 0.0055));
    if (y > 0.46 && z > 0.2) {
      const cheek = (y - 0.56) * 0.55 + (z - 0.292) * -0.1;
      d = Math.min(d, strap(y - 0.515 - (z - 0.345) * 0.95, 0.0036));
      d = Math.min(d, Math.max(strap(cheek + (z - 0.3) * 0.62, 0.0036), 0.525 - y));
      d = Math.min(d, Math.max(strap(y - 0.618 - (z - 0.27) * 0.5, 0.0036), 0.235 - z));
    }
    return d;
  }

  function pendants(ax: number, y: number, z: number): number {
    if (y < 0.25 || y > 0.36) return 0.2;
    let d = 1;
    for (const [px, py, pz] of PENDANTS) {
      const leaf = ellipsoid(ax, y, z, px, py, pz, 0.0105, 0.0165, 0.0105);
      d = Math.min(d, smoothMin(leaf, ellipsoid(ax, y, z, px, py + 0.018, pz, 0.0068, 0.0068, 0.0068), 0.003));
    }
    return d;
  }

  function saddle(b: number, ax: number, x: number, y: number, z: number): number {
    if (y < 0.33 || Math.abs(z) > 0.13) return 0.15;
    // A cover in falling folds, pommel and cantle under it.
    const fold = 0.0024 * Math.sin(z * 190 + ax * 30) * ramp(0.43, 0.38, y);
    let d = smoothMax(
      b - 0.0185 - fold,
      Math.max(Math.abs(z + 0.008) - 0.058, 0.352 + 0.004 * Math.sin(z * 95) - y),
      0.006,
    );
    d = smoothMin(d, ellipsoid(x, y, z, 0, 0.462, 0.04, 0.04, 0.021, 0.014), 0.016);
    return smoothMin(d, ellipsoid(x, y, z, 0, 0.464, -0.064, 0.05, 0.024, 0.015), 0.018);
  }

  function measure(x: number, y: number, z: number): number {
    const ax = Math.abs(x);
    let body = smoothMin(trunk(x, ax, y, z), chain(x * 1.12, y, z, NECK, 0.03), 0.04);
    body = smoothMin(body, skull(x, y, z), 0.02);
    body = smoothMin(body, legs(ax, y, z), 0.026);
    parts[0] = body;
    parts[1] = hooves(ax, y, z);
    let mane = y > 0.4 && z > 0.05 ? Math.max(chain(x, y, z, CREST, 0.02), ax - 0.0105) - 0.002 : 0.2;
    if (y > 0.56) mane = smoothMin(mane, ellipsoid(x - 0.004, y, z, 0, 0.622, 0.292, 0.0125, 0.024, 0.0125), 0.008);
    parts[2] = mane;
    let tail = z < -0.15 ? chain(x, y, z, TAIL, 0.012) : 0.2;
    if (z < -0.2) tail = smoothMin(tail, torus(x, y - 0.39, z + 0.256, 0.0195, 0.0065), 0.003);
    parts[3] = tail;
    const hem = 0.292 + 0.006 * Math.sin(z * 88) + 0.02 * ramp(0.05, 0.08, Math.abs(z + 0.008));
    parts[4] = smoothMax(body - 0.0085, Math.max(Math.abs(z + 0.008) - 0.08, hem - y), 0.004);
    parts[5] = saddle(body, ax, x, y, z);
    parts[6] = straps(body, ax, y, z);
    parts[7] = pendants(ax, y, z);
    parts[8] = roundBox(x, y, z, 0, 0.009, -0.012, 0.092, 0.0095, 0.225, 0.006);
    let d = smoothMin(body, parts[1], 0.004);
    d = smoothMin(d, parts[2], 0.006);
    d = smoothMin(d, parts[3], 0.006);
    d = smoothMin(d, parts[4], 0.0022);
    d = smoothMin(d, parts[5], 0.003);
    d = smoothMin(d, parts[6], 0.0014);
    d = smoothMin(d, parts[7], 0.002);
    return smoothMin(d, parts[8], 0.003);
  }

  function kind(): HorsePart {
    let nearest = 0;
    for (let i = 1; i < parts.length; i++) if (parts[i]! < parts[nearest]! - 0.0003) nearest = i;
    return HORSE_PARTS[nearest]!;
  }

  return {
    measure,
    kind,
    eyeAt(x, y, z) {
      if (y < 0.56 || z < 0.25) return 1;
      const dz = z - POLL.z;
      const u = Math.abs(x * COS - dz * SIN);
      const w = x * SIN + dz * COS + POLL.z;
      return u < 0.02 ? 1 : Math.hypot((y - 0.589) * 1.15, w - 0.2975);
    },
    relief(x, y, z) {
      if (y > 0.4 && z > 0.08 && z < 0.3 && Math.abs(x) < 0.016)
        return 0.0007 * Math.sin((y * 0.62 - z) * 900 + Math.sin(y * 60));
      if (z < -0.2) return 0.0007 * Math.sin(x * 700 + y * 160);
      return 0;
    },
  };
}

/** A small ring about the x axis: the rim of a nostril. */
function torus3(x: number, y: number, z: number): number {
  return Math.hypot(Math.hypot(y, z) - 0.0058, x) - 0.0032;
}
