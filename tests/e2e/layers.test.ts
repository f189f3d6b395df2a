/** Two layers of a place in one picture: which pixel is whose, and what is loaded for it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf, dot, normalize } from '#shared/vec.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { PanoramaSource } from '#sources/panorama/schema.ts';
import { IDENTITY } from '#streaming/policy/eye.ts';
import { WindowInPyramid } from '#streaming/policy/window.ts';
import { FACES } from '#streaming/pyramid/pyramid.ts';
import type { CompareMode, CompareSettings, Lens } from '#tour/compare/state.ts';
import { PLUM, colourOf } from './panorama/charts.ts';
import { directionOfRay, directionThrough, type Point } from './panorama/directions.ts';
import type { PlayView } from './panorama/play.ts';
import { openStage, type Stage, type StagePage } from './panorama/stage.ts';

const WIDTH = 640;
const HEIGHT = 360;
const TILE = 128;
const SMALLEST = 256;
const LEVELS = 4;
/** The line along the rim of a window, and a pixel for its softness. */
const RIM_PX = 3;
const VIEW: PlayView = { yaw: 20, pitch: -8, fov: 50 };

/** Pixel by pixel over a grid that is finer than any soft rim. */
const POINTS: readonly Point[] = Array.from({ length: 64 * 36 }, (_, i) => [
  ((i % 64) + 0.5) / 64,
  (Math.floor(i / 64) + 0.5) / 36,
]);

let stage: Stage;
let opened: StagePage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  opened = await stage.open({ width: WIDTH, height: HEIGHT });
  const layers = { base: chart('plum'), other: chart('direction') };
  await opened.page.evaluate(([s, v]) => window.play.openLayers(s, v), [layers, VIEW] as const);
});
afterEach(async () => {
  expect(opened.complaints).toEqual([]);
  await opened.page.close();
});

function chart(kind: string): PanoramaSource {
  return {
    type: 'cube-tiles',
    template: `/chart/${kind}/${TILE}/${SMALLEST}/{z}/{f}/{y}_{x}.png`,
    tileSize: TILE,
    levels: Array.from({ length: LEVELS }, (_, z) => SMALLEST * 2 ** z),
  };
}

async function compare(mode: CompareMode, settings: Partial<CompareSettings>, view = VIEW): Promise<number[][]> {
  return opened.page.evaluate(
    async ([m, s, v, points]) => {
      window.play.compare('other', m, s);
      await window.play.look(v);
      return window.play.colours(points);
    },
    [mode, settings, view, POINTS] as const,
  );
}

/** The unit direction that the pixel at a point of the picture shows. */
function directionAt(point: Point, view: PlayView): Vec3 {
  return normalize(directionThrough(point, view, WIDTH, HEIGHT));
}

function difference(found: readonly number[] | undefined, expected: readonly number[]): number {
  return Math.max(...expected.map((value, i) => Math.abs(value - (found?.[i] ?? 999))));
}

/** A device pixel at the middle of the view, radians. */
const pixelOf = ({ fov }: PlayView) => (2 * Math.tan(toRadians(fov) / 2)) / HEIGHT;

function expectLens(colours: readonly number[][], lens: Lens, view: PlayView): void {
  const axis = directionOf(lens.yaw, lens.pitch);
  let inside = 0;
  let outside = 0;
  POINTS.forEach((point, i) => {
    const direction = directionAt(point, view);
    const beyond = Math.acos(Math.min(1, dot(axis, direction))) - lens.radius;
    if (beyond < -RIM_PX * pixelOf(view)) {
      inside++;
      expect(difference(colours[i], colourOf(direction)), JSON.stringify({ point })).toBeLessThanOrEqual(2);
    } else if (beyond > pixelOf(view)) {
      outside++;
      expect(difference(colours[i], PLUM), JSON.stringify({ point })).toBeLessThanOrEqual(1);
    }
  });
  expect(inside).toBeGreaterThan(50);
  expect(outside).toBeGreaterThan(500);
}

const asked = () => opened.requests.filter((url) => url.includes('/chart/direction/'));

