/** The body of a seated Buddha under and with its robe, metres; seat at y = 0, facing +z, about 1.2 high. */
import { chain, ellipsoid, roundCone, smoothMax, smoothMin, sphere, type ChainPoint } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { foldRidge } from '#demo/statues/parts/fold.ts';
import { hand, type HandPose } from '#demo/statues/parts/hand.ts';
import { neck, type HeadPose } from '#demo/statues/parts/head.ts';

export const BUDDHA_HEAD: HeadPose = { x: 0, y: 0.925, z: 0.03, scale: 0.275, turn: 0, tilt: 0, nod: 0.1 };

/** Raised, palm to the visitor: have no fear. */
const RIGHT_HAND: HandPose = {
  wrist: [-0.262, 0.47, 0.235],
  scale: 0.112,
  fingers: [0.02, 0.992, 0.12],
  palm: [0, -0.12, 0.993],
  mirrored: false,
  bends: [0.08, 0.05, 0.14, 0.2],
  thumb: 0.15,
};
/** On the knee, palm up. */
const LEFT_HAND: HandPose = {
  wrist: [0.235, 0.205, 0.285],
  scale: 0.112,
  fingers: [-0.28, -0.1, 0.955],
  palm: [0.05, 0.99, 0.12],
  mirrored: true,
  bends: [0.22, 0.24, 0.3, 0.34],
  thumb: 0.25,
};

/** The neck, from the trunk into the head. */
export function throat(x: number, y: number, z: number, radius: number): number {
  return neck(x, y, z, [0, 0.66, -0.02], [0, 0.82, 0.005], radius);
}

/** Trunk, shoulders and upper arms without cloth. */
export function trunk(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  let d = roundCone(x, y, z, 0, 0.14, -0.03, 0, 0.5, -0.03, 0.205, 0.2);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.52, -0.02, 0.245, 0.19, 0.165), 0.1);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.27, 0.035, 0.19, 0.15, 0.165), 0.08);
  // Full chest, as of one who holds his breath.
  d = smoothMin(d, ellipsoid(ax, y, z, 0.09, 0.545, 0.09, 0.1, 0.085, 0.07), 0.08);
  d = smoothMin(d, sphere(ax, y, z, 0.22, 0.615, -0.03, 0.098), 0.1);
  return smoothMin(d, roundCone(ax, y, z, 0.255, 0.59, -0.03, 0.32, 0.33, 0.04, 0.094, 0.09), 0.07);
}

export function bareHands(x: number, y: number, z: number): number {
  const right = smoothMin(
    hand(x, y, z, RIGHT_HAND),
    roundCone(x, y, z, -0.315, 0.33, 0.06, -0.262, 0.485, 0.232, 0.06, 0.034),
    0.03,
  );
  const left = smoothMin(
    hand(x, y, z, LEFT_HAND),
    roundCone(x, y, z, 0.315, 0.31, 0.06, 0.235, 0.205, 0.29, 0.06, 0.034),
    0.03,
  );
  return Math.min(right, left);
}

/** Crossed legs under cloth, without folds. */
function lap(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  let d = ellipsoid(ax, y, z, 0.3, 0.08, 0.1, 0.225, 0.105, 0.22);
  d = smoothMin(d, roundCone(ax, y, z, 0.43, 0.07, 0.16, 0.02, 0.075, 0.36, 0.088, 0.075), 0.06);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.06, 0.2, 0.36, 0.085, 0.2), 0.1);
  return smoothMin(d, ellipsoid(ax, y, z, 0.2, 0.1, 0, 0.2, 0.12, 0.18), 0.1);
}

/** Sole of the foot that lies on the other thigh. */
export function sole(x: number, y: number, z: number): number {
  const u = x * 0.96 + (z - 0.33) * 0.28;
  let d = ellipsoid(u - 0.09, y - 0.155, z - 0.335, 0, 0, 0, 0.115, 0.032, 0.052);
  for (let toe = 0; toe < 5; toe++)
    d = smoothMin(d, sphere(u, y, z, 0.205 + (toe === 4 ? 0.008 : 0), 0.158 - Math.abs(toe - 2) * 0.003, 0.292 + toe * 0.0205, toe === 4 ? 0.017 : 0.0125), 0.012); // prettier-ignore
  return d;
}

