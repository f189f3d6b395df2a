/** The step of `npm run demo` that makes the handscroll's pyramid, its description and its preview strip. */
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { hashSources, hashValue } from '#demo/make/hashes.ts';
import type { Quality, Stage, StageContext } from '#demo/make/stage.ts';
import { AREAS, scaleAreas } from '#demo/scroll/areas.ts';
import type { ColumnJob } from '#demo/scroll/make/column.ts';
import { TILE, columnTiles, halfPath, levelSizes } from '#demo/scroll/make/column.ts';
import { createCrew } from '#demo/scroll/make/crew.ts';
import { METRES_PER_PIXEL } from '#demo/scroll/size.ts';

interface Fineness {
  readonly scale: number;
  /** WebP quality of the finest level. */
  readonly finest: number;
  /** WebP quality of the coarser levels. */
  readonly coarser: number;
}

const FINENESS: Readonly<Record<Quality, Fineness>> = {
  draft: { scale: 1 / 8, finest: 72, coarser: 72 },
  normal: { scale: 1, finest: 75, coarser: 76 },
  full: { scale: 1, finest: 84, coarser: 84 },
};

const PREVIEW_WIDTH = 3000;
const SOURCES = ['scroll', 'noise'];

export const SCROLL_STAGE: Stage = {
  name: 'scroll',
  title: 'Handscroll of mountains and rivers',
  sources: SOURCES,
  parameters: FINENESS,
  run: makeScroll,
};

async function makeScroll(context: StageContext): Promise<readonly string[]> {
  const { scale, finest, coarser } = FINENESS[context.quality];
  const sizes = levelSizes(scale);
  // Unfinished work lies apart, under a name that holds all it follows from, so nothing old can pass for new.
  const hash = hashValue([hashSources(SOURCES), FINENESS[context.quality], process.version]).slice(0, 16);
  const cache = path.join(context.cache, 'unfinished', `scroll-${hash}`);
  const tiles = path.join(cache, 'tiles');
  await mkdir(tiles, { recursive: true });
  await mkdir(cache, { recursive: true });
  const outputs: string[] = [];
  const total = sizes.reduce((sum, size) => sum + Math.ceil(size.width / TILE), 0);
  let done = 0;
  const crew = createCrew(context.jobs);
  try {
    for (let level = sizes.length - 1; level >= 0; level--) {
      const size = sizes[level]!;
      const list: ColumnJob[] = [];
      for (let column = 0; column < Math.ceil(size.width / TILE); column++) {
        list.push({ level, column, scale, quality: level === sizes.length - 1 ? finest : coarser, tiles, cache });
        outputs.push(...columnTiles(size, level, column).map((name) => `scroll/${name}`));
      }
      await crew.work(list, () => context.progress(++done / (total + 1), `level ${level}`));
    }
  } finally {
    await crew.dismiss();
  }
  await writePreview(path.join(tiles, 'preview.webp'), cache, scale);
  const whole = sizes[sizes.length - 1]!;
  const description = {
    width: whole.width,
    height: whole.height,
    tileSize: TILE,
    levels: sizes,
    metresPerPixel: METRES_PER_PIXEL / scale,
    readingDirection: 'rtl',
    areas: scaleAreas(AREAS, scale),
  };
  await writeWhole(path.join(tiles, 'scroll.json'), `${JSON.stringify(description, null, 2)}\n`);
  await cp(tiles, path.join(context.out, 'scroll'), { recursive: true });
  await rm(cache, { recursive: true });
  context.progress(1);
  return [...outputs, 'scroll/preview.webp', 'scroll/scroll.json'];
}

/** Puts the halved columns of the last level finer than the preview together and brings them to its width. */
async function writePreview(file: string, cache: string, scale: number): Promise<void> {
  const sizes = levelSizes(scale);
  const level = sizes.findIndex(({ width }) => width / 2 >= PREVIEW_WIDTH);
  const size = sizes[level];
  if (!size) throw new Error('scroll: no level is twice as wide as the preview; raise the scale');
  const height = Math.ceil(size.height / 2);
  const parts: { input: Buffer; raw: { width: number; height: number; channels: 3 }; left: number; top: 0 }[] = [];
  for (let column = 0; column < Math.ceil(size.width / TILE); column++) {
    const width = Math.ceil(Math.min(TILE, size.width - column * TILE) / 2);
    const input = await readFile(halfPath(cache, level, column));
    parts.push({ input, raw: { width, height, channels: 3 }, left: (column * TILE) / 2, top: 0 });
  }
  const background = { r: 0, g: 0, b: 0 };
  const strip = await sharp({ create: { width: Math.ceil(size.width / 2), height, channels: 3, background } })
    .composite(parts)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: from, height: high, channels } = strip.info;
  const bytes = await sharp(strip.data, { raw: { width: from, height: high, channels } })
    .resize(PREVIEW_WIDTH)
    .webp({ quality: 80, effort: 5 })
    .toBuffer();
  await writeWhole(file, bytes);
}

async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
