/**
 * A flat picture (a scroll, a painting, a map) as a pyramid of square tiles: each level half of the next, rounded up, until
 * one tile holds all of it; {z} counts from that one. The picture streams through the image library, so it may be larger
 * than the memory.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { CommandError } from '../../command.ts';

export interface FlatOptions {
  readonly input: string;
  /** Does not exist yet. */
  readonly out: string;
  /** Pixels, 64 to 2,048. */
  readonly tileSize: number;
  /** Of WebP, 1 to 100. */
  readonly quality: number;
}

export interface TiledFlat {
  readonly width: number;
  readonly height: number;
  readonly levels: number;
  /** All of it, small. */
  readonly poster: { readonly name: string; readonly width: number; readonly height: number };
}

/** Relative to the folder of the tiles. */
export const FLAT_TEMPLATE = '{z}/{y}_{x}.webp';
const POSTER = 'poster.webp';
const MOST_POSTER_PX = { width: 1_280, height: 720 };

/** Writes tiles and poster; nothing is left where the picture cannot be read. Throws a `CommandError` in words. */
export async function tileFlat({ input, out, tileSize, quality }: FlatOptions): Promise<TiledFlat> {
  const partial = `${out}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  // What a camera says of which side is up holds for the tiles too; colours are those of screens.
  const open = () => sharp(input, { limitInputPixels: false, sequentialRead: true }).autoOrient().toColourspace('srgb');
  try {
    const { width, height } = await open()
      .webp({ quality })
      .tile({ size: tileSize, overlap: 0, layout: 'dz', container: 'fs', depth: 'onetile' })
      .toFile(path.join(partial, 'tiles.dz'));
    const levels = await arrange(path.join(partial, 'tiles_files'), partial);
    await rm(path.join(partial, 'tiles.dzi'), { force: true });
    const small = { ...MOST_POSTER_PX, fit: 'inside', withoutEnlargement: true } as const;
    const poster = await open().resize(small).webp({ quality: 80 }).toFile(path.join(partial, POSTER));
    await rename(partial, out);
    return { width, height, levels, poster: { name: POSTER, width: poster.width, height: poster.height } };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new CommandError(`${path.basename(input)}: cannot be read: ${reason.replaceAll(input, 'it')}`);
  }
}

/** From the library's folders of levels and names (column_row) to ours (row_column). Returns how many levels there are. */
async function arrange(from: string, to: string): Promise<number> {
  const names = (await readdir(from)).filter((name) => /^\d+$/.test(name));
  const levels = names.map(Number).sort((a, b) => a - b);
  for (const [z, level] of levels.entries()) {
    await mkdir(path.join(to, String(z)));
    for (const tile of await readdir(path.join(from, String(level)))) {
      const [, x, y] = /^(\d+)_(\d+)\.webp$/.exec(tile) ?? [];
      if (x !== undefined && y !== undefined) {
        await rename(path.join(from, String(level), tile), path.join(to, String(z), `${y}_${x}.webp`));
      }
    }
  }
  await rm(from, { recursive: true });
  return levels.length;
}