/** Folds that swing from the left shoulder across the chest and belly. */
function chestFolds(x: number, y: number, z: number): number {
  const px = x - 0.25;
  const py = y - 0.67;
  const r = Math.sqrt(px * px * 0.55 + py * py);
  const front = smoothStep(-0.1, 0.06, z);
  const swung =
    0.0115 *
    foldRidge(r * 44 + x * 2.2 + Math.sin(r * 9) * 0.5) *
    front *
    smoothStep(0.74, 0.62, y) *
    smoothStep(0.07, 0.16, r);
  return swung + 0.008 * foldRidge(x * 40 + y * 16) * (1 - front) * smoothStep(0.7, 0.5, y);
}

/** Folds that run with the shins and gather between the knees. */
function lapFolds(x: number, y: number, z: number): number {
  const across = z * 0.9 - x * x * 1.2 + (y - 0.05) * 0.35;
  const shin = 0.0095 * foldRidge(across * 34 + 0.4 + 0.35 * Math.sin(x * 6));
  const middle =
    0.006 * foldRidge((Math.hypot(x, (z - 0.5) * 0.8) + y * 0.4) * 52) * smoothStep(0.2, 0.05, Math.abs(x));
  return (
    (shin * smoothStep(0.02, 0.12, Math.abs(x)) + middle) * smoothStep(-0.12, 0.08, z) * smoothStep(-0.05, 0.02, y)
  );
}

/** Edge of the robe: how far inside its opening a point lies, positive on the bare chest. */
export function opening(x: number, y: number): number {
  return Math.min(0.058 + (y - 0.34) * 0.36 - Math.abs(x + 0.03 - (y - 0.36) * 0.02), y - 0.345);
}

export function robe(x: number, y: number, z: number, body: number): number {
  let d = body - 0.013 - chestFolds(x, y, z);
  if (z > -0.02) d = smoothMax(d, opening(x, y), 0.012);
  d = smoothMin(d, lap(x, y, z) - lapFolds(x, y, z), 0.045);
  return smoothMin(d, sleeves(x, y, z), 0.025);
}

function sleeves(x: number, y: number, z: number): number {
  let right = roundCone(x, y, z, -0.328, 0.34, 0.045, -0.288, 0.42, 0.14, 0.1, 0.088);
  right = smoothMax(right, -roundCone(x, y, z, -0.31, 0.38, 0.09, -0.235, 0.6, 0.3, 0.062, 0.05), 0.012);
  right = smoothMin(right, roundCone(x, y, z, -0.335, 0.32, 0.08, -0.385, 0.1, 0.15, 0.07, 0.05), 0.05);
  let left = roundCone(x, y, z, 0.328, 0.33, 0.045, 0.262, 0.24, 0.19, 0.1, 0.084);
  left = smoothMax(left, -roundCone(x, y, z, 0.3, 0.28, 0.1, 0.2, 0.175, 0.36, 0.06, 0.05), 0.012);
  left = smoothMin(left, roundCone(x, y, z, 0.335, 0.28, 0.08, 0.36, 0.1, 0.2, 0.07, 0.055), 0.05);
  return Math.min(right, left) - 0.0085 * foldRidge(x * 52 + z * 46 + y * 14);
}

const COLLAR: readonly ChainPoint[] = [[-0.088, 0.705, -0.03, 0.013], [-0.128, 0.64, 0.1, 0.013], [-0.096, 0.5, 0.178, 0.013], [-0.04, 0.365, 0.2, 0.013], [0.0, 0.342, 0.206, 0.013], [0.05, 0.375, 0.2, 0.013], [0.11, 0.5, 0.176, 0.013], [0.136, 0.64, 0.1, 0.013], [0.088, 0.705, -0.03, 0.013]]; // prettier-ignore

/** The robe's hem around the bare chest: a flat band, twice as wide as thick. */
export function collar(x: number, y: number, z: number, body: number): number {
  if (y < 0.28 || y > 0.78) return Math.max(0.28 - y, y - 0.78) + 0.05;
  const band = chain(x, y, z, COLLAR, 0.006) - 0.012;
  return smoothMax(band, Math.abs(body - 0.019) - 0.011, 0.008) - 0.002 * foldRidge(chain(x, y, z, COLLAR) * 170);
}

/** The inner garment, slanting over the chest and tied. */
export function innerRobe(x: number, y: number, body: number): number {
  return smoothMax(body - 0.006, Math.max(0.335 - y, y - (0.505 - (x + 0.02) * 0.72)), 0.008);
}
