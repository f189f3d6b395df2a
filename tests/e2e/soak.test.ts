/**
 * A visit that stands for days, in short: as often as it takes to see that nothing is left behind. Relics have a test of
 * their own (`relicSoak`), visitors of a kiosk theirs (`kiosk`); `npm run bench soak` does all of it for hours.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { SOAK_PARTS } from './soak/parts.ts';
import { Scales, UNCOMPILED, type Weight } from './soak/weigh.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(UNCOMPILED);
});
afterAll(() => browser.close());

/** What must be there as often as before; bytes of the GPU too, as a round ends where it began. */
const countsOf = ({ gpuBytes, textures, buffers, programs, documents, workers, sounds }: Weight) => ({
  gpuBytes, textures, buffers, programs, documents, workers, sounds,
}); // prettier-ignore

describe('a visit', () => {
  it.for([
    ['changes of place', 'places', 17],
    ['entries into a headset', 'headset', 2],
  ] as const)('holds after %s what it held before', async ([, name, times]) => {
    const part = SOAK_PARTS[name];
    const visit = await part.open(browser);
    const scales = await Scales.open(visit.page);
    // Once for what is made once: programs, chunks, what is kept for the way back.
    for (let round = 0; round < 2; round++) await part.round(visit.page, times);
    const before = await scales.weigh();
    await part.round(visit.page, times);
    const after = await scales.weigh();
    expect(countsOf(after)).toEqual(countsOf(before));
    expect(after.listeners).toBeLessThan(before.listeners + 10);
    expect(after.nodes).toBeLessThan(before.nodes + 20);
    expect(after.objectBytes).toBeLessThan(before.objectBytes + 50_000);
    expect(after.arrayBytes).toBeLessThan(before.arrayBytes + 50_000);
    expect(after.heapBytes).toBeLessThan(before.heapBytes + 100_000);
    visit.expectQuiet();
    await visit.close();
  });
});
