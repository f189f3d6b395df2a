/** Encodes tiles. The same pixels give the same bytes, whoever encodes them. */
import sharp from 'sharp';
import { embedProfile } from './embedProfile.ts';

export interface TileEncoding {
  readonly format: 'webp' | 'jpeg';
  /** 1 to 100. */
  readonly quality: number;
  /** WebP only: pixels are kept exactly and `quality` is not used. */
  readonly isLossless: boolean;
  /** An ICC profile to embed; pixels are taken to be in it already. */
  readonly profile?: Uint8Array;
}

export function extensionOf(encoding: TileEncoding): string {
  return encoding.format === 'webp' ? 'webp' : 'jpg';
}

/** Encodes stored 8-bit pixels, three per pixel. */
export async function encodePixels(
  bytes: Uint8Array,
  width: number,
  height: number,
  encoding: TileEncoding,
): Promise<Uint8Array> {
  const picture = sharp(bytes, { raw: { width, height, channels: 3 }, limitInputPixels: false });
  const encoded =
    encoding.format === 'webp'
      ? await picture.webp({ quality: encoding.quality, lossless: encoding.isLossless }).toBuffer()
      : await picture.jpeg({ quality: encoding.quality, optimiseCoding: true, chromaSubsampling: '4:4:4' }).toBuffer();
  return encoding.profile ? embedProfile(encoded, encoding.format, encoding.profile) : encoded;
}
