/**
 * The ground of the scroll: silk browned by age before anything is painted, and after it what time did: worn pigment,
 * weave, creases from rolling, patches of newer silk, dark edges. The weave is kept gentle so that pictures stay small.
 */
import { smoothStep } from '#demo/noise/noise.ts';
import { SILK } from '#demo/scroll/brush/colours.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { rough, scatter, soft } from '#demo/scroll/ground/grain.ts';
import { BORDER, HEIGHT, PAINTING_END, PAINTING_START, WIDTH } from '#demo/scroll/size.ts';

/** Lays the bare silk into the window. */
export function laySilk(pen: Pen): void {
  const { left, top, width, height } = pen.place;
  for (let py = 0; py < height; py++) {
    const y = (py + top + 0.5) / pen.scale;
    const edge = Math.min(y, HEIGHT - y);
    const rim = 1 - 0.16 * (1 - smoothStep(BORDER, 330, edge));
    for (let px = 0; px < width; px++) {
      const i = py * width + px;
      const x = (px + left + 0.5) / pen.scale;
      const age = soft(x * 0.013, y * 0.02) - 0.5;
      const cloud = soft(x * 0.05 + 77, y * 0.06 + 31) - 0.5;
      const tone = rim * (1 + age * 0.1 + cloud * 0.045);
      pen.tone[i] = tone;
      pen.red[i] = SILK[0] * tone;
      pen.green[i] = SILK[1] * tone;
      pen.blue[i] = SILK[2] * tone;
    }
  }
}

const CREASE = 700;
const PATCH = 2600;

/** Ages the painted window. */
export function ageSilk(pen: Pen): void {
  const { left, top, width, height } = pen.place;
  const from = WIDTH - PAINTING_END;
  const to = WIDTH - PAINTING_START;
  const creases = new Float64Array(width);
  for (let px = 0; px < width; px++) creases[px] = creaseAt((px + left + 0.5) / pen.scale);
  for (let py = 0; py < height; py++) {
    const y = (py + top + 0.5) / pen.scale;
    if (y < BORDER || y > HEIGHT - BORDER) continue;
    for (let px = 0; px < width; px++) {
      const x = (px + left + 0.5) / pen.scale;
      if (x < from || x > to) continue;
      const crease = creases[px]!;
      const i = py * width + px;
      const tone = pen.tone[i]!;
      // Pigment is rubbed off in spots, more along creases.
      const rub = rough(x * 0.31, y * 0.31) * 0.62 + rough(x * 0.043 + 90, y * 0.043) * 0.48;
      const worn = smoothStep(0.84, 1.02, rub + crease * 0.13) * 0.62;
      let r = pen.red[i]! + (SILK[0] * tone - pen.red[i]!) * worn;
      let g = pen.green[i]! + (SILK[1] * tone - pen.green[i]!) * worn;
      let b = pen.blue[i]! + (SILK[2] * tone - pen.blue[i]!) * worn;
      // Slubs: long thick threads across, short ones down.
      const weft = rough(x * 0.012, y * 0.42) - 0.5;
      const warp = rough(x * 0.42 + 200, y * 0.014) - 0.5;
      const broken = smoothStep(0.3, 0.75, soft(x * 0.9, y * 0.09 + x * 0.01));
      const light = (1 + weft * 0.036 + warp * 0.026) * (1 - crease * broken * 0.13) * patchAt(x, y);
      r *= light;
      g *= light;
      b *= light * (1 - crease * broken * 0.03);
      pen.red[i] = r;
      pen.green[i] = g;
      pen.blue[i] = b;
    }
  }
}

/** How deep the crease nearest to `x` is, 0…1: creases stand up and down, from rolling, several in a span. */
function creaseAt(x: number): number {
  const cell = Math.floor(x / CREASE);
  let deepest = 0;
  for (let k = cell - 1; k <= cell + 1; k++) {
    for (let j = 0; j < 3; j++) {
      const at = (k + scatter(k, j, 5)) * CREASE;
      const wide = 1.6 + 2.2 * scatter(k, j, 6);
      const depth = Math.exp(-Math.pow((x - at) / wide, 2)) * (0.3 + 0.7 * scatter(k, j, 7));
      if (depth > deepest) deepest = depth;
    }
  }
  return deepest;
}

/** Patches of other silk let into losses: a little lighter or darker, with a thin seam. */
function patchAt(x: number, y: number): number {
  const cell = Math.floor(x / PATCH);
  let light = 1;
  for (let k = cell - 1; k <= cell + 1; k++) {
    if (scatter(k, 0, 11) > 0.75) continue;
    const wide = 26 + 130 * scatter(k, 1, 11);
    const high = 20 + 90 * scatter(k, 2, 11);
    const dx = Math.abs(x - (k + scatter(k, 3, 11)) * PATCH) - wide + (soft(y * 0.6, k * 9) - 0.5) * 9;
    const dy = Math.abs(y - (200 + scatter(k, 4, 11) * (HEIGHT - 400))) - high + (soft(x * 0.6, k * 9 + 50) - 0.5) * 9;
    const outside = Math.max(dx, dy);
    if (outside < 0) light *= scatter(k, 5, 11) < 0.5 ? 0.95 : 1.045;
    if (Math.abs(outside) < 1.2) light *= 0.9;
  }
  return light;
}
