/** The filter itself: takes a window of the source and a map, gives stored 8-bit pixels. */
import type { WindowRectangle } from '../scratch/window.ts';
import { countTaps, KERNEL_RADIUS, PHASE_WEIGHTS, PHASES, weighTaps } from './kernel.ts';
import type { PixelMap } from './map.ts';
import { sampleColumns } from './sampleColumns.ts';
import { storeLight, type Target } from './target.ts';

/** The window that `count` pixels of a map need; null where none of them has a source. */
export function boundWindow(map: PixelMap, count: number): WindowRectangle | null {
  let left = Infinity;
  let right = -Infinity;
  let upper = Infinity;
  let lower = -Infinity;
  for (let i = 0; i < count; i++) {
    const x = map.x[i]!;
    const y = map.y[i]!;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const reachX = KERNEL_RADIUS * map.scaleX[i]!;
    const reachY = KERNEL_RADIUS * map.scaleY[i]!;
    if (x - reachX < left) left = x - reachX;
    if (x + reachX > right) right = x + reachX;
    if (y - reachY < upper) upper = y - reachY;
    if (y + reachY > lower) lower = y + reachY;
  }
  if (left > right) return null;
  const x = Math.floor(left) - 1;
  const y = Math.floor(upper) - 1;
  return { x, y, width: Math.ceil(right) + 2 - x, height: Math.ceil(lower) + 2 - y };
}

/** Filters the target's pixels out of the window; black where there is no source. */
export function samplePixels(map: PixelMap, pixels: Uint16Array, window: WindowRectangle | null, target: Target): void {
  if (window && map.isColumnwise) {
    sampleColumns(map, pixels, window, target);
    return;
  }
  for (let row = 0, i = 0; row < target.height; row++) {
    let out = (target.offset + row * target.stride) * 3;
    for (let column = 0; column < target.width; column++, i++, out += 3) {
      const x = map.x[i]!;
      const y = map.y[i]!;
      if (!window || Number.isNaN(x) || Number.isNaN(y)) {
        target.bytes[out] = target.bytes[out + 1] = target.bytes[out + 2] = 0;
      } else if (map.scaleX[i] === 1 && map.scaleY[i] === 1) {
        sampleClose(pixels, window.width, x - window.x, y - window.y, target.bytes, out);
      } else {
        sampleWide(pixels, window, x, y, map.scaleX[i]!, map.scaleY[i]!, target.bytes, out);
      }
    }
  }
}

/** The common case, four taps each way, unrolled. */
function sampleClose(pixels: Uint16Array, stride: number, x: number, y: number, bytes: Uint8Array, out: number): void {
  const left = Math.floor(x);
  const upper = Math.floor(y);
  const across = Math.round((x - left) * PHASES) * 4;
  const down = Math.round((y - upper) * PHASES) * 4;
  const a = PHASE_WEIGHTS[across]!;
  const b = PHASE_WEIGHTS[across + 1]!;
  const c = PHASE_WEIGHTS[across + 2]!;
  const d = PHASE_WEIGHTS[across + 3]!;
  let red = 0;
  let green = 0;
  let blue = 0;
  let at = ((upper - 1) * stride + left - 1) * 3;
  for (let tap = 0; tap < 4; tap++, at += stride * 3) {
    const w = PHASE_WEIGHTS[down + tap]!;
    red += w * (a * pixels[at]! + b * pixels[at + 3]! + c * pixels[at + 6]! + d * pixels[at + 9]!);
    green += w * (a * pixels[at + 1]! + b * pixels[at + 4]! + c * pixels[at + 7]! + d * pixels[at + 10]!);
    blue += w * (a * pixels[at + 2]! + b * pixels[at + 5]! + c * pixels[at + 8]! + d * pixels[at + 11]!);
  }
  bytes[out] = storeLight(red);
  bytes[out + 1] = storeLight(green);
  bytes[out + 2] = storeLight(blue);
}

let weightsX = new Float64Array(64);
let weightsY = new Float64Array(64);

function sampleWide(
  pixels: Uint16Array,
  window: WindowRectangle,
  x: number,
  y: number,
  scaleX: number,
  scaleY: number,
  bytes: Uint8Array,
  out: number,
): void {
  const needed = Math.ceil(Math.max(scaleX, scaleY) * 2 * KERNEL_RADIUS) + 2;
  if (weightsX.length < needed) {
    weightsX = new Float64Array(needed * 2);
    weightsY = new Float64Array(needed * 2);
  }
  const left = weighTaps(x, scaleX, weightsX) - window.x;
  const upper = weighTaps(y, scaleY, weightsY) - window.y;
  const columns = countTaps(x, scaleX);
  const rows = countTaps(y, scaleY);
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let row = 0; row < rows; row++) {
    let at = ((upper + row) * window.width + left) * 3;
    let rowRed = 0;
    let rowGreen = 0;
    let rowBlue = 0;
    for (let column = 0; column < columns; column++, at += 3) {
      const w = weightsX[column]!;
      rowRed += w * pixels[at]!;
      rowGreen += w * pixels[at + 1]!;
      rowBlue += w * pixels[at + 2]!;
    }
    const w = weightsY[row]!;
    red += w * rowRed;
    green += w * rowGreen;
    blue += w * rowBlue;
  }
  bytes[out] = storeLight(red);
  bytes[out + 1] = storeLight(green);
  bytes[out + 2] = storeLight(blue);
}
