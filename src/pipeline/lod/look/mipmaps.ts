/** A texture with its smaller copies, read between texels and between copies as a GPU does. */

export interface Rgba {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel. */
  readonly pixels: Uint8Array;
}

export class Mipmaps {
  readonly #levels: readonly Rgba[];
  readonly #isRepeated: boolean;
  /** Root of the number of texels of the largest. */
  readonly side: number;

  constructor(picture: Rgba, isRepeated: boolean) {
    const levels = [picture];
    for (let last = picture; last.width > 1 || last.height > 1; levels.push(last)) last = halve(last);
    this.#levels = levels;
    this.#isRepeated = isRepeated;
    this.side = Math.sqrt(picture.width * picture.height);
  }

  /** `spread` is how many texels of the largest lie along one sample. Writes four values from 0 to 255. */
  read(u: number, v: number, spread: number, out: Float32Array): void {
    const last = this.#levels.length - 1;
    const level = spread > 1 ? Math.min(last, Math.log2(spread)) : 0;
    const low = Math.floor(level);
    out.fill(0);
    const part = level - low;
    this.#add(this.#levels[low]!, u, v, 1 - part, out);
    if (part > 0) this.#add(this.#levels[Math.min(last, low + 1)]!, u, v, part, out);
  }

  #add({ width, height, pixels }: Rgba, u: number, v: number, share: number, out: Float32Array): void {
    const x = u * width - 0.5;
    const y = v * height - 0.5;
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const s = x - x0;
    const t = y - y0;
    const left = this.#wrap(x0, width);
    const right = this.#wrap(x0 + 1, width);
    const top = this.#wrap(y0, height) * width;
    const bottom = this.#wrap(y0 + 1, height) * width;
    const a = (top + left) * 4;
    const b = (top + right) * 4;
    const c = (bottom + left) * 4;
    const d = (bottom + right) * 4;
    for (let k = 0; k < 4; k++) {
      const upper = pixels[a + k]! * (1 - s) + pixels[b + k]! * s;
      const lower = pixels[c + k]! * (1 - s) + pixels[d + k]! * s;
      out[k]! += share * (upper * (1 - t) + lower * t);
    }
  }

  #wrap(at: number, size: number): number {
    if (at >= 0 && at < size) return at;
    if (this.#isRepeated) return ((at % size) + size) % size;
    return at < 0 ? 0 : size - 1;
  }
}

function halve({ width, height, pixels }: Rgba): Rgba {
  const half = { width: Math.max(1, width >> 1), height: Math.max(1, height >> 1) };
  const down = height > 1 ? 2 : 1;
  const across = width > 1 ? 2 : 1;
  const smaller = new Uint8Array(half.width * half.height * 4);
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      for (let k = 0; k < 4; k++) {
        let sum = 0;
        for (let j = 0; j < down; j++) {
          for (let i = 0; i < across; i++) sum += pixels[((y * down + j) * width + x * across + i) * 4 + k]!;
        }
        smaller[(y * half.width + x) * 4 + k] = Math.round(sum / (down * across));
      }
    }
  }
  return { ...half, pixels: smaller };
}
