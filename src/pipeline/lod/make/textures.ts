/** Puts the textures into a step: those made for the GPU, or WebP for the steps that must be small on the way. */
import type { Document, Texture } from '@gltf-transform/core';
import { EXTTextureWebP, KHRTextureBasisu } from '@gltf-transform/extensions';
import type { Step } from '../ladder.ts';
import type { SourcePicture } from '../textures/listPictures.ts';
import { measureGpuBytes, type MadeTexture, type TextureFacts } from '../textures/makeTexture.ts';
import { fitSize, isPalette, KTX2, openPicture } from '../textures/picture.ts';

const WEBP = 'image/webp';
const WEBP_EFFORT = 5;

/** How much a WebP step may spend on its textures. */
export interface WebpQuality {
  /** Longest side, pixels. */
  readonly size: number;
  /** Side of what is not colour, against that of colour. */
  readonly rest: number;
  /** 1…100. */
  readonly quality: number;
}

/** Shares of the step's own size and qualities, in the order in which they are tried. */
const WEBP_QUALITIES: readonly WebpQuality[] = [
  { size: 1, rest: 1, quality: 80 },
  { size: 1, rest: 1, quality: 66 },
  { size: 1, rest: 0.5, quality: 62 },
  { size: 1, rest: 0.5, quality: 48 },
  { size: 0.75, rest: 0.5, quality: 56 },
  { size: 0.5, rest: 0.5, quality: 62 },
  { size: 0.5, rest: 0.5, quality: 45 },
];

export function webpQualities({ textureSize }: Step): WebpQuality[] {
  return WEBP_QUALITIES.map((quality) => ({ ...quality, size: quality.size * textureSize }));
}

/** `made` holds the textures for the GPU by their place in the document. Returns what is in the step now. */
export async function placeTextures(
  document: Document,
  pictures: readonly SourcePicture[],
  made: ReadonlyMap<number, MadeTexture>,
  step: Step,
  webp: WebpQuality,
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
    else facts.push(await placeWebp(texture, picture, webp));
  }
  return facts;
}

/** Says in the document which formats its textures need. */
export function declareFormats(document: Document): void {
  const root = document.getRoot();
  const mimes = new Set(root.listTextures().map((texture) => texture.getMimeType()));
  if (mimes.has(KTX2)) document.createExtension(KHRTextureBasisu).setRequired(true);
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
async function placeWebp(texture: Texture, picture: SourcePicture, webp: WebpQuality): Promise<TextureFacts> {
  const { role } = picture;
  const isExact = isPalette(picture.width, picture.height);
  const most = isExact ? Infinity : role === 'colour' ? webp.size : webp.size * webp.rest;
  const [width, height] = fitSize(picture.width, picture.height, most, 1);
  const source = await openPicture(picture.image, picture.mime);
  const image = await source
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
    .webp(
      isExact ? { lossless: true } : { quality: webp.quality, effort: WEBP_EFFORT, smartSubsample: role !== 'data' },
    ) // prettier-ignore
    .toBuffer();
  texture.setImage(new Uint8Array(image)).setMimeType(WEBP).setURI('');
  return {
    role,
    format: 'webp',
    width,
    height,
    bytes: image.length,
    gpuBytes: measureGpuBytes('picture', width, height),
  };
}
