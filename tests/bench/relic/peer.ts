/** A page for each single file: `<model-viewer>` as its documentation shows it, its decoders beside it. */
import { copyFile, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SINGLE_FILES } from './files.ts';

const MODULES = join(import.meta.dirname, '../../../node_modules');

/** The folder of the pages; the caller's to remove. */
export async function makePeer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'grotto-bench-peer-'));
  await copyFile(join(MODULES, '@google/model-viewer/dist/model-viewer.min.js'), join(folder, 'model-viewer.js'));
  await mkdir(join(folder, 'draco'));
  await cp(join(MODULES, 'three/examples/jsm/libs/draco/gltf'), join(folder, 'draco'), { recursive: true });
  const decoder = await readFile(join(MODULES, 'meshoptimizer/meshopt_decoder.cjs'), 'utf8');
  await writeFile(join(folder, 'meshopt.js'), decoder);
  for (const name of SINGLE_FILES) {
    await writeFile(
      join(folder, `${name}.html`),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">
<style>html, body, model-viewer { margin: 0; width: 100%; height: 100%; background: #15110e }</style>
<script>self.ModelViewerElement = { dracoDecoderLocation: '/peer/draco/', meshoptDecoderLocation: '/peer/meshopt.js' }</script>
<script type="module" src="model-viewer.js"></script>
<model-viewer src="/relic/${name}.glb" camera-controls interaction-prompt="none"></model-viewer></html>\n`,
    );
  }
  return folder;
}
