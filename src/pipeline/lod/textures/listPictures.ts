/** The textures of a model and the sizes in which its steps want them: what is wanted twice is made once. */
import { createHash } from 'node:crypto';
import type { Document } from '@gltf-transform/core';
import sharp from 'sharp';
import { CommandError } from '../../command.ts';
import type { Step } from '../ladder.ts';
import { fitSize, isPalette, KTX2, MOST_SIDE, MOST_TEXELS, roleOf } from './picture.ts';
import type { TextureRole } from './pixels.ts';

/** Block formats want whole blocks. */
const BLOCK = 4;

export interface SourcePicture {
  /** Its place among the textures of the document. */
  readonly index: number;
  readonly image: Uint8Array;
  readonly mime: string;
  readonly role: TextureRole;
  readonly width: number;
  readonly height: number;
  readonly hash: string;
}

/** Measured by their headers alone. Throws a `CommandError` for a picture that is too large or none at all. */
export async function listPictures(name: string, document: Document): Promise<SourcePicture[]> {
  const pictures: SourcePicture[] = [];
  for (const [index, texture] of document.getRoot().listTextures().entries()) {
    const image = texture.getImage();
    if (!image) continue;
    const mime = texture.getMimeType();
    const place = `${name}: textures.${index}${texture.getName() ? ` "${texture.getName().slice(0, 80)}"` : ''}`;
    const [width, height] = await measure(place, image, mime, texture.getSize());
    if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_TEXELS) {
      throw new CommandError(`${place}: is ${width} × ${height}; make it no larger than ${MOST_SIDE} on a side and 8192² in all`); // prettier-ignore
    }
    const hash = createHash('sha256').update(image).digest('hex');
    pictures.push({ index, image, mime, role: roleOf(texture), width, height, hash });
  }
  return pictures;
}

/** The size of a picture in a step, or null where the picture goes into it as it is. */
export function sizeIn(step: Step, { width, height, mime }: SourcePicture): [number, number] | null {
  if (step.textures !== 'ktx2' || isPalette(width, height)) return null;
  // What is compressed for the GPU already would only lose.
  if (mime === KTX2 && Math.max(width, height) <= step.textureSize) return null;
  return fitSize(width, height, step.textureSize, BLOCK);
}

async function measure(
  place: string,
  image: Uint8Array,
  mime: string,
  size: ArrayLike<number> | null,
): Promise<[number, number]> {
  if (mime === KTX2 && size) return [size[0] ?? 0, size[1] ?? 0];
  const header = await sharp(image, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (header) return [header.width, header.height];
  throw new CommandError(`${place}: is no picture that can be read; expected JPEG, PNG, WebP or KTX2`);
}
