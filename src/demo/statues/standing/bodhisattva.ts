/** A standing bodhisattva with lotus and flask; its mirror image stands on the other side. Head and body are two solids. */
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { smoothMin } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { paintBlossoms, paintHem, paintScroll } from '#demo/statues/parts/clothPaint.ts';
import { BODHISATTVA_FACE, paintFace } from '#demo/statues/parts/facePaint.ts';
import { chignon, head, neck, SERENE, toHead } from '#demo/statues/parts/head.ts';
import { drum, lotusRow, petalRim, type LotusRow } from '#demo/statues/parts/lotusThrone.ts';
import { layPigment, setPigment, weather } from '#demo/statues/parts/statueColour.ts';
import { paintPetal } from '#demo/statues/seated/seatedBuddha.ts';
import { createSolid } from '#demo/statues/solid.ts';
import { apron, arms, feet, skirt, STANDING_HEAD as POSE, sway, torso } from '#demo/statues/standing/body.ts';
import {
  beltAndSash,
  chestBand,
  crown,
  flask,
  jewels,
  locks,
  lotusBud,
  scarves,
} from '#demo/statues/standing/dress.ts';

const SKIN = 0;
const SKIRT = 1;
const APRON = 2;
const SASH = 3;
const CHEST = 4;
const SCARF = 5;
const JEWEL = 6;
const BASE = 7;
const PETAL = 8;
const BUD = 9;
const FLASK = 10;
const HAIR = 11;

export const BODHISATTVA_FLOOR = -0.045;
const UPPER: LotusRow = { y: 0.028, radius: 0.178, count: 14, height: 0.036, thickness: 0.02, direction: 1, shift: 0 };
const LOWER: LotusRow = {
  y: 0.004,
  radius: 0.184,
  count: 14,
  height: 0.026,
  thickness: 0.016,
  direction: -1,
  shift: 0.5,
};

function measureBody(px: number, y: number, z: number, out: Float64Array): void {
  const x = px - sway(y);
  const trunk = torso(x, y, z);
  let skin = smoothMin(trunk, neck(x, y, z, [0.002, 0.875, -0.008], [0.006, 0.99, 0.008], 0.037), 0.025);
  skin = smoothMin(skin, arms(x, y, z), 0.014);
  out[SKIN] = Math.min(skin, feet(px, y, z));
  out[SKIRT] = skirt(x, y, z);
  out[APRON] = apron(x, y, z);
  out[SASH] = beltAndSash(x, y, z);
  out[CHEST] = chestBand(x, y, z, trunk);
  out[SCARF] = scarves(x, y, z);
  out[JEWEL] = jewels(x, y, z);
  out[BASE] = Math.min(
    drum(px, y, z - 0.01, 0.168, 0.0, 0.058, 0.012),
    drum(px, y, z - 0.01, 0.2, BODHISATTVA_FLOOR, -0.008, 0.008),
  );
  out[PETAL] = Math.min(lotusRow(px, y, z - 0.01, UPPER), lotusRow(px, y, z - 0.01, LOWER));
  out[BUD] = lotusBud(x, y, z);
  out[FLASK] = flask(x, y, z);
  out[HAIR] = locks(x, y, z);
}

interface Dress {
  skirt: Pigment;
  blossom: Pigment;
  apron: Pigment;
  chest: Pigment;
  scarf: Pigment;
  scarfMark: Pigment;
}

const DRESSES: readonly Dress[] = [
  { skirt: 'malachite', blossom: 'white', apron: 'cinnabar', chest: 'azurite', scarf: 'ochreRed', scarfMark: 'ochre' },
  { skirt: 'azurite', blossom: 'ochre', apron: 'cinnabar', chest: 'ochre', scarf: 'malachite', scarfMark: 'malachiteLight' }, // prettier-ignore
];

