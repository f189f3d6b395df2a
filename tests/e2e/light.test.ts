/** Two lights of a place in one picture: what every pixel is, what is loaded and drawn for it, and when nothing is. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PanoramaAsset } from '#document/schema.ts';
import { toRadians } from '#shared/angle.ts';
import { directionOf, dot, normalize } from '#shared/vec.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { PanoramaSource } from '#sources/panorama/schema.ts';
import { writeDaylight } from '#tour/light/daylight.ts';
import type { TourLight } from '#tour/light/state.ts';
import { colourOf, glowOf } from './panorama/charts.ts';
import { directionOfRay, directionThrough, type Point } from './panorama/directions.ts';
import type { PlayView } from './panorama/play.ts';
import { openStage, type Stage, type StagePage } from './panorama/stage.ts';

const WIDTH = 640;
const HEIGHT = 360;
const TILE = 128;
const VIEW: PlayView = { yaw: 20, pitch: -8, fov: 50 };
/** Half as bright at this angle from the lamp's middle, and what is left far from it. */
const HALF_ANGLE = toRadians(26);
const REST = 0.05;
const NEAR = 2;

const POINTS: readonly Point[] = Array.from({ length: 32 * 18 }, (_, i) => [
  ((i % 32) + 0.5) / 32,
  (Math.floor(i / 32) + 0.5) / 18,
]);
const LAMPS: Partial<TourLight> = { isLampLit: true, isLampCarried: false, isFlickering: false };

let stage: Stage;
let opened: StagePage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  opened = await stage.open({ width: WIDTH, height: HEIGHT });
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterEach(async () => {
  expect(opened.complaints).toEqual([]);
  await opened.page.close();
});

function chart(kind: string, levels: number): PanoramaSource {
  return {
    type: 'cube-tiles',
    template: `/chart/${kind}/${TILE}/256/{z}/{f}/{y}_{x}.png`,
    tileSize: TILE,
    levels: Array.from({ length: levels }, (_, z) => 256 * 2 ** z),
  };
}

const CUBES = { day: chart('direction', 4), lamp: chart('glow', 2) };
type Pair = NonNullable<PanoramaAsset['light']>;
const PAIR: Pair = { daylight: 'day', lamp: 'lamp' };

function open(sources: Record<string, PanoramaSource>, pair: Pair = PAIR, view = VIEW, nodes = ['here']) {
  return opened.page.evaluate(([n, s, p, v]) => window.play.openLights(n, s, p, v), [
    nodes,
    sources,
    pair,
    view,
  ] as const);
}

async function lit(light: Partial<TourLight> | null, view = VIEW): Promise<number[][]> {
  return opened.page.evaluate(
    async ([l, v, points]) => {
      window.play.light(l);
      await window.play.look(v);
      return window.play.colours(points);
    },
    [light, view, POINTS] as const,
  );
}

const decode = (byte: number): number =>
  byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
const encode = (light: number): number =>
  255 * Math.min(1, Math.max(0, light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));

interface Mix {
  readonly time: number;
  readonly lamp: number;
  readonly scale?: number;
  readonly inDaylight?: number;
  /** Where a carried lamp shines. */
  readonly axis?: Vec3;
}

/** The sum of the two lights, worked out the slow way. */
function expected(direction: Vec3, { time, lamp, scale = 1, inDaylight = 0, axis }: Mix): number[] {
  const gain: [number, number, number] = [0, 0, 0];
  writeDaylight(time, gain);
  const narrowness = Math.LN2 / (1 - Math.cos(HALF_ANGLE));
  const cone = axis ? REST + (1 - REST) * Math.exp(narrowness * (dot(normalize(direction), axis) - 1)) : 1;
  const [day, glow] = [colourOf(direction), glowOf(direction)];
  return gain.map((dayGain, i) => {
    const added = Math.max(0, lamp * cone - inDaylight * dayGain) * scale;
    return encode(dayGain * decode(day[i] ?? 0) + added * decode(glow[i] ?? 0));
  });
}

function expectMixed(colours: readonly number[][], mix: Mix, view = VIEW): void {
  POINTS.forEach((point, i) => {
    const direction = normalize(directionThrough(point, view, WIDTH, HEIGHT));
    expectNear(colours[i], expected(direction, mix), point);
  });
}

function expectNear(found: readonly number[] | undefined, wanted: readonly number[], point: Point): void {
  const difference = Math.max(...wanted.map((value, i) => Math.abs(value - (found?.[i] ?? 999))));
  expect(difference, JSON.stringify({ point, found, wanted })).toBeLessThanOrEqual(NEAR);
}

