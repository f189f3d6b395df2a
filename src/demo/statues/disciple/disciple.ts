/** A monk who stands with joined hands. Two heads go with the one body: the old Kashyapa and the young Ananda. */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { ellipsoid, roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { paintHem, paintPatchwork } from '#demo/statues/parts/clothPaint.ts';
import { OLD_FACE, paintFace, YOUNG_FACE, type FaceStyle } from '#demo/statues/parts/facePaint.ts';
import { bell, foldRidge } from '#demo/statues/parts/fold.ts';
import { foot, hand, type HandPose } from '#demo/statues/parts/hand.ts';
import {
  head,
  neck,
  OLD_MONK,
  shavenSkull,
  toHead,
  YOUNG_MONK,
  type HeadPose,
  type HeadShape,
} from '#demo/statues/parts/head.ts';
import { drum, lotusRow, petalRim, type LotusRow } from '#demo/statues/parts/lotusThrone.ts';
import { layPigment, setPigment, weather } from '#demo/statues/parts/statueColour.ts';
import { paintPetal } from '#demo/statues/seated/seatedBuddha.ts';
import { createSolid } from '#demo/statues/solid.ts';

/** Where the base stands, in the figure's frame; its soles are at y = 0.02. */
export const DISCIPLE_FLOOR = -0.045;
const POSE: HeadPose = { x: 0, y: 0.985, z: 0.022, scale: 0.162, turn: 0, tilt: -0.05, nod: 0.14 };

const joined = { scale: 0.064, bends: [0.03, 0, 0.03, 0.06], thumb: 0 } as const;
const RIGHT_HAND: HandPose = { ...joined, wrist: [-0.014, 0.655, 0.158], fingers: [0.05, 0.97, 0.235], palm: [0.9988, -0.0485, -0.012], mirrored: false }; // prettier-ignore
const LEFT_HAND: HandPose = { ...joined, wrist: [0.014, 0.655, 0.158], fingers: [-0.05, 0.97, 0.235], palm: [-0.9988, -0.0485, -0.012], mirrored: true }; // prettier-ignore
const PETALS: LotusRow = {
  y: -0.008,
  radius: 0.172,
  count: 14,
  height: 0.034,
  thickness: 0.018,
  direction: 1,
  shift: 0,
};

const SKIN = 0;
const ROBE = 1;
const SHAWL = 2;
const UNDER = 3;
const BASE = 4;
const PETAL = 5;

/** Cloth from shoulders to shins: narrow at the knees, wide sleeves held up by the joined hands. */
function cloth(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  const t = y / 0.85;
  const girth =
    0.148 - 0.035 * smoothStep(0.05, 0.6, t) + 0.03 * smoothStep(0.5, 0.92, t) - 0.09 * smoothStep(0.93, 1.06, t);
  let d = (Math.hypot(x, z * 1.2) - girth) * 0.85;
  d = smoothMax(smoothMax(d, y - 0.89, 0.03), 0.1 - y, 0.02);
  d = smoothMin(d, roundCone(ax, y, z, 0.128, 0.825, -0.005, 0.158, 0.64, 0.02, 0.05, 0.058), 0.05);
  d = smoothMin(d, roundCone(ax, y, z, 0.158, 0.64, 0.02, 0.04, 0.655, 0.125, 0.058, 0.046), 0.04);
  const sleeve = roundCone(ax, y, z, 0.115, 0.63, 0.085, 0.1, 0.36, 0.1, 0.05, 0.026);
  return smoothMin(d, sleeve - 0.004 * foldRidge(x * 70 + z * 50), 0.03);
}

/** Long folds from the left shoulder across, upright ones below. */
function folds(x: number, y: number, z: number): number {
  const px = x - 0.1;
  const py = y - 0.87;
  const r = Math.sqrt(px * px * 0.6 + py * py);
  const front = smoothStep(-0.02, 0.05, z);
  const swung =
    0.008 *
    foldRidge(r * 46 + Math.sin(r * 14) * 0.4) *
    front *
    smoothStep(0.9, 0.82, y) *
    smoothStep(0.24, 0.4, y) *
    smoothStep(0.02, 0.1, y);
  const upright = 0.0075 * foldRidge(Math.atan2(x, z) * 9 + Math.sin(y * 7) * 0.3) * smoothStep(0.44, 0.2, y);
  return swung + upright + 0.006 * foldRidge(x * 44 + y * 10) * (1 - front) * smoothStep(0.4, 0.6, y);
}

function measureBody(x: number, y: number, z: number, out: Float64Array): void {
  const plain = cloth(x, y, z);
  const robe = plain - folds(x, y, z);
  const throat = Math.max(Math.abs(x) - (0.02 + (y - 0.78) * 0.44), 0.785 - y);
  out[ROBE] = z > 0 ? smoothMax(robe, -throat, 0.008) : robe;
  const chest = smoothMax(ellipsoid(x, y, z, 0, 0.82, 0.02, 0.092, 0.1, 0.088), -z, 0.01);
  out[SKIN] = smoothMin(chest, neck(x, y, z, [0, 0.84, 0.0], [0, 0.935, 0.012], 0.041), 0.02);
  out[SKIN] = Math.min(out[SKIN], hand(x, y, z, RIGHT_HAND), hand(x, y, z, LEFT_HAND));
  if (y < 0.2) out[SKIN] = Math.min(out[SKIN], foot(x - 0.052, y - 0.02, z + 0.03, 0.135, true), foot(x + 0.052, y - 0.02, z + 0.03, 0.135, false)); // prettier-ignore
  // A shawl over the left shoulder, its edge running to under the right arm.
  const slant = x * 0.82 + (y - 0.69) * 0.57;
  const edge = smoothMax(
    plain - 0.021 - 0.5 * folds(x, y, z),
    Math.max(-slant, 0.42 + 0.02 * Math.cos(x * 40) - y),
    0.012,
  );
  out[SHAWL] = z > -0.09 ? edge : smoothMax(plain - 0.018, 0.5 - y, 0.012);
  // The inner garment shows below the robe's hem.
  const hem =
    (Math.hypot(x, z * 1.15) - 0.128 + 0.02 * smoothStep(0.06, 0.2, y)) * 0.85 -
    0.006 * foldRidge(Math.atan2(x, z) * 11);
  out[UNDER] = smoothMax(smoothMax(hem, 0.045 - y, 0.012), y - 0.2, 0.01);
  out[BASE] = drum(x, y, z - 0.01, 0.165, -0.02, 0.02, 0.008);
  out[BASE] = Math.min(out[BASE], drum(x, y, z - 0.01, 0.2, DISCIPLE_FLOOR, -0.018, 0.006));
  out[PETAL] = lotusRow(x, y, z - 0.01, PETALS);
}

function paintBody(
  region: number,
  x: number,
  y: number,
  z: number,
  layer: Layer,
  variant: number,
  out: SolidColour,
): void {
  const around = Math.atan2(x, z) * 0.13;
  if (region === SKIN) setSkin(out, x, y, z, layer, variant);
  else if (region === ROBE) {
    paintPatchwork(
      out,
      around,
      y,
      layer,
      variant === 0 ? 'ochreRed' : 'cinnabar',
      variant === 0 ? 'brown' : 'malachite',
      0.075,
      0.13,
    );
    paintHem(out, y - 0.1, around, layer, 'brown', 'ochre');
  } else if (region === SHAWL) {
    paintPatchwork(
      out,
      around,
      y + 0.06,
      layer,
      variant === 0 ? 'plum' : 'malachite',
      variant === 0 ? 'grey' : 'malachiteLight',
      0.085,
      0.15,
    );
    const slant = x * 0.82 + (y - 0.69) * 0.57;
    if (z > -0.09) layPigment(out, 'brown', layer, smoothStep(0.011, 0.009, slant) * 0.7);
  } else if (region === UNDER) setPigment(out, variant === 0 ? 'azuriteLight' : 'ochre', layer);
  else if (region === BASE) setPigment(out, y < -0.02 ? 'azurite' : 'ochre', layer);
  else paintPetal(out, petalRim(x, y, z - 0.01, PETALS), false, layer);
  weather(out, layer, x * 1.3, y, z, 0, 1);
}

function setSkin(out: SolidColour, x: number, y: number, z: number, layer: Layer, variant: number): void {
  setPigment(out, 'ground', layer);
  layPigment(out, 'flesh', layer, layer === 'as-found' ? 0.3 : 0.85);
  layPigment(out, 'fleshShade', layer, (variant === 0 ? 0.3 : 0.1) * bell(Math.sin(x * 9 + z * 7 + y * 4), 0.8));
}

export const DISCIPLE_BODY: Solid = createSolid({
  id: 'discipleBody',
  low: [-0.28, -0.06, -0.24],
  high: [0.28, 1.0, 0.28],
  cell: 0.0055,
  regions: 6,
  measure: measureBody,
  paint: paintBody,
});

function createHead(id: string, shape: HeadShape, style: FaceStyle): Solid {
  const own = new Float64Array(3);
  return createSolid({
    id,
    low: [-0.13, 0.86, -0.13],
    high: [0.13, 1.13, 0.15],
    cell: 0.0026,
    regions: 1,
    measure(x, y, z, out) {
      toHead(POSE, x, y, z, own);
      const [u, v, w] = [own[0]!, own[1]!, own[2]!];
      let d = smoothMin(head(u, v, w, shape), shavenSkull(u, v, w, shape.age), 0.06) * POSE.scale;
      d = smoothMin(d, neck(x, y, z, [0, 0.84, 0.0], [0, 0.935, 0.012], shape.age > 0 ? 0.0385 : 0.0415), 0.018);
      out[0] = Math.max(d, 0.885 - y);
    },
    paint(_region, x, y, z, layer, variant, out) {
      setSkin(out, x, y, z, layer, variant);
      toHead(POSE, x, y, z, own);
      const [u, v, w] = [own[0]!, own[1]!, own[2]!];
      // Shaven hair, blue-grey over the skull.
      const line = 0.36 - 0.08 * Math.abs(u) + (w < 0.1 ? (w - 0.1) * 0.8 : 0);
      layPigment(
        out,
        'azuriteLight',
        layer,
        0.5 * smoothStep(line - 0.03, line + 0.05, v) * (layer === 'line-drawing' ? 0 : 1),
      );
      paintFace(out, u, v, w, layer, style);
      weather(out, layer, x * 1.3, y, z, 0, 0.8);
    },
  });
}

export const OLD_HEAD = createHead('oldDiscipleHead', OLD_MONK, OLD_FACE);
export const YOUNG_HEAD = createHead('youngDiscipleHead', YOUNG_MONK, YOUNG_FACE);
