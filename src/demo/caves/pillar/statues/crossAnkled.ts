/**
 * Figures that sit on a block with their ankles crossed, feet at y = 0, facing +z, 1.75 high: the Buddha of the great
 * niche in a clinging robe, and Maitreya as a bodhisattva, crowned, with a skirt and crossed scarves.
 */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { ellipsoid, roundBox, roundCone, smoothMax, smoothMin, sphere } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { paintScroll } from '#demo/statues/parts/clothPaint.ts';
import { hand, type HandPose } from '#demo/statues/parts/hand.ts';
import { foot } from '#demo/statues/parts/hand.ts';
import { layPigment, setPigment, weather } from '#demo/statues/parts/statueColour.ts';
import { createSolid } from '#demo/statues/solid.ts';
import { arcs, cord, hoops } from './folds.ts';
import { measureNorthernHead, type NorthernHead, paintNorthernHead, paintSkin } from './northernHead.ts';

const SKIN = 0;
const CROWN = 2;
const CLOTH = 3;
const EDGE = 4;
const THRONE = 5;
const SCARF = 6;

const RIGHT_HAND: HandPose = {
  wrist: [-0.27, 0.98, 0.235],
  scale: 0.105,
  fingers: [0.03, 0.99, 0.13],
  palm: [0, -0.13, 0.99],
  mirrored: false,
  bends: [0.06, 0.04, 0.1, 0.16],
  thumb: 0.2,
};
const LEFT_HAND: HandPose = {
  wrist: [0.27, 0.73, 0.27],
  scale: 0.105,
  fingers: [-0.08, -0.5, 0.86],
  palm: [0.1, 0.85, 0.5],
  mirrored: true,
  bends: [0.2, 0.25, 0.3, 0.3],
  thumb: 0.2,
};

function bareTrunk(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  let d = roundCone(x, y, z, 0, 0.66, 0, 0, 1.04, 0, 0.142, 0.155);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 1.1, 0, 0.24, 0.17, 0.14), 0.09);
  d = smoothMin(d, ellipsoid(ax, y, z, 0.085, 1.12, 0.085, 0.085, 0.07, 0.055), 0.06);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.76, 0.06, 0.13, 0.13, 0.12), 0.06);
  d = smoothMin(d, sphere(ax, y, z, 0.24, 1.195, -0.01, 0.08), 0.07);
  return smoothMin(d, roundCone(ax, y, z, 0.245, 1.17, -0.01, 0.305, 0.87, 0.03, 0.07, 0.058), 0.045);
}

function arms(x: number, y: number, z: number): number {
  const right = smoothMin(hand(x, y, z, RIGHT_HAND), roundCone(x, y, z, -0.305, 0.87, 0.03, -0.272, 0.99, 0.22, 0.056, 0.035), 0.03); // prettier-ignore
  const left = smoothMin(hand(x, y, z, LEFT_HAND), roundCone(x, y, z, 0.305, 0.87, 0.03, 0.272, 0.74, 0.255, 0.056, 0.035), 0.03); // prettier-ignore
  return Math.min(right, left);
}

/** The shin of a side ends beyond the middle: the ankles cross. */
function shin(x: number, y: number, z: number, side: number): number {
  const forward = side < 0 ? 0.07 : -0.01;
  return roundCone(x, y, z, side * 0.29, 0.58, 0.36, side * -0.07, 0.13, 0.36 + forward, 0.092, 0.058);
}

function feet(x: number, y: number, z: number): number {
  // Each foot lies outwards on the other side.
  const one = turned(x + 0.06, y, z - 0.37, -0.75, 0.19, true);
  const other = turned(x - 0.07, y, z - 0.46, 0.75, 0.19, false);
  return Math.min(one, other);
}

function turned(x: number, y: number, z: number, yaw: number, length: number, isLeft: boolean): number {
  const c = Math.cos(yaw);
  const s = Math.sin(yaw);
  return foot(x * c - z * s, y, x * s + z * c + length * 0.25, length, isLeft);
}

