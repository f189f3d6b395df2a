/**
 * Heads in units of the face: chin at −0.5, hairline at 0.45, half width 0.42, face towards +z. Features are modelled
 * softly, for the painted brows, lids and lips carry the expression (`facePaint.ts`).
 */
import { ellipsoid, roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { bell } from '#demo/statues/parts/fold.ts';

export interface HeadShape {
  /** 1 full cheeks, 0 hollow ones with high bones. */
  readonly fullness: number;
  /** 0 smooth, 1 deeply lined. */
  readonly age: number;
  /** Length of the ear lobes: 1 as of a Buddha, 0.4 as of a monk. */
  readonly lobes: number;
}

export const SERENE: HeadShape = { fullness: 1, age: 0, lobes: 1 };
export const YOUNG_MONK: HeadShape = { fullness: 0.9, age: 0, lobes: 0.5 };
export const OLD_MONK: HeadShape = { fullness: 0.1, age: 1, lobes: 0.6 };

/** Where a head sits on a body: its middle, the height of its face, and how it is turned (radians). */
export interface HeadPose {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly scale: number;
  /** To the figure's left when positive. */
  readonly turn: number;
  /** Ear towards the shoulder. */
  readonly tilt: number;
  /** Chin towards the chest when positive. */
  readonly nod: number;
}

/** From the body's frame to the head's; writes three values into `out`. Distances there are 1 ÷ scale times larger. */
export function toHead(pose: HeadPose, x: number, y: number, z: number, out: Float64Array): void {
  let px = (x - pose.x) / pose.scale;
  let py = (y - pose.y) / pose.scale;
  let pz = (z - pose.z) / pose.scale;
  let c = Math.cos(pose.turn);
  let s = Math.sin(pose.turn);
  [px, pz] = [px * c - pz * s, px * s + pz * c];
  c = Math.cos(pose.tilt);
  s = Math.sin(pose.tilt);
  [px, py] = [px * c + py * s, -px * s + py * c];
  c = Math.cos(pose.nod);
  s = Math.sin(pose.nod);
  out[0] = px;
  out[1] = py * c + pz * s;
  out[2] = -py * s + pz * c;
}

/** Height of the mouth's line and of the eyes' middle, for modelling and paint alike. */
export const MOUTH_Y = -0.262;
export const EYE = { x: 0.178, y: -0.005, halfWidth: 0.118 } as const;

/** Distance in face units. */
export function head(x: number, y: number, z: number, shape: HeadShape): number {
  const ax = Math.abs(x);
  const { fullness, age } = shape;
  let d = ellipsoid(x, y, z, 0, 0.09, -0.07, 0.425, 0.5, 0.47);
  d = smoothMin(d, ellipsoid(x, y, z, 0, -0.18, 0.05, 0.36 + 0.02 * fullness, 0.34, 0.34), 0.16);
  d = smoothMin(d, ellipsoid(x, y, z, 0, -0.42, 0.22, 0.1, 0.085, 0.1), 0.14);
  d = smoothMin(d, ellipsoid(ax, y, z, 0.205, -0.14, 0.2, 0.14, 0.15, 0.13), 0.13);
  if (fullness < 0.6) {
    const hollow = 1 - fullness;
    d = smoothMin(d, ellipsoid(ax, y, z, 0.27, -0.055, 0.25, 0.08, 0.045, 0.07), 0.06);
    d = smoothMax(d, -ellipsoid(ax, y, z, 0.315, -0.23, 0.29, 0.08 * hollow, 0.13, 0.09 * hollow), 0.09);
  }
  if (z > -0.1) d = smoothMin(addFeatures(d, ax, y, z, age), noseAndLips(x, ax, y, z, d), 0.03);
  if (age > 0 && z > 0.1) d += age * linesOfAge(ax, y);
  return smoothMin(d, ear(ax, y, z, shape.lobes), 0.03);
}

/** Brow ridge running into the nose, sockets, and the swell of half-closed lids. */
function addFeatures(d: number, ax: number, y: number, z: number, age: number): number {
  const brow = y - 0.13 + (ax - 0.2) * (ax - 0.2) * 1.9;
  const ridge = Math.hypot(brow, z - 0.375 + ax * ax * 0.95) - 0.016 + smoothStep(0.27, 0.4, ax) * 0.06;
  let result = smoothMin(d, ridge, 0.06);
  result = smoothMax(result, -ellipsoid(ax, y, z, EYE.x, 0.04, 0.47, 0.14, 0.06 + 0.015 * age, 0.085), 0.07);
  const lid = ellipsoid(ax, y, z, EYE.x, EYE.y + 0.008, 0.318, 0.118, 0.06, 0.074);
  result = smoothMin(result, lid, 0.03);
  // The slit between the lids, drooping slightly outward.
  if (z > 0.2) result += 0.012 * bell(y - lidLine(ax), 0.011) * smoothStep(0.125, 0.09, Math.abs(ax - EYE.x));
  return result;
}

/** Height of the slit between the lids at a distance from the middle of the face. */
export function lidLine(ax: number): number {
  const across = (ax - EYE.x) / EYE.halfWidth;
  return EYE.y - 0.026 + 0.018 * across * across - 0.004 * across;
}

function noseAndLips(x: number, ax: number, y: number, z: number, face: number): number {
  let d = roundCone(x, y, z, 0, 0.13, 0.388, 0, -0.105, 0.468, 0.022, 0.044);
  d = smoothMin(d, ellipsoid(ax, y, z, 0.045, -0.118, 0.432, 0.036, 0.03, 0.044), 0.028);
  d = smoothMax(d, -ellipsoid(ax, y, z, 0.03, -0.152, 0.44, 0.016, 0.012, 0.02), 0.012);
  d = smoothMin(d, face, 0.045);
  const curve = ax * ax * 1.1;
  let lips = ellipsoid(ax, y - curve, z, 0.034, MOUTH_Y + 0.021, 0.402, 0.066, 0.021, 0.038);
  lips = smoothMin(lips, ellipsoid(x, y - curve, z, 0, MOUTH_Y - 0.022, 0.396, 0.078, 0.027, 0.04), 0.03);
  d = smoothMin(d, lips, 0.022);
  if (z > 0.2) {
    d += 0.006 * bell(y - MOUTH_Y - curve, 0.012) * smoothStep(0.15, 0.1, ax);
    d += 0.01 * bell(ax, 0.02) * bell(y + 0.19, 0.03);
    d += 0.014 * bell(ax - 0.125, 0.03) * bell(y - MOUTH_Y - 0.012, 0.03);
    d += 0.012 * bell(y - MOUTH_Y + 0.085, 0.03) * smoothStep(0.14, 0.05, ax);
  }
  return d;
}

/** Furrows of the brow, crow's feet, and the folds from nose to mouth; deeper is larger. */
function linesOfAge(ax: number, y: number): number {
  let depth = 0;
  for (let i = 0; i < 3; i++) {
    const line = y - 0.25 - i * 0.068 - 0.03 * Math.cos(ax * 9 + i);
    depth += 0.012 * bell(line, 0.014) * smoothStep(0.34, 0.22, ax);
  }
  const fold = ax - 0.075 - (-0.1 - y) * 0.52;
  depth += 0.022 * bell(fold, 0.022) * smoothStep(-0.37, -0.3, y) * smoothStep(-0.08, -0.13, y);
  for (let i = -1; i <= 1; i++)
    depth +=
      0.008 * bell(y - i * 0.045 * (ax - 0.26) * 14, 0.012) * smoothStep(0.28, 0.31, ax) * smoothStep(0.4, 0.36, ax);
  return depth + 0.012 * bell(ax - 0.035, 0.014) * bell(y - 0.17, 0.05);
}

function ear(ax: number, y: number, z: number, lobes: number): number {
  let d = ellipsoid(ax, y, z, 0.432, 0.0, -0.04, 0.042, 0.15, 0.085);
  const drop = 0.1 + 0.13 * lobes;
  d = smoothMin(d, ellipsoid(ax, y, z, 0.438, -0.1 - drop * 0.55, -0.005, 0.036, drop * 0.62, 0.05), 0.035);
  d = smoothMax(d, -ellipsoid(ax, y, z, 0.478, 0.025, -0.02, 0.025, 0.085, 0.042), 0.02);
  if (lobes > 0.8) d = smoothMax(d, -ellipsoid(ax, y, z, 0.45, -0.235, 0, 0.08, 0.055, 0.012), 0.012);
  return d;
}

/** Cap of snail-shell curls with the swelling on the crown, in face units. */
export function snailCurls(x: number, y: number, z: number): number {
  const line = 0.27 + 0.12 * smoothStep(-0.1, 0.4, z) - Math.abs(x) * 0.12 + (z < 0 ? z * 0.9 : 0);
  let d = smoothMax(ellipsoid(x, y, z, 0, 0.15, -0.1, 0.47, 0.47, 0.5), line - y, 0.03);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.6, -0.1, 0.23, 0.19, 0.23), 0.1);
  const polar = Math.acos(Math.max(-1, Math.min(1, (y - 0.1) / Math.max(0.2, Math.hypot(x, y - 0.1, z + 0.08)))));
  const row = polar * 14;
  const ring = Math.round(row);
  const count = Math.max(3, Math.round(29 * Math.sin(Math.max(0.15, polar))));
  const across = (Math.atan2(x, z + 0.08) * count) / (2 * Math.PI) + (ring & 1) * 0.5;
  const u = across - Math.round(across);
  const v = row - ring;
  const r = Math.sqrt(u * u + v * v);
  // Each curl is a small cone with a groove winding into it.
  return d - 0.036 * Math.exp(-r * r * 8) + 0.006 * Math.cos(Math.atan2(v, u) + r * 16) * bell(r, 0.4);
}

