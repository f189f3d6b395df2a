import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { FrameColours, PlayRelic } from './relicStage/page.ts';
import { openRelicPages } from './relicStage/open.ts';
import type { RelicPages } from './relicStage/open.ts';

const RED = '255,0,0';
const GREEN = '0,255,0';
const BLUE = '0,0,255';
const BLACK = '0,0,0';
const STEP = { shape: 'ball', triangles: 4_000, texturePx: 0, isLit: false, bytes: 1_000 } as const;

/** Three steps of one shape, each in its own colour, so that every pixel tells whose it is. */
function ball(id: string, over: Partial<PlayRelic> = {}): PlayRelic {
  const steps = [0xff0000, 0x00ff00, 0x0000ff].map((colour, i) => ({ ...STEP, colour, triangles: 100 * 10 ** i }));
  return { id, steps, center: [0, 0, -2], ...over };
}

let pages: RelicPages;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  pages = await openRelicPages();
});
afterAll(() => pages?.close());
beforeEach(async () => {
  ({ page, complaints } = await pages.open());
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

const show = (...relics: PlayRelic[]): Promise<void> => page.evaluate((all) => window.relics.show(all), relics);
const allow = (step: number): Promise<void> => page.evaluate((s) => window.relics.allow(s), step);
const frame = (seconds: number): Promise<FrameColours> => page.evaluate((s) => window.relics.frame(s), seconds);
const settle = (): Promise<FrameColours> => page.evaluate(() => window.relics.settle());
const stats = () => page.evaluate(() => window.relics.stats());
const covered = ({ counts }: FrameColours): number =>
  Object.entries(counts).reduce((sum, [colour, count]) => (colour === BLACK ? sum : sum + count), 0);
const coloursOf = ({ counts }: FrameColours): string[] => Object.keys(counts).filter((colour) => colour !== BLACK);

/** Draws until one mesh stands there alone. */
async function untilAlone(): Promise<FrameColours> {
  for (let i = 0; i < 200; i++) {
    const seen = await frame(0.05);
    if (seen.draws === 1 && seen.cards === 0) return seen;
  }
  throw new Error('no step ever stands alone');
}

describe('a swap of two steps of one shape', () => {
  it('covers every pixel of the silhouette in every frame, each by one of the two steps', async () => {
    await allow(0);
    await show(ball('vase'));
    const first = await untilAlone();
    const whole = covered(first);
    expect(first.counts[RED]).toBe(whole);
    expect(whole).toBeGreaterThan(5_000);
    await allow(9);
    const reds: number[] = [];
    for (let i = 0; i < 400 && reds.at(-1) !== 0; i++) {
      const seen = await frame(0.004);
      const { [RED]: red = 0, [BLUE]: blue = 0 } = seen.counts;
      expect(covered(seen)).toBe(whole);
      expect(red + blue).toBe(whole);
      reds.push(red);
    }
    expect(reds.at(-1)).toBe(0);
    // The old step gives way pixel by pixel, and never comes back.
    expect(new Set(reds).size).toBeGreaterThan(40);
    for (let i = 1; i < reds.length; i++) expect(reds[i]).toBeLessThanOrEqual(reds[i - 1] ?? 0);
  });

  it('makes no program: what draws the new step was made before it began', async () => {
    const lit = ball('vase').steps.map((step) => ({ ...step, isLit: true, texturePx: 64 }));
    await allow(0);
    await show(ball('vase', { steps: lit }));
    await untilAlone();
    const { programs } = await stats();
    await allow(9);
    for (let i = 0; i < 400; i++) {
      const seen = await frame(0.01);
      expect((await stats()).programs).toBe(programs);
      if (seen.isSettled) return;
    }
    throw new Error('the swap never ends');
  });

  it('starts only once the new step is on the GPU, however long that takes', async () => {
    const [thumb, , whole] = ball('vase').steps;
    if (!thumb || !whole) throw new Error('a ladder of three');
    await allow(0);
    await show(ball('vase', { steps: [thumb, { ...whole, shape: 'scan', triangles: 300_000, texturePx: 1024 }] }));
    await untilAlone();
    await allow(9);
    let uploading = 0;
    for (let i = 0; i < 400; i++) {
      const before = (await stats()).stage.uploads;
      const seen = await frame(0.05);
      if ((await stats()).stage.uploads > before) uploading++;
      if (seen.draws === 2) break;
      expect(coloursOf(seen)).toEqual([RED]);
    }
    // A texture of four megabytes and buffers of seven.
    expect(uploading).toBeGreaterThanOrEqual(2);
  });

  it('keeps no smaller relic waiting that comes while it is on its way to the GPU', async () => {
    const [thumb, small, whole] = ball('vase').steps;
    if (!thumb || !small || !whole) throw new Error('a ladder of three');
    const large = ball('vase', { steps: [thumb, { ...whole, shape: 'scan', triangles: 1_200_000 }] });
    await allow(0);
    await show(large);
    await untilAlone();
    await allow(9);
    const { uploads } = (await stats()).stage;
    for (let i = 0; i < 200 && (await stats()).stage.uploads === uploads; i++) await frame(0.05);
    await show(large, ball('cup', { steps: [small], center: [1, 0, -3] }));
    const seen = new Set<string>();
    for (let i = 0; i < 200 && !seen.has(GREEN); i++)
      for (const colour of coloursOf(await frame(0.05))) seen.add(colour);
    expect(seen.has(GREEN)).toBe(true);
    expect(seen.has(BLUE)).toBe(false);
  });
});

describe('a relic of which nothing is here yet', () => {
  it('is its poster, which gives way to the first step', async () => {
    await allow(-1);
    await show(ball('vase', { poster: '#00ff00' }));
    let seen = await frame(0.05);
    for (let i = 0; i < 50 && covered(seen) === 0; i++) seen = await frame(0.05);
    expect(coloursOf(seen)).toEqual([GREEN]);
    expect((await stats()).stage).toMatchObject({ cards: 1, draws: 0 });
    await allow(0);
    const mixed = new Set<string>();
    for (let i = 0; i < 200 && (seen.draws === 0 || seen.cards > 0); i++) {
      seen = await frame(0.02);
      for (const colour of coloursOf(seen)) mixed.add(colour);
    }
    expect([...mixed].sort()).toEqual([GREEN, RED].sort());
    expect(coloursOf(seen)).toEqual([RED]);
  });

  it('is a plain grey solid where nothing can be had', async () => {
    await show(ball('ruin', { steps: [{ ...STEP, colour: 0xff0000, fails: true }] }));
    const seen = await settle();
    expect(covered(seen)).toBeGreaterThan(3_000);
    for (const colour of coloursOf(seen)) {
      const [red = 0, green = 0, blue = 0] = colour.split(',').map(Number);
      expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(30);
    }
  });
});

describe('many relics far away', () => {
  it('are one draw call as cards where the budget has no room for meshes', async () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      ball(`pot ${i}`, { poster: '#00ff00', center: [(i % 10) - 4.5, Math.floor(i / 10) - 2.5, -9] }),
    );
    await page.evaluate(() => window.relics.setBudget({ triangles: 1_000, draws: 1, gpuBytes: 0, bytesInFlight: 1 }));
    await show(...crowd);
    let seen = await frame(0.05);
    for (let i = 0; i < 100 && (await stats()).stage.cards < 60; i++) seen = await frame(0.05);
    expect((await stats()).stage).toMatchObject({ cards: 60, draws: 0 });
    expect(coloursOf(seen)).toEqual([GREEN]);
    expect(await page.evaluate(() => window.relics.memory().calls)).toBe(1);
  });
});

