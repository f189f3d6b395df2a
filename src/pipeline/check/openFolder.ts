import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { ExhibitionFolder, PictureReading } from '#document/check/folder.ts';

/** Larger pictures are measured but not decoded. */
const MAX_DECODED_PIXELS = 300_000_000;

/** The files below a folder of the disk. Links are followed, but never out of the folder. */
export async function openFolder(root: string): Promise<ExhibitionFolder> {
  const realRoot = await realpath(root);
  const listings = new Map<string, Promise<ReadonlySet<string>>>();

  /** Whole listings are read: one call serves a column of tiles, and names are compared as a strict server does. */
  function list(folder: string): Promise<ReadonlySet<string>> {
    let listing = listings.get(folder);
    if (!listing) {
      listing = listFiles(folder);
      listings.set(folder, listing);
    }
    return listing;
  }

  async function listFiles(folder: string): Promise<ReadonlySet<string>> {
    const names = new Set<string>();
    if (!(await isExactFolder(folder))) return names;
    for (const entry of await readdir(join(realRoot, folder), { withFileTypes: true }).catch(() => [])) {
      if (entry.isFile() || (entry.isSymbolicLink() && (await isFileWithin(join(folder, entry.name))))) {
        names.add(entry.name);
      }
    }
    return names;
  }

  /** Whether a folder lies within the root under exactly this name; a file system may not care for case, a server does. */
  async function isExactFolder(folder: string): Promise<boolean> {
    const wanted = join(realRoot, folder);
    const found = await realpath(wanted).catch(() => null);
    if (found === null || !isWithin(found)) return false;
    return found === wanted || found.toLowerCase() !== wanted.toLowerCase();
  }

  async function isFileWithin(path: string): Promise<boolean> {
    const found = await realpath(join(realRoot, path)).catch(() => null);
    return found !== null && isWithin(found) && (await stat(found)).isFile();
  }

  function isWithin(path: string): boolean {
    return path === realRoot || path.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
  }

  return {
    async hasFile(path) {
      const files = await list(dirname(path));
      return files.has(path.slice(path.lastIndexOf('/') + 1));
    },
    async readHead(path, count) {
      const file = await open(join(realRoot, path));
      try {
        const { bytesRead, buffer } = await file.read(new Uint8Array(count), 0, count, 0);
        return { bytes: (await file.stat()).size, head: buffer.subarray(0, bytesRead) };
      } finally {
        await file.close();
      }
    },
    async readBytes(path, maxBytes) {
      const file = join(realRoot, path);
      return (await stat(file)).size > maxBytes ? null : readFile(file);
    },
    async readText(path, maxBytes) {
      const file = join(realRoot, path);
      if ((await stat(file)).size > maxBytes) return null;
      return readFile(file, 'utf8');
    },
    readPicture: (path) => readPicture(join(realRoot, path)),
  };
}

async function readPicture(file: string): Promise<PictureReading> {
  if ((await stat(file)).size === 0) return { reason: 'the file is empty' };
  // The image library takes its time to load and is not needed for an exhibition without pictures.
  const { default: sharp } = await import('sharp');
  try {
    const options = { limitInputPixels: MAX_DECODED_PIXELS, failOn: 'error', sequentialRead: true } as const;
    const metadata = await sharp(file, { ...options, limitInputPixels: false }).metadata();
    const { width, height, format, autoOrient, channels, depth, isProgressive } = metadata;
    if (format === 'svg') return { reason: 'it is an SVG under another name' };
    if (width * height <= MAX_DECODED_PIXELS) await sharp(file, options).resize(1, 1).raw().toBuffer();
    const isGrey16 = channels === 1 && depth === 'ushort';
    return {
      width: autoOrient.width,
      height: autoOrient.height,
      format: format === 'heif' ? 'avif' : format,
      isGrey16,
      isInterlaced: isProgressive,
    };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { reason: reason.replaceAll(file, 'it').trim() || 'it cannot be read' };
  }
}
