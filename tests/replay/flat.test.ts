/** A walk along the demonstration's handscroll, from end to end: what a view costs does not grow with the scroll. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flatFilesOf } from '#sources/flat/flatFiles.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { HangingSheet } from '#streaming/flat/hangingSheet.ts';
import type { EyeView } from '#streaming/ports.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { Stage } from './stage.ts';

interface Described {
  readonly width: number;
  readonly height: number;
  readonly tileSize: number;
  readonly levels: readonly { readonly width: number; readonly height: number }[];
  readonly metresPerPixel: number;
}

const SCROLL = JSON.parse(
  readFileSync(new URL('../../public/scroll/scroll.json', import.meta.url), 'utf8'),
) as Described;
const { width, height, tileSize, metresPerPixel } = SCROLL;
const SOURCE = {
  type: 'flat-tiles',
  template: 'scroll/{z}/{y}_{x}.webp',
  width,
  height,
  tileSize,
  levels: SCROLL.levels.length,
} as const;

/** A picture `times` as long as the scroll. */
function hangScroll(times = 1): { pyramid: Pyramid; sheet: HangingSheet } {
  const files = flatFilesOf({ ...SOURCE, width: width * times, levels: SOURCE.levels + Math.log2(times) });
  const sheet = new HangingSheet(width * times * metresPerPixel, height * metresPerPixel);
  return { pyramid: { ...pyramidOf(`scroll ${times}`, {}, { source: files }), sheet }, sheet };
}

/** A page of 1280 × 720 that shows `across` metres of the picture, straight on, about x. */
function pageAt(x: number, across: number): EyeView {
  const tan = across / 2;
  const sides = { tanLeft: tan, tanRight: tan, tanTop: (tan * 720) / 1280, tanBottom: (tan * 720) / 1280 };
  const axes = { right: [1, 0, 0], up: [0, 1, 0], forward: [0, 0, -1] } as const;
  return { ...axes, ...sides, widthPx: 1_280, heightPx: 720, position: [x, 0, 0] };
}

/** New requests of each of `count` views in turn, from the right end to the left. */
async function requestsPerView(times: number, across: number, count: number): Promise<number[]> {
  const { pyramid, sheet } = hangScroll(times);
  const stage = new Stage();
  stage.show(pyramid);
  const counts: number[] = [];
  for (let i = 0; i < count; i++) {
    const before = stage.requestCount;
    const x = (0.5 - (i + 0.5) / count) * (sheet.width - across);
    await stage.settle([pageAt(x, across)]);
    counts.push(stage.requestCount - before);
  }
  return counts;
}

describe('the demonstration’s handscroll', () => {
  it('is as long as it should be, and its levels are those of the files', () => {
    expect(width).toBeGreaterThanOrEqual(60_000);
    expect(flatFilesOf(SOURCE).levels.map(({ widthPx, heightPx }) => ({ width: widthPx, height: heightPx }))).toEqual(
      SCROLL.levels,
    );
  });

  it.each([
    ['an arm’s length', 0.6],
    ['pixel for pixel', 0.256],
    ['as high as the page', 0.91],
  ])('costs as many requests per view at its beginning, in its middle and at its end: %s', async (_name, across) => {
    const counts = await requestsPerView(1, across, 12);
    const [first = 0, ...others] = counts;
    // The first view also brings the ground beneath everything, and has the narrow column where the picture ends.
    expect(first).toBeLessThanOrEqual(Math.max(...others) + 4);
    // A row of tiles more or less, by where a view begins in a tile.
    expect(Math.max(...others) - Math.min(...others)).toBeLessThanOrEqual(6);
    expect(Math.max(...others)).toBeLessThanOrEqual(24);
  });

  it('would cost no more were it eight times as long', async () => {
    const [short, long] = await Promise.all([requestsPerView(1, 0.6, 8), requestsPerView(8, 0.6, 8)]);
    expect(Math.max(...long)).toBeLessThanOrEqual(Math.max(...short) + 6);
  });

  it('keeps to the memory it was given while it is unrolled from end to end, with nothing asked for twice on the way', async () => {
    const { pyramid, sheet } = hangScroll();
    const stage = new Stage(undefined, { layers: 64 });
    stage.show(pyramid);
    const across = 0.6;
    const end = (sheet.width - across) / 2;
    await stage.settle([pageAt(end, across)]);
    // Half a metre a second, at 60 frames a second, as a hand unrolls it.
    sheet.speed = -0.5;
    let missed = 0;
    for (let x = end; x >= -end; x += sheet.speed / 60) {
      const report = stage.frame([pageAt(x, across)]);
      if (!report.isSharp) missed++;
      await stage.pass(1 / 60);
    }
    sheet.speed = 0;
    await stage.settle([pageAt(-end, across)]);
    const [, store] = stage.stores;
    expect(Math.max(...(store?.uploads ?? []))).toBeLessThan(64);
    expect(Math.max(...stage.requested.values())).toBe(1);
    // What comes into view has been sent for before: hardly a frame is drawn without it.
    expect(missed).toBeLessThan(60);
    expect(stage.engine.stats.evicted).toBeGreaterThan(100);
  });

  it('loads nothing of what is rolled up', async () => {
    const { pyramid, sheet } = hangScroll();
    sheet.from = 0.95;
    const stage = new Stage();
    stage.show(pyramid);
    await stage.settle([pageAt(0, sheet.width)]);
    // Less than a view of the whole, which has a hundred tiles' worth of width, and finer for nothing.
    const { pyramid: open } = hangScroll();
    const other = new Stage();
    other.show(open);
    await other.settle([pageAt(0, sheet.width)]);
    expect(stage.requestCount).toBeLessThan(other.requestCount);
  });
});
