/** Pictures of textures: sniffed and measured before they are decoded, and decoded as glTF wants them. */
import { readImageHeader } from '#sources/http/imageHeader.ts';
import type { ReadPicture } from './protocol.ts';

/** Edge of the largest picture that is decoded, whatever becomes of it: 256 MB for a moment. */
const MOST_PICTURE_PX = 8_192;
const KTX2_MAGIC = [0xab, 0x4b, 0x54, 0x58, 0x20, 0x32, 0x30, 0xbb];

/**
 * `glossiness`: what is wanted is the roughness that the picture's alpha says as glossiness, times this. Rejects in
 * words.
 */
export async function decodePicture(
  bytes: Uint8Array<ArrayBuffer>,
  mostPx: number,
  glossiness: number | undefined,
): Promise<ReadPicture> {
  if (KTX2_MAGIC.every((byte, at) => bytes[at] === byte)) {
    if (glossiness !== undefined) throw new Error('glossiness cannot be read out of a KTX2 picture');
    return bytes;
  }
  const header = readImageHeader(bytes);
  if (!header || header.type === 'gif') throw new Error('is no JPEG, PNG, WebP, AVIF or KTX2 picture');
  const { widthPx, heightPx, type } = header;
  if (widthPx < 1 || heightPx < 1 || Math.max(widthPx, heightPx) > MOST_PICTURE_PX) {
    throw new Error(`has ${widthPx} × ${heightPx} px; expected 1 to ${MOST_PICTURE_PX} an edge`);
  }
  if (type === 'jpeg') forgetOrientation(bytes);
  const shrink = Math.min(1, mostPx / Math.max(widthPx, heightPx));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${type}` }), {
    premultiplyAlpha: 'none',
    // glTF says what each number means; a profile of the picture must not change it.
    colorSpaceConversion: 'none',
    ...(shrink < 1 && {
      resizeWidth: Math.max(1, Math.round(widthPx * shrink)),
      resizeHeight: Math.max(1, Math.round(heightPx * shrink)),
      resizeQuality: 'high' as const,
    }),
  }).catch(() => {
    throw new Error('is damaged and cannot be decoded');
  });
  return glossiness === undefined ? bitmap : toRoughness(bitmap, glossiness);
}

/**
 * glTF wants pictures as they are stored, but browsers turn a JPEG as its camera was held. Renames the note about it
 * within the bytes, so that no browser finds it.
 */
export function forgetOrientation(bytes: Uint8Array): void {
  for (let at = 2; at + 10 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return;
    const isExif = marker === 0xe1 && [0x45, 0x78, 0x69, 0x66].every((byte, i) => bytes[at + 4 + i] === byte);
    if (isExif) bytes[at + 4] = 0x65;
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
}

/** Glossiness lies in alpha; roughness in green. */
function toRoughness(bitmap: ImageBitmap, factor: number): Promise<ImageBitmap> {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('cannot be read back');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    data[at] = 0;
    data[at + 1] = 255 - (data[at + 3] ?? 255) * factor;
    data[at + 2] = 0;
    data[at + 3] = 255;
  }
  // Out of the canvas itself it would have to be converted anew for every part of it that goes to the GPU.
  return createImageBitmap(pixels, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
}
