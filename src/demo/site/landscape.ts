/**
 * What lies around the site at dusk, as radiance by direction. All places share one orientation (−Z west, +X north,
 * +Z east), so one landscape serves the terrace and every door.
 */
import type { Layer } from '#demo/cave/layer.ts';
import { linearOf } from '#demo/site/colour.ts';
import { SITE, type Place } from '#demo/site/site.ts';
import { foreground } from '#demo/site/foreground.ts';
import { clearSky, eveningSky, MOON, directionAt } from '#demo/site/sky.ts';
import { createStrip, type LandLookup } from '#demo/site/vista/strip.ts';
import { DRAWING } from '#demo/paint/pigments.ts';
import { smoothStep } from '#demo/noise/noise.ts';

/** Radiance by unit direction in the places' frame; writes r, g, b into `out`. */
export type Radiance = (x: number, y: number, z: number, layer: Layer, out: Float64Array) => void;

/** A sample of a picture 16,384 wide, radians. */
const FINEST = (2 * Math.PI) / 16384;
const DEGREES = 180 / Math.PI;
const paper = linearOf(DRAWING.paper);
const ink = linearOf(DRAWING.ink);
const duskyGround = linearOf('#7c7480');

/** The open landscape as seen from the terrace; `footprint`: radians a sample stands for, not above 0.05. */
export function createVista(footprint = FINEST): Radiance {
  const density = Math.PI / 180 / footprint;
  const strips = new Map<string, LandLookup>();
  const land = new Float64Array(4);
  return (x, y, z, layer, out) => {
    const isDrawing = layer === 'line-drawing';
    if (isDrawing) paperSky(x, y, z, footprint, out);
    else eveningSky(x, y, z, footprint, out);
    if (y > 0.21) return;
    const kind: Layer = isDrawing ? 'line-drawing' : 'as-found';
    let strip = strips.get(kind);
    if (!strip) strips.set(kind, (strip = createStrip(kind, density)));
    const turn = Math.atan2(x, -z) * DEGREES;
    strip(turn < 0 ? turn + 360 : turn, Math.asin(y < -1 ? -1 : y) * DEGREES, land);
    const open = 1 - land[3]!;
    for (let c = 0; c < 3; c++) out[c] = land[c]! + out[c]! * open;
  };
}

const moonDirection = directionAt(MOON.azimuth, MOON.pitch);

/** Paper, with the moon as a circle of ink. */
function paperSky(x: number, y: number, z: number, footprint: number, out: Float64Array): void {
  const cosine = x * moonDirection[0] + y * moonDirection[1] + z * moonDirection[2];
  const distance = Math.sqrt(Math.max(0, 2 - 2 * cosine));
  const width = 0.0004 + footprint * 0.5;
  const line = 0.7 * smoothStep(width, 0, Math.abs(distance - MOON.radius));
  for (let c = 0; c < 3; c++) out[c] = paper[c]! + (ink[c]! - paper[c]!) * line;
}

/** The terrace before a cave and then the landscape, as seen from the eye of that place. */
export function createOutlook(place: Place, footprint = FINEST): Radiance {
  const vista = createVista(footprint);
  const height = place.origin[1] + place.eye[1];
  const behind = -(place.origin[0] + place.eye[2]);
  return (x, y, z, layer, out) => {
    if (y < -0.02 && z > 0 && foreground(x, y, z, height, behind, layer, out)) return;
    vista(x, y, z, layer, out);
  };
}

/** As seen through the door of the hall. */
export const landscape: Radiance = createOutlook(SITE.hall);

/**
 * The light of sky and land without any detail: cheap, smooth, and the same on every layer but the drawing, which is
 * lit evenly.
 */
export function skyLight(x: number, y: number, z: number, layer: Layer, out: Float64Array): void {
  if (layer === 'line-drawing') {
    for (let c = 0; c < 3; c++) out[c] = paper[c]!;
    return;
  }
  clearSky(x, y, z, out);
  const share = smoothStep(0.05, -0.06, y);
  for (let c = 0; c < 3; c++) out[c]! += (duskyGround[c]! - out[c]!) * share;
}
