import { smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { SurfacePixels } from '#demo/paint/surfacePixels.ts';
import { createCracks, type CrackMap } from '#demo/paint/wear/cracks.ts';
import type { WearOptions } from '#demo/paint/wear/options.ts';
import { readRow, wearPatterns, type WearPatterns } from '#demo/paint/wear/patterns.ts';

/** Where freshly drawn pixels come from: RGBA of `rows` rows from `top` on. */
export type PixelRows = (top: number, rows: number) => Uint8ClampedArray;

export interface WornSurface {
  readonly width: number;
  readonly height: number;
  /** RGBA in, in changed and in fresh pigments. */
  readonly found: PixelRows;
  readonly fresh: PixelRows;
  readonly pixelsPerMetre: number;
  readonly wear: WearOptions;
}

/** Rows fetched at a time. */
const BAND = 128;

/**
 * Lets time pass over a painting, in the order of nature: pigments mottle, thin and are rubbed, paint falls off to the
 * white ground and deeper to the straw plaster, plaster cracks, water runs, soot and dust settle. Relief comes from the
 * same masks. All patterns lie in metres, so every resolution shows the same wall.
 */
export function applyWear(surface: WornSurface): Omit<SurfacePixels, 'line'> {
  const { width, height, pixelsPerMetre, wear } = surface;
  const asFound = new Uint8Array(width * height * 3);
  const restored = new Uint8Array(width * height * 3);
  const slopes = new Int8Array(width * height * 2);
  const metres = { width: width / pixelsPerMetre, height: height / pixelsPerMetre };
  const count = wear.cracks ?? Math.round(metres.width * metres.height * 1.6);
  const cracks = createCracks(metres.width, metres.height, pixelsPerMetre, Math.floor(wear.seed * 1024), count);
  const row = createWearRow(width, pixelsPerMetre, wear, cracks);
  let above = new Float32Array(width);
  let here = new Float32Array(width);
  let below = new Float32Array(width);
  for (let band = 0; band < height; band += BAND) {
    const rows = Math.min(BAND, height - band);
    const found = surface.found(band, rows);
    const fresh = surface.fresh(band, rows);
    for (let j = 0; j < rows; j++) {
      const y = band + j;
      row(y, j * width * 4, found, fresh, y * width * 3, asFound, restored, below);
      // The slopes of the row before, now that its neighbours on both sides are known.
      if (y === 1) above.set(here);
      if (y > 0) writeSlopes(slopes, (y - 1) * width * 2, above, here, below, y > 1 ? 2 : 1, pixelsPerMetre);
      const spare = above;
      above = here;
      here = below;
      below = spare;
    }
  }
  writeSlopes(slopes, (height - 1) * width * 2, above, here, here, 1, pixelsPerMetre);
  return { width, height, asFound, restored, slopes };
}

function writeSlopes(
  slopes: Int8Array,
  at: number,
  above: Float32Array,
  here: Float32Array,
  below: Float32Array,
  rowsApart: number,
  pixelsPerMetre: number,
): void {
  const last = here.length - 1;
  const down = (pixelsPerMetre / rowsApart) * 127;
  const across = (pixelsPerMetre / 2) * 127;
  for (let i = 0; i <= last; i++) {
    const right = here[i < last ? i + 1 : last]! - here[i > 0 ? i - 1 : 0]!;
    const lower = below[i]! - above[i]!;
    slopes[at + i * 2] = Math.max(-127, Math.min(127, right * across));
    slopes[at + i * 2 + 1] = Math.max(-127, Math.min(127, lower * down));
  }
}

type WearRow = (
  y: number,
  from: number,
  found: Uint8ClampedArray,
  fresh: Uint8ClampedArray,
  to: number,
  asFound: Uint8Array,
  restored: Uint8Array,
  relief: Float32Array,
) => void;

/** Tiles of noise that a row of pixels is read from: which, how wide a tile lies (metres), and its shift (tiles). */
function createRowNoise(width: number, pixelsPerMetre: number, seed: number, patterns: WearPatterns) {
  const random = createRandom(Math.floor(seed * 1024) + 3);
  const startX = random.between(0, 40);
  const startY = random.between(0, 40);
  const step = 1 / pixelsPerMetre;
  const layer = (tile: Float32Array, wide: number, high = wide, shiftX = 0, shiftY = 0) => {
    const values = new Float32Array(width);
    const read = (y: number): void => readRow(tile, values, (startX + 0.5 * step) / wide + shiftX, step / wide, (startY + y) / high + shiftY); // prettier-ignore
    return { values, read };
  };
  const layers = {
    big: layer(patterns.big, 2.6),
    middle: layer(patterns.middle, 0.9),
    fine: layer(patterns.fine, 0.3),
    grain: layer(patterns.grain, 0.17),
    broad: layer(patterns.middle, 3.9, 3.1, 0.3, 0.7),
    drips: layer(patterns.fine, 1.1, 14, 0, 0.3),
    straw: layer(patterns.straw, 0.42),
  };
  return { layers, all: Object.values(layers) };
}

function createWearRow(width: number, pixelsPerMetre: number, wear: WearOptions, cracks: CrackMap): WearRow {
  const { lossBias, soot, dust, touch, strength = 1, threshold = 0.8, mottling = 1 } = wear;
  const { layers, all } = createRowNoise(width, pixelsPerMetre, wear.seed, wearPatterns());
  const loss = threshold - 0.035 * strength;
  const cracksPerPixel = cracks.pixelsPerMetre / pixelsPerMetre;
  return (row, from, found, fresh, to, asFound, restored, relief) => {
    const y = (row + 0.5) / pixelsPerMetre;
    for (const layer of all) layer.read(y);
    const crackRow = Math.min(cracks.rows - 1, Math.floor(row * cracksPerPixel)) * cracks.columns;
    for (let i = 0; i < width; i++) {
      const x = (i + 0.5) / pixelsPerMetre;
      const big = layers.big.values[i]!;
      const middle = layers.middle.values[i]!;
      const fine = layers.fine.values[i]!;
      const grain = layers.grain.values[i]!;
      const broad = layers.broad.values[i]!;
      const source = from + i * 4;
      const target = to + i * 3;
      const wash = 1 + (grain - 0.5) * 0.09 + (middle - 0.5) * 0.07 + (fine - 0.5) * 0.05;
      restored[target] = Math.min(255, fresh[source]! * wash);
      restored[target + 1] = Math.min(255, fresh[source + 1]! * wash);
      restored[target + 2] = Math.min(255, fresh[source + 2]! * wash);
      const uneven = (grain - 0.5) * 0.2 + (middle - 0.5) * 0.2 + (fine - 0.5) * 0.12 + (broad - 0.5) * 0.1;
      const mottle = 1 + uneven * mottling;
      let r = found[source]! * mottle;
      let g = found[source + 1]! * mottle;
      let b = found[source + 2]! * mottle;
      const rubbed = touch ? touch(x, y) * (0.45 + 0.9 * broad) : 0;
      // Thin paint lets the ground through.
      const thin = Math.min(
        1,
        smoothStep(0.5, 1, middle * 0.55 + broad * 0.45) * 0.34 * strength +
          smoothStep(0.72, 1, fine * 0.6 + grain * 0.4) * 0.3 * strength +
          rubbed * (0.25 + 0.4 * middle),
      );
      r += (206 - r) * thin;
      g += (186 - g) * thin;
      b += (150 - b) * thin;
      const worn = grain * 0.45 + fine * 0.4 + middle * 0.2 + rubbed * 0.16;
      const specks =
        Math.min(1, smoothStep(0.77, 0.86, worn) * (0.25 + 0.75 * smoothStep(0.35, 0.9, broad)) * strength) * 0.8;
      r += (214 - r) * specks;
      g += (198 - g) * specks;
      b += (168 - b) * specks;
      // Losses: first to the white ground, in their middle to the straw plaster, with a bright broken rim.
      const bias = lossBias ? lossBias(x, y) : 0;
      const tendency = big * 0.5 + middle * 0.27 + fine * 0.15 + grain * 0.05 + bias * 0.5;
      const shallow = smoothStep(loss, loss + 0.012, tendency);
      const deep = smoothStep(loss + 0.055, loss + 0.07, tendency);
      let depth = 0;
      if (shallow > 0) {
        const tone = 1 + (fine - 0.5) * 0.16 + (grain - 0.5) * 0.12;
        r += (203 * tone - r) * shallow;
        g += (178 * tone - g) * shallow;
        b += (140 * tone - b) * shallow;
        depth = shallow * 0.0016;
      }
      if (deep > 0) {
        const straw = layers.straw.values[i]! - 0.5;
        const tone = (0.78 + straw * 0.75) * (1 + (middle - 0.5) * 0.3);
        r += (178 * tone - r) * deep;
        g += (142 * tone - g) * deep;
        b += (103 * tone - b) * deep;
        depth += deep * (0.0042 - straw * 0.002);
      }
      const rim = smoothStep(loss - 0.012, loss - 0.002, tendency) * (1 - shallow) * 0.5;
      r += (226 - r) * rim;
      g += (214 - g) * rim;
      b += (190 - b) * rim;
      const crackColumn = Math.min(cracks.columns - 1, Math.floor(i * cracksPerPixel));
      const crack = cracks.depth[crackRow + crackColumn]! / 255;
      if (crack > 0) {
        const dark = 1 - crack * 0.72;
        r *= dark;
        g *= dark;
        b *= dark * 0.97;
        depth += crack * 0.0016;
      }
      const drip = smoothStep(0.7, 0.95, layers.drips.values[i]!) * smoothStep(0.2, 0.8, broad) * 0.12 * strength;
      r += (150 - r) * drip;
      g += (128 - g) * drip;
      b += (100 - b) * drip;
      const smoke = soot ? soot(x, y) * (0.55 + 0.75 * middle) : 0;
      const clear = 1 - Math.min(1, smoke) * 0.68;
      r *= clear * (1 - smoke * 0.02);
      g *= clear * (1 - smoke * 0.05);
      b *= clear * (1 - smoke * 0.1);
      const settled = Math.min(1, (dust ? dust(x, y) : 0.06) * (0.4 + 1.1 * broad));
      r += (184 - r) * settled;
      g += (162 - g) * settled;
      b += (128 - b) * settled;
      asFound[target] = Math.max(0, Math.min(255, r));
      asFound[target + 1] = Math.max(0, Math.min(255, g));
      asFound[target + 2] = Math.max(0, Math.min(255, b));
      relief[i] =
        ((big - 0.5) * 0.006 + (middle - 0.5) * 0.0035 + (fine - 0.5) * 0.0011 + (grain - 0.5) * 0.0003) * mottling -
        depth;
    }
  };
}