describe('the lens', () => {
  const lens = { yaw: toRadians(25), pitch: toRadians(-3), radius: toRadians(12) };

  it('shows exactly the other layer inside, at the due level, and exactly the place’s own outside', async () => {
    expectLens(await compare('lens', { lens }), lens, VIEW);
    // 386 device pixels per unit of tangent want 512 texels; a finer level is there and is not asked for.
    const levels = new Set(asked().map((url) => /\/(\d)\/\w\/\d+_\d+\.png$/.exec(url)?.[1]));
    expect([...levels].sort().at(-1)).toBe('2');
  });

  it('is where it is put, over the edge of a face too, and stays there when one looks elsewhere', async () => {
    const moved = { yaw: toRadians(45), pitch: toRadians(-10), radius: toRadians(9) };
    expectLens(await compare('lens', { lens: moved }), moved, VIEW);
    const elsewhere = { yaw: 34, pitch: 4, fov: 62 };
    expectLens(await compare('lens', { lens: moved }, elsewhere), moved, elsewhere);
  });

  it('asks only for tiles of the other layer that it touches', async () => {
    await compare('lens', { lens });
    const window = new WindowInPyramid();
    window.set({ axis: directionOf(lens.yaw, lens.pitch), radius: lens.radius }, IDENTITY, 2 * pixelOf(VIEW));
    const tiles = asked().filter((url) => !url.includes('/0/'));
    expect(tiles.length).toBeGreaterThan(0);
    for (const url of tiles) {
      const [, level = '', face = '', y = '', x = ''] = /\/(\d)\/(\w)\/(\d+)_(\d+)\.png$/.exec(url) ?? [];
      const share = TILE / (SMALLEST * 2 ** Number(level));
      const [u, v] = [Number(x) * share, Number(y) * share];
      const index = FACES.findIndex((name) => name === face);
      expect(window.touches('cube', index, u, v, u + share, v + share), url).toBe(true);
    }
    expect(asked().length).toBeLessThan(opened.requests.filter((url) => url.includes('/chart/plum/')).length);
  });

  it('costs one draw call more, and none once it is closed', async () => {
    await compare('lens', { lens });
    expect(await opened.page.evaluate(() => window.play.stats().panoramaDrawCalls)).toBe(2);
    const colours = await opened.page.evaluate(async (points) => {
      window.play.compare(null);
      return window.play.colours(points);
    }, POINTS);
    for (const colour of colours) expect(difference(colour, PLUM)).toBeLessThanOrEqual(1);
    expect(await opened.page.evaluate(() => window.play.stats().panoramaDrawCalls)).toBe(1);
  });
});

describe('the curtain', () => {
  it.each([0.25, 0.5, 0.8])('shows the other layer to the left of its line at %d of the width', async (curtain) => {
    const colours = await compare('curtain', { curtain });
    POINTS.forEach((point, i) => {
      const beyond = Math.floor(point[0] * WIDTH) + 0.5 - curtain * WIDTH;
      if (beyond > -RIM_PX && beyond < 1) return;
      const expected = beyond < 0 ? colourOf(directionAt(point, VIEW)) : PLUM;
      expect(difference(colours[i], expected), JSON.stringify({ point })).toBeLessThanOrEqual(2);
    });
  });

  it('hides one of them at either end', async () => {
    for (const colour of await compare('curtain', { curtain: 0 })) {
      expect(difference(colour, PLUM)).toBeLessThanOrEqual(1);
    }
    const colours = await compare('curtain', { curtain: 1 });
    POINTS.forEach((point, i) => {
      if (point[0] * WIDTH > WIDTH - RIM_PX) return;
      expect(difference(colours[i], colourOf(directionAt(point, VIEW)))).toBeLessThanOrEqual(2);
    });
  });
});

describe('the blend', () => {
  it.each([0, 0.3, 1])('mixes %d of the other layer into every pixel', async (blend) => {
    const colours = await compare('blend', { blend });
    POINTS.forEach((point, i) => {
      const other = colourOf(directionAt(point, VIEW));
      const expected = PLUM.map((value, channel) => value + ((other[channel] ?? 0) - value) * blend);
      expect(difference(colours[i], expected), JSON.stringify({ point })).toBeLessThanOrEqual(2);
    });
  });
});

