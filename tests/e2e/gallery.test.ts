import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition } from '#document/schema.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { boxGlb } from '../fixtures/boxModel.ts';
import { makeHall, mixedSizes } from '../fixtures/hall.ts';
import { type HallPage, type HallPageOptions, type HallStage, openHallStage } from './gallery/stage.ts';

/** A software-rendered frame may take half a second on a busy machine. */
const PATIENCE = { timeout: 60_000 };
const DEMONSTRATION = path.resolve(import.meta.dirname, '../../public/exhibition.json');
/** What a headset may draw in a frame for both eyes, of which the relics themselves take the most. */
const MOST_TRIANGLES = 20_000;

let stage: HallStage;
let NINE: Exhibition;
let MANY: Exhibition;
let opened: HallPage | null = null;

beforeAll(async () => {
  stage = await openHallStage();
  NINE = await makeFiles(mixedSizes(9, 4));
  MANY = await makeFiles(mixedSizes(200, 9));
});
afterAll(() => stage?.close());
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
  expect(last?.complaints ?? []).toEqual([]);
});

type Sizes = readonly (readonly [number, number, number])[];

/** A hall whose models are boxes, served from the address of their folder. */
async function makeFiles(sizes: Sizes): Promise<Exhibition> {
  const exhibition = makeHall({ sizes });
  for (const [index, [width, height, depth]] of sizes.entries()) {
    const model = exhibition.assets.find(({ id }) => id === `model-${index}`);
    const [lod] = model?.kind === 'model' ? model.lods : [];
    if (!lod) continue;
    const half = [width / 2, depth / 2] as const;
    const colour = [0.1 + (index % 7) / 12, 0.25, 0.1 + (index % 5) / 8] as const;
    const glb = await boxGlb({ min: [-half[0], 0, -half[1]], max: [half[0], height, half[1]], colour });
    lod.uri = `models/${sizes.length}/${index}.glb`;
    lod.bytes = glb.length;
    stage.files.set(lod.uri, glb);
  }
  return exhibition;
}

async function enter(exhibition: Exhibition, options: HallPageOptions & { nodeId?: string; baseUrl?: string } = {}) {
  const { nodeId = 'hall', baseUrl = '/files/', ...rest } = options;
  opened = await stage.open(rest);
  const { page } = opened;
  const open = { exhibition, nodeId, baseUrl: stage.origin + baseUrl };
  await page.evaluate((o) => window.hallPlay.open(o), open);
  const where = () => page.evaluate(() => window.hallPlay.where());
  const sharp = () => page.evaluate(() => window.hallPlay.whenSharp());
  const stats = () => page.evaluate(() => window.hallPlay.stats());
  return { page, where, sharp, stats };
}

function planOf(exhibition: Exhibition) {
  const plan = planHall(exhibition, exhibition.nodes[1]);
  if (!plan) throw new Error('no hall');
  return plan;
}

