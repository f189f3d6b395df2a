/** Colours for statues: pigments by layer, and what time did to painted stucco. */
import type { SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { createFbmTile, createSampler, smoothStep } from '#demo/noise/noise.ts';
import { DRAWING, parseColour, PIGMENTS, type Pigment } from '#demo/paint/pigments.ts';

const PARSED = Object.fromEntries(
  Object.entries(PIGMENTS).map(([name, { restored, found }]) => [
    name,
    { restored: parseColour(restored), found: parseColour(found) },
  ]),
) as Record<Pigment, { restored: [number, number, number]; found: [number, number, number] }>;
const PAPER = parseColour(DRAWING.paper);
const INK = parseColour(DRAWING.ink);

/** Sets a pigment as the layer has it; in the line drawing everything is paper. */
export function setPigment(out: SolidColour, pigment: Pigment, layer: Layer): void {
  const colour =
    layer === 'line-drawing' ? PAPER : layer === 'restored' ? PARSED[pigment].restored : PARSED[pigment].found;
  out.r = colour[0];
  out.g = colour[1];
  out.b = colour[2];
  out.shine = 0;
}

/** Lays a pigment over what is there. In the line drawing only ink is drawn, at half strength. */
export function layPigment(out: SolidColour, pigment: Pigment, layer: Layer, strength: number): void {
  if (layer === 'line-drawing') {
    if (pigment === 'ink') blend(out, INK, strength * 0.8);
    return;
  }
  blend(out, layer === 'restored' ? PARSED[pigment].restored : PARSED[pigment].found, strength);
}

/** A drawn contour: ink in every layer, brown-black on statues as found. */
export function layLine(out: SolidColour, layer: Layer, strength: number): void {
  layPigment(out, 'ink', layer, strength);
}

export function blend(out: SolidColour, towards: readonly [number, number, number], strength: number): void {
  out.r += (towards[0] - out.r) * strength;
  out.g += (towards[1] - out.g) * strength;
  out.b += (towards[2] - out.b) * strength;
}

const broad = createSampler(createFbmTile(512, 4, 7, 0.6, 61), 512);
const grain = createSampler(createFbmTile(512, 48, 3, 0.7, 62), 512);

/** Fractal noise on a solid, 0…1, from two slanting projections of one tile. */
export function solidNoise(x: number, y: number, z: number, frequency: number): number {
  const u = x * frequency;
  const v = y * frequency;
  const w = z * frequency;
  return (broad(u + 0.13, v + w * 0.37) + broad(w + 0.41, v - u * 0.29 + 0.2)) * 0.5;
}

const STRAW = [203, 180, 147] as const;
const CLAY = [206, 186, 152] as const;
const DEEP_CLAY = [160, 128, 95] as const;
const DUST = [176, 158, 130] as const;

/**
 * Time on painted stucco: mottled, rubbed thin to the white coat, here and there chipped to the clay, dusty on top. Only
 * the picture as found shows it; the restored one keeps a faint unevenness of the brush. `up` is how far the surface
 * looks upwards (0 where unknown), `wear` 1 for the common amount, more where hands reach.
 */
export function weather(
  out: SolidColour,
  layer: Layer,
  x: number,
  y: number,
  z: number,
  up: number,
  wear: number,
): void {
  if (layer === 'line-drawing') return;
  const fine = grain(x * 3 + z * 1.7, y * 3 + z * 0.9);
  const middle = solidNoise(x + 3, y, z, 5);
  const uneven = 1 + (fine - 0.5) * 0.07 + (middle - 0.5) * 0.07;
  out.r *= uneven;
  out.g *= uneven;
  out.b *= uneven;
  if (layer === 'restored') return;
  const large = solidNoise(x, y, z, 1.6);
  const mottled = 1 + (fine - 0.5) * 0.1 + (middle - 0.5) * 0.2;
  out.r *= mottled;
  out.g *= mottled;
  out.b *= mottled;
  const thin = smoothStep(0.5, 1, middle * 0.55 + large * 0.45) * Math.min(1, wear);
  blend(out, STRAW, thin * 0.45);
  const chip = large * 0.42 + middle * 0.4 + fine * 0.18 + (wear - 1) * 0.06;
  const flaked = smoothStep(0.742, 0.752, chip);
  blend(out, CLAY, flaked);
  blend(out, DEEP_CLAY, smoothStep(0.8, 0.812, chip) * (0.7 + 0.3 * fine));
  if (up > 0) blend(out, DUST, up * up * (0.16 + 0.22 * fine));
  out.shine *= (1 - thin * 0.7) * (1 - flaked);
}
