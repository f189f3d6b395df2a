import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toDegrees } from '#shared/angle.ts';
import { boxGlb } from '../fixtures/boxModel.ts';
import { greyPng16 } from '../fixtures/png16.ts';
import { withinReach } from '#scene/panorama/depth/standing.ts';
import type { Vec3 } from '#shared/vec.ts';
import { castRay, roomDepth } from './panorama/analyticRoom.ts';
import type { HeadPose } from './panorama/headset.ts';
import { POINTS, SHAPE, sightsOf } from './panorama/sights.ts';
import { HEIGHT, makeCave, type Scene, WIDTH } from './gallery/cave.ts';
import { type HallPage, type HallPageOptions, type HallStage, openHallStage } from './gallery/stage.ts';

const WALL: readonly [number, number, number] = [143, 61, 202];
const GREEN = [0, 0.6, 0] as const;
/** Metres and degrees of the panorama's own view: a pillar before the wall. */
const PILLAR = { distance: 2, from: -30, to: 0 };
const FAR = 6;

let stage: HallStage;
let opened: HallPage | null = null;

beforeAll(async () => {
  stage = await openHallStage();
  const wall = { create: { width: WIDTH, height: HEIGHT, channels: 3 as const, background: rgb(WALL) } };
  stage.files.set('wall.png', await sharp(wall).png().toBuffer());
  stage.files.set('depth.png', greyPng16(WIDTH, HEIGHT, millimetresAt));
  stage.files.set('depth-room.png', await roomDepth(2 * WIDTH));
  stage.files.set('depth-cut.png', greyPng16(WIDTH, HEIGHT, millimetresAt).slice(0, 400));
  // A metre wide, 0.8 high, and it shines, so that its colour is known.
  stage.files.set('box.glb', await boxGlb({ min: [-0.5, 0, -0.2], max: [0.5, 0.8, 0.2], colour: GREEN, glows: true }));
  stage.files.set('matt.glb', await boxGlb({ min: [-0.5, 0, -0.2], max: [0.5, 0.8, 0.2], colour: [0.8, 0.8, 0.8] }));
});
afterAll(() => stage?.close());
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
  expect(last?.complaints ?? []).toEqual([]);
});

function rgb([r, g, b]: readonly [number, number, number]) {
  return { r, g, b };
}

function millimetresAt(x: number): number {
  const yaw = ((x + 0.5) / WIDTH - 0.5) * 360;
  return 1_000 * (yaw > PILLAR.from && yaw < PILLAR.to ? PILLAR.distance : FAR);
}

async function enter(scene: Scene, view: { yaw: number; pitch: number }, options: HallPageOptions = {}) {
  opened = await stage.open(options);
  const { page } = opened;
  const open = { exhibition: makeCave(scene), nodeId: 'here', baseUrl: `${stage.origin}/files/` };
  await page.evaluate((o) => window.hallPlay.open(o), open);
  const look = (yaw: number, pitch = 0) =>
    page.evaluate(([y, p]) => window.hallPlay.look(y, p, 40), [yaw, pitch] as const);
  await look(view.yaw, view.pitch);
  const colour = (left: number, top: number, width: number, height: number) =>
    page.evaluate((part) => window.hallPlay.meanOf(...part), [left, top, width, height] as const);
  return { page, look, colour };
}

const isWall = (colour: readonly number[]) => colour.every((value, k) => Math.abs(value - (WALL[k] ?? 0)) < 6);
/** From the side it mirrors some of the walls. */
const isOfRelic = ([red = 0, green = 0]: readonly number[]) => green > red + 80;
const isGreen = ([red = 0, green = 0, blue = 0]: readonly number[]) => green > 120 && red < 40 && blue < 40;

