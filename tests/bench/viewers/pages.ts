/** Bundles the adapters and writes the peers' pages. */
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { ViewerConfig } from './adapters/config.ts';
import { LEVEL_SIZES, PREVIEW_SIZE, STRIP_ORDER, TILE_SIZE } from './picture/pyramid.ts';
import { HORIZONTAL_FOV, VERTICAL_FOV } from './view.ts';

export const PEERS = ['photoSphereViewer', 'pannellum', 'marzipano'] as const;
export const VIEWERS = ['grotto', ...PEERS] as const;
export type ViewerName = (typeof VIEWERS)[number];

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../../..');

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
  for (const viewer of viewers) {
    await build({
      configFile: false,
      logLevel: 'warn',
      root: ROOT,
      publicDir: false,
      // Photo Sphere Viewer's core may bring its own three; its adapters must use the same one.
      resolve: { alias: { three: findThree() } },
      build: {
        outDir: folder,
        emptyOutDir: false,
        lib: {
          entry: join(HERE, 'adapters', `${viewer}.ts`),
          formats: ['es'],
          fileName: () => `${viewer}.js`,
          cssFileName: viewer,
        },
      },
    });
    await writeFile(join(folder, `${viewer}.html`), pageOf(viewer));
  }
  return folder;
}

function findThree(): string {
  const own = join(ROOT, 'node_modules/@photo-sphere-viewer/core/node_modules/three');
  return existsSync(own) ? own : join(ROOT, 'node_modules/three');
}

function pageOf(viewer: ViewerName): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${viewer}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${viewer}.css">
<style>html, body, #viewer { margin: 0; width: 100%; height: 100%; overflow: hidden }</style>
<div id="viewer"></div>
<script type="application/json" id="config">${JSON.stringify(CONFIG)}</script>
<script type="module" src="${viewer}.js"></script>
</html>
`;
}
