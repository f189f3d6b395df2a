/** A Buddha seated on a lotus throne, right hand raised, the skirt falling over the petals. */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { smoothMax, smoothMin } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { paintFace, SERENE_FACE } from '#demo/statues/parts/facePaint.ts';
import { foldRidge } from '#demo/statues/parts/fold.ts';
import { head, SERENE, snailCurls, toHead } from '#demo/statues/parts/head.ts';
import { createLotusThrone, petalRim } from '#demo/statues/parts/lotusThrone.ts';
import { paintPatchwork, paintScroll } from '#demo/statues/parts/clothPaint.ts';
import { layPigment, setPigment, weather } from '#demo/statues/parts/statueColour.ts';
import { bareHands, BUDDHA_HEAD, collar, innerRobe, throat, robe, sole, trunk } from '#demo/statues/seated/body.ts';
import { createSolid } from '#demo/statues/solid.ts';

const SKIN = 0;
const ROBE = 1;
const COLLAR = 2;
const INNER = 3;
const SEAT = 4;
const RAISED = 5;
const HANGING = 6;
const SKIRT = 7;

/** The throne stands behind the lap's middle. */
const THRONE_Z = 0.05;
export const BUDDHA_FLOOR = -0.37;
const throne = createLotusThrone(0.455, BUDDHA_FLOOR, -0.015, 18);

/** Pleats of the skirt over the front of the throne, in two tiers with wavy hems. */
function skirt(x: number, y: number, z: number): number {
  const r = Math.hypot(x, z - THRONE_Z);
  if (y > 0.12 || y < -0.34 || r < 0.3) return Math.max(y - 0.12, -0.34 - y, 0.3 - r) + 0.04;
  const angle = Math.atan2(x, z - THRONE_Z);
  const spread = Math.abs(angle);
  let nearest = 9;
  for (let tier = 0; tier < 2; tier++) {
    const wave = Math.cos(angle * (tier === 0 ? 10.5 : 8) + tier * 1.5);
    const hem = (tier === 0 ? -0.125 : -0.205) - 0.03 * wave * wave + spread * 0.06;
    const pleat = foldRidge(angle * (tier === 0 ? 15 : 12) + y * 3 + tier);
    const radius = (tier === 0 ? 0.522 : 0.512) - smoothStep(-0.08, 0.05, y) * 0.1 + pleat * 0.016;
    const shell = Math.abs(r - radius) - 0.009;
    const cut = Math.max(hem - y, y - 0.05, (spread - (tier === 0 ? 0.72 : 0.6)) * r);
    nearest = Math.min(nearest, smoothMax(shell, cut, 0.012) * 0.8);
  }
  return nearest;
}

function measure(x: number, y: number, z: number, out: Float64Array): void {
  const body = trunk(x, y, z);
  out[SKIN] = smoothMin(throat(x, y, z, 0.0795), body + 0.008, 0.04);
  out[SKIN] = Math.min(out[SKIN], bareHands(x, y, z), sole(x, y, z));
  out[ROBE] = robe(x, y, z, body);
  out[COLLAR] = collar(x, y, z, body);
  out[INNER] = innerRobe(x, y, body);
  out[SEAT] = throne.body(x, y, z - THRONE_Z);
  out[RAISED] = throne.raisedPetals(x, y, z - THRONE_Z);
  out[HANGING] = throne.hangingPetals(x, y, z - THRONE_Z);
  out[SKIRT] = skirt(x, y, z);
}

function setGold(out: SolidColour, layer: Layer): void {
  setPigment(out, 'gold', layer);
  out.shine = layer === 'line-drawing' ? 0 : 0.6;
}

