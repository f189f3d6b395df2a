/**
 * The pyramid is made column by column: a column is one tile wide and as high as its level. The finest columns are painted;
 * those of every coarser level are put together from two halved columns of the next finer one. So no thread ever holds
 * more than one column and one window.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { halveLinear } from '#demo/scroll/make/halve.ts';
import type { LevelSize, Pixels } from '#demo/scroll/make/pixels.ts';
import type { Scenery } from '#demo/scroll/scenery.ts';
import { paintWindow } from '#demo/scroll/scenery.ts';
import { HEIGHT, WIDTH } from '#demo/scroll/size.ts';

export const TILE = 512;

export interface ColumnJob {
  /** 0 is the coarsest level, one tile wide. */
  readonly level: number;
  readonly column: number;
  /** Scale of the finest level against the full scroll. */
  readonly scale: number;
  readonly quality: number;
  readonly tiles: string;
  readonly cache: string;
}

/** Sizes of all levels from the coarsest to the finest; each is half of the next, rounded up. */
export function levelSizes(scale: number): LevelSize[] {
  const sizes: LevelSize[] = [{ width: Math.round(WIDTH * scale), height: Math.round(HEIGHT * scale) }];
  while (sizes[0]!.width > TILE) {
    const { width, height } = sizes[0]!;
    sizes.unshift({ width: Math.ceil(width / 2), height: Math.ceil(height / 2) });
  }
  return sizes;
}

/** Paths of a column's tiles relative to the folder of the tiles. */
export function columnTiles(size: LevelSize, level: number, column: number): string[] {
  return Array.from({ length: Math.ceil(size.height / TILE) }, (_, row) => `${level}/${row}_${column}.webp`);
}

/** Makes a column's tiles, and leaves its halved pixels in the cache for the level above. `scenery` is asked for only to paint. */
export async function makeColumn(job: ColumnJob, scenery: () => Scenery): Promise<void> {
  const sizes = levelSizes(job.scale);
  const size = sizes[job.level]!;
  const names = columnTiles(size, job.level, job.column);
  const half = halfPath(job.cache, job.level, job.column);
  if (existsSync(half) && names.every((name) => existsSync(path.join(job.tiles, name)))) return;
  const pixels =
    job.level === sizes.length - 1 ? paintColumn(job, size, scenery()) : await joinHalves(job, sizes[job.level + 1]!);
  await mkdir(path.join(job.tiles, String(job.level)), { recursive: true });
  for (const [row, name] of names.entries()) {
    const height = Math.min(TILE, size.height - row * TILE);
    const from = row * TILE * pixels.width * 3;
    const part = pixels.data.subarray(from, from + height * pixels.width * 3);
    const bytes = await sharp(part, { raw: { width: pixels.width, height, channels: 3 } })
      .webp({ quality: job.quality, effort: 4 })
      .toBuffer();
    await writeWhole(path.join(job.tiles, name), bytes);
  }
  await writeWhole(half, halveLinear(pixels).data);
}

function paintColumn(job: ColumnJob, size: LevelSize, scenery: Scenery): Pixels {
  const left = job.column * TILE;
  const width = Math.min(TILE, size.width - left);
  const data = new Uint8Array(width * size.height * 3);
  for (let top = 0; top < size.height; top += TILE) {
    const height = Math.min(TILE, size.height - top);
    data.set(paintWindow(scenery, { left, top, width, height, scale: job.scale }), top * width * 3);
  }
  return { width, height: size.height, data };
}

async function joinHalves(job: ColumnJob, finer: LevelSize): Promise<Pixels> {
  const height = Math.ceil(finer.height / 2);
  const parts: Pixels[] = [];
  for (const column of [job.column * 2, job.column * 2 + 1]) {
    const whole = Math.min(TILE, finer.width - column * TILE);
    if (whole <= 0) continue;
    const data = await readFile(halfPath(job.cache, job.level + 1, column));
    parts.push({ width: Math.ceil(whole / 2), height, data });
  }
  const width = parts.reduce((sum, part) => sum + part.width, 0);
  const data = new Uint8Array(width * height * 3);
  let left = 0;
  for (const part of parts) {
    for (let y = 0; y < height; y++) {
      data.set(part.data.subarray(y * part.width * 3, (y + 1) * part.width * 3), (y * width + left) * 3);
    }
    left += part.width;
  }
  return { width, height, data };
}

/** Where the halved pixels of a column are kept. */
export function halfPath(cache: string, level: number, column: number): string {
  return path.join(cache, `half-${level}-${column}.rgb`);
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.part`;
  await writeFile(temporary, bytes);
  await rename(temporary, file);
}
