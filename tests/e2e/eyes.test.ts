/** What a headset's two eyes see of panoramas: how sharp, which eye which picture, and walls at their distance. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { normalize, subtract, type Vec3 } from '#shared/vec.ts';
import type { PanoramaSource } from '#sources/panorama/schema.ts';
import { castRay } from './panorama/analyticRoom.ts';
import { LEVEL_COLOURS, MOSS, PHASES_PER_RADIAN, PLUM, colourOf, glowOf, type Colour } from './panorama/charts.ts';
import { directionOfRay } from './panorama/directions.ts';
import type { EyePictures, HeadPose, HeadsetShape } from './panorama/headset.ts';
import type { PlayNode } from './panorama/page.ts';
import { openStage, type Stage, type StagePage } from './panorama/stage.ts';

/** A quarter of the pixels, each way, of a headset with 1,680 × 1,760 for each eye. */
const SHAPE: HeadsetShape = { widthPx: 420, heightPx: 440, tangents: [1.19, 0.9, 1, 1.2], ipd: 0.064 };
const VIEW = { yaw: 0, pitch: 0, fov: 60 };
const AHEAD: HeadPose = { position: [0, 0, 0], yaw: 0, pitch: 0 };
const COLUMNS = 42;
const ROWS = 44;
const POINTS = Array.from({ length: COLUMNS * ROWS }, (_, i): [number, number] => [
  ((i % COLUMNS) + 0.5) / COLUMNS,
  (Math.floor(i / COLUMNS) + 0.5) / ROWS,
]);

let stage: Stage;
let opened: StagePage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  opened = await stage.open({ width: 2 * SHAPE.widthPx, height: SHAPE.heightPx });
});
afterEach(async () => {
  expect(opened.complaints.filter((text) => !text.includes('404'))).toEqual([]);
  await opened.page.close();
});

function chart(kind: string, tileSize = 128, levels = 3): PanoramaSource {
  return {
    type: 'cube-tiles',
    template: `/chart/${kind}/${tileSize}/${tileSize}/{z}/{f}/{y}_{x}.png`,
    tileSize,
    levels: Array.from({ length: levels }, (_, z) => tileSize * 2 ** z),
  };
}

async function wear(nodes: readonly PlayNode[], shape = SHAPE): Promise<void> {
  await opened.page.evaluate(
    async ([n, v, s]) => {
      await window.play.openEyes(n, v);
      window.play.wear(s);
    },
    [nodes, VIEW, shape] as const,
  );
}

const stepTo = (pose: HeadPose) => opened.page.evaluate((p) => window.play.stepTo(p), pose);
const seen = (): Promise<EyePictures> => opened.page.evaluate((points) => window.play.seen(points), POINTS);
const stats = () => opened.page.evaluate(() => window.play.stats());

interface Sight {
  readonly colour: readonly number[];
  readonly isRight: boolean;
  /** Of the ray through the pixel's middle. */
  readonly direction: Vec3;
  readonly eye: Vec3;
  /** Radians from the axis of the eye's lens. */
  readonly aside: number;
}

/** Every sampled pixel of both eyes with the ray it stands for. */
function sightsOf({ colours }: EyePictures, { position, yaw, pitch }: HeadPose): Sight[] {
  const { widthPx, heightPx, ipd } = SHAPE;
  const [outward, inward, up, down] = SHAPE.tangents;
  const view = { yaw, pitch, fov: 0 };
  const [rightX, , rightZ] = directionOfRay(1, 0, { ...view, pitch: 0 }).map(
    (value, k) => value - (directionOfRay(0, 0, { ...view, pitch: 0 })[k] ?? 0),
  ) as [number, number, number];
  return colours.map((colour, i) => {
    const isRight = i >= POINTS.length;
    const [x = 0, y = 0] = POINTS[i % POINTS.length] ?? [];
    const [left, right] = isRight ? [inward, outward] : [outward, inward];
    const across = ((Math.floor(x * widthPx) + 0.5) / widthPx) * (left + right) - left;
    const above = up - ((Math.floor(y * heightPx) + 0.5) / heightPx) * (up + down);
    const aside = (isRight ? 0.5 : -0.5) * ipd;
    return {
      colour,
      isRight,
      direction: normalize(directionOfRay(across, above, view)),
      eye: [position[0] + aside * rightX, position[1], position[2] + aside * rightZ],
      aside: Math.atan(Math.hypot(across, above)),
    };
  });
}

function difference(found: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((value, k) => Math.abs(value - (found[k] ?? 999))));
}

/** Whether each channel lies between two colours, as in a mixture of them. */
function isBetween(found: readonly number[], a: Colour, b: Colour): boolean {
  return found.every((value, k) => {
    const [one = 0, other = 0] = [a[k], b[k]];
    return value >= Math.min(one, other) - 3 && value <= Math.max(one, other) + 3;
  });
}

