/**
 * Uncompressed pictures on disk, read by region: three values per pixel, row after row, after an optional header.
 * Reads give linear light, whatever the file holds.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { getLinearOf16, LINEAR_OF_8 } from '../pixels/transfer.ts';

export interface RawPicture {
  readonly path: string;
  /** Bytes before the first pixel. */
  readonly headerBytes: number;
  readonly width: number;
  readonly height: number;
  /** What a value means: sRGB-encoded in 8 or 16 bits, or linear light in 16. 16-bit values are in host order. */
  readonly encoding: 'srgb8' | 'srgb16' | 'linear16';
}

export class RawPictureReader {
  readonly picture: RawPicture;
  readonly #file: number;
  #bytes = new Uint8Array(0);

  constructor(picture: RawPicture) {
    this.picture = picture;
    this.#file = openSync(picture.path, 'r');
  }

  /** Reads `count` pixels of a row from column x on as linear light; all of them must lie within the picture. */
  readRun(x: number, y: number, count: number, into: Uint16Array, offset: number): void {
    const { encoding, headerBytes, width } = this.picture;
    const valueBytes = encoding === 'srgb8' ? 1 : 2;
    const values = count * 3;
    const length = values * valueBytes;
    if (this.#bytes.length < length) this.#bytes = new Uint8Array(length);
    const start = headerBytes + (y * width + x) * 3 * valueBytes;
    for (let done = 0; done < length;) {
      const read = readSync(this.#file, this.#bytes, done, length - done, start + done);
      if (read === 0) throw new Error(`${this.picture.path} ends before row ${y}; remove it and tile again`);
      done += read;
    }
    if (valueBytes === 1) {
      for (let i = 0; i < values; i++) into[offset + i] = LINEAR_OF_8[this.#bytes[i]!]!;
      return;
    }
    const stored = new Uint16Array(this.#bytes.buffer, 0, values);
    if (encoding === 'linear16') into.set(stored, offset);
    else {
      const linear = getLinearOf16();
      for (let i = 0; i < values; i++) into[offset + i] = linear[stored[i]!]!;
    }
  }

  close(): void {
    closeSync(this.#file);
  }
}
