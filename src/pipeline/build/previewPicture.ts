import sharp from 'sharp';
import { PREVIEW } from './sharing.ts';

/** Of JPEG: every reader of links takes it. */
const QUALITY = 80;
/** A poster is small; what calls itself one and is not costs no memory. */
const MOST_PIXELS = 50_000_000;

/**
 * The picture that others show of an exhibition, 1,200 by 630 pixels, from its poster: cut to that shape where most is to
 * be seen. Rejected where the file is no picture.
 */
export function makePreview(poster: string | Uint8Array): Promise<Buffer> {
  const { width, height } = PREVIEW;
  return sharp(poster, { limitInputPixels: MOST_PIXELS })
    .resize(width, height, { fit: 'cover', position: sharp.strategy.attention })
    .flatten({ background: '#15110e' })
    .jpeg({ quality: QUALITY, mozjpeg: true })
    .toBuffer();
}
