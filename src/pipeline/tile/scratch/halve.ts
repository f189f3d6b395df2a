/** Makes the next smaller copy of a picture, in bands of rows that can be made in any order, by any worker. */
import { writeSync } from 'node:fs';
import { countTaps, KERNEL_RADIUS, weighTaps } from '../pixels/kernel.ts';
import type { SourceWindowReader } from './window.ts';

/** For each target pixel the first source pixel and its weights, `width` of them per pixel (padded with zeros). */
interface TapTable {
  readonly first: Int32Array;
  readonly weights: Float32Array;
  readonly width: number;
}

function tabulateTaps(sourceLength: number, targetLength: number, from: number, to: number): TapTable {
  const ratio = sourceLength / targetLength;
  const width = Math.ceil(ratio * 2 * KERNEL_RADIUS) + 1;
  const table = { first: new Int32Array(to - from), weights: new Float32Array((to - from) * width), width };
  const weights = new Float64Array(width + 1);
  for (let i = from; i < to; i++) {
    const position = (i + 0.5) * ratio - 0.5;
    const scale = Math.max(1, ratio);
    table.first[i - from] = weighTaps(position, scale, weights);
    for (let tap = 0; tap < countTaps(position, scale); tap++)
      table.weights[(i - from) * width + tap] = weights[tap] ?? 0;
  }
  return table;
}

export interface Band {
  readonly face: number;
  readonly sourceWidth: number;
  readonly sourceHeight: number;
  readonly targetWidth: number;
  readonly targetHeight: number;
  /** Rows of the target, from (included) to (not included). */
  readonly rowFrom: number;
  readonly rowTo: number;
}

/** Filters a band and writes it, linear light in 16 bits, at its place in an open file without a header. */
export function halveBand(reader: SourceWindowReader, band: Band, file: number): void {
  const { sourceWidth, targetWidth, rowFrom, rowTo } = band;
  const across = tabulateTaps(sourceWidth, targetWidth, 0, targetWidth);
  const down = tabulateTaps(band.sourceHeight, band.targetHeight, rowFrom, rowTo);
  const x = (across.first[0] ?? 0) - 1;
  const y = down.first[0] ?? 0;
  const width = (across.first[targetWidth - 1] ?? 0) + across.width + 1 - x;
  const height = (down.first[rowTo - rowFrom - 1] ?? 0) + down.width - y;
  const pixels = new Uint16Array(width * height * 3);
  reader.read(band.face, { x, y, width, height }, pixels);

  const narrowed = new Float32Array(targetWidth * height * 3);
  for (let row = 0; row < height; row++) narrowRow(pixels, row * width - x, narrowed, row * targetWidth * 3, across);

  const values = targetWidth * 3;
  const sums = new Float32Array(values);
  const out = new Uint16Array(values);
  for (let row = rowFrom; row < rowTo; row++) {
    sums.fill(0);
    const first = (down.first[row - rowFrom] ?? 0) - y;
    for (let tap = 0; tap < down.width; tap++) {
      const weight = down.weights[(row - rowFrom) * down.width + tap]!;
      if (weight === 0) continue;
      const start = (first + tap) * values;
      for (let i = 0; i < values; i++) sums[i]! += weight * narrowed[start + i]!;
    }
    for (let i = 0; i < values; i++) out[i] = Math.min(65_535, Math.max(0, sums[i]! + 0.5));
    writeWhole(file, new Uint8Array(out.buffer), row * values * 2);
  }
}

function narrowRow(pixels: Uint16Array, start: number, into: Float32Array, offset: number, taps: TapTable): void {
  const { first, weights, width } = taps;
  for (let i = 0; i < first.length; i++) {
    let at = (start + first[i]!) * 3;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let tap = 0; tap < width; tap++, at += 3) {
      const weight = weights[i * width + tap]!;
      red += weight * pixels[at]!;
      green += weight * pixels[at + 1]!;
      blue += weight * pixels[at + 2]!;
    }
    into[offset + i * 3] = red;
    into[offset + i * 3 + 1] = green;
    into[offset + i * 3 + 2] = blue;
  }
}

function writeWhole(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, position + done);
}