describe('a relic in a cave', () => {
  it('is hidden where a pillar is nearer and seen where it is not, sharp to a degree', async () => {
    const { page, colour } = await enter({ yaw: 0, distance: 4 }, { yaw: 0, pitch: 0 });
    // The box reaches 7° to both sides; 40° of view are 360 pixels high, a degree is about 8.6 pixels.
    expect(isWall(await colour(0.42, 0.47, 0.06, 0.06))).toBe(true);
    expect(isGreen(await colour(0.52, 0.47, 0.05, 0.06))).toBe(true);
    expect(await page.evaluate(() => window.hallPlay.faults)).toEqual([]);
  });

  it('is seen whole before the pillar', async () => {
    const { colour } = await enter({ yaw: -12, distance: 1.6 }, { yaw: -12, pitch: 0 });
    expect(isGreen(await colour(0.4, 0.45, 0.2, 0.1))).toBe(true);
  });

  it('follows the heading of its place and the turned pose of its panorama', async () => {
    // The pillar of the panorama appears at 60° to 90° of the view now.
    const turned = { pose: { heading: 90 }, heading: 200 };
    const hidden = await enter({ yaw: 75, distance: 4, ...turned }, { yaw: 75, pitch: 0 });
    expect(isWall(await hidden.colour(0.4, 0.4, 0.2, 0.2))).toBe(true);
    await opened?.close();
    const seen = await enter({ yaw: -12, distance: 4, ...turned }, { yaw: -12, pitch: 0 });
    expect(isGreen(await seen.colour(0.46, 0.46, 0.08, 0.08))).toBe(true);
  });

  it('is lit by the walls around it, in their colour', async () => {
    const { colour } = await enter({ yaw: -12, distance: 1.6, model: 'matt.glb' }, { yaw: -12, pitch: 0 });
    const [red = 0, green = 0, blue = 0] = await colour(0.45, 0.45, 0.1, 0.1);
    expect(blue).toBeGreaterThan(80);
    expect(red).toBeGreaterThan(green + 10);
    expect(blue).toBeGreaterThan(red + 10);
  });

  it('darkens the ground beneath it, and nothing else', async () => {
    const { page, colour } = await enter({ yaw: 90, distance: 3, depth: null }, { yaw: 90, pitch: 0 });
    // Just below the box: its foot is 0.4 m below the eyes.
    const below = await colour(0.48, 0.7, 0.04, 0.02);
    expect(below[0]).toBeLessThan(WALL[0] - 12);
    expect(isWall(await colour(0.1, 0.75, 0.1, 0.1))).toBe(true);
    expect(isWall(await colour(0.45, 0.1, 0.1, 0.1))).toBe(true);
    expect(await page.evaluate(() => window.hallPlay.faults)).toEqual([]);

    // Lifted, a third as large and to the left, it leaves nothing behind and is met where it is now.
    const meets = () =>
      page.evaluate(() => {
        const ray = (z: number) => {
          const length = Math.hypot(1, z);
          return { origin: [0, 0, 0], direction: [1 / length, 0, z / length] } as const;
        };
        const { place } = window.hallPlay;
        return [0, -0.35].map((z) => place.grabbable(ray(z))?.hotspotId ?? null);
      });
    expect(await meets()).toEqual(['box', null]);
    const carry = () =>
      page.evaluate(() => {
        const { place, whenSharp } = window.hallPlay;
        const matrix = place.lift('box')?.placed.matrix.clone();
        if (matrix) place.carry('box', matrix.makeScale(0.3, 0.3, 0.3).setPosition(1, -0.1, -0.35));
        return whenSharp();
      });
    await carry();
    expect(await meets()).toEqual([null, 'box']);
    expect(isWall(await colour(0.48, 0.7, 0.04, 0.02))).toBe(true);
    expect(isWall(await colour(0.45, 0.45, 0.1, 0.1))).toBe(true);
    expect(isGreen(await colour(0.15, 0.4, 0.06, 0.1))).toBe(true);
    await page.evaluate(() => {
      window.hallPlay.place.putDown('box');
      return window.hallPlay.whenSharp();
    });
    expect(await meets()).toEqual(['box', null]);
    expect((await colour(0.48, 0.7, 0.04, 0.02))[0]).toBeLessThan(WALL[0] - 12);
  });

  it('is lit up when pointed at, opens its label at a tap and is taken up at the next, but not through the pillar', async () => {
    const { page, look } = await enter({ yaw: 0, distance: 4 }, { yaw: 3, pitch: 0 });
    const hover = await page.evaluate(() => {
      const { yaw, pitch } = { yaw: 0.05, pitch: 0 };
      return [window.hallPlay.place.hover({ yaw, pitch, kind: 'fine' }), window.hallPlay.focus.isLit('hotspot:box')];
    });
    expect(hover).toEqual([true, true]);
    await look(-3);
    expect(await page.evaluate(() => window.hallPlay.pickAhead())).toBe(false);
    await look(3);
    expect(await page.evaluate(() => window.hallPlay.pickAhead())).toBe(true);
    const state = () =>
      page.evaluate(() => {
        const { panel, relic } = window.hallPlay.tour.store.getState();
        return { panel, relic: relic?.hotspotId ?? null };
      });
    expect(await state()).toEqual({ panel: { kind: 'hotspot', hotspotId: 'box' }, relic: null });
    expect(await page.evaluate(() => window.hallPlay.pickAhead())).toBe(true);
    expect(await state()).toEqual({ panel: null, relic: 'box' });
    const before = await page.evaluate(() => window.hallPlay.where());
    await page.evaluate(() => window.hallPlay.tour.commands.relic.close());
    await page.evaluate(() => window.hallPlay.whenSharp());
    expect(await page.evaluate(() => window.hallPlay.where())).toEqual(before);
  });

  it('is shown all the same where its depth picture is damaged, which is told once', async () => {
    const { page, colour } = await enter({ yaw: 90, distance: 4, depth: 'depth-cut.png' }, { yaw: 90, pitch: 0 });
    expect(isGreen(await colour(0.46, 0.46, 0.08, 0.08))).toBe(true);
    const faults = await page.evaluate(() => window.hallPlay.faults);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^assets\.walls\.depth: \/files\/depth-cut\.png: /);
  });

  it('is gone with its memory in the next place', async () => {
    const { page, colour } = await enter({ yaw: 90, distance: 4 }, { yaw: 90, pitch: 0 });
    await page.evaluate(() => window.hallPlay.tour.commands.goTo('there'));
    await page.evaluate(() => window.hallPlay.whenSharp());
    expect(isWall(await colour(0.4, 0.4, 0.2, 0.2))).toBe(true);
    expect(await page.evaluate(() => window.hallPlay.stats().textureBytes['surroundings'])).toBe(0);
  });
});