/** Hair combed up into a chignon, strand by strand, in face units. */
export function chignon(x: number, y: number, z: number): number {
  const line = 0.3 + 0.06 * smoothStep(-0.1, 0.4, z) - Math.abs(x) * 0.2 + (z < 0 ? z * 1.1 : 0);
  let d = smoothMax(ellipsoid(x, y, z, 0, 0.14, -0.09, 0.46, 0.465, 0.5), line - y, 0.03);
  const strands = Math.atan2(x, z + 0.1) * 15;
  d += 0.007 * Math.sin(strands * 2 + y * 5);
  let knot = ellipsoid(x, y, z, 0, 0.74, -0.13, 0.17, 0.22, 0.17);
  knot = smoothMin(knot, ellipsoid(x, y, z, 0, 0.9, -0.13, 0.11, 0.12, 0.1), 0.06);
  knot += 0.006 * Math.sin(strands * 1.6 + y * 34);
  return smoothMin(d, knot, 0.06);
}

/** A shaven skull, in face units; an old one is uneven. */
export function shavenSkull(x: number, y: number, z: number, bumpy: number): number {
  const d = ellipsoid(x, y, z, 0, 0.17, -0.12, 0.44, 0.48, 0.48);
  return bumpy > 0 ? d - bumpy * 0.012 * Math.sin(x * 11 + 1) * Math.sin(y * 9) * Math.sin(z * 10 + 2) : d;
}

/** Neck from the body into the head with its three soft rings; a to b in the body's frame. */
export function neck(
  x: number,
  y: number,
  z: number,
  bottom: readonly [number, number, number],
  top: readonly [number, number, number],
  radius: number,
): number {
  const d = roundCone(x, y, z, bottom[0], bottom[1], bottom[2], top[0], top[1], top[2], radius * 1.08, radius);
  const t = (y - bottom[1]) / (top[1] - bottom[1]);
  const rings = smoothStep(0.05, 0.2, t) * smoothStep(1, 0.8, t);
  return d + radius * 0.055 * bell(((t * 3.4) % 1) - 0.5, 0.16) * rings;
}
