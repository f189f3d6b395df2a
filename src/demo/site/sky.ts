/**
 * The evening sky over the site: the sun has just gone down behind the cliff in the west. In the east the blue shadow of
 * the earth rises, above it the rose-coloured belt of Venus; the moon is nearly full and therefore stands opposite the sun.
 *
 * Colours are chosen as they should look (sRGB) and turned into linear radiance. Directions are of the places' common
 * frame: −Z west, +X north, +Z east.
 */
import { createFbmTile, createSampler, smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';
import { linearOf } from '#demo/site/colour.ts';

type Stop = readonly [pitchDegrees: number, colour: string];

/** From below the horizon to the zenith; the last stop is shared, so that the zenith has no seam. */
const EAST: readonly Stop[] = [
  [-10, '#7c86a3'],
  [0, '#8592b1'],
  [3, '#8493b6'],
  [6.5, '#a09dbd'],
  [10, '#c8a6b8'],
  [14, '#cfa9b4'],
  [20, '#ac9fbd'],
  [30, '#8190b8'],
  [50, '#5c74a8'],
  [90, '#46609a'],
];
const SIDE: readonly Stop[] = [
  [-10, '#8a8798'],
  [0, '#a89ca4'],
  [4, '#c0a8a6'],
  [9, '#c2a9ae'],
  [16, '#a6a0b6'],
  [28, '#7f90b6'],
  [50, '#5c74a8'],
  [90, '#46609a'],
];
const WEST: readonly Stop[] = [
  [-10, '#c98a5a'],
  [0, '#f0a45c'],
  [5, '#f5b472'],
  [12, '#eec092'],
  [22, '#c9bba8'],
  [36, '#93a4b9'],
  [58, '#607aab'],
  [90, '#46609a'],
];

const STEPS = 512;
const LOWEST = -10;
const east = tableOf(EAST);
const side = tableOf(SIDE);
const west = tableOf(WEST);

function tableOf(stops: readonly Stop[]): Float32Array {
  const table = new Float32Array((STEPS + 1) * 3);
  for (let i = 0; i <= STEPS; i++) {
    const pitch = LOWEST + (i / STEPS) * (90 - LOWEST);
    let next = stops.findIndex(([stop]) => stop >= pitch);
    if (next < 1) next = 1;
    const [fromPitch, fromColour] = stops[next - 1]!;
    const [toPitch, toColour] = stops[next]!;
    const t = (pitch - fromPitch) / (toPitch - fromPitch);
    const from = linearOf(fromColour);
    const to = linearOf(toColour);
    for (let c = 0; c < 3; c++) table[i * 3 + c] = from[c]! + (to[c]! - from[c]!) * t;
  }
  return table;
}

const DEGREES = 180 / Math.PI;
const streaks = createSampler(createFbmTile(512, 4, 7, 0.55, 71), 512);
const wisps = createSampler(createFbmTile(512, 6, 6, 0.6, 72), 512);

/** Radiance of the clear sky without moon, stars and clouds; for light, and as the ground of the rest. */
export function clearSky(x: number, y: number, z: number, out: Float64Array): void {
  const pitch = Math.asin(y < -1 ? -1 : y > 1 ? 1 : y) * DEGREES;
  const level = Math.sqrt(x * x + z * z);
  const eastward = level > 1e-6 ? z / level : 0;
  const eastShare = smoothStep(-0.15, 0.95, eastward);
  const westShare = smoothStep(-0.1, 1, -eastward);
  const sideShare = 1 - eastShare - westShare;
  const place = ((pitch < LOWEST ? LOWEST : pitch) - LOWEST) * (STEPS / (90 - LOWEST));
  const step = Math.min(STEPS - 1, Math.floor(place));
  const t = place - step;
  for (let c = 0; c < 3; c++) {
    const i = step * 3 + c;
    const e = east[i]! + (east[i + 3]! - east[i]!) * t;
    const s = side[i]! + (side[i + 3]! - side[i]!) * t;
    const w = west[i]! + (west[i + 3]! - west[i]!) * t;
    out[c] = e * eastShare + s * sideShare + w * westShare;
  }
}

/** Azimuth from west over north, and pitch, degrees; apparent radius, radians, half as large again as the true moon's. */
export const MOON = { azimuth: 176.2, pitch: 5.1, radius: 0.0068 } as const;
const moonDirection = directionAt(MOON.azimuth, MOON.pitch);

/** Azimuth 0 is west, 90 north, 180 east, as yaw in the places' frame. */
export function directionAt(azimuthDegrees: number, pitchDegrees: number): [x: number, y: number, z: number] {
  const azimuth = azimuthDegrees / DEGREES;
  const pitch = pitchDegrees / DEGREES;
  return [Math.sin(azimuth) * Math.cos(pitch), Math.sin(pitch), -Math.cos(azimuth) * Math.cos(pitch)];
}

interface Star {
  readonly direction: readonly [number, number, number];
  readonly strength: number;
}

const stars: readonly Star[] = scatterStars();

function scatterStars(): Star[] {
  const random = createRandom(417);
  return Array.from({ length: 46 }, () => ({
    direction: directionAt(random.between(40, 320), 24 + 62 * random() ** 1.2),
    strength: 0.12 + 0.9 * random() ** 4,
  }));
}

/** Radiance of the sky with thin clouds, the moon and the first stars. `footprint`: radians a sample stands for. */
export function eveningSky(x: number, y: number, z: number, footprint: number, out: Float64Array): void {
  clearSky(x, y, z, out);
  if (y < 0) return;
  addClouds(x, y, z, out);
  addMoon(x, y, z, footprint, out);
  if (y > 0.36) addStars(x, y, z, footprint, out);
}

/** High thin streaks drawn out along the wind, lit rose from below by the sun that is gone. */
function addClouds(x: number, y: number, z: number, out: Float64Array): void {
  const lift = 1 / (y + 0.09);
  const along = (x * 0.86 + z * 0.5) * lift;
  const across = (z * 0.86 - x * 0.5) * lift;
  const density =
    streaks(along * 0.035 + 0.31, across * 0.14 + 0.12) * 0.62 + wisps(along * 0.11, across * 0.42 + 0.4) * 0.38;
  const cover = smoothStep(0.6, 0.98, density) * smoothStep(0.03, 0.16, y) * (1 - 0.55 * smoothStep(0.5, 0.95, y));
  if (cover <= 0) return;
  const warmth = 0.5 - 0.5 * z;
  const low = 1 - smoothStep(0.15, 0.75, y);
  const share = cover * 0.62;
  out[0]! += (0.5 + 0.28 * warmth + 0.14 * low - out[0]!) * share;
  out[1]! += (0.4 + 0.06 * warmth - 0.03 * low - out[1]!) * share;
  out[2]! += (0.5 - 0.16 * warmth - 0.07 * low - out[2]!) * share;
}

function addMoon(x: number, y: number, z: number, footprint: number, out: Float64Array): void {
  const [mx, my, mz] = moonDirection;
  const cosine = x * mx + y * my + z * mz;
  if (cosine < 0.985) return;
  const dx = x - mx * cosine;
  const dy = y - my * cosine;
  const dz = z - mz * cosine;
  const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const window = Math.max(0, 1 - distance / 0.172) ** 2;
  const glow = window * (Math.exp(-distance / 0.022) * 0.16 + Math.exp(-distance / 0.075) * 0.07);
  out[0]! += glow;
  out[1]! += glow * 0.9;
  out[2]! += glow * 0.78;
  const edge = Math.max(footprint * 0.6, 0.00018);
  const disc = 1 - smoothStep(MOON.radius - edge, MOON.radius + edge, distance);
  if (disc <= 0) return;
  const across = (dx * mz - dz * mx) / MOON.radius;
  const up = dy / MOON.radius;
  const seas = smoothStep(0.46, 0.72, wisps(across * 0.16 + 0.63, up * 0.16 + 0.21));
  const bright = (1.5 - 0.5 * seas) * (1 - 0.22 * (distance / MOON.radius) ** 4);
  out[0]! += (bright - out[0]!) * disc;
  out[1]! += (bright * 0.93 - out[1]!) * disc;
  out[2]! += (bright * 0.8 - out[2]!) * disc;
}

function addStars(x: number, y: number, z: number, footprint: number, out: Float64Array): void {
  const radius = Math.max(footprint, 0.0004);
  for (const { direction, strength } of stars) {
    const cosine = x * direction[0] + y * direction[1] + z * direction[2];
    const square = 2 * (1 - cosine);
    if (square > radius * radius * 9) continue;
    const light = strength * (0.0004 / radius) ** 2 * Math.exp(-square / (radius * radius)) * smoothStep(0.36, 0.5, y);
    out[0]! += light;
    out[1]! += light;
    out[2]! += light * 1.1;
  }
}
