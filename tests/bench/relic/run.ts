/**
 * `npm run bench -- relic`: one relic of 1.5 million triangles with a texture of 4096² in Grotto and in
 * `<model-viewer>`, over the same slow line, in the same browser, taking turns.
 *
 *   node tests/bench/relic/run.ts [--runs 3] [--no-history]
 */
import { existsSync } from 'node:fs';
import { appendFile, copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../e2e/browser.ts';
import { median } from '../viewers/reading.ts';
import { CACHE, describeExhibition, makeFiles, SINGLE_FILES } from './files.ts';
import { instrument, type RelicBench } from './instrument.ts';
import { RATE_MBIT, type RelicServer, startServer } from './server.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MODULES = join(ROOT, 'node_modules');
const HISTORY = join(ROOT, 'tests/bench/history/relic.jsonl');
/** No frame of the relic itself is smaller; floors, backgrounds and filters of an environment are. */
const RELIC_TRIANGLES = 2_500;
const QUIET_MS = 4_000;
const TIMEOUT_MS = 180_000;
/** As the browser counts them. */
const LONG_TASK_MS = 50;

interface Figures {
  /** From the opening of the page to the first frame with the relic in it. */
  firstMs: number;
  /** Bytes of model asked for and here by then; of everything, code too. */
  firstModelBytes: number;
  firstBytes: number;
  /** To the last frame in which triangles were added. */
  fullMs: number;
  modelBytes: number;
  triangles: number;
  longestTaskMs: number;
  /** After the first picture. */
  longestTaskAfterMs: number;
  longTasksAfter: number;
  gpuBytes: number;
  gpuBytesMost: number;
}

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, 'no-history': { type: 'boolean', default: false } },
});
const runs = Number.parseInt(values.runs, 10);
if (!(runs >= 1)) throw new Error(`--runs ${values.runs}: expected a whole number from 1`);
if (!existsSync(join(ROOT, 'dist/index.html'))) throw new Error('there is no build in dist; run "npm run build" first');
const [busy = 0] = loadavg();
if (busy > availableParallelism() / 4) {
  console.error(`the machine is busy (load ${busy.toFixed(1)}): bytes will be right, milliseconds will not`);
}

const files = await makeFiles();
const peer = await makePeer();
const server = await startServer({
  grotto: join(ROOT, 'dist'),
  peer,
  relic: CACHE,
  exhibition: JSON.stringify(describeExhibition(files)),
});
const PAGES: Readonly<Record<string, string>> = {
  grotto: '/#at=here&relic=relic',
  ...Object.fromEntries(SINGLE_FILES.map((name) => [`model-viewer ${name}`, `/peer/${name}.html`])),
};
const measured: Record<string, Figures[]> = {};
const browser = await launchBrowser();
for (let run = 1; run <= runs; run++) {
  for (const [name, page] of Object.entries(PAGES)) {
    const figures = await measure(browser, server, page);
    (measured[name] ??= []).push(figures);
    console.error(`run ${run} of ${runs}: ${name} ${JSON.stringify(figures)}`);
  }
}
await browser.close();
await server.close();
await rm(peer, { recursive: true });

const results = Object.entries(measured).map(([name, list]) => ({ name, ...takeMedians(list) }));
console.log(`${RATE_MBIT} Mbit/s, medians of ${runs}`);
console.log('files', files.bytes);
console.table(results);
if (!values['no-history']) {
  const line = {
    date: new Date().toISOString().slice(0, 10),
    runs,
    load: Number(busy.toFixed(1)),
    files: files.bytes,
    results,
  };
  await appendFile(HISTORY, `${JSON.stringify(line)}\n`);
}

async function measure(chromium: Browser, served: RelicServer, path: string): Promise<Figures> {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });
  try {
    const page = await context.newPage();
    await page.addInitScript(instrument);
    served.forget();
    await page.goto(served.origin + path, { waitUntil: 'commit' });
    const deadline = Date.now() + TIMEOUT_MS;
    for (;;) {
      await sleep(500);
      const state = await page.evaluate(() => window.relicBench);
      const last = lastGrowth(state);
      const isQuiet = served.requests.every(({ endedAt }) => endedAt !== undefined && Date.now() - endedAt > QUIET_MS);
      const origin = await page.evaluate(() => performance.timeOrigin);
      if (isQuiet && last !== null && Date.now() - origin - last > QUIET_MS) return read(state, served, origin);
      if (Date.now() > deadline) throw new Error(`${path}: not at rest after ${TIMEOUT_MS / 1000} s`);
    }
  } finally {
    await context.close();
  }
}

/** When triangles were added for the last time; null before the relic is there. */
function lastGrowth({ frames }: RelicBench): number | null {
  let most = RELIC_TRIANGLES - 1;
  let at: number | null = null;
  // A cross-fade draws two steps at once; only what stays counts.
  const end = frames.at(-1)?.triangles ?? 0;
  for (const { t, triangles } of frames) {
    if (triangles <= most || triangles > end) continue;
    most = triangles;
    at = t;
  }
  return at;
}

function read(state: RelicBench, { requests }: RelicServer, origin: number): Figures {
  const firstMs = state.frames.find(({ triangles }) => triangles >= RELIC_TRIANGLES)!.t;
  const isModel = ({ path }: { path: string }): boolean => path.startsWith('/relic/');
  const here = requests.filter(({ endedAt }) => endedAt !== undefined && endedAt <= origin + firstMs);
  const sum = (list: readonly { bytes: number }[]): number => list.reduce((total, { bytes }) => total + bytes, 0);
  const after = state.longTasks.filter(({ t }) => t > firstMs).map(({ ms }) => ms);
  return {
    firstMs: Math.round(firstMs),
    firstModelBytes: sum(here.filter(isModel)),
    firstBytes: sum(here),
    fullMs: Math.round(lastGrowth(state)!),
    modelBytes: sum(requests.filter(isModel)),
    triangles: state.frames.at(-1)!.triangles,
    longestTaskMs: Math.max(0, ...state.longTasks.map(({ ms }) => ms)),
    longestTaskAfterMs: Math.max(0, ...after),
    longTasksAfter: after.filter((ms) => ms > LONG_TASK_MS).length,
    gpuBytes: Math.round(state.gpuBytes),
    gpuBytesMost: Math.round(state.gpuBytesMost),
  };
}

function takeMedians(list: readonly Figures[]): Figures {
  const result = { ...list[0]! };
  for (const key of Object.keys(result) as (keyof Figures)[])
    result[key] = Math.round(median(list.map((one) => one[key])));
  return result;
}

/** A page a peer: the element as its documentation shows it, its decoders beside it. */
async function makePeer(): Promise<string> {
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
