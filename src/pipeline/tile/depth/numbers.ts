/** A depth picture's own numbers, whatever its file format. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type Metadata, type OutputInfo } from 'sharp';
import { CommandError } from '../../command.ts';
import { describeFailure } from '../input/inspect.ts';
import { EXR_MAGIC, readExrHeader, type ExrHeader } from './exr/header.ts';
import { type ChannelNumbers, readExrChannel } from './exr/pixels.ts';

/** What a file says of itself in its header; nothing has been allocated for its pixels. */
export interface DepthPicture {
  readonly path: string;
  /** As the person at the command line wrote it, for messages. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly fileBytes: number;
  readonly modifiedMs: number;
  readonly format: 'png8' | 'png16' | 'exr';
  readonly exr?: ExrHeader;
}

export interface DepthNumbers extends ChannelNumbers {
  readonly width: number;
  readonly height: number;
}

/** What number is the largest of inverse depth. */
export const FULL_SCALE = { png8: 255, png16: 65_535, exr: 1 } satisfies Record<DepthPicture['format'], number>;

/** Pixels of one file: `readDepth` takes no more either. */
const MOST_PIXELS = 16_384 * 8_192;
/** A file is read whole. */
const MOST_BYTES = 2 ** 30;
/** A longer header of an OpenEXR holds pictures and notes of its own. */
const HEAD_BYTES = 2 ** 20;
const EXPECTED = 'expected a greyscale PNG of 8 or 16 bits, or an OpenEXR';

export async function inspectDepth(cwd: string, name: string, channel: string | undefined): Promise<DepthPicture> {
  const file = path.resolve(cwd, name);
  const handle = await open(file).catch(() => null);
  if (!handle) throw new CommandError(`${name}: no such file; check the path of --depth`);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new CommandError(`${name}: is not a file; ${EXPECTED}`);
    if (stat.size === 0) throw new CommandError(`${name}: is empty (0 bytes); ${EXPECTED}; export it again`);
    if (stat.size > MOST_BYTES)
      throw new CommandError(`${name}: has ${stat.size} bytes; expected at most ${MOST_BYTES}; save it smaller`);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const facts = { path: file, name, fileBytes: stat.size, modifiedMs: stat.mtimeMs };
    if (bytesRead >= 4 && buffer.readUInt32LE(0) === EXR_MAGIC) {
      const exr = readExrHeader(name, buffer.subarray(0, bytesRead), stat.size, channel);
      refuseLarge(name, exr.width, exr.height);
      return { ...facts, width: exr.width, height: exr.height, format: 'exr', exr };
    }
    return { ...facts, ...(await inspectPng(file, name)) };
  } finally {
    await handle.close();
  }
}

async function inspectPng(file: string, name: string): Promise<Pick<DepthPicture, 'width' | 'height' | 'format'>> {
  const { format, width, height, channels, depth, isPalette } = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown): Metadata => {
      throw new CommandError(`${name}: cannot be read as a picture (${describeFailure(error)}); ${EXPECTED}`);
    });
  if (format !== 'png') throw new CommandError(`${name}: is ${format.toUpperCase()}; ${EXPECTED}; convert it`);
  // Programs that know colours only save inverse depth as three equal ones.
  const isGrey = channels === 1 || (channels === 3 && depth === 'uchar');
  if (!isGrey || isPalette === true) {
    const found = isPalette === true ? 'a palette' : `${channels} channels`;
    throw new CommandError(`${name}: has ${found}; ${EXPECTED}; save it as greyscale, without transparency`);
  }
  refuseLarge(name, width, height);
  return { width, height, format: depth === 'ushort' ? 'png16' : 'png8' };
}

function refuseLarge(name: string, width: number, height: number): void {
  if (width * height <= MOST_PIXELS) return;
  const message = `claims ${width}×${height} pixels; expected at most 16384×8192; save it smaller`;
  throw new CommandError(`${name}: ${message}`);
}

export async function readNumbers(picture: DepthPicture): Promise<DepthNumbers> {
  const { width, height } = picture;
  if (picture.exr) return { width, height, ...(await readExrChannel(picture.path, picture.name, picture.exr)) };
  const is16 = picture.format === 'png16';
  // Numbers are no colours, whatever profile stands beside them.
  const { data, info } = await sharp(picture.path, {
    limitInputPixels: MOST_PIXELS,
    failOn: 'warning',
    ignoreIcc: true,
  })
    .toColourspace(is16 ? 'grey16' : 'srgb')
    .raw({ depth: is16 ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown): never => {
      throw new CommandError(`${picture.name}: is damaged (${describeFailure(error)}); export it again`);
    });
  const numbers = is16 ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : data;
  return { width, height, values: takeGrey(picture.name, numbers, info), rounding: 0.5, roundingShare: 0 };
}

function takeGrey(name: string, numbers: Uint8Array | Uint16Array, { width, channels }: OutputInfo): Float32Array {
  const values = new Float32Array(numbers.length / channels);
  for (let i = 0, at = 0; i < values.length; i++, at += channels) {
    const value = numbers[at] ?? 0;
    for (let channel = 1; channel < channels; channel++) {
      if (numbers[at + channel] === value) continue;
      const place = `column ${i % width}, row ${Math.floor(i / width)}`;
      throw new CommandError(`${name}: has colours (at ${place}); ${EXPECTED}; depth is one number a pixel`);
    }
    values[i] = value;
  }
  return values;
}
