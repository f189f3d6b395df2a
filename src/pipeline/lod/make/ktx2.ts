/**
 * KTX2 with mipmaps, which stays compressed on the GPU. Colour is ETC1S, a sixth of UASTC on the way, unless what comes
 * out of it is too far from what went in; normals and packed roughness are UASTC, as ETC1S keeps two tones a block and
 * shares them.
 */
import { encodeToKTX2 } from 'ktx2-encoder';
import { decodeKtx2 } from './decodeKtx2.ts';

export interface Pixels {
  /** RGBA. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

/** The encoder takes no more: a texture of 4096² is beyond it and stays a picture. */
export const MAX_KTX2_PIXELS = 12 * 1024 * 1024;

/** Bytes a pixel on the GPU: ETC2 or BC1 from ETC1S without alpha, ASTC 4×4 or BC7 from everything else. */
const ETC1S_BYTES = 0.5;
const UASTC_BYTES = 1;
/** Decibels of the decoded picture against the one that went in; below it blocks are seen. */
const LEAST_PSNR = 30;

const ETC1S = { isUASTC: false, qualityLevel: 200, compressionLevel: 1 } as const;
/** The least effort: the rate control undoes what more would bring, and it takes a third of the time. */
const UASTC = {
  isUASTC: true,
  needSupercompression: true,
  enableRDO: true,
  rdoQualityLevel: 2,
  uastcLDRQualityLevel: 0,
} as const;

export async function encodeForGpu(
  pixels: Pixels,
  kind: 'colour' | 'normal' | 'data',
): Promise<{ ktx2: Uint8Array; bytesPerPixel: number }> {
  if (kind === 'colour') {
    const ktx2 = await encode(pixels, ETC1S, kind);
    if (measurePsnr(pixels, await decodeKtx2(ktx2)) >= LEAST_PSNR)
      return { ktx2, bytesPerPixel: pixels.hasAlpha ? UASTC_BYTES : ETC1S_BYTES };
  }
  return { ktx2: await encode(pixels, UASTC, kind), bytesPerPixel: UASTC_BYTES };
}

async function encode(
  { data, width, height }: Pixels,
  settings: typeof ETC1S | typeof UASTC,
  kind: 'colour' | 'normal' | 'data',
): Promise<Uint8Array> {
  return new Uint8Array(
    await encodeToKTX2(new Uint8Array(data), {
      ...settings,
      isNormalMap: kind === 'normal',
      isPerceptual: kind === 'colour',
      isSetKTX2SRGBTransferFunc: kind === 'colour',
      generateMipmap: true,
      enableDebug: false,
      imageDecoder: () => Promise.resolve({ width, height, data: new Uint8Array(data) }),
    }),
  );
}

/** Of the colours, without alpha. */
function measurePsnr({ data }: Pixels, decoded: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += 4)
    for (let channel = 0; channel < 3; channel++) sum += (data[at + channel]! - decoded[at + channel]!) ** 2;
  return 10 * Math.log10((255 * 255) / Math.max(1e-9, sum / (data.length * 0.75)));
}
