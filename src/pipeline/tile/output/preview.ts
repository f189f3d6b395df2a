/** The preview: six small faces in one file, so that the first request fills the whole sphere. */
import sharp from 'sharp';
import { FACES } from '#streaming/pyramid/pyramid.ts';
import { FaceRenderer } from '../pixels/render.ts';
import { copyForFaceSize, type TileSource } from '../scratch/source.ts';
import { SourceWindowReader } from '../scratch/window.ts';
import { embedProfile } from './embedProfile.ts';

const MAX_PREVIEW_BYTES = 60_000;
const FACE_SIZES = [256, 128] as const;
const QUALITIES = [75, 60, 45, 30];

export interface Preview {
  readonly bytes: Uint8Array;
  readonly faceSize: number;
}

export async function makePreview(source: TileSource, profile?: Uint8Array): Promise<Preview> {
  let smallest: Preview | undefined;
  for (const faceSize of FACE_SIZES) {
    const strip = renderStrip(source, faceSize);
    for (const quality of QUALITIES) {
      const bytes = await encodeWebp(strip, faceSize, faceSize * FACES.length, quality, profile);
      if (bytes.length <= MAX_PREVIEW_BYTES) return { bytes, faceSize };
      smallest = { bytes, faceSize };
    }
  }
  if (!smallest) throw new Error('no preview size is defined');
  return smallest;
}

/** WebP that is small before it is fine: for preview and poster, which are there to arrive first. */
export async function encodeWebp(
  pixels: Uint8Array,
  width: number,
  height: number,
  quality: number,
  profile?: Uint8Array,
): Promise<Uint8Array> {
  const picture = sharp(pixels, { raw: { width, height, channels: 3 } });
  const bytes = await picture.webp({ quality, effort: 6 }).toBuffer();
  return profile ? embedProfile(bytes, 'webp', profile) : bytes;
}

/** The faces stacked top to bottom in the order of `FACES`. */
function renderStrip(source: TileSource, faceSize: number): Uint8Array {
  const reader = new SourceWindowReader(copyForFaceSize(source, faceSize));
  try {
    const renderer = new FaceRenderer(reader);
    const strip = new Uint8Array(faceSize * faceSize * FACES.length * 3);
    for (const [face] of FACES.entries()) {
      const pixels = renderer.render({ face, faceSize, x: 0, y: 0, width: faceSize, height: faceSize });
      strip.set(pixels, face * pixels.length);
    }
    return strip;
  } finally {
    reader.close();
  }
}
