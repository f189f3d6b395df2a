/**
 * What stands on the horizon, as outlines over the azimuth: far mountains with a little snow, bare near mountains, dunes,
 * and the spurs of the cliff to the north and the south. Degrees throughout; azimuth 0 is west, 90 north, 180 east.
 */
import { createNoise3, smoothStep } from '#demo/noise/noise.ts';
import { linearOf } from '#demo/site/colour.ts';

/** Colour of the land at a point, linear, and how much of the point it covers, 0…1. */
export interface LandPoint {
  r: number;
  g: number;
  b: number;
  cover: number;
}

interface Ridge {
  /** Pitch of the outline. */
  crest(azimuth: number): number;
  /** Writes the colour at a point below the outline. */
  paint(azimuth: number, pitch: number, crest: number, out: LandPoint): void;
}

const noise = createNoise3(511);

/** Sum of octaves, 0…1 about 0.5. */
export function waves(x: number, y: number, octaves: number, offset: number): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x, y, offset + octave * 3.7) * weight;
    total += weight;
    weight *= 0.5;
    x *= 2.03;
    y *= 2.03;
  }
  return sum / total;
}

/** Like `waves`, but folded into sharp crests. */
function folds(x: number, y: number, octaves: number, offset: number): number {
  let sum = 0;
  let weight = 1;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += (1 - Math.abs(2 * noise(x, y, offset + octave * 5.1) - 1)) * weight;
    total += weight;
    weight *= 0.52;
    x *= 2.07;
    y *= 2.07;
  }
  return sum / total;
}

type Colour = readonly [r: number, g: number, b: number];

function put(out: LandPoint, from: Colour, to: Colour, t: number): void {
  out.r = from[0] + (to[0] - from[0]) * t;
  out.g = from[1] + (to[1] - from[1]) * t;
  out.b = from[2] + (to[2] - from[2]) * t;
}

function blend(out: LandPoint, colour: Colour, t: number): void {
  out.r += (colour[0] - out.r) * t;
  out.g += (colour[1] - out.g) * t;
  out.b += (colour[2] - out.b) * t;
}

export const HAZE = linearOf('#9096b0');

const FAR_SHADE = linearOf('#66739c');
const FAR_LIGHT = linearOf('#8f8fae');
const SNOW = linearOf('#d3bfc9');

const farMountains: Ridge = {
  crest(azimuth) {
    const massif = 0.35 + 0.65 * smoothStep(0.25, 0.75, waves(azimuth * 0.028, 0, 2, 1));
    return 0.7 + 3.7 * massif * folds(azimuth * 0.085, 2.2, 7, 9) ** 1.35;
  },
  paint(azimuth, pitch, crest, out) {
    const here = folds(azimuth * 0.55 + pitch * 0.22, pitch * 0.75, 6, 21);
    const beside = folds((azimuth - 0.05) * 0.55 + pitch * 0.22, pitch * 0.75, 6, 21);
    put(out, FAR_SHADE, FAR_LIGHT, smoothStep(-0.035, 0.035, here - beside));
    const snowLine = 2.35 + 0.9 * (waves(azimuth * 0.9, pitch, 4, 31) - 0.5);
    const snow = smoothStep(snowLine, snowLine + 0.5, pitch) * smoothStep(-0.03, 0.015, here - beside);
    blend(out, SNOW, snow * 0.8);
    blend(out, HAZE, 0.25 + 0.6 * smoothStep(crest * 0.75, -0.2, pitch));
  },
};

const NEAR_SHADE = linearOf('#585a7b');
const NEAR_LIGHT = linearOf('#887a8d');

const nearMountains: Ridge = {
  crest(azimuth) {
    const rise = smoothStep(190, 262, azimuth) + 0.75 * smoothStep(150, 96, azimuth);
    return -0.1 + (0.55 + 1.5 * rise) * folds(azimuth * 0.16, 7.7, 6, 44) ** 1.2 + 0.3 * rise;
  },
  paint(azimuth, pitch, crest, out) {
    const here = folds(azimuth * 1.1 - pitch * 0.5, pitch * 1.5, 6, 51);
    const beside = folds((azimuth - 0.03) * 1.1 - pitch * 0.5, pitch * 1.5, 6, 51);
    put(out, NEAR_SHADE, NEAR_LIGHT, smoothStep(-0.035, 0.035, here - beside));
    blend(out, HAZE, 0.12 + 0.55 * smoothStep(crest, -0.3, pitch));
  },
};

const SAND_LIGHT = linearOf('#bda49e');
const SAND_SHADE = linearOf('#77748e');
const SAND_FOOT = linearOf('#98909a');

