/**
 * Decodes an input into an uncompressed file, in one pass from top to bottom where its format allows, so that memory
 * does not grow with the picture. Colours are converted to sRGB on the way unless the profile is to be kept.
 */
import { open, rename, rm, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { CommandError } from '../../command.ts';
import { describeFailure, type InspectedPicture } from '../input/inspect.ts';
import type { RawPicture } from './rawPicture.ts';

/** A part of the input, in pixels: one eye of a stereo picture. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface DecodeOptions {
  readonly keepProfile: boolean;
  readonly allowTruncated: boolean;
  readonly maxPixels: number;
}

/** libvips' own uncompressed format: a header of 64 bytes, then the rows. */
const HEADER_BYTES = 64;
const BAND_FORMAT_UCHAR = 0;
const BAND_FORMAT_USHORT = 2;

/** Decodes to `path`, which must end in `.v`; a file already there is a finished one and is used as it is. */
export async function decodePicture(
  input: InspectedPicture,
  part: Part,
  path: string,
  options: DecodeOptions,
): Promise<RawPicture> {
  if (!(await stat(path).catch(() => null))) {
    const unfinished = path.replace(/\.v$/, '.unfinished.v');
    try {
      await runDecoder(input, part, unfinished, options);
    } catch (error) {
      await rm(unfinished, { force: true });
      if (isNoSpace(error)) throw new CommandError(`no space left on the disk for ${unfinished}; free some and go on`);
      throw new CommandError(
        `${input.name}: damaged or cut short (${describeFailure(error)}); nothing was written; export it again` +
          (options.allowTruncated ? '' : ', or tile what can be read with --allow-truncated'),
      );
    }
    await rename(unfinished, path);
  }
  return describeRaw(path, part);
}

async function runDecoder(input: InspectedPicture, part: Part, path: string, options: DecodeOptions): Promise<void> {
  let picture = sharp(input.path, {
    sequentialRead: !input.isTurned,
    limitInputPixels: options.maxPixels,
    failOn: options.allowTruncated ? 'none' : 'error',
    autoOrient: input.isTurned,
  });
  if (part.width !== input.width || part.height !== input.height) picture = picture.extract({ ...part });
  if (input.hasAlpha) picture = picture.flatten({ background: '#000' });
  picture = picture.toColourspace(input.has16Bits ? 'rgb16' : 'srgb');
  if (options.keepProfile) picture = picture.keepIccProfile();
  await picture.toFile(path);
}

async function describeRaw(path: string, part: Part): Promise<RawPicture> {
  const handle = await open(path);
  try {
    const header = new DataView(new ArrayBuffer(HEADER_BYTES));
    await handle.read(header, 0, HEADER_BYTES, 0);
    const [width, height, bands, format] = [4, 8, 12, 20].map((offset) => header.getInt32(offset, isLittleEndian()));
    if (width !== part.width || height !== part.height || bands !== 3)
      throw new Error(`${path}: decoded to ${width}×${height}×${bands}, expected ${part.width}×${part.height}×3`);
    if (format !== BAND_FORMAT_UCHAR && format !== BAND_FORMAT_USHORT)
      throw new Error(`${path}: decoded to band format ${format}, expected 8 or 16 bits`);
    return {
      path,
      headerBytes: HEADER_BYTES,
      width,
      height,
      encoding: format === BAND_FORMAT_UCHAR ? 'srgb8' : 'srgb16',
    };
  } finally {
    await handle.close();
  }
}

function isLittleEndian(): boolean {
  return new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
}

function isNoSpace(error: unknown): boolean {
  return error instanceof Error && /ENOSPC|no space left/i.test(error.message);
}
