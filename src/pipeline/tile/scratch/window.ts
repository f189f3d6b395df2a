/**
 * Windows into a source picture, in linear light, as if it had no edges: an equirectangular picture goes on around the
 * circle and over the poles, a cube face goes on in its neighbours. Where a partial picture ends, its edge is repeated.
 */
import { faceDirection, facePoint } from '#streaming/pyramid/cube.ts';
import { RawPictureReader } from './rawPicture.ts';
import { type EquirectCopy, isFullCircle, picturesOf, type SourceCopy } from './source.ts';

/** Pixels x to x + width, y to y + height; may reach beyond the picture on every side. */
export interface WindowRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class SourceWindowReader {
  readonly copy: SourceCopy;
  readonly #readers: readonly RawPictureReader[];
  readonly #quad = new Uint16Array(12);

  constructor(copy: SourceCopy) {
    this.copy = copy;
    this.#readers = picturesOf(copy).map((picture) => new RawPictureReader(picture));
  }

  /** Fills `into` with the window, three values per pixel. `face` is 0 for an equirectangular picture. */
  read(face: number, window: WindowRectangle, into: Uint16Array): void {
    if (this.copy.kind === 'equirect') this.#readEquirect(this.copy, window, into);
    else this.#readCube(face, window, into);
  }

  close(): void {
    for (const reader of this.#readers) reader.close();
  }

  #readEquirect(copy: EquirectCopy, window: WindowRectangle, into: Uint16Array): void {
    const { width, height } = copy.picture;
    const isCircle = isFullCircle(copy);
    const reachesTop = isCircle && copy.top < 0.5;
    const reachesBottom = isCircle && copy.top + height > copy.fullHeight - 0.5;
    for (let row = 0; row < window.height; row++) {
      let y = window.y + row;
      let x = window.x;
      if (y < 0 && reachesTop) {
        y = -1 - y;
        x += Math.round(width / 2);
      } else if (y >= height && reachesBottom) {
        y = 2 * height - 1 - y;
        x += Math.round(width / 2);
      }
      y = Math.min(Math.max(y, 0), height - 1);
      const offset = row * window.width * 3;
      if (isCircle) this.#readAround(x, y, window.width, into, offset);
      else this.#readClamped(0, x, y, window.width, into, offset);
    }
  }

  #readAround(x: number, y: number, count: number, into: Uint16Array, offset: number): void {
    const reader = this.#reader(0);
    const { width } = reader.picture;
    let column = ((x % width) + width) % width;
    for (let done = 0; done < count;) {
      const run = Math.min(width - column, count - done);
      reader.readRun(column, y, run, into, offset + done * 3);
      done += run;
      column = 0;
    }
  }

  #readClamped(face: number, x: number, y: number, count: number, into: Uint16Array, offset: number): void {
    const reader = this.#reader(face);
    const first = Math.min(Math.max(x, 0), reader.picture.width - 1);
    const last = Math.min(Math.max(x + count - 1, 0), reader.picture.width - 1);
    const start = offset + (first - x) * 3;
    const end = start + (last - first + 1) * 3;
    if (x + count <= 0 || x >= reader.picture.width) {
      reader.readRun(first, y, 1, this.#quad, 0);
      for (let i = 0; i < count * 3; i++) into[offset + i] = this.#quad[i % 3]!;
      return;
    }
    reader.readRun(first, y, last - first + 1, into, start);
    for (let i = start - 1; i >= offset; i--) into[i] = into[i + 3]!;
    for (let i = end; i < offset + count * 3; i++) into[i] = into[i - 3]!;
  }

  #readCube(face: number, window: WindowRectangle, into: Uint16Array): void {
    const { width: size } = this.#reader(face).picture;
    const firstInside = Math.min(Math.max(0, -window.x), window.width);
    const lastInside = Math.max(firstInside, Math.min(window.width, size - window.x));
    for (let row = 0; row < window.height; row++) {
      const y = window.y + row;
      const offset = row * window.width * 3;
      const isInside = y >= 0 && y < size && lastInside > firstInside;
      if (isInside) {
        const count = lastInside - firstInside;
        this.#reader(face).readRun(window.x + firstInside, y, count, into, offset + firstInside * 3);
      }
      for (let column = 0; column < window.width; column++) {
        if (isInside && column >= firstInside && column < lastInside) continue;
        this.#readBeyondFace(face, window.x + column, y, size, into, offset + column * 3);
      }
    }
  }

  /** A pixel beyond a face's edge: interpolated where its direction meets the neighbour. */
  #readBeyondFace(face: number, x: number, y: number, size: number, into: Uint16Array, offset: number): void {
    const point = facePoint(faceDirection(face, (x + 0.5) / size, (y + 0.5) / size));
    const reader = this.#reader(point.face);
    const across = Math.min(Math.max(point.u * size - 0.5, 0), size - 1);
    const down = Math.min(Math.max(point.v * size - 0.5, 0), size - 1);
    const left = Math.min(Math.floor(across), Math.max(size - 2, 0));
    const upper = Math.min(Math.floor(down), Math.max(size - 2, 0));
    const quad = this.#quad;
    const pair = Math.min(2, size);
    reader.readRun(left, upper, pair, quad, 0);
    reader.readRun(left, Math.min(upper + 1, size - 1), pair, quad, 6);
    const s = across - left;
    const t = down - upper;
    for (let i = 0; i < 3; i++) {
      const high = quad[i]! * (1 - s) + quad[i + 3]! * s;
      const low = quad[i + 6]! * (1 - s) + quad[i + 9]! * s;
      into[offset + i] = Math.round(high * (1 - t) + low * t);
    }
  }

  #reader(face: number): RawPictureReader {
    const reader = this.#readers[face];
    if (!reader) throw new RangeError(`the source has no picture ${face}`);
    return reader;
  }
}