/** Thighs, shins and the cloth that hangs between them, with its cords. */
function legs(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  let d = roundCone(ax, y, z, 0.1, 0.65, 0, 0.29, 0.6, 0.36, 0.125, 0.1);
  d -= 0.007 * hoops(ax, y, z, 0.1, 0.65, 0, 0.29, 0.6, 0.36, 0.042) * smoothStep(0.5, 0.6, y);
  const shins = Math.min(
    shin(x, y, z, -1) - 0.007 * hoops(x, y, z, -0.29, 0.58, 0.36, 0.07, 0.13, 0.43, 0.04),
    shin(x, y, z, 1) - 0.007 * hoops(x, y, z, 0.29, 0.58, 0.36, -0.07, 0.13, 0.35, 0.04),
  );
  d = smoothMin(d, shins, 0.04);
  const spread = 0.16 + 0.1 * smoothStep(0.2, 0.55, y);
  const hem = 0.17 + 0.018 * Math.sin(x * 46);
  let fall = roundBox(x, y, z, 0, 0.36, 0.25, spread, 0.3, 0.07, 0.03);
  fall = smoothMax(fall, hem - y, 0.01) - 0.008 * cord(x / 0.045 + 0.5) - 0.004 * arcs(x, y, 0, 0.7, 0.06, 0.6);
  d = smoothMin(d, fall, 0.03);
  return smoothMax(d, 0.155 - y, 0.01);
}

/** A block with a moulded foot and top; lower than the lap, set back. */
function throne(x: number, y: number, z: number): number {
  const block = roundBox(x, y, z, 0, 0.27, -0.06, 0.4, 0.27, 0.26, 0.015);
  const top = roundBox(x, y, z, 0, 0.535, -0.05, 0.44, 0.035, 0.29, 0.015);
  return Math.min(block, top, roundBox(x, y, z, 0, 0.03, -0.05, 0.45, 0.035, 0.3, 0.012));
}

/** The breast and the shoulder that the robe leaves bare; positive inside the opening. */
function opening(x: number, y: number): number {
  const left = 0.075 + (y - 1.24) * 0.68 - x;
  const right = x + 0.2 - (y - 1.24) * 0.12;
  return Math.min(left, right, y - 0.9);
}

const BUDDHA_HEAD: NorthernHead = {
  pose: { x: 0, y: 1.475, z: 0.035, scale: 0.295, turn: 0, tilt: 0, nod: 0.12 },
  isBuddha: true,
  neckFoot: [0, 1.24, -0.02],
  neckRadius: 0.08,
};
const CROWNED_HEAD: NorthernHead = { ...BUDDHA_HEAD, isBuddha: false };

function measureCommon(x: number, y: number, z: number, shape: NorthernHead, out: Float64Array): number {
  measureNorthernHead(x, y, z, shape, out);
  const body = bareTrunk(x, y, z);
  out[SKIN] = Math.min(smoothMin(out[SKIN]!, body, 0.03), arms(x, y, z), feet(x, y, z));
  out[THRONE] = throne(x, y, z);
  return body;
}

function measureBuddha(x: number, y: number, z: number, out: Float64Array): void {
  const body = measureCommon(x, y, z, BUDDHA_HEAD, out);
  const front = smoothStep(-0.12, 0.04, z);
  let robe = body - 0.012 - 0.0075 * arcs(x, y, 0.21, 1.3, 0.046, 0.75) * front - 0.006 * cord(x / 0.05) * (1 - front);
  const inside = opening(x, y);
  if (z > -0.06) robe = smoothMax(robe, inside, 0.008);
  const sleeve = roundCone(x, y, z, 0.3, 0.9, 0.02, 0.27, 0.76, 0.2, 0.085, 0.072);
  robe = smoothMin(robe, sleeve - 0.006 * hoops(x, y, z, 0.3, 0.9, 0.02, 0.27, 0.76, 0.2, 0.036), 0.03);
  robe = smoothMin(
    robe,
    roundCone(x, y, z, 0.31, 0.82, 0.1, 0.36, 0.5, 0.16, 0.06, 0.03) - 0.006 * cord(x / 0.03),
    0.03,
  );
  out[CLOTH] = smoothMin(robe, legs(x, y, z), 0.05);
  // The hem: a band along the opening.
  out[EDGE] = z > -0.05 ? smoothMax(Math.abs(inside) - 0.026, Math.abs(body - 0.016) - 0.013, 0.006) : 9;
  out[SCARF] = 9;
}