describe('two eyes', () => {
  it('get the level with a texel per pixel where their lenses look, a level less far from there, one tile a frame', async () => {
    await wear([{ id: 'place', layers: { only: chart('level', 128, 4) } }]);
    const { frames, mostUploads } = await stepTo(AHEAD);
    expect(mostUploads).toBe(1);
    const focal = SHAPE.widthPx / (SHAPE.tangents[0] + SHAPE.tangents[1]);
    const due = [0, 1, 2, 3].find((level) => 128 * 2 ** level >= 2 * focal) ?? 0;
    expect(due).toBe(2);
    const pictures = await seen();
    expect(pictures.empty).toEqual([0, 0]);
    const levelOf = (colour: readonly number[]) => LEVEL_COLOURS.findIndex((known) => difference(colour, known) <= 2);
    const counts = { middle: 0, lower: 0, outer: 0 };
    for (const { colour, aside } of sightsOf(pictures, AHEAD)) {
      const level = levelOf(colour);
      if (aside < Math.PI / 6) {
        counts.middle++;
        expect(level).toBe(due);
      } else {
        // Straight ahead of a face, a flat picture wants one level for all of it.
        expect([due, due - 1]).toContain(level);
        if (aside < (50 * Math.PI) / 180) continue;
        counts.outer++;
        if (level === due - 1) counts.lower++;
      }
    }
    expect(counts.middle).toBeGreaterThan(500);
    expect(counts.lower / counts.outer).toBeGreaterThan(0.5);
    const { uploads, panoramaDrawCalls, drawCalls, panoramaTriangles, triangles, engine } = await stats();
    expect(frames).toBeGreaterThanOrEqual(uploads);
    expect(panoramaDrawCalls).toBe(2);
    expect(drawCalls).toBe(2);
    expect(panoramaTriangles).toBe(triangles);
    expect(triangles).toBe(2 * 128 * engine.tilesShown);
  });

  it('see each its own picture of a stereo pair and never the other’s, at rest, by a lens and on the way', async () => {
    const [here, there] = ['here', 'there'].map((id): PlayNode => {
      const [left, right] = id === 'here' ? ['plum', 'moss'] : ['direction', 'glow'];
      return {
        id,
        layers: { base: chart(left ?? ''), other: chart('direction') },
        rightEyes: { base: chart(right ?? ''), other: chart('glow') },
      };
    }) as [PlayNode, PlayNode];
    await wear([here, there]);
    await stepTo(AHEAD);
    for (const { colour, isRight } of sightsOf(await seen(), AHEAD)) {
      expect(difference(colour, isRight ? MOSS : PLUM)).toBeLessThanOrEqual(1);
    }
    expect((await stats()).panoramaDrawCalls).toBe(2);

    await opened.page.evaluate(() =>
      window.play.compare('other', 'lens', { lens: { yaw: 0, pitch: 0, radius: 0.35 } }),
    );
    await stepTo(AHEAD);
    const counts = { left: 0, right: 0 };
    for (const { colour, isRight, direction } of sightsOf(await seen(), AHEAD)) {
      const angle = Math.acos(-direction[2]);
      if (Math.abs(angle - 0.35) < 0.03) continue;
      if (angle < 0.35) counts[isRight ? 'right' : 'left']++;
      const [inside, outside] = isRight ? [glowOf(direction), MOSS] : [colourOf(direction), PLUM];
      expect(difference(colour, angle < 0.35 ? inside : outside)).toBeLessThanOrEqual(3);
    }
    expect(Math.min(counts.left, counts.right)).toBeGreaterThan(50);
    await opened.page.evaluate(() => window.play.compare('other', 'curtain', { curtain: 0.5 }));
    await stepTo(AHEAD);
    for (const { colour, isRight, direction } of sightsOf(await seen(), AHEAD)) {
      if (isRight) expect(isBetween(colour, MOSS, glowOf(direction)) || colour[0]! > 200).toBe(true);
      else expect(isBetween(colour, PLUM, colourOf(direction)) || colour[0]! > 200).toBe(true);
    }

    await opened.page.evaluate(() => {
      window.play.compare(null);
      window.play.goTo('there');
    });
    await stepTo(AHEAD);
    for (const { colour, isRight, direction } of sightsOf(await seen(), AHEAD)) {
      expect(difference(colour, isRight ? glowOf(direction) : colourOf(direction))).toBeLessThanOrEqual(3);
    }
    await opened.page.evaluate(() => {
      window.play.setPace(0.02);
      window.play.goTo('here');
    });
    let mixed = 0;
    for (let i = 0; i < 60 && mixed < 3; i++) {
      const sights = sightsOf(await seen(), AHEAD);
      const wrong = sights.filter(({ colour, isRight, direction }) =>
        isRight ? !isBetween(colour, MOSS, glowOf(direction)) : !isBetween(colour, PLUM, colourOf(direction)),
      );
      expect(wrong).toEqual([]);
      const { colour, direction } = sights[0]!;
      if (difference(colour, PLUM) > 4 && difference(colour, colourOf(direction)) > 4) mixed++;
    }
    expect(mixed).toBe(3);
  });

  it('both see the left picture where nothing of the right one is to be had, which is said', async () => {
    const broken = { ...chart('moss'), template: '/chart/nothing/{z}/{f}/{y}_{x}.png' } as PanoramaSource;
    await wear([{ id: 'place', layers: { only: chart('plum') }, rightEyes: { only: broken } }]);
    await stepTo(AHEAD);
    const pictures = await seen();
    for (const { colour } of sightsOf(pictures, AHEAD)) expect(difference(colour, PLUM)).toBeLessThanOrEqual(1);
    expect(pictures.empty).toEqual([0, 0]);
    expect(await opened.page.evaluate(() => window.play.faults())).toContain('place/only/right/0');
  });
});

