/** A standing bodhisattva, slender and frontal, feet at y = 0, 1.3 high: bare breast, crossed scarves, a long skirt. */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import {
  chain,
  type ChainPoint,
  ellipsoid,
  roundBox,
  roundCone,
  smoothMax,
  smoothMin,
  sphere,
} from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { foot, hand, type HandPose } from '#demo/statues/parts/hand.ts';
import { layPigment, setPigment, weather } from '#demo/statues/parts/statueColour.ts';
import { createSolid } from '#demo/statues/solid.ts';
import { arcs, cord } from './folds.ts';
import { measureNorthernHead, type NorthernHead, paintNorthernHead, paintSkin } from './northernHead.ts';

const SKIN = 0;
const CROWN = 2;
const SKIRT = 3;
const SCARF = 4;
const JEWEL = 5;
const LOTUS = 6;
const BASE = 7;

const HEAD: NorthernHead = {
  pose: { x: 0.004, y: 1.12, z: 0.02, scale: 0.165, turn: -0.12, tilt: 0.06, nod: 0.12 },
  isBuddha: false,
  neckFoot: [0, 0.95, -0.01],
  neckRadius: 0.042,
};
const RAISED: HandPose = {
  wrist: [-0.1, 0.8, 0.125],
  scale: 0.062,
  fingers: [0.45, 0.87, 0.2],
  palm: [0.3, -0.35, 0.88],
  mirrored: false,
  bends: [0.5, 0.55, 0.6, 0.6],
  thumb: 0.7,
};
const LOWERED: HandPose = {
  wrist: [0.2, 0.6, 0.03],
  scale: 0.06,
  fingers: [0.05, -0.98, 0.18],
  palm: [-0.95, 0, 0.3],
  mirrored: true,
  bends: [0.25, 0.3, 0.3, 0.35],
  thumb: 0.2,
};

function bareBody(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  let d = ellipsoid(x, y, z, 0, 0.87, -0.005, 0.125, 0.115, 0.075);
  d = smoothMin(d, roundCone(x, y, z, 0, 0.66, 0.005, 0, 0.82, 0, 0.085, 0.082), 0.05);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.69, 0.035, 0.075, 0.08, 0.062), 0.04);
  d = smoothMin(d, ellipsoid(ax, y, z, 0.05, 0.88, 0.045, 0.048, 0.04, 0.032), 0.035);
  return smoothMin(d, sphere(ax, y, z, 0.13, 0.93, -0.01, 0.042), 0.045);
}

function limbs(x: number, y: number, z: number): number {
  let right = roundCone(x, y, z, -0.14, 0.92, -0.01, -0.19, 0.74, 0.02, 0.039, 0.034);
  right = smoothMin(right, roundCone(x, y, z, -0.19, 0.74, 0.02, -0.105, 0.795, 0.12, 0.034, 0.02), 0.02);
  right = smoothMin(right, hand(x, y, z, RAISED), 0.015);
  let left = roundCone(x, y, z, 0.14, 0.92, -0.01, 0.185, 0.75, 0, 0.039, 0.033);
  left = smoothMin(left, roundCone(x, y, z, 0.185, 0.75, 0, 0.2, 0.61, 0.03, 0.032, 0.02), 0.02);
  left = smoothMin(left, hand(x, y, z, LOWERED), 0.015);
  return Math.min(
    right,
    left,
    foot(x - 0.062, y - 0.03, z - 0.01, 0.13, true),
    foot(x + 0.062, y - 0.03, z - 0.01, 0.13, false),
  );
}

function skirt(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  const t = (y - 0.06) / 0.62;
  const radius =
    0.118 - 0.028 * smoothStep(0, 0.4, t) + 0.028 * smoothStep(0.4, 0.85, t) - 0.03 * smoothStep(0.85, 1.05, t);
  let d = (Math.hypot(x, z * 1.35) - radius) * 0.85;
  // Two legs show through the cloth.
  d = smoothMin(d, roundCone(ax, y, z, 0.055, 0.1, 0.02, 0.06, 0.58, 0.02, 0.05, 0.075), 0.05);
  d -=
    0.006 * arcs(ax, y, 0.058, 0.75, 0.036, 1.6) * smoothStep(0, 0.03, z) +
    0.006 * cord(x / 0.035) * smoothStep(0.03, 0, z);
  const flare = roundBox(x, y, z, 0, 0.1, 0.01, 0.15 - 0.25 * (y - 0.04), 0.05, 0.05, 0.02) - 0.006 * cord(x / 0.04);
  d = smoothMin(d, flare, 0.05);
  d = smoothMax(d, y - 0.695 - 0.4 * x * x, 0.01);
  return smoothMax(d, 0.055 - y + 0.012 * Math.sin(x * 60), 0.008);
}

