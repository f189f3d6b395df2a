/** JPEG tiles of a wanted length. */
import sharp from 'sharp';

export interface RawPicture {
  readonly rgb: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The least quality tried; below it a tile would no longer be a photograph's. */
const LOWEST_QUALITY = 30;
/** A marker, its two length bytes and the largest length those can hold. */
const MARKER_BYTES = 2;
const SMALLEST_COMMENT = 4;
const LARGEST_COMMENT = 65_000;

export async function encodeJpeg(picture: RawPicture, quality: number): Promise<Buffer> {
  const raw = { width: picture.widthPx, height: picture.heightPx, channels: 3 as const };
  return sharp(picture.rgb, { raw }).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
}

/** Encodes to exactly `bytes` bytes: lowers the quality until it fits, then fills up with comments. */
export async function encodeJpegToLength(picture: RawPicture, quality: number, bytes: number): Promise<Buffer> {
  for (let tried = quality; tried >= LOWEST_QUALITY; tried -= 5) {
    const jpeg = await encodeJpeg(picture, tried);
    if (jpeg.length === bytes || jpeg.length + SMALLEST_COMMENT <= bytes) return fillJpeg(jpeg, bytes);
  }
  throw new Error(`a ${picture.widthPx}×${picture.heightPx} tile does not fit into ${bytes} bytes at any quality`);
}

/** Puts comment segments behind the start marker until the file has `bytes` bytes; decoders skip them. */
export function fillJpeg(jpeg: Buffer, bytes: number): Buffer {
  const comments: Buffer[] = [];
  let missing = bytes - jpeg.length;
  while (missing > 0) {
    let size = Math.min(missing, LARGEST_COMMENT);
    const rest = missing - size;
    if (rest > 0 && rest < SMALLEST_COMMENT) size -= SMALLEST_COMMENT;
    const comment = Buffer.alloc(size, 0x20);
    comment[0] = 0xff;
    comment[1] = 0xfe;
    comment.writeUInt16BE(size - MARKER_BYTES, 2);
    comments.push(comment);
    missing -= size;
  }
  return Buffer.concat([jpeg.subarray(0, MARKER_BYTES), ...comments, jpeg.subarray(MARKER_BYTES)]);
}