describe('walls at their distance', () => {
  /** What a pixel of the real thing is, radians: 1,680 of them over both tangents. */
  const PIXEL = (SHAPE.tangents[0] + SHAPE.tangents[1]) / 1_680;
  const depth = { uri: 'depth/room/2048.png', width: 2_048, height: 1_024 };
  const POSES: readonly HeadPose[] = [
    AHEAD,
    { position: [0.1, 0, 0], yaw: 0, pitch: 0 },
    { position: [-0.12, 0.1, -0.15], yaw: 40, pitch: -20 },
  ];

  /** How far each pixel is from showing the very point of the room that its ray ends on, device pixels of the real thing. */
  async function deviations(axis: 'yaw' | 'pitch', pose: HeadPose): Promise<{ all: number[]; walls: number[] }> {
    const [all, walls]: [number[], number[]] = [[], []];
    for (const { colour, direction, eye } of sightsOf(await seen(), pose)) {
      const { metres, isPillar } = castRay(eye, direction);
      const point = eye.map((value, k) => value + metres * (direction[k] ?? 0)) as unknown as Vec3;
      // Seen from the panorama's middle; what is hidden from there is nowhere in the picture.
      const towards = normalize(point);
      const known = castRay([0, 0, 0], towards);
      const isHidden = known.metres < Math.hypot(...point) - 0.001;
      const level = Math.hypot(towards[0], towards[2]);
      const angle = axis === 'yaw' ? Math.atan2(towards[0], -towards[2]) : Math.atan2(towards[1], level);
      const phase = Math.atan2((colour[1] ?? 0) - 128, (colour[0] ?? 0) - 128) / (2 * Math.PI);
      const turns = phase - angle * PHASES_PER_RADIAN;
      const off = Math.abs(turns - Math.round(turns)) / PHASES_PER_RADIAN;
      const px = (off * (axis === 'yaw' ? level : 1)) / PIXEL;
      all.push(px);
      if (!isHidden && !isPillar) walls.push(px);
    }
    return { all, walls };
  }

  const share = (of: readonly number[], part: number): number => [...of].sort((a, b) => a - b)[Math.floor(part * (of.length - 1))] ?? NaN; // prettier-ignore

  it.each([
    ['a cube', (axis: string): PanoramaSource => chart(axis, 256, 3)],
    [
      'an equirectangular picture',
      (axis: string): PanoramaSource => ({
        type: 'equirect-image',
        uri: `/chart/equirect-${axis}/2048.png`,
        width: 2_048,
        height: 1_024,
      }),
    ],
  ] as const)('are where they are for each eye, by %s, with no hole anywhere', async (_, source) => {
    for (const axis of ['yaw', 'pitch'] as const) {
      if (axis === 'pitch') opened = await reopen();
      await wear([{ id: 'room', layers: { only: source(axis) }, depth }]);
      for (const pose of POSES) {
        await stepTo(pose);
        const { all, walls } = await deviations(axis, pose);
        const { empty } = await seen();
        const found = { axis, position: pose.position, median: share(walls, 0.5), p95: share(walls, 0.95), p95OfAll: share(all, 0.95) }; // prettier-ignore
        console.log(JSON.stringify(found), JSON.stringify(empty), (await stats()).panoramaTriangles);
        expect(empty).toEqual([0, 0]);
        expect(found.median, JSON.stringify(found)).toBeLessThan(0.7);
        expect(found.p95, JSON.stringify(found)).toBeLessThan(2);
      }
      const { panoramaTriangles, panoramaDrawCalls } = await stats();
      expect(panoramaTriangles).toBeLessThanOrEqual(250_000);
      expect(panoramaDrawCalls).toBe(2);
    }
  });

  async function reopen(): Promise<StagePage> {
    await opened.page.close();
    return stage.open({ width: 2 * SHAPE.widthPx, height: SHAPE.heightPx });
  }
});
void toRadians;
void subtract;
