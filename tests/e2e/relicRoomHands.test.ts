import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './ui/openUi.ts';
import { openRoomStage, type RoomSize, type RoomStage } from './relicRoom/stage.ts';

const SIZE = { width: 320, height: 200 };
const MIDDLE = [160, 95] as const;

let stage: RoomStage;
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  stage = await openRoomStage();
});
afterAll(() => stage?.close());
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

async function open(assetId: string, options: object = {}, size: RoomSize = { ...SIZE, reducedMotion: true }) {
  ({ page, complaints } = await stage.open(size));
  await page.evaluate(([id, wishes]) => window.relicRoom.open(id, wishes), [assetId, options] as const);
}

const orbit = (wish: object | null) => page.evaluate((to) => window.relicRoom.orbit(to), wish);
const set = (settings: object) => page.evaluate((wish) => window.relicRoom.set(wish), settings);
const relic = () => page.evaluate(() => window.relicRoom.relic());
const framesDrawn = () => page.evaluate(() => window.relicRoom.stats().framesDrawn);
const front = { yaw: 0, pitch: 0, distance: Infinity };

async function settled() {
  await page.evaluate(() => window.relicRoom.whenSharp());
  const orbitAtRest = (await relic())?.settledOrbit;
  if (!orbitAtRest) throw new Error('the camera has not come to rest');
  return orbitAtRest;
}

async function drag(by: readonly [number, number], button: 'left' | 'right' = 'left'): Promise<void> {
  const [x, y] = MIDDLE;
  await page.mouse.move(x, y);
  await page.mouse.down({ button });
  await page.mouse.move(x + by[0] / 2, y + by[1] / 2);
  await page.mouse.move(x + by[0], y + by[1]);
  await page.mouse.up({ button });
}

async function whenRead(): Promise<void> {
  await expect
    .poll(() => page.evaluate(([x, y]) => window.relicRoom.pick(x, y), MIDDLE), { timeout: 60_000 })
    .not.toBeNull();
}

/** Frames drawn in a second and a half without anybody doing anything, once what workers still had to say is said. */
async function framesAtRest(): Promise<number> {
  await page.evaluate(() => window.relicRoom.whenSharp());
  let drawn = Infinity;
  for (let tries = 0; tries < 6 && drawn > 0; tries++) {
    const before = await framesDrawn();
    await page.waitForTimeout(1_500);
    drawn = (await framesDrawn()) - before;
  }
  return drawn;
}

describe('a relic in the hands', () => {
  it('is turned, moved and brought nearer by the mouse', async () => {
    await open('cube');
    await orbit(front);
    const { distance } = await settled();
    await drag([-40, 0]);
    const turned = await settled();
    expect(turned.yaw).toBeGreaterThan(0.4);
    expect(turned.distance).toBeCloseTo(distance, 6);
    await drag([0, -30], 'right');
    const moved = await settled();
    expect(moved.yaw).toBeCloseTo(turned.yaw, 6);
    expect(moved.target[1]).toBeLessThan(turned.target[1] - 0.005);
    await page.mouse.wheel(0, -300);
    await eventually(async () => (await settled()).distance).toBeLessThan(distance * 0.7);
    await page.keyboard.press('Home');
    await eventually(async () => (await settled()).target[1]).toBeCloseTo(0.05, 4);
  });

  it('is looked at where it was clicked twice', async () => {
    await open('cube');
    await orbit(front);
    await whenRead();
    await page.mouse.dblclick(170, 90);
    await eventually(async () => (await settled()).target[2]).toBeCloseTo(0.05, 5);
    const { target } = await settled();
    expect(target[0]).toBeGreaterThan(0.001);
  });

  it('is turned, moved and brought nearer by keys, and put back by Escape', async () => {
    await open('cube');
    await orbit(front);
    const { distance } = await settled();
    const hold = async (keys: string): Promise<void> => {
      await page.keyboard.down(keys);
      await page.waitForTimeout(200);
      await page.keyboard.up(keys);
    };
    await hold('ArrowRight');
    await eventually(async () => (await settled()).yaw).toBeGreaterThan(0.02);
    await hold('+');
    await eventually(async () => (await settled()).distance).toBeLessThan(distance - 0.001);
    await page.keyboard.press('Escape');
    expect(await relic()).toBeNull();
  });

  it('is turned by one finger, and moved and brought nearer by two', async () => {
    await open('cube', {}, { ...SIZE, reducedMotion: true, isTouch: true });
    await orbit(front);
    const touches = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly (readonly [number, number])[]) =>
      touches.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    await touch('touchStart', [[160, 90]]);
    for (const x of [150, 130, 110]) await touch('touchMove', [[x, 90]]);
    await touch('touchEnd', []);
    const turned = await settled();
    expect(turned.yaw).toBeGreaterThan(0.3);
    await touch('touchStart', [[150, 90]]);
    await touch('touchStart', [[150, 90], [170, 90]]); // prettier-ignore
    for (const spread of [15, 25, 40]) {
      await touch('touchMove', [[160 - spread, 90], [160 + spread, 90]]); // prettier-ignore
    }
    await touch('touchEnd', []);
    expect((await settled()).distance).toBeLessThan(turned.distance * 0.6);
  });
});