describe('contents', () => {
  it('are given back once each, with all that they took of the GPU', async () => {
    const roomy = { triangles: 5e6, draws: 400, gpuBytes: 400e6, bytesInFlight: 50e6 };
    await show(ball('vase', { steps: ball('vase').steps.map((step) => ({ ...step, isLit: true, texturePx: 64 })) }));
    const left: unknown[] = [];
    for (let round = 1; round <= 2; round++) {
      await page.evaluate((budget) => window.relics.setBudget(budget), roomy);
      await settle();
      expect(await stats()).toMatchObject({ made: 2 * round, disposed: 2 * round - 2 });
      await page.evaluate((budget) => window.relics.setBudget(budget), { ...roomy, gpuBytes: 0 });
      await settle();
      expect((await stats()).disposed).toBe(2 * round);
      left.push(await page.evaluate(() => window.relics.memory()));
    }
    expect(left[1]).toEqual(left[0]);
    await page.evaluate(() => window.relics.dispose());
    expect((await stats()).disposed).toBe(4);
  });

  it('come again after the GPU lost everything', async () => {
    await show(ball('vase', { poster: '#00ff00' }));
    const before = await settle();
    await page.evaluate(() => window.relics.loseContext());
    const after = await settle();
    expect(after.counts).toEqual(before.counts);
    const { made, disposed } = await stats();
    expect(made - disposed).toBe(2);
    await page.evaluate(() => window.relics.dispose());
    complaints.splice(0, Infinity, ...complaints.filter((text) => !/Context (Lost|Restored)/.test(text)));
  });
});
