/**
 * Reads a depth picture: a greyscale PNG of 16 bits, which a browser's canvas would cut to 8. Row by row as it is
 * inflated, reduced on the way, so that no more of it than a few rows lies in memory. Nothing is taken before the header
 * has said how much that will be.
 */
import { toHalf } from './half.ts';

export interface DepthGrid {
  readonly width: number;
  readonly height: number;
  /** One over the distance along the ray, per metre, as half floats, row by row from the top; 0 where it is unknown. */
  readonly nearness: Uint16Array<ArrayBuffer>;
}

export interface DepthOptions {
  /** As the document has them. */
  readonly width: number;
  readonly height: number;
  readonly metresPerUnit: number;
  /** No side of the grid is longer. */
  readonly mostWidth: number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const MOST_PIXELS = 16_384 * 8_192;
const HEADER_BYTES = 33;

/** What is wrong with a file, in words for whoever made it. */
export class DepthError extends Error {
  override readonly name = 'DepthError';
}

export async function readDepth(file: Uint8Array<ArrayBuffer>, options: DepthOptions): Promise<DepthGrid> {
  checkHeader(file, options);
  const { width, height } = options;
  const grid = new GridBuilder(options);
  const rowBytes = width * 2;
  let row = new Uint8Array(rowBytes);
  let before = new Uint8Array(rowBytes);
  let filter = -1;
  let filled = 0;
  let rows = 0;
  const reader = inflate(file).getReader();
  while (rows < height) {
    const { done, value } = await reader.read().catch((): never => {
      throw new DepthError('its data are damaged');
    });
    if (done) throw new DepthError(`it ends after ${rows} of ${height} rows`);
    for (let at = 0; at < value.length && rows < height;) {
      if (filter < 0) filter = value[at++] ?? 0;
      const count = Math.min(rowBytes - filled, value.length - at);
      row.set(value.subarray(at, at + count), filled);
      at += count;
      filled += count;
      if (filled < rowBytes) continue;
      unfilter(row, before, filter);
      grid.add(row);
      [row, before] = [before, row];
      rows++;
      filled = 0;
      filter = -1;
    }
  }
  // Whatever else the file would inflate to is nobody's business.
  void reader.cancel().catch(() => undefined);
  return grid.finish();
}

function checkHeader(file: Uint8Array, { width, height }: DepthOptions): void {
  if (file.length < HEADER_BYTES || SIGNATURE.some((byte, i) => file[i] !== byte)) throw new DepthError('it is no PNG');
  const view = new DataView(file.buffer, file.byteOffset);
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  const [bits, colour, , , interlace] = file.subarray(24, 29);
  if (size.width !== width || size.height !== height) {
    throw new DepthError(`it has ${size.width} × ${size.height} pixels; the document says ${width} × ${height}`);
  }
  if (size.width * size.height > MOST_PIXELS) throw new DepthError(`it has more than ${MOST_PIXELS} pixels`);
  if (bits !== 16 || colour !== 0) throw new DepthError('expected greyscale of 16 bits');
  if (interlace !== 0) throw new DepthError('it is interlaced; save it without');
}

/** The data of all IDAT chunks as one stream, inflated. */
function inflate(file: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let at = 8;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      while (at + 12 <= file.length) {
        const length = view.getUint32(at);
        const type = view.getUint32(at + 4);
        const data = file.subarray(at + 8, Math.min(file.length, at + 8 + length));
        at += 12 + length;
        if (type === IEND) break;
        if (type !== IDAT || data.length === 0) continue;
        controller.enqueue(data);
        return;
      }
      controller.close();
    },
  });
  return packed.pipeThrough(new DecompressionStream('deflate'));
}

const IDAT = 0x49444154;
const IEND = 0x49454e44;
/** Bytes of a pixel: filters look that far to the left. */
const STEP = 2;

