/** What a headset's two eyes see of panoramas: how sharp, which eye which picture, and walls at their distance. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf, dot, normalize, type Vec3 } from '#shared/vec.ts';
import type { PanoramaSource } from '#sources/panorama/schema.ts';
import { withinReach } from '#scene/panorama/depth/standing.ts';
import { castRay } from './panorama/analyticRoom.ts';
import { LEVEL_COLOURS, MOSS, PHASES_PER_RADIAN, PLUM, colourOf, glowOf } from './panorama/charts.ts';
import { difference, isBetween, POINTS, SHAPE, sightsOf } from './panorama/sights.ts';
import type { EyePictures, HeadPose } from './panorama/headset.ts';
import type { PlayNode } from './panorama/play.ts';
import { openStage, type Stage, type StagePage } from './panorama/stage.ts';

const VIEW = { yaw: 0, pitch: 0, fov: 60 };
const AHEAD: HeadPose = { position: [0, 0, 0], yaw: 0, pitch: 0 };
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

describe('two eyes', () => {
  it('get the very level with a texel per pixel where their lenses look, nothing finer beside it, and one tile a frame', async () => {
    await wear([{ id: 'place', layers: { only: chart('level', 64, 4) } }]);
    const { frames, mostUploads } = await stepTo(AHEAD);
    expect(mostUploads).toBe(1);
    const focal = SHAPE.widthPx / (SHAPE.tangents[0] + SHAPE.tangents[1]);
    const due = [0, 1, 2, 3].find((level) => 64 * 2 ** level >= 2 * focal) ?? 0;
    expect(due).toBe(2);
    const pictures = await seen();
    expect(pictures.empty).toEqual([0, 0]);
    const levelOf = (colour: readonly number[]) => LEVEL_COLOURS.findIndex((known) => difference(colour, known) <= 2);
    let middle = 0;
    for (const { colour, aside } of sightsOf(pictures, AHEAD)) {
      const level = levelOf(colour);
      // Towards the edges a single flat view would want a level more.
      expect(aside < Math.PI / 6 ? [due] : [due, due - 1]).toContain(level);
      if (aside < Math.PI / 6) middle++;
    }
    expect(middle).toBeGreaterThan(500);
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
      if (Math.abs(direction[0]) < 0.04) continue;
      const [before, behind] = isRight ? [glowOf(direction), MOSS] : [colourOf(direction), PLUM];
      expect(difference(colour, direction[0] < 0 ? before : behind)).toBeLessThanOrEqual(3);
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
    { position: [-0.12, 0.1, -0.15], yaw: 40, pitch: -20 },
    // Within reach, but no longer where the head is free: the picture lags by 4 mm.
    { position: [0.3, 0, 0], yaw: -10, pitch: 10 },
  ];

  /** How far pixels are from showing the very point of the room that their ray ends on, pixels of the real thing. */
  function deviationsOf(pictures: EyePictures, pose: HeadPose): { all: number[]; walls: number[] } {
    const [all, walls]: [number[], number[]] = [[], []];
    const metresAway = Math.hypot(...pose.position);
    const lag = metresAway > 0 ? withinReach(metresAway) / metresAway - 1 : 0;
    for (const { colour, direction, eye } of sightsOf(pictures, pose)) {
      const from = eye.map((value, k) => value + lag * (pose.position[k] ?? 0)) as unknown as Vec3;
      const { metres, isPillar } = castRay(from, direction);
      const point = from.map((value, k) => value + metres * (direction[k] ?? 0)) as unknown as Vec3;
      // What is hidden from the panorama's middle is nowhere in the picture.
      const towards = normalize(point);
      const isHidden = castRay([0, 0, 0], towards).metres < Math.hypot(...point) - 0.001;
      const level = Math.hypot(towards[0], towards[2]);
      const [red = 0, green = 0, blue = 0] = colour;
      const yawTurns = Math.atan2(green - 128, red - 128) / (2 * Math.PI) - Math.atan2(towards[0], -towards[2]) * PHASES_PER_RADIAN; // prettier-ignore
      const yawOff = (Math.abs(yawTurns - Math.round(yawTurns)) / PHASES_PER_RADIAN) * level;
      const pitchTurns = Math.atan2(towards[1], level) * PHASES_PER_RADIAN;
      const folded = Math.abs(pitchTurns - Math.round(pitchTurns));
      // A cosine says little where it is at its ends.
      const isClear = Math.abs(blue - 128) < 80;
      const found = Math.acos(Math.min(1, Math.max(-1, (blue - 128) / 110))) / (2 * Math.PI);
      const pitchOff = isClear ? Math.abs(found - folded) / PHASES_PER_RADIAN : 0;
      const px = Math.hypot(yawOff, pitchOff) / PIXEL;
      all.push(px);
      if (!isHidden && !isPillar) walls.push(px);
    }
    return { all, walls };
  }

  const share = (of: readonly number[], part: number): number => [...of].sort((a, b) => a - b)[Math.floor(part * (of.length - 1))] ?? NaN; // prettier-ignore

  it.each([
    ['a cube', chart('phase', 256, 3), POSES],
    [
      'an equirectangular picture',
      { type: 'equirect-image', uri: '/chart/equirect-phase/2048.png', width: 2_048, height: 1_024 },
      POSES.slice(0, 1),
    ],
  ] as const)('are where they are for each eye, by %s, with no hole anywhere', async (_, source, poses) => {
    await wear([{ id: 'room', layers: { only: source }, depth }]);
    for (const pose of poses) {
      await stepTo(pose);
      const pictures = await seen();
      const { all, walls } = deviationsOf(pictures, pose);
      const found = { pose, median: share(walls, 0.5), p95: share(walls, 0.95), p95OfAll: share(all, 0.95), empty: pictures.empty }; // prettier-ignore
      expect(pictures.empty).toEqual([0, 0]);
      expect(found.median, JSON.stringify(found)).toBeLessThan(0.5);
      expect(found.p95, JSON.stringify(found)).toBeLessThan(2);
      const { panoramaTriangles, panoramaDrawCalls } = await stats();
      expect(panoramaTriangles).toBeLessThanOrEqual(250_000);
      expect(panoramaDrawCalls).toBe(2);
    }
  });

  it('carry the rim of a lens, and what it shows, at their distance too', async () => {
    const node: PlayNode = { id: 'room', layers: { base: chart('plum'), other: chart('moss') }, depth };
    await wear([node]);
    await opened.page.evaluate(() => window.play.compare('other', 'lens', { lens: { yaw: 0, pitch: 0, radius: 0.3 } }));
    // The lens goes with the gaze; here it is away from the pillar.
    const pose: HeadPose = { position: [0.12, 0, 0], yaw: -25, pitch: 0 };
    const axis = directionOf(toRadians(pose.yaw), 0);
    await stepTo(pose);
    const counts = { inside: 0, outside: 0 };
    for (const { colour, direction, eye } of sightsOf(await seen(), pose)) {
      const { metres } = castRay(eye, direction);
      // The lens lies on the wall: in the direction from the panorama's middle.
      const towards = normalize(eye.map((value, k) => value + metres * (direction[k] ?? 0)) as unknown as Vec3);
      const angle = Math.acos(Math.min(1, dot(axis, towards)));
      if (Math.abs(angle - 0.3) < 0.05) continue;
      counts[angle < 0.3 ? 'inside' : 'outside']++;
      expect(difference(colour, angle < 0.3 ? MOSS : PLUM)).toBeLessThanOrEqual(2);
    }
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(50);
    expect((await stats()).panoramaDrawCalls).toBe(4);
  });
});
