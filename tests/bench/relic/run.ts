/**
 * `npm run bench -- relic`: one relic of 1.5 million triangles with a texture of 4096² in Grotto and in
 * `<model-viewer>`, over the same slow line, in the same browser, taking turns.
 *
 *   node tests/bench/relic/run.ts [--runs 3] [--viewer grotto]… [--pictures folder] [--no-history]
 */
import { existsSync } from 'node:fs';
import { appendFile, mkdir, rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ALL_BY_WEBGL, launchBrowser } from '../../e2e/browser.ts';
import { median } from '../viewers/reading.ts';
import { CACHE, describeExhibition, makeFiles, SINGLE_FILES } from './files.ts';
import { type Figures, measure } from './measure.ts';
import { makePeer } from './peer.ts';
import { RATE_MBIT, startServer } from './server.ts';

const ROOT = join(import.meta.dirname, '../../..');
const HISTORY = join(ROOT, 'tests/bench/history/relic.jsonl');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    viewer: { type: 'string', multiple: true },
    pictures: { type: 'string' },
    'no-history': { type: 'boolean', default: false },
  },
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
const wanted = values.viewer ?? Object.keys(PAGES);
const unknown = wanted.find((name) => !Object.hasOwn(PAGES, name));
if (unknown !== undefined) throw new Error(`--viewer ${unknown}: there are ${Object.keys(PAGES).join(', ')}`);
if (values.pictures !== undefined) await mkdir(values.pictures, { recursive: true });
const measured: Record<string, Figures[]> = {};
const browser = await launchBrowser(ALL_BY_WEBGL);
for (let run = 1; run <= runs; run++) {
  for (const name of wanted) {
    const picture = values.pictures === undefined ? null : join(values.pictures, `${name.replace(' ', '-')}.png`);
    const figures = await measure(browser, server, PAGES[name] ?? '', picture);
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
if (!values['no-history'] && !values.viewer) {
  const line = {
    date: new Date().toISOString().slice(0, 10),
    runs,
    load: Number(busy.toFixed(1)),
    files: files.bytes,
    results,
  };
  await appendFile(HISTORY, `${JSON.stringify(line)}\n`);
}

function takeMedians(list: readonly Figures[]): Figures {
  const result = { ...list[0]! };
  for (const key of Object.keys(result) as (keyof Figures)[])
    result[key] = Math.round(median(list.map((one) => one[key])));
  return result;
}
