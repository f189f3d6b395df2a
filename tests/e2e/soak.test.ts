/**
 * A visit that stands for days, in short: as often as it takes to see that nothing is left behind. Relics have a test of
 * their own (`relicSoak`), visitors of a kiosk theirs (`kiosk`); `npm run bench soak` does all of it for hours.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { SOAK_PARTS } from './soak/parts.ts';
import { Scales, type Weight } from './soak/weigh.ts';

/** Made once: programs, chunks, what is kept for the way back. */
const WARM_UP = 1;
const ROUNDS = 2;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What must be there as often as before; bytes of the GPU too, as a round ends where it began. */
const countsOf = ({ heapBytes: _, objectBytes: __, listeners: ___, nodes: ____, ...counts }: Weight) => counts;

describe('a visit', () => {
  it.for([
    ['changes of place', 'places', 17],
    ['entries into a headset', 'headset', 2],
  ] as const)('holds after %s what it held before', async ([, name, times]) => {
    const part = SOAK_PARTS[name];
    const visit = await part.open(browser);
    const scales = await Scales.open(visit.page);
    const weights: Weight[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      await part.round(visit.page, times);
      if (round < WARM_UP - 1) continue;
      weights.push(await scales.weigh());
    }
    const [before, ...after] = weights;
    for (const weight of after) {
      expect(countsOf(weight)).toEqual(before && countsOf(before));
      expect(weight.listeners).toBeLessThan((before?.listeners ?? 0) + 10);
      expect(weight.nodes).toBeLessThan((before?.nodes ?? 0) + 20);
      expect(weight.objectBytes).toBeLessThan((before?.objectBytes ?? 0) + 100_000);
    }
    visit.expectQuiet();
    await visit.close();
  });
});
