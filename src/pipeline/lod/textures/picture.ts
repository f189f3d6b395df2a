/** Pictures as they lie in a model: measured by their headers, decoded no larger than a machine can hold. */
import type { Texture } from '@gltf-transform/core';
import { getTextureColorSpace, listTextureSlots } from '@gltf-transform/functions';
import sharp, { type Sharp } from 'sharp';
import { loadBasis } from './basis.ts';
import { decodeKtx2 } from './ktx2.ts';
import type { Picture, TextureRole } from './pixels.ts';

/** Of one picture: a scan has 8192², no GPU takes a side above 16384. */
export const MOST_TEXELS = 16_384 * 8_192;
export const MOST_SIDE = 16_384;
export const KTX2 = 'image/ktx2';
/** So few texels are a palette, where each one counts. */
const PALETTE_TEXELS = 1_024;

export function roleOf(texture: Texture): TextureRole {
  if (listTextureSlots(texture).some((slot) => /normal/i.test(slot))) return 'normal';
  return getTextureColorSpace(texture) === 'srgb' ? 'colour' : 'data';
}

export function isPalette(width: number, height: number): boolean {
  return width * height <= PALETTE_TEXELS || Math.min(width, height) < 4;
}

/** At most `most` pixels on the longest side, both sides multiples of `grid`. */
export function fitSize(width: number, height: number, most: number, grid: number): [number, number] {
  const shrink = Math.min(1, most / Math.max(width, height));
  const snap = (side: number) => Math.max(grid, Math.round((side * shrink) / grid) * grid);
  return [snap(width), snap(height)];
}

/** RGBA of that size. Throws where the picture cannot be decoded. */
export async function readPicture(image: Uint8Array, mime: string, width: number, height: number): Promise<Picture> {
  const { data, info } = await (
    await openPicture(image, mime)
  )
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: new Uint8Array(data), width: info.width, height: info.height };
}

export async function openPicture(image: Uint8Array, mime: string): Promise<Sharp> {
  if (mime !== KTX2) return sharp(image, { limitInputPixels: MOST_TEXELS, failOn: 'error' });
  const { pixels, width, height } = decodeKtx2(await loadBasis(), image);
  return sharp(pixels, { raw: { width, height, channels: 4 } });
}