const drawCalls = () => opened.page.evaluate(() => window.play.stats().panoramaDrawCalls);
const levelsOf = (kind: string): string[] =>
  opened.requests.flatMap((url) => new RegExp(`/chart/${kind}/\\d+/\\d+/(\\d)/`).exec(url)?.slice(1) ?? []);

describe('a place by two lights', () => {
  it.each([
    { time: 0.5, lamp: 0 },
    { time: 0.75, lamp: 0.4 },
    { time: 0.32, lamp: 1 },
    { time: 0, lamp: 0.7 },
  ])('is their sum in linear light at every pixel, at $time of the day with $lamp of the lamps', async (mix) => {
    await open(CUBES);
    const { time, lamp } = mix;
    expectMixed(await lit({ ...LAMPS, time, isLampLit: lamp > 0, lampStrength: lamp }), mix);
    // The lamps' picture has fewer levels than are due; the one of daylight is read at its own.
    expect(Math.max(...levelsOf('glow').map(Number))).toBe(1);
    expect(Math.max(...levelsOf('direction').map(Number))).toBe(2);
    expect(await drawCalls()).toBe(1);
  });

  it('counts exposures, and does not light twice what burns in the daylight picture', async () => {
    await open(CUBES, { ...PAIR, daylightExposure: 1.5, lampExposure: 2.5, lampInDaylight: 0.6 });
    const mix = { scale: 0.6, inDaylight: 0.6 };
    expectMixed(await lit({ ...LAMPS, time: 0.75 }), { time: 0.75, lamp: 1, ...mix });
    expectMixed(await lit({ ...LAMPS, time: 0.5, lampStrength: 0.3 }), { time: 0.5, lamp: 0.3, ...mix });
  });

  it('is the same where either picture has lost tiles that the other one has', async () => {
    await opened.page.route(/\/chart\/direction\/128\/256\/2\/f\/(0|1)_\d\.png$/, (route) => route.abort());
    await opened.page.route(/\/chart\/glow\/128\/256\/1\/f\/\d_(0|1)\.png$/, (route) => route.abort());
    await open(CUBES);
    const view = { yaw: 4, pitch: 6, fov: 62 };
    expectMixed(await lit({ ...LAMPS, time: 0.75 }, view), { time: 0.75, lamp: 1 }, view);
    expect(levelsOf('direction')).toContain('2');
    opened.complaints.length = 0;
  });

  it('has no lines where tiles meet when both are enlarged', async () => {
    await open({ day: chart('direction', 2), lamp: chart('glow', 1) });
    const view = { yaw: 41, pitch: 5, fov: 40 };
    expectMixed(await lit({ ...LAMPS, time: 0.75 }, view), { time: 0.75, lamp: 1 }, view);
  });

  it('is mixed from equirectangular pictures as well', async () => {
    const picture = (name: string, width: number): PanoramaSource => ({
      type: 'equirect-image', uri: `/chart/${name}/${width}.png`, width, height: width / 2,
    }); // prettier-ignore
    await open({ day: picture('equirect', 2048), lamp: picture('equirect-glow', 1024) });
    expectMixed(await lit({ ...LAMPS, time: 0.25 }), { time: 0.25, lamp: 1 });
    expect(await drawCalls()).toBe(1);
  });

  it('is the same whichever of the two the place shows by itself', async () => {
    await open({ lamp: CUBES.lamp, day: CUBES.day });
    expectMixed(await lit({ ...LAMPS, time: 0.75, lampStrength: 0.5 }), { time: 0.75, lamp: 0.5 });
  });

  it('is shown as photographed again, and asks for nothing more of the other light', async () => {
    await open(CUBES);
    await opened.page.evaluate(() => window.play.whenSharp());
    expect(levelsOf('glow')).toEqual([]);
    await lit({ ...LAMPS, time: 0.1 });
    const colours = await lit(null);
    POINTS.forEach((point, i) => {
      expectNear(colours[i], colourOf(directionThrough(point, VIEW, WIDTH, HEIGHT)), point);
    });
    const before = levelsOf('glow').length;
    await lit(null, { ...VIEW, yaw: 140 });
    expect(levelsOf('glow')).toHaveLength(before);
  });

  it('stays mixed under a lens, which shows its layer as it is', async () => {
    await open({ ...CUBES, other: chart('plum', 2) });
    const lens = { yaw: toRadians(25), pitch: toRadians(-3), radius: toRadians(8) };
    await opened.page.evaluate((l) => window.play.compare('other', 'lens', { lens: l }), lens);
    const colours = await lit({ ...LAMPS, time: 0.75 });
    let outside = 0;
    POINTS.forEach((point, i) => {
      const direction = normalize(directionThrough(point, VIEW, WIDTH, HEIGHT));
      if (dot(direction, directionOf(lens.yaw, lens.pitch)) > Math.cos(lens.radius + 0.02)) return;
      outside++;
      expectNear(colours[i], expected(direction, { time: 0.75, lamp: 1 }), point);
    });
    expect(outside).toBeGreaterThan(300);
    expect(await drawCalls()).toBe(2);
  });

  it('goes along to the next place without a flash', async () => {
    await open(CUBES, PAIR, VIEW, ['here', 'there']);
    await lit({ ...LAMPS, time: 0, lampStrength: 0 });
    const frames = await opened.page.evaluate(async () => {
      window.play.goTo('there');
      return window.play.watchWalk();
    });
    expect(frames.length).toBeGreaterThan(0);
    // Nothing is brighter than this night, and the dark room (0x15110e) behind it.
    for (const { greatest } of frames) expect(Math.max(...greatest)).toBeLessThan(40);
  });
});

