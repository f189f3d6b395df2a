/**
 * A painting ready to be looked at from any distance: its three pictures and its relief side by side in every texel, in
 * levels that halve. Coarser texels are means in linear light. The bytes lie on shared memory.
 */
import { LINEAR_OF_8, STORED_8_OF_LINEAR } from '#pipeline/tile/pixels/transfer.ts';
import type { SurfacePixels } from '#demo/paint/surfacePixels.ts';

/** Bytes a texel: as found, restored, line drawing (sRGB, 3 each), slopes to the right and down (plus 128), one spare. */
export const TEXEL_BYTES = 12;
export const SLOPE_ZERO = 128;
const SMALLEST_SIDE = 4;

export interface TextureLevel {
  readonly width: number;
  readonly height: number;
  readonly texels: Uint8Array;
}

export interface Texture {
  /** Metres. */
  readonly width: number;
  readonly height: number;
  /** Finest first. */
  readonly levels: readonly TextureLevel[];
}

/** sRGB, 3 bytes a pixel. */
export interface TextureSample {
  readonly width: number;
  readonly height: number;
  readonly asFound: Uint8Array;
}

export function createTexture(pixels: SurfacePixels, width: number, height: number): Texture {
  let level = interleave(pixels);
  const levels = [level];
  while (level.width > SMALLEST_SIDE && level.height > SMALLEST_SIDE) levels.push((level = halve(level)));
  return { width, height, levels };
}

/** The paint as found alone, from the coarsest level that has at least so many texels a metre. */
export function takeAsFound({ width, levels }: Texture, texelsPerMetre: number): TextureSample {
  const level = levels.findLast((each) => each.width >= width * texelsPerMetre) ?? levels[0]!;
  const asFound = new Uint8Array(level.width * level.height * 3);
  for (let i = 0, from = 0; i < asFound.length; i += 3, from += TEXEL_BYTES)
    for (let c = 0; c < 3; c++) asFound[i + c] = level.texels[from + c]!;
  return { width: level.width, height: level.height, asFound };
}

function interleave({ width, height, asFound, restored, line, slopes }: SurfacePixels): TextureLevel {
  const count = width * height;
  const texels = new Uint8Array(new SharedArrayBuffer(count * TEXEL_BYTES));
  for (let i = 0, from = 0, to = 0; i < count; i++, from += 3, to += TEXEL_BYTES) {
    for (let c = 0; c < 3; c++) {
      texels[to + c] = asFound[from + c]!;
      texels[to + 3 + c] = restored[from + c]!;
      texels[to + 6 + c] = line[from + c]!;
    }
    texels[to + 9] = slopes[i * 2]! + SLOPE_ZERO;
    texels[to + 10] = slopes[i * 2 + 1]! + SLOPE_ZERO;
  }
  return { width, height, texels };
}

/** Means of 2 × 2 texels; where a side is odd the last row or column counts double. */
function halve(level: TextureLevel): TextureLevel {
  const width = (level.width + 1) >> 1;
  const height = (level.height + 1) >> 1;
  const from = level.texels;
  const texels = new Uint8Array(new SharedArrayBuffer(width * height * TEXEL_BYTES));
  for (let y = 0; y < height; y++) {
    const upper = y * 2 * level.width;
    const lower = Math.min(y * 2 + 1, level.height - 1) * level.width;
    for (let x = 0; x < width; x++) {
      const left = x * 2;
      const right = Math.min(left + 1, level.width - 1);
      const a = (upper + left) * TEXEL_BYTES;
      const b = (upper + right) * TEXEL_BYTES;
      const c = (lower + left) * TEXEL_BYTES;
      const d = (lower + right) * TEXEL_BYTES;
      const to = (y * width + x) * TEXEL_BYTES;
      for (let k = 0; k < 9; k++) {
        const light =
          LINEAR_OF_8[from[a + k]!]! +
          LINEAR_OF_8[from[b + k]!]! +
          LINEAR_OF_8[from[c + k]!]! +
          LINEAR_OF_8[from[d + k]!]!;
        texels[to + k] = STORED_8_OF_LINEAR[(light + 2) >> 2]!;
      }
      for (let k = 9; k < 11; k++)
        texels[to + k] = (from[a + k]! + from[b + k]! + from[c + k]! + from[d + k]! + 2) >> 2;
    }
  }
  return { width, height, texels };
}
