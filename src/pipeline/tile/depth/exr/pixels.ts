/** The numbers of one channel of an OpenEXR file of scan lines: uncompressed, RLE, ZIPS or ZIP. */
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { fromHalf } from '#sources/depth/half.ts';
import { CommandError } from '../../../command.ts';
import type { ExrHeader, PixelType } from './header.ts';

const unzip = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate);

export interface ChannelNumbers {
  /** Row by row from the top. */
  readonly values: Float32Array;
  /** How far a number may be rounded: by itself, and as a part of it. */
  readonly rounding: number;
  readonly roundingShare: number;
}

/** Of half floats and floats, relative; whole numbers are rounded to themselves. */
const ROUNDING = {
  uint: { rounding: 0.5, roundingShare: 0 },
  half: { rounding: 0, roundingShare: 2 ** -11 },
  float: { rounding: 0, roundingShare: 2 ** -24 },
} satisfies Record<PixelType, Omit<ChannelNumbers, 'values'>>;

const HALF_SIGN = 0x8000;
const HALF_EXPONENT = 0x7c00;

/** A number that is no number or infinite comes as NaN. */
export async function readExrChannel(path: string, name: string, header: ExrHeader): Promise<ChannelNumbers> {
  const file = await readFile(path);
  const { width, height, linesPerChunk } = header;
  const values = new Float32Array(width * height).fill(NaN);
  const chunks = Math.ceil(height / linesPerChunk);
  const cut = (chunk: number): never => {
    throw new CommandError(`${name}: is damaged in chunk ${chunk + 1} of ${chunks}; export it again`);
  };
  for (let chunk = 0; chunk < chunks; chunk++) {
    const entry = header.tableAt + chunk * 8;
    if (entry + 8 > file.length) cut(chunk);
    const at = Number(file.readBigUInt64LE(entry));
    if (at + 8 > file.length) cut(chunk);
    const row = file.readInt32LE(at) - header.top;
    const size = file.readInt32LE(at + 4);
    if (row < 0 || row >= height || row % linesPerChunk !== 0 || size < 0 || at + 8 + size > file.length) cut(chunk);
    const rows = Math.min(linesPerChunk, height - row);
    const bytes = await unpack(file.subarray(at + 8, at + 8 + size), rows * width * header.pixelBytes, header);
    if (!bytes) return cut(chunk);
    for (let i = 0; i < rows; i++) {
      const from = i * width * header.pixelBytes + header.channelOffset * width;
      readRow(bytes, from, header.pixelType, values.subarray((row + i) * width, (row + i + 1) * width));
    }
  }
  return { values, ...ROUNDING[header.pixelType] };
}

/** Null where the data are not what the header says. What would not shrink is stored as it is. */
async function unpack(data: Buffer, length: number, { compression }: ExrHeader): Promise<Buffer | null> {
  if (data.length === length) return data;
  if (compression === 'none') return null;
  const packed = compression === 'rle' ? unpackRuns(data, length) : await inflateTo(data, length);
  return packed?.length === length ? restore(packed) : null;
}

async function inflateTo(data: Buffer, length: number): Promise<Buffer | null> {
  return unzip(data, { maxOutputLength: Math.max(1, length) }).catch(() => null);
}

/** A count from 0 up repeats the next byte once more than that; a negative one takes so many bytes as they are. */
function unpackRuns(data: Buffer, length: number): Buffer | null {
  const out = Buffer.alloc(length);
  let to = 0;
  for (let at = 0; at < data.length;) {
    const count = data.readInt8(at++);
    const run = count < 0 ? -count : count + 1;
    if (to + run > length || at + (count < 0 ? run : 1) > data.length) return null;
    if (count < 0) data.copy(out, to, at, at + run);
    else out.fill(data[at] ?? 0, to, to + run);
    at += count < 0 ? run : 1;
    to += run;
  }
  return to === length ? out : null;
}

/** Undoes the predictor, each byte being stored as the difference from the one before, then the split into halves. */
function restore(packed: Buffer): Buffer {
  for (let i = 1; i < packed.length; i++) packed[i] = (packed[i - 1] ?? 0) + (packed[i] ?? 0) - 128;
  const out = Buffer.alloc(packed.length);
  const half = Math.ceil(packed.length / 2);
  for (let i = 0; i < packed.length; i++) out[i] = packed[(i >> 1) + (i % 2) * half] ?? 0;
  return out;
}

function readRow(bytes: Buffer, from: number, type: PixelType, row: Float32Array): void {
  for (let x = 0; x < row.length; x++) {
    if (type === 'half') row[x] = readHalf(bytes.readUInt16LE(from + 2 * x));
    else row[x] = type === 'float' ? bytes.readFloatLE(from + 4 * x) : bytes.readUInt32LE(from + 4 * x);
    if (!Number.isFinite(row[x])) row[x] = NaN;
  }
}

function readHalf(bits: number): number {
  if ((bits & HALF_EXPONENT) === HALF_EXPONENT) return NaN;
  return (bits & HALF_SIGN) === 0 ? fromHalf(bits) : -fromHalf(bits & ~HALF_SIGN);
}
