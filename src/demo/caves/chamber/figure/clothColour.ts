/** Robes, pillow and the bare feet. */
import type { SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import {
  CLAY,
  cover,
  darken,
  glaze,
  grain,
  INK,
  LEAF,
  patches,
  PRIMING,
  toneOf,
} from '#demo/caves/chamber/figure/colours.ts';
import { PILLOW } from '#demo/caves/chamber/figure/pillow.ts';
import { measureCloth, type ClothPoint } from '#demo/caves/chamber/figure/robe.ts';
import { colourGilding } from '#demo/caves/chamber/figure/skinColour.ts';
import { foldHeight, foldPhase, measureTrunk, type TrunkPoint } from '#demo/caves/chamber/figure/trunk.ts';

const cloth: ClothPoint = { distance: 0, cloth: 'robe' };
const trunk: TrunkPoint = { distance: 0, around: 0 };

export function colourRobe(x: number, y: number, z: number, layer: Layer, _variant: number, out: SolidColour): void {
  measureCloth(x, y, z, cloth);
  measureTrunk(x, y, z, trunk);
  out.shine = 0;
  const { around } = trunk;
  const ridge = cloth.cloth === 'robe' ? foldHeight(x, around) : 0.6;
  if (layer === 'line-drawing') {
    cover(out, toneOf('ground', layer));
    if (cloth.cloth === 'robe' && Math.abs(trunk.distance) < 0.06) glaze(out, INK, 0.8 * smoothStep(0.3, 0.12, ridge));
    return;
  }
  if (cloth.cloth === 'robe') dyeRobe(x, y, z, around, layer, out);
  else if (cloth.cloth === 'inner') cover(out, toneOf('malachite', layer));
  else dyeBorder(x, around, layer, out);
  darken(out, 0.78 + 0.26 * smoothStep(0, 0.7, ridge));
  if (layer === 'restored') darken(out, 0.95 + 0.1 * patches(x, y, z));
  else age(x, y, z, ridge, out);
}

/** Deep red, with two gold threads along every fourth fold and a small flower here and there between them. */
function dyeRobe(x: number, y: number, z: number, around: number, layer: Layer, out: SolidColour): void {
  cover(out, toneOf('cinnabar', layer));
  glaze(out, toneOf('ochreRed', layer), 0.55);
  // Sleeves lie off the trunk, where its folds are not counted.
  if (trunk.distance > 0.05) return;
  const phase = foldPhase(x, around);
  const thread = (phase + 0.5) / 4;
  const off = Math.abs(thread - Math.round(thread)) * 4;
  const seam = Math.abs((x + 1.2) / 1.1 - Math.round((x + 1.2) / 1.1)) * 1.1;
  const edge = Math.min(off * 0.1, seam);
  glaze(out, toneOf('plum', layer), 0.5 * smoothStep(0.034, 0.026, edge));
  const row = Math.floor(phase / 2 + 0.25);
  const u = (x + 9 + (row & 1) * 0.16) / 0.32;
  const blossom = flower((u - Math.round(u)) * 0.32, (phase / 2 + 0.25 - row - 0.5) * 0.2, 0.026);
  const gold = Math.max(smoothStep(0.007, 0.004, Math.abs(edge - 0.026)), blossom * 0.9);
  if (gold <= 0) return;
  const held = layer === 'restored' ? 1 : smoothStep(0.66, 0.4, patches(x * 2, y * 2, z * 2));
  glaze(out, LEAF, Math.min(1, gold) * held * 0.8);
  out.shine = 0.45 * Math.min(1, gold) * held;
}

/** Six petals about the origin, 0…1. */
function flower(u: number, v: number, radius: number): number {
  const r = Math.hypot(u, v) / radius;
  if (r > 1.3) return 0;
  const edge = 0.72 + 0.28 * Math.cos(Math.atan2(v, u) * 6);
  return smoothStep(edge + 0.06, edge - 0.06, r) * smoothStep(0.2, 0.3, r);
}

function dyeBorder(x: number, around: number, layer: Layer, out: SolidColour): void {
  cover(out, toneOf(cloth.cloth === 'hem' ? 'azurite' : 'gold', layer));
  const t = (cloth.cloth === 'hem' ? around * 26 : (around + x * 0.4) * 30) % 1;
  glaze(
    out,
    toneOf(cloth.cloth === 'hem' ? 'gold' : 'cinnabar', layer),
    0.85 * smoothStep(0.3, 0.22, Math.abs(t - 0.5)),
  );
  if (cloth.cloth === 'collar') out.shine = layer === 'restored' ? 0.4 : 0.15;
}

/** Paint rubbed from the ridges, dust in the valleys, patches down to priming and clay. */
function age(x: number, y: number, z: number, ridge: number, out: SolidColour): void {
  const patch = patches(x, y, z);
  const speck = grain(x, y, z);
  darken(out, 0.84 + 0.24 * patch + 0.1 * speck);
  glaze(out, PRIMING, 0.3 * smoothStep(0.75, 1, ridge) * smoothStep(0.35, 0.7, patch));
  const top = smoothStep(0.5, 1.2, y);
  const wear = patch + 0.05 * ridge + 0.05 * speck + 0.03 * top;
  glaze(out, PRIMING, 0.85 * smoothStep(0.725, 0.738, wear));
  glaze(out, CLAY, 0.85 * smoothStep(0.775, 0.79, wear));
  const dust = 0.22 * smoothStep(0.3, 1.1, y) * patch + 0.1 * smoothStep(0.4, 0.1, ridge);
  glaze(out, PRIMING, dust * 0.6);
  if (wear > 0.72) out.shine = 0;
}

/** Left hand and feet. */
export function colourLimb(x: number, y: number, z: number, layer: Layer, _variant: number, out: SolidColour): void {
  colourGilding(x, y, z, layer, x > 2.5 ? 0.18 : 0.1, out);
}

/** A figured silk: pearl roundels in rows, rosettes between them. */
export function colourPillow(x: number, y: number, z: number, layer: Layer, _variant: number, out: SolidColour): void {
  const drawing = layer === 'line-drawing';
  out.shine = 0;
  const onTop = y > 2 * PILLOW.halfHeight - 0.05 && Math.abs(z - PILLOW.z) < PILLOW.halfDepth - 0.06;
  const onEnd = Math.abs(x - PILLOW.x) > PILLOW.halfLength - 0.03;
  const across = onTop ? z - PILLOW.z : y - PILLOW.halfHeight;
  const along = onEnd ? z - PILLOW.z : x - PILLOW.x;
  const size = 0.185;
  const i = Math.floor(along / size + 0.5);
  const j = Math.floor(across / size + 0.5);
  const u = along - i * size;
  const v = across - j * size;
  cover(out, toneOf('ochreRed', layer));
  const r = Math.hypot(u, v);
  const angle = Math.atan2(v, u);
  const bead = Math.hypot(
    r - 0.068,
    ((angle * 16) / (2 * Math.PI) - Math.round((angle * 16) / (2 * Math.PI))) * 0.0267,
  );
  if (drawing) {
    glaze(
      out,
      INK,
      0.7 *
        (smoothStep(0.004, 0.002, Math.abs(r - 0.08)) +
          smoothStep(0.003, 0.0015, Math.abs(bead - 0.009)) +
          smoothStep(0.004, 0.002, Math.abs(r - 0.055))),
    );
    return;
  }
  if (r < 0.081) cover(out, toneOf('azurite', layer));
  if (r < 0.056) cover(out, toneOf((i + j) % 2 === 0 ? 'malachite' : 'cinnabar', layer));
  glaze(out, toneOf('white', layer), smoothStep(0.0105, 0.008, bead));
  glaze(out, toneOf('ochre', layer), flower(u, v, 0.042) + smoothStep(0.012, 0.009, r));
  const corner = Math.hypot(Math.abs(u) - size / 2, Math.abs(v) - size / 2);
  glaze(out, toneOf('ochre', layer), smoothStep(0.034, 0.03, corner) * 0.9);
  glaze(out, toneOf('malachiteLight', layer), smoothStep(0.018, 0.014, corner));
  if (layer === 'as-found') age(x, y, z, 0.5, out);
  else darken(out, 0.95 + 0.1 * patches(x, y, z));
}
