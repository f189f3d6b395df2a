/** What finding costs in an exhibition of 20,000 places: the page's longest stretch, and reading and searching in the worker. */
import { makeExhibition } from '../fixtures/exhibitions.ts';
import { FindIndex } from '#tour/find/findIndex.ts';
import { createFindDesk } from '#tour/find/desk.ts';
import type { Thing } from '#tour/find/things.ts';
import { createTour } from '#tour/store.ts';

const PLACES = 20_000;
const STRETCH_MS = 8;
const ENGLISH =
  'cave hall lotus lamp wall painted ceiling figure river bronze clay gold dancer donor merchant mountain'.split(' ');
const CHINESE = [...'石窟壁画飞天莲花灯火佛像菩萨青铜彩塑供养人商旅山水舞乐金玉砂岩'];

const exhibition = makeExhibition();
const [first] = exhibition.nodes;
if (!first) throw new Error('the fixture has a node');
let seed = 1;
const chance = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
const take = (words: readonly string[], count: number, between: string): string =>
  Array.from({ length: count }, () => words[Math.floor(chance() * words.length)]).join(between);
exhibition.nodes = Array.from({ length: PLACES }, (_, at) => ({
  ...first,
  id: `n${at}`,
  label: { en: `Cave ${at}`, 'zh-Hans': `第${at}窟` },
  summary: { en: take(ENGLISH, 12, ' '), 'zh-Hans': take(CHINESE, 24, '') },
  subjects: [{ en: take(ENGLISH, 2, ' ') }],
  hotspots: [],
}));

let begun = performance.now();
let longest = 0;
let stretches = 0;
const note = (): void => {
  longest = Math.max(longest, performance.now() - begun);
  stretches++;
};
const pauses = {
  isDue: () => performance.now() - begun > STRETCH_MS,
  async rest() {
    note();
    await new Promise<void>((resolve) => setImmediate(resolve));
    begun = performance.now();
  },
};

/** What the page hands to its worker: copied as it would be, kept for the measurements below. */
const shelves: Thing[] = [];
const library = {
  add: (things: readonly Thing[]) => void shelves.push(...structuredClone(things)),
  search: () => Promise.resolve({ total: 0, found: [] }),
  close: () => undefined,
};
const tour = createTour({ exhibition, faults: [], brokenNodes: new Map(), language: 'en', isTitleOpen: false });
const desk = createFindDesk({ tour, pauses, openLibrary: () => library });
let start = performance.now();
desk.ask('cave');
while (desk.store.getState().found === null) await new Promise<void>((resolve) => setImmediate(resolve));
console.log(`page: ${PLACES} places gathered and handed over in ${(performance.now() - start).toFixed(0)} ms`);
console.log(`page: longest of ${stretches} stretches ${longest.toFixed(1)} ms`);
start = performance.now();
const related = (await desk.relatedTo({ nodeId: 'n5' })).length;
console.log(`page: ${related} related in ${(performance.now() - start).toFixed(1)} ms`);

start = performance.now();
const index = new FindIndex();
for (const thing of shelves) index.add(thing);
console.log(
  `worker: read in ${(performance.now() - start).toFixed(0)} ms, heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`,
);
for (const query of ['cave 777', 'lotus dancer', '飞天', '佛', 'lo', 'lotsu dancre', '第19999窟', 'zeppelin']) {
  const from = performance.now();
  const found = index.search(query, 'en').length;
  console.log(`worker: “${query}”: ${found} found in ${(performance.now() - from).toFixed(1)} ms`);
}