describe('a relic in a cave, in a headset', () => {
  /** Where it stands: behind the pillar of the room, aside of it, before the wall. */
  const AT = { x: 0.95, z: -2.5 };
  const POSES: readonly HeadPose[] = [
    { position: [0, 0, 0], yaw: 20, pitch: 0 },
    { position: [0.3, 0.05, 0], yaw: 15, pitch: 0 },
    { position: [-0.3, 0, 0.1], yaw: 25, pitch: 0 },
    // Beyond its reach the head takes the room along, and the relic with it.
    { position: [0.4, 0, 0.3], yaw: 20, pitch: 0 },
  ];

  it('is hidden by the pillar as each eye sees it, wherever the head is, and is taken where it is seen', async () => {
    const scene: Scene = {
      yaw: toDegrees(Math.atan2(AT.x, -AT.z)),
      distance: Math.hypot(AT.x, AT.z),
      turn: 0,
      depth: 'depth-room.png',
      depthWidth: 2 * WIDTH,
    };
    const size = { width: 2 * SHAPE.widthPx, height: SHAPE.heightPx };
    const { page } = await enter(scene, { yaw: 20, pitch: 0 }, size);
    await page.evaluate((shape) => window.hallPlay.wear(shape), SHAPE);
    for (const pose of POSES) {
      await page.evaluate((to) => window.hallPlay.stepTo(to), pose);
      const pictures = await page.evaluate((points) => window.hallPlay.seen(points), POINTS);
      const sights = sightsOf(pictures, pose);
      const rays = sights.map(({ eye, direction }) => ({ origin: eye, direction }));
      const grabbed = await page.evaluate(
        (all) => all.map((ray) => window.hallPlay.place.grabbable(ray) !== null),
        rays,
      );
      const away = Math.hypot(...pose.position);
      const lag = away > 0 ? withinReach(away) / away - 1 : 0;
      const counts = { seen: 0, hidden: 0, wrong: [] as string[], wronglyTaken: [] as string[] };
      sights.forEach(({ colour, direction, eye, isRight }, i) => {
        const from = eye.map((value, k) => value + lag * (pose.position[k] ?? 0)) as unknown as Vec3;
        const due = dueAround(from, direction);
        if (due === null) return;
        if (due === 'seen') counts.seen++;
        else if (due === 'hidden') counts.hidden++;
        const which = `${due} ${colour.join(',')} ${isRight ? 'right' : 'left'} ${direction.map((value) => value.toFixed(3)).join(' ')}`;
        if (isOfRelic(colour) !== (due === 'seen')) counts.wrong.push(which);
        if (grabbed[i] !== (due === 'seen')) counts.wronglyTaken.push(which);
      });
      expect(counts, JSON.stringify(pose)).toMatchObject({ wrong: [], wronglyTaken: [] });
      expect(Math.min(counts.seen, counts.hidden), JSON.stringify([pose, counts])).toBeGreaterThan(10);
    }
  });

  /** What a ray ends on: the relic, the pillar before it, something else. */
  function dueAlong(from: Vec3, direction: Vec3): 'seen' | 'hidden' | 'beside' {
    const box = { least: [AT.x - 0.5, -0.4, AT.z - 0.2], most: [AT.x + 0.5, 0.4, AT.z + 0.2] };
    let [enter, leave] = [0, Infinity];
    for (const k of [0, 1, 2] as const) {
      const [a, b] = [box.least, box.most].map((side) => ((side[k] ?? 0) - from[k]) / direction[k]);
      enter = Math.max(enter, Math.min(a ?? 0, b ?? 0));
      leave = Math.min(leave, Math.max(a ?? 0, b ?? 0));
    }
    if (enter > leave) return 'beside';
    return castRay(from, direction).metres < enter ? 'hidden' : 'seen';
  }

  /** The same for all rays within two thirds of a degree; null where they differ. */
  function dueAround(from: Vec3, [x, y, z]: Vec3): ReturnType<typeof dueAlong> | null {
    const due = dueAlong(from, [x, y, z]);
    const aside = 0.012;
    const all = [[-z, 0, x], [z, 0, -x], [0, 1, 0], [0, -1, 0]] as const; // prettier-ignore
    const isEven = all.every(([a, b, c]) => dueAlong(from, [x + aside * a, y + aside * b, z + aside * c]) === due);
    return isEven ? due : null;
  }
});
