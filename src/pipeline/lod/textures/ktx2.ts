/** KTX2 textures: ETC1S, small on the way and on the GPU, or UASTC, true to the picture; and decoded again to compare. */
import { zstdCompressSync, constants } from 'node:zlib';
import type { Basis, BasisEncoder } from './basis.ts';
import { readLevels, writeLevels } from './container.ts';
import type { Picture, TextureRole } from './pixels.ts';

/** The encoder refuses larger pictures. */
export const MOST_ENCODED_TEXELS = 12 * 1024 * 1024;
/** 1…255: from here up a fifth more bytes bring half a decibel. */
const ETC1S_QUALITY = 160;
/** 0…6: 1 is as good as 2 in half the time. */
const ETC1S_EFFORT = 1;
/** 0…4: 1 is three decibels above 0; 2 takes four times as long for nothing one can see. */
const UASTC_EFFORT = 1;
/** Above this many texels level 1 would take minutes. */
const UASTC_FAST_TEXELS = 2048 * 2048;
const ZSTD_LEVEL = 15;
const RGBA32 = 13;
const RAW = 0;
const TEXTURE_2D = 0;

/** With mipmaps. */
export function encodeEtc1s(basis: Basis, picture: Picture, role: TextureRole, quality = ETC1S_QUALITY): Uint8Array {
  return encode(basis, picture, role, true, (encoder) => {
    encoder.setUASTC(false);
    encoder.setQualityLevel(quality);
    encoder.setETC1SCompressionLevel(ETC1S_EFFORT);
  });
}

/** With mipmaps. `halve` makes the next smaller level of a picture that is too large for the encoder as a whole. */
export async function encodeUastc(
  basis: Basis,
  picture: Picture,
  role: TextureRole,
  halve: (picture: Picture) => Promise<Picture>,
): Promise<Uint8Array> {
  const effort = picture.width * picture.height > UASTC_FAST_TEXELS ? 0 : UASTC_EFFORT;
  const large: Uint8Array[] = [];
  let rest = picture;
  for (; rest.width * rest.height > MOST_ENCODED_TEXELS; rest = await halve(rest)) {
    large.push(encodeStrips(basis, rest, role, effort));
  }
  const file = encodeBlocks(basis, rest, role, effort, true);
  const levels = [...large, ...readLevels(file)];
  return writeLevels(
    file,
    picture,
    levels.map((level) => ({
      length: level.length,
      data: zstdCompressSync(level, { params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } }),
    })),
  );
}

/** Throws on what is no KTX2 of Basis Universal. */
export function decodeKtx2(basis: Basis, bytes: Uint8Array): Picture {
  const file = new basis.KTX2File(bytes);
  try {
    if (!file.isValid() || !file.startTranscoding()) throw new Error('is no KTX2 texture that can be decoded');
    const pixels = new Uint8Array(file.getImageTranscodedSizeInBytes(0, 0, 0, RGBA32));
    if (!file.transcodeImage(pixels, 0, 0, 0, RGBA32, 0, -1, -1)) throw new Error('its KTX2 blocks are damaged');
    return { pixels, width: file.getWidth(), height: file.getHeight() };
  } finally {
    file.close();
    file.delete();
  }
}

/** Blocks know nothing of one another, so a picture may be encoded in strips of whole blocks. */
function encodeStrips(basis: Basis, picture: Picture, role: TextureRole, effort: number): Uint8Array {
  const { pixels, width, height } = picture;
  const rows = Math.floor(MOST_ENCODED_TEXELS / width / 4) * 4;
  const parts: Uint8Array[] = [];
  for (let y = 0; y < height; y += rows) {
    const strip = Math.min(rows, height - y);
    const part = { pixels: pixels.subarray(y * width * 4, (y + strip) * width * 4), width, height: strip };
    parts.push(...readLevels(encodeBlocks(basis, part, role, effort, false)));
  }
  return Buffer.concat(parts);
}

function encodeBlocks(
  basis: Basis,
  picture: Picture,
  role: TextureRole,
  effort: number,
  hasMipmaps: boolean,
): Uint8Array {
  return encode(basis, picture, role, hasMipmaps, (encoder) => {
    encoder.setUASTC(true);
    encoder.setPackUASTCFlags(effort);
    encoder.setKTX2UASTCSupercompression(false);
    if (role === 'normal') encoder.setNormalMapPreset();
  });
}

function encode(
  basis: Basis,
  { pixels, width, height }: Picture,
  role: TextureRole,
  hasMipmaps: boolean,
  choose: (encoder: BasisEncoder) => void,
): Uint8Array {
  const encoder = new basis.BasisEncoder();
  try {
    choose(encoder);
    const isSrgb = role === 'colour';
    encoder.setCreateKTX2File(true);
    encoder.setTexType(TEXTURE_2D);
    encoder.setStatusOutput(false);
    encoder.setMipGen(hasMipmaps);
    encoder.setMipSRGB(isSrgb);
    encoder.setPerceptual(isSrgb);
    encoder.setKTX2AndBasisSRGBTransferFunc(isSrgb);
    encoder.setSliceSourceImage(0, pixels, width, height, RAW);
    const out = new Uint8Array(Math.ceil((width * height * 4) / 3) * 2 + 65_536);
    const length = encoder.encode(out);
    if (length === 0) throw new Error(`a texture of ${width} × ${height} could not be encoded`);
    return out.slice(0, length);
  } finally {
    encoder.delete();
  }
}