function paint(region: number, x: number, y: number, z: number, layer: Layer, variant: number, out: SolidColour): void {
  const angle = Math.atan2(x, z - THRONE_Z);
  let wear = 1;
  if (region === SKIN) {
    setGold(out, layer);
    wear = 0.75;
  } else if (region === ROBE) {
    // The cloth of patches, laid around the body above and over the knees below.
    const u = y > 0.18 ? angle * 0.45 : x * 1.05;
    const v = y > 0.18 ? y : 0.18 - (z - 0.18) * 0.9 + (y - 0.18) * 0.4;
    paintPatchwork(out, u, v, layer, variant === 0 ? 'cinnabar' : 'plum', 'malachite');
  } else if (region === COLLAR) {
    setPigment(out, 'malachite', layer);
    paintScroll(out, x * 0.7 + z, y, layer, 'white', 24);
  } else if (region === INNER) {
    setPigment(out, 'white', layer);
    paintScroll(out, x - y * 0.7, y + x * 0.7, layer, 'malachite', 16);
  } else if (region === SEAT) {
    paintSeat(out, y, angle, layer);
  } else if (region === SKIRT) {
    const isUpper = Math.hypot(x, z - THRONE_Z) > 0.528 || y > -0.12;
    setPigment(out, isUpper ? 'malachite' : 'azurite', layer);
    paintScroll(out, angle * 0.5, y, layer, isUpper ? 'malachiteLight' : 'azuriteLight', 16);
  } else {
    const row =
      region === HANGING
        ? throne.lower
        : petalRim(x, y, z - THRONE_Z, throne.upper) < 1.15
          ? throne.upper
          : throne.second;
    paintPetal(out, petalRim(x, y, z - THRONE_Z, row), region === HANGING, layer);
  }
  weather(out, layer, x, y, z, 0, wear);
}

function paintSeat(out: SolidColour, y: number, angle: number, layer: Layer): void {
  const tall = (y - BUDDHA_FLOOR) / (-0.015 - BUDDHA_FLOOR);
  setPigment(out, tall > 0.72 ? 'ochre' : tall > 0.5 ? 'malachite' : 'cinnabar', layer);
  if (tall < 0.16) {
    setPigment(out, 'azurite', layer);
    const tile = Math.abs(((angle * 14) / Math.PI) % 1);
    layPigment(out, 'white', layer, smoothStep(0.13, 0.1, Math.min(tile, 1 - tile)));
    layPigment(out, 'gold', layer, smoothStep(0.135, 0.145, tall));
  }
}

/** Pale in the middle, deep at the rim, with veins. */
export function paintPetal(out: SolidColour, rim: number, isHanging: boolean, layer: Layer): void {
  setPigment(out, isHanging ? 'malachiteLight' : 'white', layer);
  layPigment(out, isHanging ? 'azurite' : 'cinnabar', layer, 0.85 * smoothStep(0.45, 0.95, rim));
  layPigment(out, isHanging ? 'white' : 'gold', layer, 0.8 * smoothStep(0.93, 0.97, rim));
  layPigment(out, 'ink', layer, 0.5 * smoothStep(0.05, 0.03, Math.abs(rim - 0.9)));
}

export const BUDDHA_BODY: Solid = createSolid({
  id: 'buddhaBody',
  low: [-0.66, -0.4, -0.56],
  high: [0.66, 0.95, 0.66],
  cell: 0.006,
  regions: 8,
  measure,
  paint,
});

const own = new Float64Array(3);

/** Apart from the body, so that its mesh may be finer. */
export const BUDDHA_HEAD_SOLID: Solid = createSolid({
  id: 'buddhaHead',
  low: [-0.2, 0.72, -0.2],
  high: [0.2, 1.26, 0.22],
  cell: 0.0034,
  regions: 2,
  measure(x, y, z, out) {
    toHead(BUDDHA_HEAD, x, y, z, own);
    const face = head(own[0]!, own[1]!, own[2]!, SERENE) * BUDDHA_HEAD.scale;
    out[0] = Math.max(smoothMin(face, throat(x, y, z, 0.0805), 0.035), 0.76 - y);
    out[1] = snailCurls(own[0]!, own[1]!, own[2]!) * BUDDHA_HEAD.scale;
  },
  paint(region, x, y, z, layer, _variant, out) {
    toHead(BUDDHA_HEAD, x, y, z, own);
    const [u, v, w] = [own[0]!, own[1]!, own[2]!];
    if (region === 0) {
      setGold(out, layer);
      paintFace(out, u, v, w, layer, SERENE_FACE);
    } else {
      setPigment(out, 'lapis', layer);
      layPigment(out, 'cinnabar', layer, smoothStep(0.09, 0.075, Math.hypot(u, v - 0.5, w - 0.3)));
    }
    weather(out, layer, x, y, z, 0, 0.75);
  },
});
