/**
 * Puts the textures into a step: those made for the GPU, or pictures for the steps that must be small on the way. There
 * colours are WebP; what is no colour is AVIF, for WebP halves two of its channels and cannot hold a normal map.
 */
import type { Document, Texture } from '@gltf-transform/core';
import { EXTTextureAVIF, EXTTextureWebP, KHRTextureBasisu } from '@gltf-transform/extensions';
import type { Step } from '../ladder.ts';
import type { SourcePicture } from '../textures/listPictures.ts';
import { measureGpuBytes, type MadeTexture, type TextureFacts } from '../textures/makeTexture.ts';
import { fitSize, isPalette, KTX2, openPicture } from '../textures/picture.ts';

const WEBP = 'image/webp';
const WEBP_EFFORT = 5;
const AVIF = 'image/avif';
const AVIF_EFFORT = 4;

/** How much such a step may spend on its textures. */
export interface PictureQuality {
  /** Longest side, pixels. */
  readonly size: number;
  /** Side of roughness and the like, against that of colour and normals. */
  readonly data: number;
  /** 1…100, of WebP and of AVIF. */
  readonly colour: number;
  readonly rest: number;
}

/** Shares of the step's own size and qualities, in the order in which they are tried. */
const QUALITIES: readonly PictureQuality[] = [
  { size: 1, data: 1, colour: 80, rest: 70 },
  { size: 1, data: 0.5, colour: 76, rest: 72 },
  { size: 1, data: 0.5, colour: 70, rest: 66 },
  { size: 1, data: 0.5, colour: 60, rest: 60 },
  { size: 1, data: 0.5, colour: 48, rest: 54 },
  { size: 0.75, data: 0.5, colour: 56, rest: 58 },
  { size: 0.5, data: 0.5, colour: 62, rest: 60 },
  { size: 0.5, data: 0.5, colour: 45, rest: 46 },
];

export function pictureQualities({ textureSize }: Step): PictureQuality[] {
  return QUALITIES.map((quality) => ({ ...quality, size: quality.size * textureSize }));
}

/** `made` holds the textures for the GPU by their place in the document. Returns what is in the step now. */
export async function placeTextures(
  document: Document,
  pictures: readonly SourcePicture[],
  made: ReadonlyMap<number, MadeTexture>,
  step: Step,
  quality: PictureQuality,
): Promise<TextureFacts[]> {
  const facts: TextureFacts[] = [];
  const textures = document.getRoot().listTextures();
  for (const picture of pictures) {
    const texture = textures[picture.index];
    const ready = made.get(picture.index);
    if (!texture) continue;
    if (ready) {
      texture.setImage(new Uint8Array(ready.bytes)).setMimeType(KTX2).setURI('');
      facts.push(ready.facts);
    } else if (picture.mime === KTX2 && step.textures === 'ktx2') facts.push(describeKept(picture));
    else facts.push(await placePicture(texture, picture, quality));
  }
  return facts;
}

/** Says in the document which formats its textures need. */
export function declareFormats(document: Document): void {
  const root = document.getRoot();
  const mimes = new Set(root.listTextures().map((texture) => texture.getMimeType()));
  if (mimes.has(KTX2)) document.createExtension(KHRTextureBasisu).setRequired(true);
  if (mimes.has(AVIF)) document.createExtension(EXTTextureAVIF).setRequired(true);
  if (mimes.has(WEBP)) document.createExtension(EXTTextureWebP).setRequired(true);
}

function describeKept({ role, width, height, image }: SourcePicture): TextureFacts {
  return {
    role,
    format: 'kept',
    width,
    height,
    bytes: image.length,
    gpuBytes: measureGpuBytes('uastc', width, height),
  };
}

/** Palettes stay exact to the texel. */
async function placePicture(texture: Texture, picture: SourcePicture, quality: PictureQuality): Promise<TextureFacts> {
  const { role } = picture;
  const isExact = isPalette(picture.width, picture.height);
  const most = isExact ? Infinity : role === 'data' ? quality.size * quality.data : quality.size;
  const [width, height] = fitSize(picture.width, picture.height, most, 1);
  const source = await openPicture(picture.image, picture.mime);
  const resized = source.resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
  const isWebp = isExact || role === 'colour';
  const encoded = isWebp
    ? resized.webp(
        isExact ? { lossless: true } : { quality: quality.colour, effort: WEBP_EFFORT, smartSubsample: true },
      )
    : resized.removeAlpha().avif({ quality: quality.rest, effort: AVIF_EFFORT, chromaSubsampling: '4:4:4' });
  const image = await encoded.toBuffer();
  texture
    .setImage(new Uint8Array(image))
    .setMimeType(isWebp ? WEBP : AVIF)
    .setURI('');
  return {
    role,
    format: isWebp ? 'webp' : 'avif',
    width,
    height,
    bytes: image.length,
    gpuBytes: measureGpuBytes('picture', width, height),
  };
}
