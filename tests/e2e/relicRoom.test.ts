import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './ui/openUi.ts';
import { openRoomStage, type RoomSize, type RoomStage } from './relicRoom/stage.ts';

type Colour = readonly [number, number, number];

/** Of `relicRoom/bodies.ts` and of the room itself, as they come out on the screen. */
const GREEN: Colour = [0x30, 0xa0, 0x40];
const RED: Colour = [0xd0, 0x20, 0x20];
const BLUE: Colour = [0x20, 0x40, 0xff];
const CUT: Colour = [0x8f, 0x3f, 0x2c];
const CUT_HATCH: Colour = [0x5a, 0x2a, 0x20];
const SMALL = { width: 320, height: 200 };
const TALL = { width: 160, height: 320 };

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

async function open(assetId: string, options: object = {}, size: RoomSize = SMALL): Promise<void> {
  ({ page, complaints } = await stage.open({ reducedMotion: true, ...size }));
  await page.evaluate(([id, wishes]) => window.relicRoom.open(id, wishes), [assetId, options] as const);
}

const front = { yaw: 0, pitch: 0, distance: Infinity };
const orbit = (wish: object | null) => page.evaluate((to) => window.relicRoom.orbit(to), wish);
const set = (settings: object) => page.evaluate((wish) => window.relicRoom.set(wish), settings);
const colours = (points: (readonly [number, number])[]) => page.evaluate((p) => window.relicRoom.colours(p), points);
const count = (colour: Colour, tolerance = 2) =>
  page.evaluate(([c, t]) => window.relicRoom.count(c, t), [colour, tolerance] as const);
const boxOf = (colour: Colour) => page.evaluate((c) => window.relicRoom.boxOf(c, 2), colour);

async function colourAt(x: number, y: number): Promise<number[]> {
  const [colour] = await colours([[x, y]]);
  if (!colour) throw new Error('the picture has no such point');
  return colour;
}

function expectNear(colour: readonly number[], wanted: Colour, tolerance = 2): void {
  wanted.forEach((value, k) =>
    expect(Math.abs((colour[k] ?? 0) - value), String(colour)).toBeLessThanOrEqual(tolerance),
  );
}

/** Waits until the worker has read the relic's surface: something is found in the middle of the view. */
async function whenRead(): Promise<void> {
  const { width, height } = page.viewportSize() ?? SMALL;
  await expect
    .poll(() => page.evaluate(([x, y]) => window.relicRoom.pick(x, y), [width / 2, height / 2] as const), {
      timeout: 60_000,
    })
    .not.toBeNull();
}

describe('a relic of any size', () => {
  for (const [assetId, share] of [
    ['bead', 0.4],
    ['vase', 0.4],
    ['wall', 0.3],
  ] as const) {
    it.each([SMALL, TALL])(`${assetId} is seen whole and large in a view of $width × $height`, async (size) => {
      await open(assetId, {}, size);
      await orbit(front);
      const box = await boxOf(GREEN);
      if (!box) throw new Error('nothing of it is in the picture');
      const [left, top, right, bottom] = box;
      expect(Math.min(left, top)).toBeGreaterThan(0.02);
      expect(Math.max(right, bottom)).toBeLessThan(0.98);
      expect(Math.max(right - left, bottom - top)).toBeGreaterThan(share);
      expect(left + right).toBeCloseTo(1, 1);
    });
  }

  it.each([SMALL, TALL])(
    'is the same picture, a bead of 5 mm or a colossus of 50 m: $width × $height',
    async (size) => {
      const boxes = [];
      for (const assetId of ['bead', 'colossus']) {
        await open(assetId, {}, size);
        await orbit({ yaw: 0.6, pitch: 0.3, distance: Infinity });
        boxes.push(await boxOf(GREEN));
        if (assetId === 'bead') await page.close();
      }
      const [bead, colossus] = boxes;
      if (!bead || !colossus) throw new Error('nothing of it is in the picture');
      // To a pixel.
      bead.forEach((edge, k) => expect(Math.abs(edge - (colossus[k] ?? NaN))).toBeLessThan(1.5 / 160));
    },
  );

  it('makes room for panels', async () => {
    await open('vase');
    await orbit(front);
    await page.evaluate(() => window.relicRoom.insets({ top: 0, right: 160, bottom: 0, left: 0 }));
    const [left, , right] = (await boxOf(GREEN)) ?? [];
    expect(((left ?? 0) + (right ?? 0)) / 2).toBeCloseTo(0.25, 1);
    expect(right).toBeLessThan(0.5);
  });
});