describe('what is marked on a relic', () => {
  const annotations = [
    { id: 'side', label: { en: 'Side' }, target: { type: 'point', at: [0.05, 0.05, 0.03] } },
    {
      id: 'front',
      label: { en: 'Front' },
      target: { type: 'area', corners: [[-0.03, 0.03, 0.05], [0.03, 0.03, 0.05], [0.03, 0.07, 0.05], [-0.03, 0.07, 0.05]] },
    },
  ]; // prettier-ignore

  it('is opened by its badge and then looked at from before it', async () => {
    await open('cube', { annotations });
    await orbit({ yaw: 0.4, pitch: 0.1, distance: Infinity });
    await whenRead();
    await page.evaluate(() => window.relicRoom.openAnnotation('side'));
    const { yaw, target } = await settled();
    expect(yaw).toBeCloseTo(Math.PI / 2, 2);
    expect(target[0]).toBeCloseTo(0.05, 4);
    await orbit(front);
    await page.mouse.click(...MIDDLE);
    await eventually(async () => (await relic())?.annotationId).toBe('front');
    await page.keyboard.press('Escape');
    expect((await relic())?.annotationId).toBeNull();
  });
});

describe('the lamp in the hand', () => {
  it('goes where it is pulled', async () => {
    await open('cube');
    await orbit(front);
    await set({ tool: 'lamp', lamp: { yaw: 0, pitch: 0, mix: 0.5 } });
    const before = (await settled()).yaw;
    await drag([40, 0]);
    const state = await relic();
    expect(state?.lamp.yaw).toBeGreaterThan(0.3);
    expect(Math.abs(state?.lamp.pitch ?? 1)).toBeLessThan(0.1);
    expect(state?.lamp.mix).toBe(0.5);
    expect((await settled()).yaw).toBe(before);
  });
});

describe('the relic room at rest', () => {
  it('draws no frame, whatever is shown of the relic', async () => {
    await open('cube', { states: ['red'] });
    expect(await framesAtRest()).toBe(0);
    await set({ section: { normal: [0, 0, 1], offset: 0 }, tool: 'section', scale: 'hand', surface: 'wireframe' });
    expect(await framesAtRest()).toBe(0);
    await set({ states: { stateId: '', otherId: 'red', curtain: 0.4 }, tool: 'tape' });
    expect(await framesAtRest()).toBe(0);
    await page.evaluate(() => window.relicRoom.close());
    expect(await framesAtRest()).toBe(0);
  });

  it('draws while a clip plays, unless less motion was asked for', async () => {
    await open('swing', {}, SIZE);
    // While it plays the picture never comes to rest, so nobody may wait for that.
    await page.evaluate(() => window.relicRoom.tour.commands.relic.set({ clip: 'swing' }));
    const before = await framesDrawn();
    await eventually(framesDrawn).toBeGreaterThan(before + 3);
    await set({ clip: null });
    expect(await framesAtRest()).toBe(0);
    await page.close();
    await open('swing');
    await set({ clip: 'swing' });
    expect(await framesAtRest()).toBe(0);
  });

  it('is reached by a relic that cannot be shown, which says why', async () => {
    // `open` itself waits until nothing is due any more.
    await open('models.nowhere');
    expect(await page.evaluate(() => window.relicRoom.fault())).toMatch(/404|not found/i);
    expect(await framesAtRest()).toBe(0);
    complaints.splice(0, Infinity, ...complaints.filter((text) => !/404|nowhere/.test(text)));
  });

  it('heals after the GPU lost everything', async () => {
    await open('lit-cube');
    await orbit(front);
    const middle = () => page.evaluate(() => window.relicRoom.colours([[0.5, 0.5]]));
    const before = await middle();
    await page.evaluate(async () => {
      const canvas = document.querySelector('canvas');
      const extension = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      const event = (name: string) => new Promise((resolve) => canvas?.addEventListener(name, resolve, { once: true }));
      const lost = event('webglcontextlost');
      extension?.loseContext();
      await lost;
      // A context can only be restored once its loss has been told to everyone.
      await new Promise((resolve) => setTimeout(resolve, 50));
      const restored = event('webglcontextrestored');
      extension?.restoreContext();
      await restored;
    });
    await eventually(middle).toEqual(before);
    complaints.splice(0, Infinity, ...complaints.filter((text) => !text.includes('Context Lost')));
  });
});

describe('smooth edges', () => {
  it('change no colour but those of edges', async () => {
    const look = async (search: string) => {
      await open('cube', {}, { ...SIZE, reducedMotion: true, search });
      await orbit({ yaw: 0.5, pitch: 0.4, distance: Infinity });
      const points = [0.44, 0.5, 0.56].map((x) => [x, 0.5] as const);
      const colours = await page.evaluate((p) => window.relicRoom.colours(p), points);
      const green = (tolerance: number) =>
        page.evaluate((t) => window.relicRoom.count([0x30, 0xa0, 0x40], t), tolerance);
      return { colours, exact: await green(0), near: await green(40) };
    };
    const plain = await look('');
    await page.close();
    const smooth = await look('?smooth');
    expect(smooth.colours).toEqual(plain.colours);
    // Along its outline there are colours in between, which there were none of.
    expect(smooth.near - smooth.exact).toBeGreaterThan(plain.near - plain.exact);
  });
});
