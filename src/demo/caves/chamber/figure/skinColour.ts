/** Gilding, and the paint of face and hair. */
import type { SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import {
  BOLE,
  CLAY,
  cover,
  darken,
  DULL_LEAF,
  glaze,
  grain,
  INK,
  LEAF,
  patches,
  PRIMING,
  toneOf,
} from '#demo/caves/chamber/figure/colours.ts';
import { hair, skin } from '#demo/caves/chamber/figure/flesh.ts';
import {
  browLine,
  creaseLine,
  curlHeight,
  lashLine,
  lipLine,
  lowerLip,
  upperLip,
} from '#demo/caves/chamber/figure/head.ts';
import { alongHead, HEAD_GAZE, HEAD_LEFT, HEAD_UP } from '#demo/caves/chamber/figure/placing.ts';

/** Head, neck, breast, right hand. */
export function colourBareParts(
  x: number,
  y: number,
  z: number,
  layer: Layer,
  _variant: number,
  out: SolidColour,
): void {
  if (x < -2 && hair(x, y, z) < skin(x, y, z)) colourHair(x, y, z, layer, out);
  else colourSkin(x, y, z, layer, out);
}

/** Leaf over red bole over white priming. As found it is rubbed through where hands and dust have been longest. */
export function colourGilding(x: number, y: number, z: number, layer: Layer, rubbed: number, out: SolidColour): void {
  if (layer === 'line-drawing') {
    cover(out, toneOf('ground', layer));
    out.shine = 0;
    return;
  }
  const speck = grain(x, y, z);
  const patch = patches(x, y, z);
  if (layer === 'restored') {
    cover(out, LEAF);
    darken(out, 0.95 + 0.08 * patch + 0.04 * speck);
    out.shine = 0.62;
    return;
  }
  cover(out, DULL_LEAF);
  darken(out, 0.86 + 0.2 * patch + 0.08 * speck);
  const wear = patch * 0.8 + rubbed * 0.42 + speck * 0.1;
  const thin = smoothStep(0.5, 0.68, wear);
  glaze(out, BOLE, 0.5 * thin);
  const bare = smoothStep(0.67, 0.7, wear);
  glaze(out, PRIMING, 0.85 * bare);
  glaze(out, CLAY, 0.8 * smoothStep(0.755, 0.77, wear));
  out.shine = 0.5 * (1 - 0.75 * thin) * (1 - bare);
}

function colourSkin(x: number, y: number, z: number, layer: Layer, out: SolidColour): void {
  const u = alongHead(HEAD_LEFT, x, y, z);
  const v = alongHead(HEAD_UP, x, y, z);
  const w = alongHead(HEAD_GAZE, x, y, z);
  const nose = Math.exp(-(u * u) / 0.004 - Math.pow((v + 0.06) / 0.09, 2)) * smoothStep(0.36, 0.44, w);
  const lips = Math.exp(-Math.pow(u / 0.1, 2) - Math.pow((v + 0.27) / 0.05, 2)) * smoothStep(0.2, 0.3, w);
  colourGilding(x, y, z, layer, nose * 0.42 + lips * 0.3, out);
  if (w > 0.08 && v > -0.5 && v < 0.42) paintFace(Math.abs(u), v, w, layer, out);
}

/** Brows, lids, lips and the mark between the brows; `u` ≥ 0. Widths are units of the head. */
function paintFace(u: number, v: number, w: number, layer: Layer, out: SolidColour): void {
  const drawing = layer === 'line-drawing';
  const ink = drawing ? INK : toneOf('ink', layer);
  const strength = drawing ? 1 : layer === 'restored' ? 0.92 : 0.8;
  const front = smoothStep(0.08, 0.2, w);
  // The brow is a line that swells in its middle, with a paler green one above.
  const brow = stroke(v - browLine(u) - 0.004, 0.011 * taper((u - 0.03) / 0.34));
  glaze(out, ink, brow * strength * front * inside(u, 0.035, 0.37));
  glaze(
    out,
    drawing ? INK : toneOf('azurite', layer),
    0.4 * stroke(v - browLine(u) - 0.026, 0.005) * front * inside(u, 0.06, 0.33),
  );
  // Lashes: the strongest line of the face, longer than the eye; a thin white of the eye under it; the crease above.
  const ends = inside(u, 0.05, 0.345);
  const lash = lashLine(u);
  if (!drawing)
    glaze(out, toneOf('white', layer), 0.55 * stroke(v - lash + 0.013, 0.006) * inside(u, 0.09, 0.29) * front);
  glaze(out, ink, stroke(v - lash, 0.01 * (0.45 + 0.55 * taper((u - 0.03) / 0.33))) * ends * strength * front);
  glaze(out, drawing ? INK : BOLE, 0.6 * stroke(v - creaseLine(u), 0.0045) * inside(u, 0.07, 0.31) * front);
  glaze(out, drawing ? INK : BOLE, 0.35 * stroke(v - lash + 0.03, 0.004) * inside(u, 0.1, 0.28) * front);
  paintMouth(u, v, w, layer, out);
  const mark = Math.hypot(u, v - 0.262);
  if (w > 0.3) {
    glaze(out, toneOf('white', layer), 0.9 * smoothStep(0.024, 0.019, mark));
    glaze(out, drawing ? INK : toneOf('cinnabar', layer), 0.9 * stroke(mark - 0.024, 0.005));
  }
}

function paintMouth(u: number, v: number, w: number, layer: Layer, out: SolidColour): void {
  if (w < 0.25 || u > 0.14 || v < -0.36 || v > -0.19) return;
  const drawing = layer === 'line-drawing';
  const within = u < 0.117 ? Math.min(upperLip(u) - v, v - lowerLip(u)) : -1;
  if (!drawing)
    glaze(out, toneOf('cinnabar', layer), (layer === 'restored' ? 0.72 : 0.5) * smoothStep(-0.004, 0.006, within));
  const line = stroke(v - lipLine(u), 0.0055) * inside(u, -1, 0.128);
  glaze(out, drawing ? INK : toneOf('ink', layer), 0.85 * line);
  if (drawing) glaze(out, INK, 0.8 * stroke(within, 0.005));
}

function colourHair(x: number, y: number, z: number, layer: Layer, out: SolidColour): void {
  const height = curlHeight(alongHead(HEAD_LEFT, x, y, z), alongHead(HEAD_UP, x, y, z), alongHead(HEAD_GAZE, x, y, z));
  out.shine = 0;
  cover(out, toneOf('lapis', layer));
  if (layer === 'line-drawing') {
    glaze(out, INK, 0.75 * smoothStep(0.3, 0.1, height));
    return;
  }
  const patch = patches(x, y, z);
  darken(out, (0.7 + 0.35 * height) * (0.85 + 0.3 * patch));
  if (layer === 'restored') {
    out.shine = 0.05;
    return;
  }
  glaze(out, toneOf('grey', layer), 0.35 * smoothStep(0.3, 1, height) * patch);
  glaze(out, PRIMING, 0.8 * smoothStep(0.64, 0.67, patch + 0.06 * height));
  glaze(out, CLAY, 0.8 * smoothStep(0.71, 0.73, patch));
}

/** 1 on the line, 0 from `half` on, soft at the edge. */
function stroke(distance: number, half: number): number {
  return half <= 0 ? 0 : smoothStep(half * 1.25, half * 0.6, Math.abs(distance));
}

/** 0 at both ends of 0…1, swelling between. */
function taper(t: number): number {
  return t <= 0 || t >= 1 ? 0 : Math.pow(Math.sin(Math.PI * t), 0.6);
}

function inside(u: number, low: number, high: number): number {
  return smoothStep(low - 0.012, low + 0.012, u) * smoothStep(high + 0.015, high - 0.015, u);
}
