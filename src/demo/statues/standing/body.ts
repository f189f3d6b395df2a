/** A standing bodhisattva without ornaments, metres: soles at y = 0.055, weight on one leg, about 1.15 high. */
import { ellipsoid, roundCone, smoothMax, smoothMin, sphere } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { foldRidge } from '#demo/statues/parts/fold.ts';
import { foot, hand, type HandPose } from '#demo/statues/parts/hand.ts';
import type { HeadPose } from '#demo/statues/parts/head.ts';

export const STANDING_HEAD: HeadPose = { x: 0.006, y: 1.045, z: 0.022, scale: 0.155, turn: 0, tilt: 0.09, nod: 0.1 };
/** How far the body sways to its left at a height: the hip that bears the weight is out, the head back over the feet. */
export function sway(y: number): number {
  return 0.02 * Math.sin((y - 0.1) * 3.4) * smoothStep(0, 0.3, y);
}

/** Raised, holding a lotus by its stem. */
const RIGHT_HAND: HandPose = { wrist: [-0.112, 0.785, 0.098], scale: 0.054, fingers: [0.12, 0.98, 0.15], palm: [0.1, -0.16, 0.98], mirrored: false, bends: [0.75, 0.8, 0.3, 0.22], thumb: 0.85 }; // prettier-ignore
/** Lowered, holding a flask by its neck. */
const LEFT_HAND: HandPose = { wrist: [0.16, 0.535, 0.062], scale: 0.054, fingers: [-0.05, -0.94, 0.34], palm: [-0.97, -0.03, -0.22], mirrored: true, bends: [0.65, 0.7, 0.75, 0.8], thumb: 0.7 }; // prettier-ignore

/** Trunk with a soft belly; x is already free of the sway. */
export function torso(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  let d = roundCone(x, y, z, 0, 0.62, 0, 0, 0.8, -0.005, 0.082, 0.1);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.845, -0.006, 0.118, 0.075, 0.078), 0.05);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.68, 0.03, 0.07, 0.055, 0.055), 0.05);
  d = smoothMin(d, ellipsoid(ax, y, z, 0.048, 0.842, 0.046, 0.046, 0.036, 0.032), 0.035);
  d = smoothMax(d, -sphere(x, y, z, 0, 0.69, 0.094, 0.008), 0.008);
  return smoothMin(d, sphere(ax, y, z, 0.122, 0.878, -0.008, 0.043), 0.05);
}

export function arms(x: number, y: number, z: number): number {
  let left = roundCone(x, y, z, 0.128, 0.872, -0.006, 0.172, 0.705, -0.005, 0.039, 0.031);
  left = smoothMin(left, roundCone(x, y, z, 0.172, 0.705, -0.005, 0.16, 0.54, 0.06, 0.031, 0.02), 0.02);
  let right = roundCone(x, y, z, -0.128, 0.872, -0.006, -0.18, 0.718, 0.01, 0.039, 0.031);
  right = smoothMin(right, roundCone(x, y, z, -0.18, 0.718, 0.01, -0.114, 0.78, 0.095, 0.031, 0.02), 0.02);
  return Math.min(left, right, hand(x, y, z, LEFT_HAND), hand(x, y, z, RIGHT_HAND));
}

export function feet(x: number, y: number, z: number): number {
  if (y > 0.17) return y - 0.12;
  const u = x * 0.985 - z * 0.17;
  const v = x * 0.985 + z * 0.17;
  return Math.min(
    foot(v - 0.047, y - 0.055, z + 0.025, 0.125, true),
    foot(u + 0.047, y - 0.055, z + 0.025, 0.125, false),
  );
}

/** The skirt: tight over the thighs, flaring at the feet; U-shaped folds on each leg, pleats between and behind. */
export function skirt(x: number, y: number, z: number): number {
  if (y > 0.7) return y - 0.62;
  const ax = Math.abs(x);
  const t = (y - 0.08) / 0.52;
  const girth =
    0.118 - 0.03 * smoothStep(0.1, 0.45, t) + 0.03 * smoothStep(0.45, 0.85, t) - 0.02 * smoothStep(0.85, 1.05, t);
  let d = (Math.hypot(x, z * 1.28) - girth) * 0.86;
  d = smoothMin(d, roundCone(x, y, z, -0.045, 0.56, 0.03, -0.05, 0.24, 0.045, 0.062, 0.046), 0.04);
  d = smoothMin(d, roundCone(x, y, z, 0.05, 0.56, 0.03, 0.055, 0.24, 0.04, 0.062, 0.046), 0.04);
  d = smoothMax(smoothMax(d, y - 0.615, 0.02), 0.078 + 0.006 * Math.cos(Math.atan2(x, z) * 7) - y, 0.012);
  const angle = Math.atan2(x, z);
  const onLeg = ax - 0.052;
  const swag = foldRidge((y + 20 * onLeg * onLeg) * 52 + Math.sin(y * 20) * 0.4);
  const pleats = foldRidge(angle * 11 + Math.sin(y * 9) * 0.35);
  const between = smoothStep(0.034, 0.014, ax);
  const upright = Math.max(between, smoothStep(0.2, 0.08, y), smoothStep(0.02, -0.03, z));
  const thigh = smoothStep(0, 0.03, z) * smoothStep(0.12, 0.2, y) * (1 - between);
  return d - 0.0075 * pleats * upright - 0.0055 * swag * thigh;
}

/** A short cloth over the hips with a pointed, pleated hem. */
export function apron(x: number, y: number, z: number): number {
  const angle = Math.atan2(x, z);
  let d = (Math.hypot(x, z * 1.22) - (0.104 + 0.012 * smoothStep(0.64, 0.52, y))) * 0.9;
  d = smoothMin(d, skirt(x, Math.min(y, 0.585), z) - 0.007, 0.02);
  d = smoothMax(d, y - 0.65, 0.008);
  const hem = 0.53 + 0.022 * Math.sin(angle * 6) - 0.03 * smoothStep(0.5, 0, Math.abs(angle));
  return smoothMax(d, hem - y, 0.006) - 0.0035 * foldRidge(angle * 13 + y * 4);
}
