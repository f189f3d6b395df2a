/** A page with one script of ours that shows a picture in viewers of others. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../../..');

export interface ViewerPage {
  /** What page, script and style are called, before their dot. */
  readonly name: string;
  /** The script, which finds an element `#viewer` as large as the page. */
  readonly entry: string;
  /** What the script finds as JSON in `#config`. */
  readonly config?: unknown;
  /** Rules of style besides. */
  readonly style?: string;
}

/** Writes the page with its script and style into a folder. */
export async function bundlePage(folder: string, { name, entry, config = {}, style = '' }: ViewerPage): Promise<void> {
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
      lib: { entry, formats: ['es'], fileName: () => `${name}.js`, cssFileName: name },
    },
  });
  await writeFile(
    join(folder, `${name}.html`),
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${name}.css">
<style>html, body, #viewer { margin: 0; width: 100%; height: 100%; overflow: hidden } ${style}</style>
<div id="viewer"></div>
<script type="application/json" id="config">${JSON.stringify(config)}</script>
<script type="module" src="${name}.js"></script>
</html>
`,
  );
}

function findThree(): string {
  const own = join(ROOT, 'node_modules/@photo-sphere-viewer/core/node_modules/three');
  return existsSync(own) ? own : join(ROOT, 'node_modules/three');
}
