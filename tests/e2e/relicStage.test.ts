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

const frame = (seconds: number): Promise<FrameColours> => page.evaluate((s) => window.relics.frame(s), seconds);
const settle = (): Promise<FrameColours> => page.evaluate(() => window.relics.settle());
const covered = ({ counts }: FrameColours): number =>
  Object.entries(counts).reduce((sum, [colour, count]) => (colour === BLACK ? sum : sum + count), 0);

describe('a swap of two steps of one shape', () => {
  it('covers every pixel of the silhouette in every frame, each by one of the two steps', async () => {
    await page.evaluate(
      (relics) => {
        window.relics.allow(0);
        window.relics.show(relics);
      },
      [ball('vase')],
    );
    const whole = covered(await untilStep(RED));
    await page.evaluate(() => window.relics.allow(9));
    const reds: number[] = [];
    for (let i = 0; i < 400; i++) {
      const seen = await frame(0.004);
      expect(covered(seen)).toBe(whole);
      const { [RED]: red = 0, [BLUE]: blue = 0 } = seen.counts;
      expect(red + blue).toBe(whole);
      reds.push(red);
      if (red === 0) break;
    }
    expect(reds.at(-1)).toBe(0);
    // The share of pixels falls step by step, not at once.
    expect(new Set(reds).size).toBeGreaterThan(40);
    for (let i = 1; i < reds.length; i++) expect(reds[i]).toBeLessThanOrEqual(reds[i - 1] ?? 0);
  });
});

async function untilStep(colour: string): Promise<FrameColours> {
  for (let i = 0; i < 200; i++) {
    const seen = await frame(0.05);
    const others = Object.keys(seen.counts).filter((name) => name !== BLACK && name !== colour);
    if ((seen.counts[colour] ?? 0) > 0 && others.length === 0 && seen.draws === 1) return seen;
  }
  throw new Error(`never ${colour} alone`);
}
