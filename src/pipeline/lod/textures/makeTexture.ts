/**
 * One texture for the GPU: ETC1S where the picture bears it, by measure, UASTC where it does not. Normals always are
 * UASTC, for two tones a block, which is what ETC1S keeps, bend them visibly.
 */
import sharp from 'sharp';
import { type Basis, loadBasis } from './basis.ts';
import { decodeKtx2, encodeEtc1s, encodeUastc, MOST_ENCODED_TEXELS } from './ktx2.ts';
import { readPicture } from './picture.ts';
import type { Picture, TextureRole } from './pixels.ts';
import { measurePsnr } from './psnr.ts';

export interface TextureOrder {
  readonly image: Uint8Array;
  readonly mime: string;
  readonly role: TextureRole;
  readonly width: number;
  readonly height: number;
}

export interface TextureFacts {
  readonly role: TextureRole;
  readonly format: 'etc1s' | 'uastc' | 'webp' | 'avif' | 'kept';
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Against the picture at the same size, decibels; of data, that of its worst channel. Absent where not measured. */
  readonly decibels?: number;
  readonly gpuBytes: number;
}

export interface MadeTexture {
  readonly bytes: Uint8Array;
  readonly facts: TextureFacts;
}

/**
 * Below this ETC1S is given up for UASTC, decibels: a grainy photograph of stone comes to 32, and at the size at which
 * such a step is shown its structural similarity to the original is still above 0.99.
 */
export const LEAST_DECIBELS = { colour: 31, data: 30 } as const;
/** Tried in turn; UASTC, five times as heavy, comes after. */
const QUALITIES = [160, 255] as const;
/** Larger ones are not decoded again. */
const MOST_MEASURED_TEXELS = 4096 * 4096;
const MIPMAPS = 4 / 3;
/** Bytes a texel on the GPU: ETC2 or BC1 from ETC1S, twice that with alpha; ASTC 4×4 or BC7 from UASTC. */
const BYTES_PER_TEXEL = { etc1s: 0.5, uastc: 1, picture: 4 } as const;

export async function makeTexture(order: TextureOrder): Promise<MadeTexture> {
  const basis = await loadBasis();
  const { role } = order;
  if (role !== 'normal') {
    const size = fitTexels(order.width, order.height, MOST_ENCODED_TEXELS);
    const picture = await readPicture(order.image, order.mime, ...size);
    for (const quality of QUALITIES) {
      const bytes = encodeEtc1s(basis, picture, role, quality);
      const decibels = judge(basis, picture, bytes, role);
      if (decibels >= LEAST_DECIBELS[role]) return describe(bytes, picture, role, 'etc1s', decibels);
    }
  }
  const picture = await readPicture(order.image, order.mime, order.width, order.height);
  const bytes = await encodeUastc(basis, picture, role, halve);
  const isMeasured = picture.width * picture.height <= MOST_MEASURED_TEXELS;
  return describe(bytes, picture, role, 'uastc', isMeasured ? judge(basis, picture, bytes, role) : undefined);
}

/** What is larger than the encoder takes loses a seventh of its side to ETC1S, and is an eighth as heavy as in UASTC. */
function fitTexels(width: number, height: number, most: number): [number, number] {
  const shrink = Math.sqrt(Math.min(1, most / (width * height)));
  const snap = (side: number): number => Math.max(4, Math.floor((side * shrink) / 4) * 4);
  return shrink < 1 ? [snap(width), snap(height)] : [width, height];
}

function judge(basis: Basis, picture: Picture, bytes: Uint8Array, role: TextureRole): number {
  const { all, worst } = measurePsnr(picture, decodeKtx2(basis, bytes));
  return role === 'data' ? worst : all;
}

/** With mipmaps, which the GPU wants of everything that is seen small. */
export function measureGpuBytes(
  format: keyof typeof BYTES_PER_TEXEL,
  width: number,
  height: number,
  isTranslucent = false,
): number {
  const perTexel = format === 'etc1s' && isTranslucent ? BYTES_PER_TEXEL.uastc : BYTES_PER_TEXEL[format];
  return Math.round(width * height * perTexel * MIPMAPS);
}

function describe(
  bytes: Uint8Array,
  picture: Picture,
  role: TextureRole,
  format: 'etc1s' | 'uastc',
  decibels: number | undefined,
): MadeTexture {
  const { width, height } = picture;
  const gpuBytes = measureGpuBytes(format, width, height, hasAlpha(picture));
  const measured = decibels === undefined ? {} : { decibels: Math.round(decibels * 10) / 10 };
  return { bytes, facts: { role, format, width, height, bytes: bytes.length, ...measured, gpuBytes } };
}

function hasAlpha({ pixels }: Picture): boolean {
  for (let i = 3; i < pixels.length; i += 4) if (pixels[i] !== 255) return true;
  return false;
}

async function halve({ pixels, width, height }: Picture): Promise<Picture> {
  const half = (side: number): number => Math.max(1, Math.floor(side / 2));
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .resize(half(width), half(height), { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: new Uint8Array(data), width: info.width, height: info.height };
}
