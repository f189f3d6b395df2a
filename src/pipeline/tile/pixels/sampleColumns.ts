/**
 * The filter in two passes, for maps whose columns each lie on one column of the source: the faces about the horizon,
 * and cube faces. The result is the same as in one pass; the taps are added, not multiplied.
 */
import type { WindowRectangle } from '../scratch/window.ts';
import { countTaps, KERNEL_RADIUS, PHASE_WEIGHTS, PHASES, weighTaps } from './kernel.ts';
import type { PixelMap } from './map.ts';
import { storeLight, type Target } from './target.ts';

/** Kept between calls, since blocks are mostly of one size. Never read before it is written. */
let narrowed = new Float32Array(0);

export function sampleColumns(map: PixelMap, pixels: Uint16Array, window: WindowRectangle, target: Target): void {
  const values = target.width * 3;
  if (narrowed.length < window.height * values) narrowed = new Float32Array(window.height * values);
  narrowRows(map, pixels, window, target.width, narrowed);
  const some = new Float64Array(tapsFor(map.scaleY, target.width * target.height));
  for (let row = 0, i = 0; row < target.height; row++) {
    let out = (target.offset + row * target.stride) * 3;
    for (let column = 0; column < target.width; column++, i++, out += 3) {
      const y = map.y[i]!;
      let red = 0;
      let green = 0;
      let blue = 0;
      if (!Number.isNaN(y) && !Number.isNaN(map.x[i]!)) {
        const scale = map.scaleY[i]!;
        const upper = scale === 1 ? Math.floor(y) - 1 : weighTaps(y, scale, some);
        const weights = scale === 1 ? PHASE_WEIGHTS : some;
        const from = scale === 1 ? Math.round((y - upper - 1) * PHASES) * 4 : 0;
        const to = from + (scale === 1 ? 4 : countTaps(y, scale));
        let at = (upper - window.y) * values + column * 3;
        for (let tap = from; tap < to; tap++, at += values) {
          const weight = weights[tap]!;
          red += weight * narrowed[at]!;
          green += weight * narrowed[at + 1]!;
          blue += weight * narrowed[at + 2]!;
        }
      }
      target.bytes[out] = storeLight(red);
      target.bytes[out + 1] = storeLight(green);
      target.bytes[out + 2] = storeLight(blue);
    }
  }
}

/** The first pass: every row of the window at the map's columns. Columns without a source are left at zero. */
function narrowRows(
  map: PixelMap,
  pixels: Uint16Array,
  window: WindowRectangle,
  width: number,
  into: Float32Array,
): void {
  const taps = tapsFor(map.scaleX, width);
  const weights = new Float64Array(width * taps);
  const firsts = new Int32Array(width);
  const counts = new Int32Array(width);
  const some = new Float64Array(taps);
  for (let column = 0; column < width; column++) {
    const x = map.x[column]!;
    if (Number.isNaN(x)) continue;
    const scale = map.scaleX[column]!;
    firsts[column] = weighTaps(x, scale, some) - window.x;
    counts[column] = countTaps(x, scale);
    weights.set(some, column * taps);
  }
  for (let row = 0, out = 0; row < window.height; row++) {
    for (let column = 0; column < width; column++, out += 3) {
      const count = counts[column]!;
      let at = (row * window.width + firsts[column]!) * 3;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let tap = column * taps, end = tap + count; tap < end; tap++, at += 3) {
        const weight = weights[tap]!;
        red += weight * pixels[at]!;
        green += weight * pixels[at + 1]!;
        blue += weight * pixels[at + 2]!;
      }
      into[out] = red;
      into[out + 1] = green;
      into[out + 2] = blue;
    }
  }
}

function tapsFor(scales: Float64Array, count: number): number {
  let widest = 1;
  for (let i = 0; i < count; i++) if (scales[i]! > widest) widest = scales[i]!;
  return Math.ceil(widest * 2 * KERNEL_RADIUS) + 2;
}