/** One side's fall, its depth stretched as in `scarves`. */
const FALL: readonly ChainPoint[] = [
  [0.185, 0.77, -0.05, 0.02],
  [0.225, 0.6, -0.02, 0.03],
  [0.2, 0.42, 0.03, 0.03],
  [0.245, 0.24, 0.03, 0.04],
  [0.265, 0.06, 0.04, 0.058],
];

function scarves(x: number, y: number, z: number, body: number): number {
  const ax = Math.abs(x);
  const slant = ax - 0.012 - (y - 0.66) * 0.42;
  let d =
    z > 0 ? smoothMax(Math.abs(body - 0.01) - 0.009, Math.max(Math.abs(slant) - 0.026, 0.64 - y, y - 0.96), 0.005) : 9;
  // Below the knot they swing out over the thighs and back to the arms.
  d = Math.min(d, roundCone(ax, y, z, 0.012, 0.65, 0.1, 0.105, 0.43, 0.092, 0.016, 0.018));
  d = smoothMin(d, roundCone(ax, y, z, 0.105, 0.43, 0.092, 0.2, 0.66, 0.03, 0.018, 0.015), 0.02);
  // And fall from the elbows in slow waves, flat and widening to a point.
  const fall = chain(ax, y, z * 2.2, FALL, 0.02) - 0.004 * cord(ax / 0.02 + y * 3);
  d = Math.min(d, smoothMax(fall, 0.035 - y + Math.abs(ax - 0.265) * 0.7, 0.006) * 0.5);
  return Math.min(
    d,
    smoothMax(Math.abs(sphere(x, y, z, 0, 0.95, -0.03, 0.16)) - 0.008, Math.max(z + 0.02, 0.9 - y), 0.01),
  );
}

function measure(x: number, y: number, z: number, out: Float64Array): void {
  measureNorthernHead(x, y, z, HEAD, out);
  const body = bareBody(x, y, z);
  out[SKIN] = Math.min(smoothMin(out[SKIN]!, body, 0.025), limbs(x, y, z));
  out[SKIRT] = skirt(x, y, z);
  out[SCARF] = scarves(x, y, z, body);
  const ring = Math.hypot(x, z) + (y - 0.95) * 0.6;
  let jewel = smoothMax(Math.abs(body - 0.007) - 0.008, Math.abs(ring - 0.07) - 0.016, 0.004);
  jewel = Math.min(jewel, smoothMax(Math.abs(body - 0.012) - 0.012, Math.abs(y - 0.685 - 0.4 * x * x) - 0.012, 0.004));
  out[JEWEL] = jewel;
  out[LOTUS] = Math.min(
    roundCone(x, y, z, -0.085, 0.82, 0.145, -0.09, 0.93, 0.14, 0.008, 0.008),
    ellipsoid(x, y, z, -0.092, 0.965, 0.14, 0.03, 0.045, 0.03) + 0.004 * Math.sin(Math.atan2(x + 0.092, z - 0.14) * 5),
  );
  const r = Math.hypot(x, z - 0.01);
  out[BASE] =
    Math.max(r - 0.15 - 0.01 * cord((Math.atan2(x, z - 0.01) * 12) / (2 * Math.PI)), Math.abs(y - 0.014) - 0.018) -
    0.006;
}

function paint(region: number, x: number, y: number, z: number, layer: Layer, variant: number, out: SolidColour): void {
  const cloths = [
    ['malachite', 'azurite'],
    ['azurite', 'malachiteLight'],
  ] as const;
  const [cloth, scarf] = cloths[variant % 2]!;
  if (region <= CROWN) {
    if (region === SKIN && y < 0.98) paintSkin(out, x, y, z, layer);
    else paintNorthernHead(region as 0 | 1 | 2, x, y, z, layer, HEAD, out);
  } else if (region === SKIRT) {
    setPigment(out, cloth, layer);
    layPigment(out, 'white', layer, smoothStep(0.028, 0.02, Math.abs(y - 0.11)));
    if (y < 0.085) setPigment(out, 'cinnabar', layer);
  } else if (region === SCARF) {
    setPigment(out, scarf, layer);
    layPigment(out, 'black', layer, 0.3 * smoothStep(0.4, 0.1, cord(Math.abs(x) / 0.02 + y * 3)));
  } else if (region === JEWEL) {
    setPigment(out, 'gold', layer);
    layPigment(out, 'cinnabar', layer, smoothStep(0.6, 0.9, cord((x + z) / 0.03)));
    out.shine = layer === 'line-drawing' ? 0 : 0.3;
  } else if (region === LOTUS) setPigment(out, y > 0.925 ? 'white' : 'malachite', layer);
  else setPigment(out, 'ochreRed', layer);
  weather(out, layer, x + variant, y, z, 0, 1);
}

export const ATTENDANT: Solid = createSolid({
  id: 'attendant',
  low: [-0.36, -0.04, -0.24],
  high: [0.36, 1.34, 0.28],
  cell: 0.0105,
  regions: 8,
  measure,
  paint,
});