/** Undoes a PNG filter in place. */
function unfilter(row: Uint8Array, before: Uint8Array, filter: number): void {
  const { length } = row;
  switch (filter) {
    case 0:
      return;
    case 1:
      for (let i = STEP; i < length; i++) row[i] = (row[i] ?? 0) + (row[i - STEP] ?? 0);
      return;
    case 2:
      for (let i = 0; i < length; i++) row[i] = (row[i] ?? 0) + (before[i] ?? 0);
      return;
    case 3:
      for (let i = 0; i < length; i++) {
        const left = i < STEP ? 0 : (row[i - STEP] ?? 0);
        row[i] = (row[i] ?? 0) + ((left + (before[i] ?? 0)) >> 1);
      }
      return;
    case 4:
      for (let i = 0; i < length; i++) {
        const left = i < STEP ? 0 : (row[i - STEP] ?? 0);
        const upperLeft = i < STEP ? 0 : (before[i - STEP] ?? 0);
        row[i] = (row[i] ?? 0) + paeth(left, before[i] ?? 0, upperLeft);
      }
      return;
    default:
      throw new DepthError(`a row has the filter ${filter}; PNG knows 0 to 4`);
  }
}

function paeth(left: number, up: number, upperLeft: number): number {
  const estimate = left + up - upperLeft;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upperLeft)];
  return a <= b && a <= c ? left : b <= c ? up : upperLeft;
}

/** Distances in a cell that differ by a larger part lie on both sides of an edge. */
const EDGE = 0.05;

/**
 * Gathers rows into cells: the mean nearness of what is known in each; where that is more than one surface, its middle
 * one in order, so that no cell is a mixture.
 */
class GridBuilder {
  readonly #options: DepthOptions;
  readonly #factor: number;
  readonly #width: number;
  readonly #height: number;
  readonly #nearness: Uint16Array<ArrayBuffer>;
  /** The rows of the file that make one of the grid. */
  readonly #numbers: Uint16Array;
  readonly #known: Uint16Array;
  #row = 0;

  constructor(options: DepthOptions) {
    const { width, height, mostWidth } = options;
    this.#options = options;
    this.#factor = Math.max(1, Math.ceil(width / mostWidth));
    this.#width = Math.ceil(width / this.#factor);
    this.#height = Math.ceil(height / this.#factor);
    this.#nearness = new Uint16Array(this.#width * this.#height);
    this.#numbers = new Uint16Array(width * this.#factor);
    this.#known = new Uint16Array(this.#factor * this.#factor);
  }

  /** A row of 16-bit numbers, the higher byte first. */
  add(row: Uint8Array): void {
    const { width, height } = this.#options;
    const start = (this.#row % this.#factor) * width;
    for (let x = 0; x < width; x++) {
      this.#numbers[start + x] = ((row[2 * x] ?? 0) << 8) | (row[2 * x + 1] ?? 0);
    }
    this.#row++;
    if (this.#row % this.#factor === 0 || this.#row === height) this.#writeCells(start / width + 1);
  }

  finish(): DepthGrid {
    return { width: this.#width, height: this.#height, nearness: this.#nearness };
  }

  #writeCells(rows: number): void {
    const start = (Math.ceil(this.#row / this.#factor) - 1) * this.#width;
    for (let cell = 0; cell < this.#width; cell++) {
      const near = this.#nearnessOf(cell, rows);
      this.#nearness[start + cell] = near > 0 ? toHalf(near) : 0;
    }
  }

  #nearnessOf(cell: number, rows: number): number {
    const { width, metresPerUnit } = this.#options;
    const right = Math.min(width, (cell + 1) * this.#factor);
    let [count, sum, nearest, farthest] = [0, 0, Infinity, 0];
    for (let y = 0; y < rows; y++) {
      for (let x = cell * this.#factor; x < right; x++) {
        const number = this.#numbers[y * width + x] ?? 0;
        if (number === 0) continue;
        this.#known[count++] = number;
        sum += 1 / number;
        if (number < nearest) nearest = number;
        if (number > farthest) farthest = number;
      }
    }
    if (count === 0) return 0;
    if (farthest <= nearest * (1 + EDGE)) return sum / count / metresPerUnit;
    const middle = this.#known.subarray(0, count).sort()[(count - 1) >> 1] ?? nearest;
    return 1 / (middle * metresPerUnit);
  }
}
