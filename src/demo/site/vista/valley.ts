/**
 * The floor of the valley below the terrace: gravel, a dry river bed with a last thread of water, seen from a height.
 * World coordinates: metres to the north and to the east of the terrace.
 */
import { smoothStep } from '#demo/noise/noise.ts';
import { linearOf } from '#demo/site/colour.ts';
import { HAZE, waves, type LandPoint } from '#demo/site/vista/ridges.ts';

/** How far the eyes of a visitor on the terrace are above the valley floor, metres. */
export const EYE_ABOVE_VALLEY = 15;

/** Where the river runs, metres east, for a place `north`. */
export function riverAt(north: number): number {
  return 150 + 30 * Math.sin(north / 88 + 0.6) + 11 * Math.sin(north / 33 + 1.9);
}

type Colour = readonly [r: number, g: number, b: number];
const GRAVEL: Colour = linearOf('#827877');
const GRAVEL_DARK: Colour = linearOf('#5d5865');
const SCRUB: Colour = linearOf('#5a5348');
const BED: Colour = linearOf('#b3a6a1');
const BANK: Colour = linearOf('#5b525c');
const WATER: Colour = linearOf('#c9b3bf');
const SLOPE: Colour = linearOf('#4a424c');
const FIELD: Colour = linearOf('#7f6d4c');

/** Writes the colour at a point below the horizon. `step` is the height of a sample, degrees. */
export function paintValley(azimuth: number, pitch: number, step: number, out: LandPoint): void {
  const down = -pitch * (Math.PI / 180);
  const distance = EYE_ABOVE_VALLEY / Math.tan(Math.max(down, 0.0011));
  const angle = (azimuth * Math.PI) / 180;
  const north = Math.sin(angle) * distance;
  const east = -Math.cos(angle) * distance;
  /** Metres of ground a sample covers. */
  const reach = ((distance * distance) / EYE_ABOVE_VALLEY) * step * (Math.PI / 180);
  const fade = (size: number): number => size / (size + reach);
  const broad = waves(north / 70, east / 70, 3, 3);
  const middle = (waves(north / 9, east / 9, 3, 13) - 0.5) * fade(9);
  const fine = (waves(north / 1.3, east / 1.3, 3, 17) - 0.5) * fade(1.3);
  mix(out, GRAVEL_DARK, GRAVEL, smoothStep(0.2, 0.8, broad + middle * 0.9 + fine * 0.9));
  const scrub = smoothStep(
    0.56,
    0.66,
    0.5 + (waves(north / 3.1, east / 3.1, 2, 23) - 0.5) * fade(3) + (broad - 0.5) * 0.5,
  );
  mix(out, null, SCRUB, scrub * 0.6);
  const field = smoothStep(0.55, 0.6, broad) * smoothStep(210, 250, east) * smoothStep(900, 500, east);
  mix(out, null, FIELD, field * (0.45 + 0.3 * Math.sin(east / 5) * fade(15)));
  paintRiver(north, east, reach, out);
  const slope = smoothStep(46, 26, east + 8 * (waves(north / 12, east / 12, 3, 37) - 0.5));
  mix(out, null, SLOPE, slope * 0.9);
  mix(out, null, HAZE, 0.92 * (1 - Math.exp(-distance / 1500)));
}

function paintRiver(north: number, east: number, reach: number, out: LandPoint): void {
  const edge = 1.2 + reach;
  const ragged = 5 * (waves(north / 17, east / 17, 3, 41) - 0.5);
  const across = east - riverAt(north) + ragged;
  const half = 15 + 6 * waves(north / 60, 1, 2, 43);
  const bank = smoothStep(half + 4 + edge, half + 1, Math.abs(across));
  mix(out, null, BANK, bank * 0.7 * smoothStep(0, half, Math.abs(across)));
  const bed = smoothStep(half + edge, half - edge, Math.abs(across));
  if (bed > 0) {
    mix(out, null, BED, bed * (0.72 + 0.3 * waves(north / 26, across / 3.2, 4, 47)));
    const bar = smoothStep(0.58, 0.7, waves(north / 44, across / 6, 4, 53));
    mix(out, null, GRAVEL_DARK, bed * bar * 0.55);
  }
  const thread = across - half * 0.5 * Math.sin(north / 27) - 3 * Math.sin(north / 9.4);
  const wet = smoothStep(1.9 + edge, 1.5 - Math.min(1.4, reach * 0.3), Math.abs(thread));
  mix(out, null, WATER, wet * bed * 0.85);
}

/** Towards `to` by `t`; from `from` where given, from what is there where null. */
function mix(out: LandPoint, from: Colour | null, to: Colour, t: number): void {
  const r = from ? from[0] : out.r;
  const g = from ? from[1] : out.g;
  const b = from ? from[2] : out.b;
  out.r = r + (to[0] - r) * t;
  out.g = g + (to[1] - g) * t;
  out.b = b + (to[2] - b) * t;
}
