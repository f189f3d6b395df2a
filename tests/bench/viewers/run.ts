/**
 * The bench page: the same pyramid in Grotto and its peers, one table.
 *
 *   npx node tests/bench/viewers/run.ts [--viewer name]… [--runs 3] [--picture panorama.jpg]
 *     [--build dist] [--no-history]
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ALL_BY_WEBGL, launchBrowser } from '../../e2e/browser.ts';
import { describeExhibition } from './exhibition.ts';
import { buildPages, VIEWERS, type ViewerName } from './pages.ts';
import { readExpectedLumas } from './picture/expected.ts';
import { makePyramid, type PictureChoice } from './picture/pyramid.ts';
import { startServer } from './server.ts';
import { measureViewer, type Figures } from './session.ts';
import { appendHistory, printTable, readVersion, takeMedians, type ViewerResult } from './table.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DEMONSTRATION = join(ROOT, 'public/panoramas/hall/as-found');

const { values } = parseArgs({
  options: {
    viewer: { type: 'string', multiple: true },
    runs: { type: 'string', default: '3' },
    picture: { type: 'string' },
    build: { type: 'string', default: join(ROOT, 'dist') },
    'no-history': { type: 'boolean', default: false },
  },
});
const viewers = choose(values.viewer);
const runs = Number.parseInt(values.runs, 10);
if (!(runs >= 1)) throw new Error(`--runs ${values.runs}: expected a whole number from 1`);

const [busy = 0] = loadavg();
if (busy > availableParallelism() / 4) {
  console.error(`the machine is busy (load ${busy.toFixed(1)}): counts will be right, milliseconds will not`);
}

const pyramid = await makePyramid(choosePicture(values.picture));
const peers = await buildPages(viewers);
const server = await startServer({
  pyramid,
  peers,
  grotto: resolve(values.build),
  exhibition: JSON.stringify(describeExhibition()),
});
const browser = await launchBrowser(ALL_BY_WEBGL);
const bench = { browser, server, expectedLumas: await readExpectedLumas(pyramid) };

const measured = new Map<ViewerName, Figures[]>(viewers.map((viewer) => [viewer, []]));
const faults = new Map<ViewerName, string>();
// Viewers take turns, so that a busy minute of the machine falls on all of them.
for (let run = 1; run <= runs; run += 1) {
  for (const viewer of viewers) {
    try {
      if (viewer === 'grotto') requireBuild();
      measured.get(viewer)!.push(await measureViewer(bench, viewer));
    } catch (fault) {
      faults.set(viewer, (fault instanceof Error ? fault.message : String(fault)).split('\n', 1).join());
    }
    console.error(`run ${run} of ${runs}: ${viewer} ${faults.get(viewer) ?? 'done'}`);
  }
}
await browser.close();
await server.close();
await rm(peers, { recursive: true });

const results: ViewerResult[] = [];
for (const viewer of viewers) {
  const figures = measured.get(viewer)!;
  const fault = faults.get(viewer);
  results.push({
    viewer,
    version: await readVersion(viewer),
    ...(figures.length > 0 ? { figures: takeMedians(figures) } : {}),
    ...(fault === undefined ? {} : { fault }),
  });
}
console.log(printTable(results));
if (!values['no-history']) await appendHistory({ runs, load: Number(busy.toFixed(1)) }, results);
process.exitCode = faults.size > 0 ? 1 : 0;

function choose(names: readonly string[] | undefined): readonly ViewerName[] {
  for (const name of names ?? []) {
    if (!VIEWERS.some((viewer) => viewer === name)) {
      throw new Error(`--viewer ${name}: no such viewer; there are ${VIEWERS.join(', ')}`);
    }
  }
  return VIEWERS.filter((viewer) => !names || names.includes(viewer));
}

function choosePicture(picture: string | undefined): PictureChoice {
  if (picture) return { kind: 'equirect', path: resolve(picture) };
  if (existsSync(DEMONSTRATION)) return { kind: 'tiles', path: DEMONSTRATION };
  throw new Error('there is no demonstration panorama in public/panoramas; name a 2:1 picture with --picture');
}

function requireBuild(): void {
  if (!existsSync(join(values.build, 'index.html')))
    throw new Error(`there is no build in ${values.build}; run "npm run build" first`);
}