describe('a carried lamp', () => {
  const carried: Partial<TourLight> = { ...LAMPS, isLampCarried: true, time: 0 };

  it('lights the middle of the view, softly, and follows it', async () => {
    await open(CUBES);
    const axis = directionOf(toRadians(VIEW.yaw), toRadians(VIEW.pitch));
    expectMixed(await lit(carried), { time: 0, lamp: 1, axis });
    const view = { yaw: 70, pitch: 12, fov: 60 };
    const elsewhere = directionOf(toRadians(view.yaw), toRadians(view.pitch));
    expectMixed(await lit(carried, view), { time: 0, lamp: 1, axis: elsewhere }, view);
  });

  it('lights what the mouse points to, and the middle again when it leaves', async () => {
    await open(CUBES);
    await lit(carried);
    await opened.page.mouse.move(120.5, 300.5);
    const aimed = await opened.page.evaluate((points) => window.play.colours(points), POINTS);
    const axis = normalize(directionThrough([120.5 / WIDTH, 300.5 / HEIGHT], VIEW, WIDTH, HEIGHT));
    expectMixed(aimed, { time: 0, lamp: 1, axis });
    await opened.page.locator('canvas').dispatchEvent('pointerleave');
    const middle = directionOf(toRadians(VIEW.yaw), toRadians(VIEW.pitch));
    expectMixed(await opened.page.evaluate((points) => window.play.colours(points), POINTS), {
      time: 0,
      lamp: 1,
      axis: middle,
    });
  });

  it('is seen by two eyes in the same directions', async () => {
    await open(CUBES);
    await lit(carried);
    const tangent = Math.tan(toRadians(18));
    const lean = 0.06;
    const half = WIDTH / 2;
    const colours = await opened.page.evaluate(([points, t, l]) => window.play.stereo(points, t, l), [
      POINTS,
      tangent,
      lean,
    ] as const);
    const axis = directionOf(toRadians(VIEW.yaw), toRadians(VIEW.pitch));
    colours.forEach((colour, i) => {
      const point = POINTS[i % POINTS.length] ?? [0, 0];
      const wide = (tangent * half) / HEIGHT;
      const right = ((2 * (Math.floor(point[0] * half) + 0.5)) / half - 1) * wide + (i < POINTS.length ? -lean : lean);
      const up = (1 - (2 * (Math.floor(point[1] * HEIGHT) + 0.5)) / HEIGHT) * tangent;
      const direction = normalize(directionOfRay(right, up, VIEW));
      expectNear(colour, expected(direction, { time: 0, lamp: 1, axis }), point);
    });
  });

  /** Frames drawn while the browser has shown sixty of its own; the last tiles ahead may still bring one. */
  const framesWhileResting = () =>
    opened.page.evaluate(async () => {
      const before = window.play.stats().framesDrawn;
      for (let i = 0; i < 60; i++) await new Promise(requestAnimationFrame);
      return window.play.stats().framesDrawn - before;
    });

  it('neither moves nor draws at rest for whoever asked for less motion, flicker or not', async () => {
    await open(CUBES);
    await lit({ ...carried, isFlickering: true });
    await expect.poll(framesWhileResting, { timeout: 30_000 }).toBe(0);
  });

  it('flickers where motion is welcome, until that is switched off', async () => {
    await opened.page.emulateMedia({ reducedMotion: 'no-preference' });
    await open(CUBES);
    await lit({ ...carried, isFlickering: true });
    expect(await framesWhileResting()).toBeGreaterThan(0);
    await lit({ ...carried, isFlickering: false });
    await expect.poll(framesWhileResting, { timeout: 30_000 }).toBe(0);
  });
});