describe('side by side', () => {
  /** What lies `aside` pixels from where a half has the middle of the view. */
  const through = ([x, y]: Point, [moveX, moveY]: Point, width: number, height: number): Point => [
    (Math.floor(x * width) + 0.5) / width - moveX,
    (Math.floor(y * height) + 0.5) / height - moveY,
  ];
  const NEAR_CUT_PX = RIM_PX + 1;

  it('gives each layer a half of a wide picture, with the middle of the view in it', async () => {
    const colours = await compare('side', {});
    let first = 0;
    POINTS.forEach((point, i) => {
      const beyond = (point[0] - 0.5) * WIDTH;
      if (Math.abs(beyond) < NEAR_CUT_PX) return;
      const isFirst = beyond < 0;
      const seen = directionAt(through(point, [isFirst ? -0.25 : 0.25, 0], WIDTH, HEIGHT), VIEW);
      if (isFirst) first++;
      expect(difference(colours[i], isFirst ? colourOf(seen) : PLUM), JSON.stringify({ point })).toBeLessThanOrEqual(2);
    });
    expect(first).toBeGreaterThan(1_000);
    expect(await opened.page.evaluate(() => window.play.stats().panoramaDrawCalls)).toBe(2);
  });

  it('puts them one above the other where the picture is high', async () => {
    await opened.page.setViewportSize({ width: HEIGHT, height: WIDTH });
    const view = { yaw: 20, pitch: -8, fov: 70 };
    const colours = await compare('side', {}, view);
    POINTS.forEach((point, i) => {
      const beyond = (point[1] - 0.5) * WIDTH;
      if (Math.abs(beyond) < NEAR_CUT_PX) return;
      const isFirst = beyond < 0;
      const [x, y] = through(point, [0, isFirst ? -0.25 : 0.25], HEIGHT, WIDTH);
      const seen = normalize(directionThrough([x, y], view, HEIGHT, WIDTH));
      expect(difference(colours[i], isFirst ? colourOf(seen) : PLUM), JSON.stringify({ point })).toBeLessThanOrEqual(2);
    });
  });

  it('loads no more of either than the halves show', async () => {
    await compare('side', {});
    // The sides of the view, beyond the quarters that are cut off, lie on faces of their own at this field of view.
    const wide = { yaw: 20, pitch: -8, fov: 90 };
    const whole = opened.requests.length;
    await compare('side', {}, wide);
    const window = new WindowInPyramid();
    const half = Math.atan((Math.tan(toRadians(wide.fov / 2)) * WIDTH) / HEIGHT / 2);
    const corner = Math.atan(Math.hypot(Math.tan(half), Math.tan(toRadians(wide.fov / 2))));
    window.set({ axis: directionOf(toRadians(20), toRadians(-8)), radius: corner }, IDENTITY, 2 * pixelOf(wide));
    const later = opened.requests.slice(whole).filter((url) => /\/[1-9]\/\w\/\d+_\d+\.png$/.test(url));
    expect(later.length).toBeGreaterThan(0);
    for (const url of later) {
      const [, level = '', face = '', y = '', x = ''] = /\/(\d)\/(\w)\/(\d+)_(\d+)\.png$/.exec(url) ?? [];
      const share = TILE / (SMALLEST * 2 ** Number(level));
      const [u, v] = [Number(x) * share, Number(y) * share];
      const index = FACES.findIndex((name) => name === face);
      expect(window.touches('cube', index, u, v, u + share, v + share), url).toBe(true);
    }
  });

  it('gives the whole picture back once it is closed', async () => {
    await compare('side', {});
    const colours = await opened.page.evaluate(async (points) => {
      window.play.compare(null);
      return window.play.colours(points);
    }, POINTS);
    for (const colour of colours) expect(difference(colour, PLUM)).toBeLessThanOrEqual(1);
  });
});

describe('two eyes side by side', () => {
  const TANGENT = Math.tan(toRadians(18));
  const LEAN = 0.06;
  const HALF = WIDTH / 2;

  /** Every point of both eyes, with the direction it shows. */
  async function seen(mode: CompareMode, settings: Partial<CompareSettings>) {
    await compare(mode, settings);
    const colours = await opened.page.evaluate(([points, tangent, lean]) => window.play.stereo(points, tangent, lean), [
      POINTS,
      TANGENT,
      LEAN,
    ] as const);
    return colours.map((colour, i) => {
      const isRight = i >= POINTS.length;
      const [x = 0, y = 0] = POINTS[i % POINTS.length] ?? [];
      const wide = (TANGENT * HALF) / HEIGHT;
      const right = ((2 * (Math.floor(x * HALF) + 0.5)) / HALF - 1) * wide + (isRight ? LEAN : -LEAN);
      const up = (1 - (2 * (Math.floor(y * HEIGHT) + 0.5)) / HEIGHT) * TANGENT;
      return { colour, isRight, right, direction: normalize(directionOfRay(right, up, VIEW)) };
    });
  }

  it('see the lens in the same directions as one eye does', async () => {
    const lens = { yaw: toRadians(22), pitch: toRadians(-6), radius: toRadians(7) };
    const pixel = (2 * TANGENT) / HEIGHT;
    const counts = { left: 0, right: 0 };
    for (const { colour, isRight, direction } of await seen('lens', { lens })) {
      const beyond = Math.acos(Math.min(1, dot(directionOf(lens.yaw, lens.pitch), direction))) - lens.radius;
      if (beyond > -RIM_PX * pixel && beyond < pixel) continue;
      if (beyond < 0) counts[isRight ? 'right' : 'left']++;
      expect(difference(colour, beyond < 0 ? colourOf(direction) : PLUM)).toBeLessThanOrEqual(2);
    }
    expect(counts.left).toBeGreaterThan(100);
    expect(counts.right).toBeGreaterThan(100);
  });

  it('see the line of the curtain where one eye sees it, infinitely far away', async () => {
    const curtain = 0.53;
    const line = (2 * curtain - 1) * Math.tan(toRadians(VIEW.fov) / 2) * (WIDTH / HEIGHT);
    const pixel = (2 * TANGENT) / HEIGHT;
    for (const { colour, right, direction } of await seen('curtain', { curtain })) {
      if (right > line - RIM_PX * pixel && right < line + pixel) continue;
      expect(difference(colour, right < line ? colourOf(direction) : PLUM)).toBeLessThanOrEqual(2);
    }
  });
});
