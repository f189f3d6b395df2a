/** Bundles the adapters and writes the peers' pages. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViewerConfig } from './adapters/config.ts';
import { bundlePage } from './bundle.ts';
import { LEVEL_SIZES, PREVIEW_SIZE, STRIP_ORDER, TILE_SIZE } from './picture/pyramid.ts';
import { HORIZONTAL_FOV, VERTICAL_FOV } from './view.ts';

export const PEERS = ['photoSphereViewer', 'pannellum', 'marzipano'] as const;
export const VIEWERS = ['grotto', ...PEERS] as const;
export type ViewerName = (typeof VIEWERS)[number];

const CONFIG: ViewerConfig = {
  base: '/pyramid/',
  tileSize: TILE_SIZE,
  levels: LEVEL_SIZES,
  previewSize: PREVIEW_SIZE,
  stripOrder: STRIP_ORDER,
  hfov: HORIZONTAL_FOV,
  vfov: VERTICAL_FOV,
};

/** The folder with a page and a script for each of the viewers named. */
export async function buildPages(viewers: readonly ViewerName[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'grotto-bench-pages-'));
  for (const name of viewers) {
    await bundlePage(folder, { name, entry: join(import.meta.dirname, 'adapters', `${name}.ts`), config: CONFIG });
  }
  return folder;
}