describe('a hall of nine relics', () => {
  it('opens at its entrance, in a few draw calls, and then draws nothing while nothing moves', async () => {
    const { page, where, stats } = await enter(NINE);
    const plan = planOf(NINE);
    const { x, z, yaw } = await where();
    expect([x, z, yaw].map((value) => Math.round(value * 100) / 100 + 0)).toEqual([0, plan.entrance.z, 0]);
    const { drawCalls, triangles } = await stats();
    // Room, supports, shadows, plates; cards of the pool; each relic is one box.
    expect(drawCalls).toBeLessThanOrEqual(4 + 1 + 9);
    expect(triangles).toBeLessThan(MOST_TRIANGLES);
    const [red = 0, green = 0, blue = 0] = await page.evaluate(() => window.hallPlay.meanOf(0, 0, 1, 1));
    expect(red + green + blue).toBeGreaterThan(60);
    expect(red).toBeGreaterThan(blue);
    await page.waitForTimeout(600);
    const before = (await stats()).framesDrawn;
    await page.waitForTimeout(800);
    expect((await stats()).framesDrawn).toBe(before);
  });

  it('is walked with W and the arrow keys, sideways with A and D, and stops at a plinth', async () => {
    const { page, where, sharp } = await enter(NINE);
    const start = await where();
    await page.keyboard.press('KeyW', { delay: 500 });
    await sharp();
    const ahead = await where();
    expect(start.z - ahead.z).toBeGreaterThan(0.2);
    expect(ahead.x).toBeCloseTo(start.x, 3);
    await page.keyboard.press('KeyD', { delay: 500 });
    await sharp();
    expect((await where()).x - ahead.x).toBeGreaterThan(0.2);
    // The view has not turned meanwhile; the left arrow turns it.
    expect((await where()).yaw).toBeCloseTo(start.yaw, 3);
    await page.keyboard.down('ArrowLeft');
    await expect.poll(async () => (await where()).yaw, { timeout: 60_000 }).toBeLessThan(start.yaw - 0.5);
    await page.keyboard.up('ArrowLeft');
    await sharp();
    const [first] = planOf(NINE).exhibits;
    const { x = 0, z = 0 } = first?.support ?? {};
    await page.evaluate(([sx, sz]) => window.hallPlay.stand(sx, sz), [x, z + 2] as const);
    await page.evaluate(() => window.hallPlay.look(0, 0));
    await page.keyboard.press('ArrowUp', { delay: 3_000 });
    await sharp();
    const end = await where();
    expect(end.z).toBeGreaterThan(z + (first?.support?.depth ?? 0) / 2 + 0.2);
    await expect.poll(() => page.url(), PATIENCE).toContain(`stand=${Number(end.x.toFixed(3))},`);
  });

  it('is walked by a tap on the floor', async () => {
    const { page, where, sharp } = await enter(NINE);
    const start = await where();
    await page.mouse.click(320, 330);
    await sharp();
    const end = await where();
    expect(start.z - end.z).toBeGreaterThan(0.5);
    expect(end.yaw).toBeCloseTo(start.yaw, 1);
  });

  it('leads up to a relic that is tapped, opens its label, takes it up at the next tap; Back returns exactly', async () => {
    const { page, where, sharp } = await enter(NINE);
    await page.evaluate(() => window.hallPlay.stand(0.5, 2));
    await page.evaluate(() => window.hallPlay.look(-5, -4));
    const before = await where();
    await expect.poll(() => page.url(), PATIENCE).toMatch(/view=-5,-4,.*stand=0\.5,2&/);
    const address = page.url();
    const [, second] = planOf(NINE).exhibits;
    await page.evaluate(() => {
      const { tour } = window.hallPlay;
      tour.commands.openPanel({ kind: 'hotspot', hotspotId: 'relic-1' });
    });
    await sharp();
    const near = await where();
    expect(near.x).toBeCloseTo(second?.viewpoint.x ?? NaN, 6);
    expect(near.z).toBeCloseTo(second?.viewpoint.z ?? NaN, 6);
    await expect.poll(async () => (await where()).yaw, PATIENCE).toBeCloseTo(0, 1);
    await sharp();
    expect(page.url()).toContain('show=relic-1');
    const standing = await where();
    // What one has walked up to is in the middle now: the next tap takes it up.
    await page.mouse.click(320, 180);
    expect(await page.evaluate(() => window.hallPlay.tour.store.getState().relic?.hotspotId)).toBe('relic-1');
    expect(await page.evaluate(() => window.hallPlay.gallery.hasCamera)).toBe(false);
    await page.evaluate(() => window.hallPlay.tour.commands.relic.close());
    await sharp();
    expect(await where()).toEqual(standing);
    // To the relic, to its open label, and from there to where one was before it.
    for (let steps = 0; steps < 5 && page.url() !== address; steps++) {
      await page.goBack();
      await sharp();
    }
    expect(page.url()).toBe(address);
    await expect.poll(async () => (await where()).yaw, PATIENCE).toBeCloseTo(before.yaw, 2);
    await sharp();
    const back = await where();
    for (const key of ['x', 'z', 'yaw', 'pitch', 'fov'] as const) expect(back[key]).toBeCloseTo(before[key], 2);
    expect(await page.evaluate(() => window.hallPlay.tour.store.getState().panel)).toBeNull();
  });

  it('is left through its door, and neither way leads through a dark frame', async () => {
    const demonstration = JSON.parse(await readFile(DEMONSTRATION, 'utf8')) as Exhibition;
    const { page, where } = await enter(demonstration, { nodeId: 'terrace-as-found', baseUrl: '/public/' });
    const cross = (nodeId: string) =>
      page.evaluate(async (id) => {
        const watched = window.hallPlay.watch();
        window.hallPlay.tour.commands.goTo(id);
        return watched;
      }, nodeId);
    const [outside = 0] = await page.evaluate(() => window.hallPlay.meanOf(0, 0, 1, 1));
    const thither = await cross('gallery');
    expect(await page.evaluate(() => window.hallPlay.gallery.isHere)).toBe(true);
    const inside = thither.at(-1) ?? 0;
    // Through the door that is behind whoever has just come in.
    expect((await where()).yaw).toBeCloseTo(0, 3);
    await page.evaluate(() => window.hallPlay.look(180, 0));
    const hither = await page.evaluate(async () => {
      const canvas = document.querySelector('canvas') as HTMLCanvasElement;
      const options = { clientX: 320, clientY: 175, pointerId: 1, isPrimary: true, button: 0, bubbles: true };
      canvas.setPointerCapture = () => undefined;
      const watched = window.hallPlay.watch();
      canvas.dispatchEvent(new PointerEvent('pointerdown', options));
      canvas.dispatchEvent(new PointerEvent('pointerup', options));
      return watched;
    });
    expect(await page.evaluate(() => window.hallPlay.tour.store.getState().nodeId)).toBe('terrace-as-found');
    for (const frames of [thither, hither]) {
      expect(frames.length).toBeGreaterThan(1);
      for (const frame of frames) expect(frame).toBeGreaterThan(0.55 * Math.min(outside, inside));
    }
  });

  it('with reduced motion is crossed in strides, and a label is reached at once', async () => {
    const { page, where, sharp } = await enter(NINE, { reducedMotion: true });
    const start = await where();
    await page.keyboard.press('KeyW', { delay: 60 });
    await sharp();
    expect(start.z - (await where()).z).toBeCloseTo(0.7, 2);
    await page.evaluate(() => window.hallPlay.tour.commands.openPanel({ kind: 'hotspot', hotspotId: 'relic-5' }));
    const at = await where();
    expect(at.x).toBeCloseTo(planOf(NINE).exhibits[5]?.viewpoint.x ?? NaN, 6);
  });
});

describe('a hall of two hundred relics', () => {
  it('opens, is walked from end to end, and costs no more draws of its own than one of nine', async () => {
    const { page, where, sharp, stats } = await enter(MANY);
    // Plates of whatever is near are written, relics of whatever is in view are loaded.
    const { drawCalls, triangles, textureBytes } = await stats();
    expect(drawCalls).toBeLessThanOrEqual(200 + 5);
    expect(triangles).toBeLessThan(MOST_TRIANGLES + 200 * 12);
    expect(textureBytes['hall'] ?? Infinity).toBeLessThan(24 * 1024 * 1024);
    expect(await page.evaluate(() => window.hallPlay.faults)).toEqual([]);
    await page.evaluate(() => window.hallPlay.tour.commands.openPanel({ kind: 'hotspot', hotspotId: 'relic-199' }));
    await sharp();
    const last = planOf(MANY).exhibits[199]?.viewpoint;
    const { x, z } = await where();
    expect(Math.hypot(x - (last?.x ?? NaN), z - (last?.z ?? NaN))).toBeLessThan(1e-6);
  });
});
