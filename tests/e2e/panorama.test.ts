import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PanoramaSource } from '#sources/panorama/schema.ts';
import { MOSS, PLUM, colourOf } from './panorama/charts.ts';
import type { PictureRange, PlayView } from './panorama/play.ts';
import { directionThrough, type Point } from './panorama/directions.ts';
import { openStage } from './panorama/stage.ts';
import type { Stage, StagePage } from './panorama/stage.ts';

const WIDTH = 640;
const HEIGHT = 360;

let stage: Stage;
let opened: StagePage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  opened = await stage.open({ width: WIDTH, height: HEIGHT });
});
afterEach(async () => {
  expect(opened.complaints).toEqual([]);
  await opened.page.close();
});

describe('the picture of a cube pyramid', () => {
  it('shows every direction where it belongs, on all six faces, at the poles and across edges', async () => {
    await open({ chart: cubeChart('direction', 256, 300, 2) }, { yaw: 0, pitch: 0, fov: 60 });
    for (const view of VIEWS) expect(await worstDeviation(view), JSON.stringify(view)).toBeLessThanOrEqual(2);
  });

  it('gives back the very colour of its tiles at every pixel: nothing bleeds in, no seam, no tone mapping', async () => {
    await open({ chart: cubeChart('plum', 256, 300, 3) }, { yaw: 0, pitch: 0, fov: 60 });
    for (const view of VIEWS) {
      await look(view);
      const { least, greatest } = await opened.page.evaluate(() => window.play.range());
      for (const channel of [0, 1, 2] as const) {
        expect(Math.abs((least[channel] ?? 0) - PLUM[channel]), JSON.stringify(view)).toBeLessThanOrEqual(1);
        expect(Math.abs((greatest[channel] ?? 0) - PLUM[channel]), JSON.stringify(view)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('has no line where tiles meet when it is enlarged far beyond its finest level', async () => {
    const view = { yaw: 0, pitch: 0, fov: 12 };
    await open({ chart: cubeChart('wave', 64, 128, 1) }, view);
    await look(view);
    // Four tiles meet at the centre. A texel is 26 pixels wide there, so a step from texel to texel takes that many.
    const along = Array.from({ length: 120 }, (_, i) => 0.5 + (i - 60) / WIDTH);
    for (const points of [along.map((x): Point => [x, 0.3]), along.map((y): Point => [0.4, y])]) {
      const colours = await opened.page.evaluate((p) => window.play.colours(p), points);
      for (let i = 1; i < colours.length; i++) {
        for (const channel of [0, 1, 2]) {
          expect(Math.abs((colours[i]?.[channel] ?? 0) - (colours[i - 1]?.[channel] ?? 0))).toBeLessThanOrEqual(12);
        }
      }
    }
  });

  it('is one draw call however many tiles and tile sizes it has', async () => {
    await open({ chart: cubeChart('direction', 256, 600, 2) }, { yaw: 30, pitch: 20, fov: 100 });
    await look({ yaw: 30, pitch: 20, fov: 100 });
    const stats = await opened.page.evaluate(() => window.play.stats());
    expect(stats.engine.tilesShown).toBeGreaterThan(8);
    expect(stats.drawCalls).toBe(1);
  });

  it('draws no frame while nothing moves', async () => {
    await open({ chart: cubeChart('direction', 256, 300, 1) }, { yaw: 0, pitch: 0, fov: 60 });
    await look({ yaw: 0, pitch: 0, fov: 60 });
    // A fade and the last loads may still end; then the count stands still.
    await opened.page.waitForTimeout(1_000);
    const before = await opened.page.evaluate(() => window.play.stats().framesDrawn);
    await opened.page.waitForTimeout(1_500);
    expect(await opened.page.evaluate(() => window.play.stats().framesDrawn)).toBe(before);
  });

  it('heals after the GPU lost everything', async () => {
    const view = { yaw: 20, pitch: -10, fov: 70 };
    await open({ chart: cubeChart('direction', 256, 300, 2) }, view);
    expect(await worstDeviation(view)).toBeLessThanOrEqual(2);
    await opened.page.evaluate(async () => {
      const canvas = document.querySelector('canvas');
      const event = (name: string) => new Promise((resolve) => canvas?.addEventListener(name, resolve, { once: true }));
      const lost = event('webglcontextlost');
      window.play.loseContext();
      await lost;
      // A context can only be restored once its loss has been told to everyone.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const restored = event('webglcontextrestored');
      window.play.restoreContext();
      await restored;
    });
    expect(await worstDeviation(view)).toBeLessThanOrEqual(2);
    opened.complaints.splice(0, Infinity, ...opened.complaints.filter((text) => !text.includes('Context Lost')));
  });
});

describe('the picture of one equirectangular image', () => {
  it('shows every direction where it belongs, to the poles and across the date line', async () => {
    await open(
      { chart: { type: 'equirect-image', uri: '/chart/equirect/2048.png', width: 2048, height: 1024 } },
      { yaw: 0, pitch: 0, fov: 60 },
    );
    for (const view of VIEWS) expect(await worstDeviation(view), JSON.stringify(view)).toBeLessThanOrEqual(3);
  });
});

describe('the way from one place to the next', () => {
  it('leads through no dark frame, blends every pixel alike and ends with the next place alone', async () => {
    await open(
      { plum: cubeChart('plum', 256, 256, 3), moss: cubeChart('moss', 256, 256, 3) },
      { yaw: 0, pitch: 0, fov: 60 },
    );
    // Some of the second place's fine tiles are on the GPU already, so that its patches lie over each other unevenly.
    await goTo('moss');
    await goTo('plum');
    await look({ yaw: 50, pitch: 10, fov: 60 });
    await opened.page.evaluate(() => {
      window.play.setPace(0.05);
      window.play.goTo('moss');
    });
    const frames = await opened.page.evaluate(() => window.play.watchWalk());
    const isMidway = ({ least: [red = 0] }: PictureRange) => red < PLUM[0] - 5 && red > MOSS[0] + 5;
    expect(frames.filter(isMidway).length).toBeGreaterThan(0);
    for (const { least, greatest } of frames) {
      for (const channel of [0, 1, 2] as const) {
        expect((greatest[channel] ?? 0) - (least[channel] ?? 0)).toBeLessThanOrEqual(2);
        expect(least[channel]).toBeGreaterThanOrEqual(Math.min(PLUM[channel], MOSS[channel]) - 1);
        expect(greatest[channel]).toBeLessThanOrEqual(Math.max(PLUM[channel], MOSS[channel]) + 1);
      }
    }
    const { least } = await opened.page.evaluate(() => window.play.range());
    for (const channel of [0, 1, 2] as const) {
      expect(Math.abs((least[channel] ?? 0) - MOSS[channel])).toBeLessThanOrEqual(1);
    }
    expect(await opened.page.evaluate(() => window.play.stats().panoramaDrawCalls)).toBe(1);
  });
});

const VIEWS: readonly PlayView[] = [
  { yaw: 0, pitch: 0, fov: 60 },
  { yaw: 45, pitch: 0, fov: 60 },
  { yaw: 90, pitch: 0, fov: 40 },
  { yaw: 180, pitch: 5, fov: 75 },
  { yaw: -100, pitch: -20, fov: 50 },
  { yaw: 30, pitch: 90, fov: 90 },
  { yaw: -60, pitch: -88, fov: 100 },
  { yaw: 135, pitch: 35.26, fov: 30 },
  { yaw: 45, pitch: 35.26, fov: 3 },
  { yaw: 17.3, pitch: -3.1, fov: 1 },
];

const POINTS: readonly Point[] = [0.002, 0.17, 0.34, 0.5, 0.66, 0.83, 0.998].flatMap((x) =>
  [0.003, 0.25, 0.5, 0.75, 0.997].map((y): Point => [x, y]),
);

function cubeChart(kind: string, tileSize: number, smallest: number, levelCount: number): PanoramaSource {
  return {
    type: 'cube-tiles',
    template: `/chart/${kind}/${tileSize}/${smallest}/{z}/{f}/{y}_{x}.png`,
    tileSize,
    levels: Array.from({ length: levelCount }, (_, z) => smallest * 2 ** z),
  };
}

async function open(sources: Record<string, PanoramaSource>, view: PlayView): Promise<void> {
  await opened.page.evaluate(([s, v]) => window.play.open(s, v), [sources, view] as const);
}

async function look(view: PlayView): Promise<void> {
  await opened.page.evaluate((v) => window.play.look(v), view);
}

async function goTo(node: string): Promise<void> {
  await opened.page.evaluate((id) => {
    window.play.goTo(id);
    return window.play.whenSharp();
  }, node);
}

/** The greatest difference of any channel between the picture and the chart's own formula. */
async function worstDeviation(view: PlayView): Promise<number> {
  await look(view);
  const colours = await opened.page.evaluate((points) => window.play.colours(points), POINTS);
  let worst = 0;
  POINTS.forEach((point, i) => {
    const expected = colourOf(directionThrough(point, view, WIDTH, HEIGHT));
    expected.forEach((value, channel) => {
      worst = Math.max(worst, Math.abs(value - (colours[i]?.[channel] ?? 0)));
    });
  });
  return worst;
}
