/** Encodes the tiles of a picture: WebP with colour edges kept sharp, for red lines on blue grounds. */
import { rename, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

export interface PictureEncoding {
  /** 1 to 100. */
  readonly quality: number;
  /** 0 quick … 6 small. */
  readonly effort: number;
}

/** Written under a temporary name first. */
export async function writeTile(
  file: string,
  bytes: Uint8Array,
  width: number,
  height: number,
  { quality, effort }: PictureEncoding,
): Promise<void> {
  const encoded = await sharp(bytes, { raw: { width, height, channels: 3 } })
    .webp({ quality, effort, smartSubsample: true })
    .toBuffer();
  await writeFile(`${file}.part`, encoded);
  await rename(`${file}.part`, file);
}
