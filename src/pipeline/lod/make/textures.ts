/** Textures of a step: no larger than it may use, in the format that suits it. */
import type { Document, Texture } from '@gltf-transform/core';
import { EXTTextureWebP, KHRTextureBasisu } from '@gltf-transform/extensions';
import { getTextureColorSpace, listTextureSlots } from '@gltf-transform/functions';
import sharp from 'sharp';
import { encodeForGpu, MAX_KTX2_PIXELS, type Pixels } from './ktx2.ts';

export interface TextureFacts {
  /** Longest side of the largest texture, pixels; 0 without textures. */
  readonly largestPx: number;
  /** Bytes on the GPU with mipmaps. */
  readonly gpuBytes: number;
}

export interface TextureWish {
  /** Longest side at most, pixels. */
  readonly size: number;
  readonly format: 'webp' | 'ktx2';
  /** Of WebP, 1 to 100. */
  readonly webpQuality: number;
}

interface MadeTexture {
  readonly width: number;
  readonly height: number;
  readonly bytesPerPixel: number;
}

const KTX2 = 'image/ktx2';
const MIPMAPS = 4 / 3;
/** Bytes a pixel on the GPU: RGBA8 for pictures; of KTX2 that came with the model, the larger of its two kinds. */
const PICTURE_BYTES = 4;
const UNKNOWN_KTX2_BYTES = 1;

export async function remakeTextures(document: Document, wish: TextureWish): Promise<TextureFacts> {
  let largestPx = 0;
  let gpuBytes = 0;
  const textures = document.getRoot().listTextures();
  for (const texture of textures) {
    const made = await remakeTexture(texture, wish);
    largestPx = Math.max(largestPx, made.width, made.height);
    gpuBytes += Math.round(made.width * made.height * made.bytesPerPixel * MIPMAPS);
  }
  const mimes = new Set(textures.map((texture) => texture.getMimeType()));
  if (mimes.has(KTX2)) document.createExtension(KHRTextureBasisu).setRequired(true);
  if (mimes.has('image/webp')) document.createExtension(EXTTextureWebP).setRequired(true);
  return { largestPx, gpuBytes };
}

async function remakeTexture(texture: Texture, wish: TextureWish): Promise<MadeTexture> {
  const image = texture.getImage();
  if (!image) return { width: 0, height: 0, bytesPerPixel: 0 };
  // What is compressed for the GPU already stays as it is: decoding it again would only lose.
  if (texture.getMimeType() === KTX2) {
    const [width = 0, height = 0] = texture.getSize() ?? [];
    return { width, height, bytesPerPixel: UNKNOWN_KTX2_BYTES };
  }
  const isColour = getTextureColorSpace(texture) === 'srgb';
  const pixels = await resize(image, wish);
  const { data, width, height } = pixels;
  if (wish.format === 'webp' || width * height > MAX_KTX2_PIXELS) {
    const webp = await sharp(data, { raw: { width, height, channels: 4 } })
      .webp({ quality: wish.webpQuality, effort: 4, smartSubsample: isColour })
      .toBuffer();
    texture.setImage(new Uint8Array(webp)).setMimeType('image/webp').setURI('');
    return { width, height, bytesPerPixel: PICTURE_BYTES };
  }
  const isNormal = listTextureSlots(texture).some((slot) => /normal/i.test(slot));
  const { ktx2, bytesPerPixel } = await encodeForGpu(pixels, isColour ? 'colour' : isNormal ? 'normal' : 'data');
  texture.setImage(ktx2).setMimeType(KTX2).setURI('');
  return { width, height, bytesPerPixel };
}

/** To at most the wanted size; for the GPU's block formats both sides become multiples of four. */
async function resize(image: Uint8Array, { size, format }: TextureWish): Promise<Pixels> {
  const { width = 1, height = 1, hasAlpha } = await sharp(image).metadata();
  const shrink = Math.min(1, size / Math.max(width, height));
  const grid = format === 'ktx2' ? 4 : 1;
  const snap = (side: number) => Math.max(grid, Math.round((side * shrink) / grid) * grid);
  const { data, info } = await sharp(image)
    .resize(snap(width), snap(height), { fit: 'fill', kernel: 'lanczos3' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, hasAlpha };
}
