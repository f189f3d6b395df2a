/** Textures of a step: no larger than it may use, in the format that suits it. */
import type { Document, Texture } from '@gltf-transform/core';
import { EXTTextureWebP, KHRTextureBasisu } from '@gltf-transform/extensions';
import { getTextureColorSpace, listTextureSlots } from '@gltf-transform/functions';
import { encodeToKTX2 } from 'ktx2-encoder';
import sharp from 'sharp';
import type { Step } from '../ladder.ts';

export interface TextureFacts {
  /** Longest side of the largest texture, pixels; 0 without textures. */
  readonly largestPx: number;
  /** Bytes on the GPU with mipmaps. */
  readonly gpuBytes: number;
}

const KTX2 = 'image/ktx2';
/** Bytes a pixel on the GPU: RGBA8 for pictures, ETC2 or BC1 from ETC1S, ASTC 4×4 or BC7 from UASTC. */
const BYTES_PER_PIXEL = { picture: 4, etc1s: 0.5, uastc: 1 } as const;
const MIPMAPS = 4 / 3;
const WEBP_QUALITY = 80;

export async function remakeTextures(document: Document, step: Step): Promise<TextureFacts> {
  let largestPx = 0;
  let gpuBytes = 0;
  for (const texture of document.getRoot().listTextures()) {
    const made = await remakeTexture(texture, step);
    largestPx = Math.max(largestPx, made.width, made.height);
    gpuBytes += Math.round(made.width * made.height * made.bytesPerPixel * MIPMAPS);
  }
  const mimes = new Set(
    document
      .getRoot()
      .listTextures()
      .map((texture) => texture.getMimeType()),
  );
  if (mimes.has(KTX2)) document.createExtension(KHRTextureBasisu).setRequired(true);
  if (mimes.has('image/webp')) document.createExtension(EXTTextureWebP).setRequired(true);
  return { largestPx, gpuBytes };
}

async function remakeTexture(
  texture: Texture,
  step: Step,
): Promise<{ width: number; height: number; bytesPerPixel: number }> {
  const image = texture.getImage();
  if (!image) return { width: 0, height: 0, bytesPerPixel: 0 };
  // What is compressed for the GPU already stays as it is: decoding it again would only lose.
  if (texture.getMimeType() === KTX2) {
    const [width = 0, height = 0] = texture.getSize() ?? [];
    return { width, height, bytesPerPixel: BYTES_PER_PIXEL.uastc };
  }
  const slots = listTextureSlots(texture);
  const isNormal = slots.some((slot) => /normal/i.test(slot));
  const isColour = getTextureColorSpace(texture) === 'srgb';
  const { data, width, height, hasAlpha } = await resize(image, step);
  if (step.textures === 'webp') {
    const webp = await sharp(data, { raw: { width, height, channels: 4 } })
      .webp({ quality: WEBP_QUALITY, effort: 4, smartSubsample: isColour })
      .toBuffer();
    texture.setImage(new Uint8Array(webp)).setMimeType('image/webp').setURI('');
    return { width, height, bytesPerPixel: BYTES_PER_PIXEL.picture };
  }
  // Normals and packed roughness suffer from ETC1S, which keeps two tones a block and shares them; colour does not show it.
  const isUastc = !isColour;
  const ktx2 = await encodeToKTX2(new Uint8Array(data), {
    isUASTC: isUastc,
    isNormalMap: isNormal,
    isPerceptual: isColour,
    isSetKTX2SRGBTransferFunc: isColour,
    generateMipmap: true,
    needSupercompression: isUastc,
    enableRDO: isUastc,
    qualityLevel: 200,
    compressionLevel: 1,
    imageDecoder: () => Promise.resolve({ width, height, data: new Uint8Array(data) }),
  });
  texture.setImage(new Uint8Array(ktx2)).setMimeType(KTX2).setURI('');
  const isLight = !isUastc && !hasAlpha;
  return { width, height, bytesPerPixel: isLight ? BYTES_PER_PIXEL.etc1s : BYTES_PER_PIXEL.uastc };
}

/** To at most the step's size; for the GPU's block formats both sides become multiples of four. */
async function resize(
  image: Uint8Array,
  step: Step,
): Promise<{ data: Buffer; width: number; height: number; hasAlpha: boolean }> {
  const { width = 1, height = 1, hasAlpha } = await sharp(image).metadata();
  const shrink = Math.min(1, step.textureSize / Math.max(width, height));
  const grid = step.textures === 'ktx2' ? 4 : 1;
  const snap = (side: number) => Math.max(grid, Math.round((side * shrink) / grid) * grid);
  const { data, info } = await sharp(image)
    .resize(snap(width), snap(height), { fit: 'fill', kernel: 'lanczos3' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, hasAlpha };
}
