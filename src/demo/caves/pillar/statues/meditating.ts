/** A Buddha in meditation, legs crossed, hands in the lap under the robe; seat at y = 0, facing +z, 1.12 high. */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { ellipsoid, roundBox, roundCone, smoothMin, sphere } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { layPigment, setPigment, weather } from '#demo/statues/parts/statueColour.ts';
import { createSolid } from '#demo/statues/solid.ts';
import { arcs, cord, hoops } from './folds.ts';
import { measureNorthernHead, type NorthernHead, paintNorthernHead, paintSkin } from './northernHead.ts';

const SKIN = 0;
const HAIR = 1;
const CLOTH = 3;
const SEAT = 4;

const HEAD: NorthernHead = {
  pose: { x: 0, y: 0.835, z: 0.05, scale: 0.28, turn: 0, tilt: 0, nod: 0.22 },
  isBuddha: true,
  neckFoot: [0, 0.6, -0.02],
  neckRadius: 0.07,
};

function robe(x: number, y: number, z: number): number {
  const ax = Math.abs(x);
  let d = roundCone(x, y, z, 0, 0.1, -0.02, 0, 0.45, -0.01, 0.17, 0.165);
  d = smoothMin(d, ellipsoid(x, y, z, 0, 0.48, -0.01, 0.225, 0.17, 0.145), 0.09);
  d = smoothMin(d, sphere(ax, y, z, 0.215, 0.57, -0.01, 0.085), 0.07);
  d = smoothMin(d, roundCone(ax, y, z, 0.24, 0.55, -0.01, 0.3, 0.27, 0.05, 0.08, 0.075), 0.05);
  d = smoothMin(d, roundCone(ax, y, z, 0.3, 0.27, 0.05, 0.06, 0.17, 0.24, 0.075, 0.06), 0.04);
  const front = smoothStep(-0.12, 0.02, z);
  d -= 0.0085 * arcs(x, y, 0, 0.72, 0.046, 0.72) * front + 0.005 * cord(x / 0.05) * (1 - front);
  let lap = ellipsoid(ax, y, z, 0.29, 0.075, 0.1, 0.22, 0.1, 0.21);
  lap = smoothMin(lap, roundCone(ax, y, z, 0.42, 0.07, 0.16, 0.02, 0.07, 0.32, 0.085, 0.075), 0.06);
  lap = smoothMin(lap, ellipsoid(x, y, z, 0, 0.05, 0.16, 0.36, 0.08, 0.2), 0.1);
  lap -= 0.0075 * hoops(ax, y, z, 0.45, 0.07, 0.14, 0, 0.07, 0.34, 0.05);
  d = smoothMin(d, lap, 0.04);
  // A fall of cloth before the lap.
  const fall =
    roundBox(x, y, z, 0, 0.0, 0.35, 0.2 + 0.02 * Math.sin(y * 40), 0.085, 0.045, 0.03) - 0.008 * cord(x / 0.05);
  return smoothMin(d, fall, 0.03);
}

function measure(x: number, y: number, z: number, out: Float64Array): void {
  measureNorthernHead(x, y, z, HEAD, out);
  let hands = ellipsoid(x, y, z, 0, 0.185, 0.285, 0.11, 0.036, 0.06);
  for (const side of [-1, 1]) hands = smoothMin(hands, roundCone(x, y, z, side * 0.05, 0.2, 0.27, side * 0.012, 0.235, 0.275, 0.018, 0.015), 0.015); // prettier-ignore
  out[SKIN] = Math.min(out[SKIN]!, hands, ellipsoid(x, y, z, 0, 0.6, -0.005, 0.09, 0.06, 0.09));
  out[CLOTH] = robe(x, y, z);
  const round = Math.hypot(x / 1.25, z - 0.06);
  out[SEAT] =
    Math.max(round - 0.4 - 0.012 * cord((Math.atan2(x, z - 0.06) * 16) / (2 * Math.PI)), Math.abs(y + 0.05) - 0.05) -
    0.01;
}

function paint(region: number, x: number, y: number, z: number, layer: Layer, variant: number, out: SolidColour): void {
  if (region <= 2) {
    if (region === HAIR || y > 0.66) paintNorthernHead(region as 0 | 1 | 2, x, y, z, layer, HEAD, out);
    else paintSkin(out, x, y, z, layer);
  } else if (region === CLOTH) {
    setPigment(out, (['redLead', 'cinnabar', 'ochre', 'plum'] as const)[variant % 4]!, layer);
    const nearNeck = Math.hypot(x * 0.8, y - 0.64, z * 0.8);
    if (nearNeck < 0.135) setPigment(out, 'malachite', layer);
    layPigment(out, 'brown', layer, 0.35 * smoothStep(0.5, 0.9, arcs(x, y, 0, 0.72, 0.18, 0.72)));
    if (y < -0.02) setPigment(out, 'azurite', layer);
  } else {
    setPigment(out, 'white', layer);
    layPigment(
      out,
      'cinnabar',
      layer,
      0.8 * smoothStep(0.6, 0.2, cord((Math.atan2(x, z - 0.06) * 16) / (2 * Math.PI))),
    );
  }
  weather(out, layer, x, y, z, 0, 1);
}

export const MEDITATING: Solid = createSolid({
  id: 'meditating',
  low: [-0.58, -0.14, -0.4],
  high: [0.58, 1.18, 0.56],
  cell: 0.017,
  regions: 5,
  measure,
  paint,
});
