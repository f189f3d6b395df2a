/** Mixing the colours of the figure, sRGB 0…255, for the three pictures. */
import type { SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { createNoise3 } from '#demo/noise/noise.ts';
import { DRAWING, parseColour, PIGMENTS, type Pigment } from '#demo/paint/pigments.ts';

export type Tone = readonly [r: number, g: number, b: number];

const tones = new Map<string, Tone>();
for (const name of Object.keys(PIGMENTS) as Pigment[]) {
  tones.set(`as-found ${name}`, parseColour(PIGMENTS[name].found));
  tones.set(`restored ${name}`, parseColour(PIGMENTS[name].restored));
  tones.set(`line-drawing ${name}`, parseColour(DRAWING.paper));
}
export const INK: Tone = parseColour(DRAWING.ink);
/** Burnished leaf; leaf that has lost its burnish; the red bole under it; white priming; the clay itself. */
export const LEAF: Tone = parseColour('#e0b558');
export const DULL_LEAF: Tone = parseColour('#c39a55');
export const BOLE: Tone = parseColour('#8a4b33');
export const PRIMING: Tone = parseColour('#cdb895');
export const CLAY: Tone = parseColour('#a07d58');

/** A pigment as it looks in a picture; paper in the drawing. */
export function toneOf(pigment: Pigment, layer: Layer): Tone {
  return tones.get(`${layer} ${pigment}`) ?? PRIMING;
}

export function cover(out: SolidColour, tone: Tone): void {
  out.r = tone[0];
  out.g = tone[1];
  out.b = tone[2];
}

/** Lays `tone` over what is there; `amount` 0…1. */
export function glaze(out: SolidColour, tone: Tone, amount: number): void {
  if (amount <= 0) return;
  out.r += (tone[0] - out.r) * amount;
  out.g += (tone[1] - out.g) * amount;
  out.b += (tone[2] - out.b) * amount;
}

export function darken(out: SolidColour, factor: number): void {
  out.r *= factor;
  out.g *= factor;
  out.b *= factor;
}

const coarse = createNoise3(311);
const fine = createNoise3(312);

/** Patches about 20 cm wide with ragged edges, 0…1. */
export function patches(x: number, y: number, z: number): number {
  return (
    0.46 * coarse(x * 4.2, y * 4.2, z * 4.2) +
    0.28 * coarse(x * 9.7 + 5, y * 9.7, z * 9.7) +
    0.17 * fine(x * 24, y * 24, z * 24) +
    0.09 * fine(x * 71, y * 71, z * 71)
  );
}

/** Grain of a centimetre, 0…1. */
export function grain(x: number, y: number, z: number): number {
  return 0.6 * fine(x * 90 + 3, y * 90, z * 90) + 0.4 * coarse(x * 210, y * 210, z * 210);
}