function paintBody(
  region: number,
  px: number,
  y: number,
  z: number,
  layer: Layer,
  variant: number,
  out: SolidColour,
): void {
  const x = px - sway(y);
  const dress = DRESSES[variant % DRESSES.length]!;
  const around = Math.atan2(x, z) * 0.11;
  if (region === SKIN) setSkin(out, layer);
  else if (region === SKIRT) {
    setPigment(out, dress.skirt, layer);
    paintBlossoms(out, around, y, layer, dress.blossom, 0.045, 'cinnabar');
    paintHem(out, y - 0.08, around, layer, 'cinnabar', 'white');
  } else if (region === APRON) {
    setPigment(out, dress.apron, layer);
    paintScroll(out, around, y, layer, 'ochre', 26);
    layPigment(out, 'gold', layer, smoothStep(0.558, 0.55, y + 0.03 * smoothStep(0.5, 0, Math.abs(around) / 0.11)));
  } else if (region === SASH) {
    setPigment(out, 'ochre', layer);
    const band = Math.abs(y * 11 - Math.floor(y * 11) - 0.5);
    layPigment(out, 'plum', layer, smoothStep(0.2, 0.16, band) * 0.85);
    layPigment(out, 'malachiteLight', layer, smoothStep(0.08, 0.05, band));
    if (y > 0.63) setPigment(out, 'gold', layer);
  } else if (region === CHEST) {
    setPigment(out, dress.chest, layer);
    paintBlossoms(out, x * 0.72 - y * 0.69, x + y, layer, 'white', 0.03, 'cinnabar');
  } else if (region === SCARF) {
    setPigment(out, dress.scarf, layer);
    paintBlossoms(out, x + z, y - x * 0.4, layer, dress.scarfMark, 0.036, 'white');
  } else if (region === JEWEL) {
    setPigment(out, 'gold', layer);
    out.shine = layer === 'line-drawing' ? 0 : 0.7;
  } else if (region === BASE) setPigment(out, y < -0.008 ? 'azurite' : 'ochre', layer);
  else if (region === PETAL) {
    const isHanging = y < 0.012;
    paintPetal(out, petalRim(px, y, z - 0.01, isHanging ? LOWER : UPPER), isHanging, layer);
  } else if (region === BUD) {
    setPigment(out, y > 0.955 ? 'white' : 'malachite', layer);
    if (y > 0.955) layPigment(out, 'cinnabar', layer, 0.8 * smoothStep(0.99, 1.035, y));
  } else if (region === FLASK) {
    setPigment(out, 'azuriteLight', layer);
    layPigment(out, 'gold', layer, smoothStep(0.005, 0.003, Math.abs(y - 0.43)));
  } else setPigment(out, 'ink', layer);
  weather(out, layer, px * 1.2, y, z, 0, 1);
}

/** Flesh: pale ground, warmer in patches, darkened where red lead has turned. */
function setSkin(out: SolidColour, layer: Layer): void {
  setPigment(out, 'white', layer);
  layPigment(out, 'flesh', layer, layer === 'as-found' ? 0.22 : 0.6);
}

export const BODHISATTVA_BODY: Solid = createSolid({
  id: 'bodhisattvaBody',
  low: [-0.3, -0.06, -0.24],
  high: [0.3, 1.07, 0.28],
  cell: 0.0045,
  regions: 12,
  measure: measureBody,
  paint: paintBody,
});

const own = new Float64Array(3);

export const BODHISATTVA_HEAD: Solid = createSolid({
  id: 'bodhisattvaHead',
  low: [-0.13, 0.93, -0.14],
  high: [0.14, 1.27, 0.15],
  cell: 0.0026,
  regions: 3,
  measure(x, y, z, out) {
    toHead(POSE, x, y, z, own);
    const [u, v, w] = [own[0]!, own[1]!, own[2]!];
    const throat = neck(x - sway(y), y, z, [0.002, 0.875, -0.008], [0.006, 0.99, 0.008], 0.0375);
    out[0] = Math.max(smoothMin(head(u, v, w, SERENE) * POSE.scale, throat, 0.018), 0.945 - y);
    out[1] = chignon(u, v, w) * POSE.scale;
    out[2] = crown(u, v, w) * POSE.scale;
  },
  paint(region, x, y, z, layer, variant, out) {
    toHead(POSE, x, y, z, own);
    const [u, v, w] = [own[0]!, own[1]!, own[2]!];
    if (region === 0) {
      setSkin(out, layer);
      paintFace(out, u, v, w, layer, BODHISATTVA_FACE);
    } else if (region === 1) {
      setPigment(out, variant === 0 ? 'ink' : 'lapis', layer);
    } else {
      setPigment(out, 'gold', layer);
      out.shine = layer === 'line-drawing' ? 0 : 0.7;
      for (let plaque = -1; plaque <= 1; plaque++) {
        const angle = plaque * 0.86;
        const px = u * Math.cos(angle) - (w + 0.06) * Math.sin(angle);
        layPigment(
          out,
          plaque === 0 ? 'cinnabar' : 'malachite',
          layer,
          smoothStep(0.045, 0.035, Math.hypot(px, v - 0.47)),
        );
      }
    }
    weather(out, layer, x * 1.2, y, z, 0, 0.8);
  },
});
