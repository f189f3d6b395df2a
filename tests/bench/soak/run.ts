/**
 * `npm run bench soak`: a visit that stands for days, in short: places, relics, entries into a headset and visitors of a
 * kiosk, round after round, and what the page holds after each. Ends with 1 where something grows.
 *
 *   npx node tests/bench/soak/run.ts [--hours 24] [--only places,relics,headset,kiosk] [--out folder]
 *
 * With `--hours` (or `GROTTO_SOAK_HOURS`) each part goes on for its share of that time; one alone has all of it. The table
 * so far and every weight lie in the folder (`.cache/soak`) after each round. Scripts are not compiled, so that the heap is
 * what they and their objects take; where it grows the classes that grew are named.
 */
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '#pipeline/build/ensureBuilt.ts';
import { launchBrowser } from '../../e2e/browser.ts';
import { SOAK_PARTS, type SoakPart, type SoakPartName } from '../../e2e/soak/parts.ts';
import { type HeapClass, listGrown } from '../../e2e/soak/heapClasses.ts';
import { Scales, UNCOMPILED, type Weight } from '../../e2e/soak/weigh.ts';
import { type PartTrends, printTable } from './table.ts';
import { type Measure, trendOf, WARM_UP } from './trend.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const HOUR_MS = 3_600_000;
/** How often a long one tells how it stands. */
const TELL_MS = 10 * 60_000;

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: process.env['GROTTO_SOAK_HOURS'] ?? '0' },
    only: { type: 'string' },
    out: { type: 'string', default: path.join(ROOT, '.cache/soak') },
  },
});
const hours = Number(values.hours);
if (!(hours >= 0)) throw new Error(`--hours ${values.hours}: a number of hours`);
const names = values.only?.split(',') ?? Object.keys(SOAK_PARTS);
const parts = names.map((name): [string, SoakPart] => {
  if (!Object.hasOwn(SOAK_PARTS, name)) throw new Error(`--only ${name}: ${Object.keys(SOAK_PARTS).join(', ')}`);
  return [name, SOAK_PARTS[name as SoakPartName]];
});

await ensureBuilt(ROOT, (line) => console.error(line));
await mkdir(values.out, { recursive: true });
const done: PartTrends[] = [];
for (const [name, part] of parts) {
  const trends = await soak(name, part, (hours * HOUR_MS) / parts.length).catch((error: unknown) => {
    console.error(`BROKEN: ${part.name}: ${String(error)}`);
    process.exitCode = 1;
    return null;
  });
  if (trends) done.push(trends);
}
console.log(printTable(done));
if (done.some(({ trends }) => trends.some(({ isGrowing }) => isGrowing))) process.exitCode = 1;

async function soak(name: string, part: SoakPart, forMs: number): Promise<PartTrends> {
  const browser = await launchBrowser(UNCOMPILED);
  let close = (): Promise<void> => browser.close();
  try {
    const visit = await part.open(browser);
    close = () => visit.close().then(() => browser.close());
    const scales = await Scales.open(visit.page);
    const weights: Weight[] = [];
    let early: ReadonlyMap<string, HeapClass> = new Map();
    const begun = Date.now();
    let told = begun;
    for (let round = 1; round <= part.rounds || Date.now() < begun + forMs; round++) {
      await part.round(visit.page, part.perRound);
      const weight = await scales.weigh();
      weights.push(weight);
      if (round === WARM_UP + 1) early = scales.classes;
      await keep(name, round, weight, describe(part, weights));
      console.error(`${name} ${round}: ${JSON.stringify(weight)}`);
      if (Date.now() < told + TELL_MS) continue;
      told = Date.now();
      console.log(printTable([describe(part, weights)]));
    }
    visit.expectQuiet();
    const trends = describe(part, weights);
    const isGrowing = trends.trends.some(({ measure, isGrowing }) => measure.endsWith('Bytes') && isGrowing);
    if (isGrowing) console.log([`What grew with ${part.name}:`, ...listGrown(early, scales.classes)].join('\n'));
    return trends;
  } finally {
    await close();
  }
}

function describe(part: SoakPart, weights: readonly Weight[]): PartTrends {
  const measures = Object.keys(weights[0] ?? {}) as Measure[];
  return {
    part: part.name,
    perRound: part.perRound,
    rounds: weights.length,
    trends: measures.map((measure) => trendOf(measure, weights, WARM_UP)),
  };
}

/** So that a soak that is cut off has said what it saw. */
async function keep(name: string, round: number, weight: Weight, trends: PartTrends): Promise<void> {
  const line = JSON.stringify({ at: new Date().toISOString(), round, ...weight });
  await appendFile(path.join(values.out, `${name}.jsonl`), `${line}\n`);
  await writeFile(path.join(values.out, 'table.txt'), `${printTable([...done, trends])}\n`);
}