describe('the surfaces of a relic', () => {
  it('are its own, clay, normals, and others; a variant of the file counts', async () => {
    await open('lit-cube');
    await orbit(front);
    await set({ surface: 'normals' });
    expectNear(await colourAt(0.5, 0.5), [128, 128, 255]);
    await set({ surface: 'clay', lamp: { yaw: 0, pitch: 0, mix: 1 } });
    const [red = 0, green = 0, blue = 0] = await colourAt(0.5, 0.5);
    expect(red).toBeGreaterThan(150);
    expect(red).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(blue);
    await set({ surface: 'textured', variant: 'blue' });
    expectNear(await colourAt(0.5, 0.5), BLUE);
    await set({ variant: null, surface: 'clay', lamp: { yaw: Math.PI, pitch: 0, mix: 1 } });
    // The lamp alone, from behind: no light from anywhere else.
    expect(Math.max(...(await colourAt(0.5, 0.5)))).toBeLessThan(4);
  });

  it('let light through in the x-ray: what lies behind adds to it', async () => {
    await open('lit-cube');
    await orbit({ yaw: 0.5, pitch: 0.3, distance: Infinity });
    await set({ surface: 'x-ray' });
    const [inside = 0] = await colourAt(0.5, 0.45);
    const [beside = 0] = await colourAt(0.2, 0.1);
    expect(inside).toBeGreaterThan(beside + 8);
  });

  it('are lines in the wireframe, and dark between them', async () => {
    await open('lit-cube');
    await orbit({ yaw: 0, pitch: 0, distance: 0.2 });
    await set({ surface: 'wireframe', lamp: { yaw: 0, pitch: 0, mix: 0 } });
    const row = await colours(Array.from({ length: 200 }, (_, i) => [0.3 + i / 500, 0.4] as const));
    const brightness = row.map(([red = 0]) => red);
    expect(Math.max(...brightness)).toBeGreaterThan(Math.min(...brightness) + 60);
  });
});

describe('a cut through a relic', () => {
  it('is filled where the relic is solid and nowhere else', async () => {
    await open('cube');
    await orbit(front);
    const whole = await boxOf(GREEN);
    expect(await count(CUT)).toBe(0);
    await set({ section: { normal: [0, 0, 1], offset: 0.02 } });
    expectNear(await colourAt(0.5, 0.5), CUT);
    const cap = await boxOf(CUT);
    if (!whole || !cap) throw new Error('there is no cut, or was no cube');
    // The cut lies behind the front that was seen before, so it is a little smaller and inside.
    expect(cap[0]).toBeGreaterThanOrEqual(whole[0]);
    expect(cap[1]).toBeGreaterThanOrEqual(whole[1]);
    expect(cap[2]).toBeLessThanOrEqual(whole[2]);
    expect(cap[3]).toBeLessThanOrEqual(whole[3]);
    expect((cap[2] - cap[0]) / (whole[2] - whole[0])).toBeGreaterThan(0.85);
    expect(await count(CUT_HATCH)).toBe(0);
    // From behind one sees the relic, not its cut.
    await orbit({ yaw: Math.PI, pitch: 0 });
    expect(await count(CUT)).toBe(0);
    expectNear(await colourAt(0.5, 0.5), GREEN);
  });

  it('is hatched where the mesh does not close, as its fill is a guess', async () => {
    await open('open-cube');
    await orbit({ yaw: 0.3, pitch: 0.2, distance: Infinity });
    await whenRead();
    await set({ section: { normal: [1, 0, 0], offset: 0 } });
    await eventually(() => count(CUT_HATCH)).toBeGreaterThan(50);
  });

  it('is moved by its handle, and only into the relic', async () => {
    await open('cube');
    await orbit({ yaw: Math.PI / 2, pitch: 0, distance: Infinity });
    await set({ section: { normal: [0, 0, 1], offset: 0 }, tool: 'section' });
    await page.mouse.move(160, 92);
    await page.mouse.down();
    // Seen from the right, towards the front is to the left.
    await page.mouse.move(150, 92);
    await page.mouse.move(136, 92);
    await page.mouse.up();
    const offset = () => page.evaluate(() => window.relicRoom.relic()?.section?.offset ?? 0);
    expect(await offset()).toBeGreaterThan(0.005);
    expect(await offset()).toBeLessThan(0.05);
  });
});

describe('two states of a relic', () => {
  it('are shown on both sides of the curtain', async () => {
    await open('cube', { states: ['red'] });
    await orbit(front);
    await set({ states: { stateId: '', otherId: 'red', curtain: 0.5 } });
    await eventually(() => colourAt(0.46, 0.5)).toEqual([...RED]);
    expectNear(await colourAt(0.54, 0.5), GREEN);
    await set({ states: { stateId: '', otherId: 'red', curtain: 0.6 } });
    expectNear(await colourAt(0.56, 0.5), RED);
    await set({ states: { stateId: 'red', otherId: null, curtain: 0.6 } });
    await eventually(() => colourAt(0.54, 0.5)).toEqual([...RED]);
    expect(await count(GREEN)).toBe(0);
  });
});

describe('the tape', () => {
  it('measures a cube of ten centimetres to a tenth of a millimetre', async () => {
    await open('cube');
    await orbit(front);
    await whenRead();
    await set({ tool: 'tape' });
    const middle = async (): Promise<void> => {
      const [left = 0, top = 0, right = 0, bottom = 0] = (await boxOf(GREEN)) ?? [];
      const { width, height } = SMALL;
      await page.mouse.click(((left + right) / 2) * width, ((top + bottom) / 2) * height);
    };
    const ends = () => page.evaluate(() => window.relicRoom.relic()?.measurements ?? []);
    await middle();
    await eventually(async () => (await ends()).length).toBe(1);
    await orbit({ yaw: Math.PI });
    await page.keyboard.press('Enter');
    await eventually(async () => (await ends())[0]?.to).toBeTruthy();
    const [length] = await ends();
    const [from, to] = [length?.from ?? [0, 0, 0], length?.to ?? [0, 0, 0]];
    expect(Math.abs(to[2] - from[2]) * 1_000).toBeCloseTo(100, 1);
    expect(Math.abs(from[2] - 0.05)).toBeLessThan(0.0001);
  });
});
