/** Cuts the tiles of a pyramid out of its source, over all workers. Tiles already there are finished ones and stay. */
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { levelOf, type Pyramid, type TileId, tilePixels } from '#streaming/pyramid/pyramid.ts';
import { copyForFaceSize, type TileSource } from '../scratch/source.ts';
import type { WorkerPool } from '../work/pool.ts';
import type { Progress } from '../work/progress.ts';
import type { TileTask } from '../work/task.ts';
import { extensionOf, type TileEncoding } from './encode.ts';
import { listTiles, tilePath } from './levels.ts';

export interface TileJob {
  readonly pyramid: Pyramid;
  readonly source: TileSource;
  readonly folder: string;
  readonly encoding: TileEncoding;
  readonly label: string;
}

/** Returns how many tiles the pyramid has. */
export async function cutTiles(job: TileJob, pool: WorkerPool, progress: Progress): Promise<number> {
  const tiles = listTiles(job.pyramid);
  const tasks: TileTask[] = [];
  const folders = new Set<string>();
  for (const tile of tiles) {
    const file = path.join(job.folder, tilePath(tile, extensionOf(job.encoding)));
    if (!folders.has(path.dirname(file))) {
      folders.add(path.dirname(file));
      await mkdir(path.dirname(file), { recursive: true });
    }
    if (!(await stat(file).catch(() => null))) tasks.push(planTile(job, tile, file));
  }
  progress.begin(job.label, tiles.length);
  progress.step(tiles.length - tasks.length);
  await pool.run(tasks, () => progress.step());
  progress.end();
  return tiles.length;
}

function planTile(job: TileJob, tile: TileId, file: string): TileTask {
  const { pyramid, source, encoding } = job;
  const faceSize = levelOf(pyramid, tile.level).widthPx;
  const { widthPx, heightPx } = tilePixels(pyramid, tile);
  const block = {
    face: tile.face,
    faceSize,
    x: tile.x * pyramid.tileSize,
    y: tile.y * pyramid.tileSize,
    width: widthPx,
    height: heightPx,
  };
  return { kind: 'tile', copy: copyForFaceSize(source, faceSize), block, path: file, encoding };
}