function measureMaitreya(x: number, y: number, z: number, out: Float64Array): void {
  const body = measureCommon(x, y, z, CROWNED_HEAD, out);
  let skirt = smoothMax(body - 0.014 - 0.005 * cord(x / 0.04), y - 0.78 - 0.3 * x * x, 0.01);
  skirt = smoothMin(skirt, legs(x, y, z), 0.05);
  out[CLOTH] = skirt;
  const ring = Math.hypot(x, z) + (y - 1.2) * 0.55;
  out[EDGE] = smoothMax(Math.abs(body - 0.01) - 0.012, Math.abs(ring - 0.115) - 0.022, 0.006);
  out[EDGE] = Math.min(
    out[EDGE],
    smoothMax(Math.abs(body - 0.012) - 0.014, Math.abs(y - 0.79 - 0.3 * x * x) - 0.02, 0.006),
  );
  // Scarves from both shoulders cross before the belly and fall over the knees.
  const ax = Math.abs(x);
  const slant = ax - 0.03 - (y - 0.86) * 0.52;
  let scarf =
    z > 0 ? smoothMax(Math.abs(body - 0.014) - 0.012, Math.max(Math.abs(slant) - 0.034, 0.84 - y, y - 1.25), 0.006) : 9;
  scarf = Math.min(scarf, roundCone(ax, y, z, 0.05, 0.84, 0.17, 0.3, 0.7, 0.36, 0.03, 0.034));
  scarf = Math.min(scarf, roundBox(ax, y, z, 0.385, 0.46, 0.34, 0.04, 0.26, 0.016, 0.012) - 0.006 * cord(ax / 0.026));
  scarf = smoothMin(
    scarf,
    roundCone(ax, y, z, 0.29, 1.2, -0.06, 0.39, 0.72, 0.1, 0.03, 0.03) - 0.004 * cord(y / 0.05),
    0.02,
  );
  out[SCARF] = scarf;
}

/** Where a point lies between the cords of the robe: 1 on a cord, 0 in the cut beside it; for paint. */
function foldTone(x: number, y: number, z: number): number {
  if (y > 0.68) return arcs(x, y, 0.21, 1.3, 0.046, 0.75);
  return y < 0.5 || z > 0.4 ? hoops(Math.abs(x), y, z, 0.29, 0.58, 0.36, -0.07, 0.13, 0.39, 0.04) : 0.6;
}

function paint(
  isBuddha: boolean,
  region: number,
  x: number,
  y: number,
  z: number,
  layer: Layer,
  variant: number,
  out: SolidColour,
): void {
  const angle = Math.atan2(x, z);
  if (region <= CROWN) {
    if (y > 1.28) paintNorthernHead(region as 0 | 1 | 2, x, y, z, layer, isBuddha ? BUDDHA_HEAD : CROWNED_HEAD, out);
    else if (region === SKIN) paintSkin(out, x, y, z, layer);
    else setPigment(out, 'black', layer);
  } else if (region === CLOTH) {
    const cloth = isBuddha ? 'ochreRed' : (['malachite', 'azurite', 'redLead'] as const)[variant % 3]!;
    setPigment(out, cloth, layer);
    if (y < 0.215 && z > 0.1) setPigment(out, isBuddha ? 'malachite' : 'white', layer);
    if (isBuddha) layPigment(out, 'brown', layer, 0.4 * smoothStep(0.4, 0.05, foldTone(x, y, z)));
  } else if (region === EDGE) {
    setPigment(out, isBuddha ? 'malachite' : 'gold', layer);
    if (isBuddha) paintScroll(out, x, y, layer, 'white', 22);
  } else if (region === SCARF) {
    setPigment(out, (['azurite', 'white', 'malachite'] as const)[variant % 3]!, layer);
    layPigment(out, 'black', layer, smoothStep(0.4, 0.1, cord(Math.abs(x) / 0.026)) * 0.3);
  } else {
    setPigment(out, y > 0.5 || y < 0.065 ? 'azurite' : 'ochreRed', layer);
    if (y > 0.065 && y < 0.5) paintScroll(out, Math.abs(x) > 0.39 ? z : x, y, layer, 'malachiteLight', 9);
    else layPigment(out, 'white', layer, smoothStep(0.5, 0.8, cord(angle * 7)) * 0.8);
  }
  weather(out, layer, x, y, z, 0, isBuddha ? 0.9 : 1);
}

function create(id: string, isBuddha: boolean, cell: number): Solid {
  return createSolid({
    id,
    low: [-0.54, -0.03, -0.42],
    high: [0.54, 1.82, 0.68],
    cell,
    regions: 7,
    measure: isBuddha ? measureBuddha : measureMaitreya,
    paint(region, x, y, z, layer, variant, out) {
      paint(isBuddha, region, x, y, z, layer, variant, out);
    },
  });
}

export const GREAT_BUDDHA = create('greatBuddha', true, 0.0148);
/** Made at full size and put up at about half of it. */
export const MAITREYA = create('maitreya', false, 0.022);
