/** Looks at an input's header only, and refuses what cannot be tiled before any memory is taken for its pixels. */
import { open, stat } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { CommandError } from '../../command.ts';
import { type GPano, readGPano } from './gpano.ts';
import { nameProfile } from './profile.ts';

export interface InspectedPicture {
  readonly path: string;
  /** As the person at the command line wrote it, for messages. */
  readonly name: string;
  readonly format: string;
  /** After turning as EXIF says. */
  readonly width: number;
  readonly height: number;
  readonly isTurned: boolean;
  readonly has16Bits: boolean;
  readonly hasAlpha: boolean;
  readonly fileBytes: number;
  readonly modifiedMs: number;
  readonly gpano: GPano | null;
  /** The embedded colour profile and its name. */
  readonly profile?: { readonly bytes: Uint8Array; readonly name: string };
}

const READABLE: ReadonlySet<string> = new Set(['jpeg', 'png', 'tiff', 'webp', 'heif', 'avif']);
const EXPECTED = 'expected JPEG, PNG, TIFF, WebP or AVIF';
/** A picture this large has at least some thousandths of a byte per pixel, unless it was made to burst memory. */
const SUSPICIOUS_PIXELS = 50_000_000;
const FEWEST_BYTES_PER_PIXEL = 1 / 1000;

export async function inspectPicture(path: string, name: string, maxPixels: number): Promise<InspectedPicture> {
  const file = await stat(path).catch(() => null);
  if (!file) throw new CommandError(`${name}: no such file; check the path`);
  if (!file.isFile()) throw new CommandError(`${name}: is not a file; name a picture, or six of them`);
  if (file.size === 0) throw new CommandError(`${name}: is empty (0 bytes); ${EXPECTED}; copy or export it again`);
  await refuseUnreadable(path, name);
  const metadata = await readHeader(path, name);
  const { width, height } = metadata.autoOrient;
  const pixels = width * height;
  if (!(pixels > 0))
    throw new CommandError(`${name}: measures ${width}×${height}; expected at least one pixel each way`);
  if (pixels > maxPixels) {
    throw new CommandError(
      `${name}: claims ${width}×${height}, ${Math.round(pixels / 1e6)} million pixels; the limit is ` +
        `${Math.round(maxPixels / 1e6)} million; raise it with --max-pixels if the picture is genuine`,
    );
  }
  if (pixels > SUSPICIOUS_PIXELS && file.size < pixels * FEWEST_BYTES_PER_PIXEL) {
    throw new CommandError(
      `${name}: claims ${width}×${height} in only ${file.size} bytes; no photograph packs so small, it looks made to ` +
        'exhaust memory; if it is genuine, save it as JPEG first',
    );
  }
  const icc = metadata.icc;
  return {
    path,
    name,
    format: metadata.format,
    width,
    height,
    isTurned: (metadata.orientation ?? 1) > 1,
    has16Bits: metadata.depth === 'ushort',
    hasAlpha: metadata.hasAlpha,
    fileBytes: file.size,
    modifiedMs: file.mtimeMs,
    gpano: metadata.xmpAsString === undefined ? null : readGPano(metadata.xmpAsString),
    ...(icc && { profile: { bytes: new Uint8Array(icc), name: nameProfile(icc) } }),
  };
}

async function readHeader(path: string, name: string): Promise<Metadata> {
  let metadata: Metadata;
  try {
    metadata = await sharp(path, { limitInputPixels: false }).metadata();
  } catch (error) {
    throw new CommandError(`${name}: cannot be read as a picture (${describeFailure(error)}); ${EXPECTED}`);
  }
  if (!READABLE.has(metadata.format))
    throw new CommandError(`${name}: is ${metadata.format.toUpperCase()}; ${EXPECTED}; convert it first`);
  if (metadata.format === 'heif' && metadata.compression !== 'av1')
    throw new CommandError(`${name}: is HEIC (${metadata.compression ?? 'not AV1'}); ${EXPECTED}; convert it first`);
  return metadata;
}

/** Tells a web page or text saved as a picture from a damaged one, since that is the commonest mistake. */
async function refuseUnreadable(path: string, name: string): Promise<void> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0);
    const start = buffer.toString('latin1', 0, bytesRead).trimStart();
    if (/^<(!doctype|html|\?xml|svg)/i.test(start))
      throw new CommandError(`${name}: is a web page or XML, not a picture; ${EXPECTED}; download it again`);
  } finally {
    await handle.close();
  }
}

/** The first line of a library's message, without its file path. */
export function describeFailure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const line = text.split('\n').find((part) => part.trim() !== '') ?? 'no reason given';
  return line.replace(/^Input file (?=contains)/, '').trim();
}
