/**
 * `npm run bench -- headset`: the whole demonstration in an emulated headset with the eyes of a real one, counted frame
 * by frame, and the level of the picture in each eye.
 *
 *   node tests/bench/headset/run.ts [--draft] [--brief] [--from place] [--in-full] [--pictures folder] [--only walk|levels] [--no-history]
 */
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '#pipeline/build/ensureBuilt.ts';
import { ALL_BY_WEBGL, launchBrowser } from '../../e2e/browser.ts';
import { readLevels } from './levels.ts';
import { listBreaches, listOversize, listParts, printTable, type Stop, tally } from './tally.ts';
import { EYE, walk } from './visit.ts';

const ROOT = join(import.meta.dirname, '../../..');
const HISTORY = join(ROOT, 'tests/bench/history/headset.jsonl');
/** On the way no picture is looked at. */
const ON_THE_WAY = 1 / 16;

const { values } = parseArgs({
  options: {
    draft: { type: 'boolean', default: false },
    brief: { type: 'boolean', default: false },
    from: { type: 'string' },
    'in-full': { type: 'boolean', default: false },
    pictures: { type: 'string' },
    only: { type: 'string' },
    'no-history': { type: 'boolean', default: false },
  },
});
const { draft: isDraft, only } = values;
if (only !== undefined && only !== 'walk' && only !== 'levels') throw new Error(`--only ${only}: walk or levels`);

const breaches: string[] = [];
if (only !== 'walk') {
  const levels = await readLevels(EYE);
  console.log(`Shares of pixels of ${EYE.widthPx} × ${EYE.heightPx} for each eye that show`);
  console.table(levels);
  await remember({ levels });
  for (const { eye, head, middle, beyond, empty } of levels) {
    if (middle < 1 || beyond < 1 || empty > 0)
      breaches.push(`${eye} eye, head at ${head}: not every pixel has its level`);
  }
}

const stops: Stop[] = [];
if (only !== 'levels') {
  await ensureBuilt(ROOT, (line) => console.error(line));
  let isWhole = !isDraft && values.from === undefined;
  const browser = await launchBrowser(ALL_BY_WEBGL);
  await walk(browser, {
    rasterised: values['in-full'] ? 1 : ON_THE_WAY,
    ...(isDraft && { places: 1 }),
    ...(values.brief && { yaws: [0] }),
    ...(values.from !== undefined && { from: values.from }),
    ...(values.pictures !== undefined && { pictures: values.pictures }),
    onStop(stop) {
      stops.push(stop);
      const { frames, isSharp, tilesWanted, tilesEvicted } = stop;
      console.error(`${stop.place}, head at ${Math.round(stop.headYaw)}°: ${frames.length} frames, ${isSharp ? 'sharp' : 'NOT SHARP'}, ${tilesWanted} tiles, ${tilesEvicted} evicted so far`); // prettier-ignore
    },
  })
    // What was seen until then is worth its table.
    .catch((error: unknown) => {
      isWhole = false;
      breaches.push(`the walk ended early: ${String(error)}`);
    })
    .finally(() => browser.close());
  const places = [...new Set(stops.map(({ place }) => place))];
  const whole = tally('all', stops);
  const rows = places.map((place) => tally(place, stops.filter((stop) => stop.place === place))); // prettier-ignore
  console.log(printTable([...rows, whole]));
  console.log(listParts(stops));
  const oversize = listOversize(stops);
  if (oversize.length > 0) console.log(['', 'Larger than a tile in one upload:', ...oversize].join('\n'));
  breaches.push(...listBreaches(whole, stops));
  if (isWhole) await remember({ isBrief: values.brief, whole, rows });
}
for (const breach of breaches) console.error(`BROKEN: ${breach}`);
process.exitCode = breaches.length > 0 ? 1 : 0;

async function remember(found: object): Promise<void> {
  if (values['no-history']) return;
  const date = new Date().toISOString().slice(0, 10);
  await appendFile(HISTORY, `${JSON.stringify({ date, eye: EYE, ...found })}\n`);
}
