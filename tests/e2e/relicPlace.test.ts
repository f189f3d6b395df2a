import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition, PanoramaAsset } from '#document/schema.ts';
import { toRadians } from '#shared/angle.ts';
import { boxGlb } from '../fixtures/boxModel.ts';
import { greyPng16 } from '../fixtures/png16.ts';
import { type HallPage, type HallPageOptions, type HallStage, openHallStage } from './gallery/stage.ts';

const WALL: readonly [number, number, number] = [143, 61, 202];
const GREEN = [0, 0.6, 0] as const;
const EYE = 1.6;
const WIDTH = 512;
const HEIGHT = 256;
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

interface Scene {
  /** Where the box stands, degrees and metres from the visitor. */
  readonly yaw: number;
  readonly distance: number;
  readonly heading?: number;
  readonly pose?: PanoramaAsset['pose'];
  readonly depth?: string | null;
  readonly model?: string;
}

function makeCave({ yaw, distance, heading = 0, pose, depth = 'depth.png', model = 'box.glb' }: Scene): Exhibition {
  const bearing = toRadians(yaw + heading);
  const [x, z] = [Math.sin(bearing) * distance, -Math.cos(bearing) * distance];
  const label = { en: 'Cave' };
  const source = { type: 'equirect-image' as const, uri: 'wall.png', width: WIDTH, height: HEIGHT };
  const panorama: PanoramaAsset = {
    kind: 'panorama',
    id: 'walls',
    label,
    layers: [{ id: 'main', kind: 'as-found', label, source }],
    ...(pose && { pose }),
    ...(depth !== null && { depth: { uri: depth, width: WIDTH, height: HEIGHT } }),
  };
  const relic = {
    kind: 'relic' as const,
    id: 'box',
    label: { en: 'Box' },
    model: 'box-model',
    // Its front towards the visitor.
    stands: { position: [10 + x, EYE - 0.4, 20 + z] as [number, number, number], turn: yaw + heading },
  };
  return {
    formatVersion: 1,
    id: 'cave',
    label,
    defaultLanguage: 'en',
    languages: ['en'],
    assets: [
      panorama,
      {
        kind: 'model',
        id: 'box-model',
        label,
        lods: [{ quality: 'thumb', uri: model, bytes: 1_700, triangles: 12 }],
        boundingBox: { min: [-0.5, 0, -0.2], max: [0.5, 0.8, 0.2] },
      },
    ],
    nodes: [
      {
        id: 'here',
        label,
        asset: 'walls',
        position: [10, EYE, 20],
        heading,
        hotspots: [relic],
        links: [{ to: 'there' }],
      },
      { id: 'there', label, asset: 'walls', position: [10, EYE, 30], heading },
    ],
  };
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