/** A chain of dunes: sharp summits, one side of each turned to the afterglow in the north-west. */
function dunes(width: number, height: (azimuth: number) => number, base: number, seed: number): Ridge {
  const bend = (azimuth: number): number =>
    azimuth + width * 1.5 * (waves(azimuth / (width * 1.9), seed, 3, seed) - 0.5);
  const summitHeight = (index: number): number => 0.45 + 0.55 * waves(index * 1.37, seed, 1, 61);
  const profile = (azimuth: number): number => {
    const place = bend(azimuth) / width;
    const index = Math.round(place);
    const offset = Math.abs(place - index) * 2;
    const own = summitHeight(index) * (1 - offset ** 1.45);
    const saddle = 0.26 + 0.34 * waves(azimuth / width, 3, 2, seed + 5);
    // A smooth greater of the two: saddles run into summits.
    const lead = Math.abs(own - saddle);
    return Math.max(own, saddle) + (lead < 0.22 ? ((0.22 - lead) ** 2 * 0.25) / 0.22 : 0);
  };
  return {
    crest: (azimuth) => base + height(azimuth) * profile(azimuth) ** 1.05,
    paint(azimuth, pitch, crest, out) {
      const depth = Math.max(0, crest - pitch) / (height(azimuth) + 0.05);
      const swing =
        0.3 * depth ** 0.8 * (waves(azimuth / (width * 3), 1, 1, seed + 13) - 0.2) +
        0.4 * (waves(azimuth / width, depth * 1.7, 3, seed + 9) - 0.5) * depth;
      const place = bend(azimuth) / width + swing;
      const side = place - Math.round(place);
      const soft = 0.012 + 0.22 * smoothStep(0.2, 1.1, depth);
      const lit = smoothStep(soft, -soft, side) * smoothStep(-0.55, -0.32, side);
      put(out, SAND_SHADE, SAND_LIGHT, lit * 0.92);
      const ripple = waves(azimuth * 9, (pitch * 26) / width + azimuth * 1.4, 2, 77) - 0.5;
      const tone = 1 + 0.09 * ripple;
      out.r *= tone;
      out.g *= tone;
      out.b *= tone;
      blend(out, SAND_FOOT, 0.75 * smoothStep(0.35, 1.25, depth));
      blend(out, HAZE, Math.max(0, 0.42 - 0.05 * width));
    },
  };
}

const farDunes = dunes(3.4, (a) => 0.5 + 1.2 * smoothStep(168, 128, a) + 0.9 * smoothStep(196, 236, a), -0.35, 3);
const nearDunes = dunes(8.5, (a) => 0.05 + 4.9 * smoothStep(158, 112, a) + 3.3 * smoothStep(212, 262, a), -0.75, 6);

const ROCK_LIGHT = linearOf('#94807c');
const ROCK_SHADE = linearOf('#55506a');
const ROCK_DARK = linearOf('#2b2938');

/** The cliff goes on beyond the terrace: seen end on, with strata and the dark mouths of more caves. */
const spurs: Ridge = {
  crest(azimuth) {
    const away = spurDistance(azimuth);
    if (away >= 1) return -5;
    return (
      8.6 * (1 - away) ** 1.6 + 1.1 * (1 - away) + 2.6 * (waves(azimuth * 0.42, 1, 5, 85) - 0.5) * (1.1 - away) - 0.2
    );
  },
  paint(azimuth, pitch, _crest, out) {
    const away = spurDistance(azimuth);
    // Against the mean height, not the ragged edge, whose every tooth would run down the face.
    const share = pitch / Math.max(0.3, 8.6 * (1 - away) ** 1.6 + 1.1 * (1 - away));
    const strata = waves(azimuth * 0.25, share * 17, 3, 91);
    // Degrees from the near end; farther parts are drawn together.
    const along = azimuth < 180 ? azimuth - 70 : 289 - azimuth;
    const runnels = folds(along * (0.5 + 0.6 * away) + 0.4 * strata + (azimuth < 180 ? 0 : 31), share * 2.1, 6, 95);
    put(out, ROCK_SHADE, ROCK_LIGHT, Math.min(1, 0.75 * strata + 0.4 * runnels));
    blend(out, ROCK_DARK, 0.35 * smoothStep(0.62, 0.4, runnels));
    const column = along * (0.9 + 0.9 * away);
    for (let row = 1; row <= 4; row++) {
      const cell = Math.floor(column + row * 0.37);
      const across = Math.abs(column + row * 0.37 - cell - 0.5);
      const up = Math.abs(share - 0.11 - row * 0.135 - 0.05 * (waves(cell * 0.9, row, 1, 97) - 0.5));
      const has = waves(cell * 3.1, row * 2.7, 1, 99) > 0.48 ? 1 : 0;
      blend(out, ROCK_DARK, has * 0.85 * smoothStep(0.24, 0.19, across) * smoothStep(0.042, 0.034, up));
    }
    blend(out, HAZE, 0.1 + 0.42 * away);
  },
};

/** 0 where a spur meets the terrace, 1 at its far end. */
function spurDistance(azimuth: number): number {
  return Math.max(0, azimuth < 180 ? (azimuth - 70) / 33 : (289 - azimuth) / 27);
}

/** From the farthest to the nearest. */
export const RIDGES: readonly Ridge[] = [farMountains, nearMountains, farDunes, nearDunes, spurs];
