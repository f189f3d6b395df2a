/** The demonstration in an emulated headset: the whole visit without touching the page, by rays, hands and gaze. */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { openUi } from '../ui/openUi.ts';
import type { Visit } from '../visit.ts';
import { type Direction, EmulatedHeadset, type HeadsetInput, headsetScript } from './headset.ts';
import { WALK } from './walk.ts';
import { watchGl } from './watchGl.ts';

let browser: Browser;
let visit: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  const last = visit;
  visit = null;
  await last?.close();
  last?.expectQuiet();
});
afterAll(() => browser.close());

async function open(
  path: string,
  input: HeadsetInput = 'controllers',
  viewport: { readonly width: number; readonly height: number } = WIDE,
): Promise<{ page: Page; headset: EmulatedHeadset }> {
  const initScript = `${headsetScript(input)};(${watchGl.toString()})(${UNSEEN});`;
  visit = await openUi(browser, { path, viewport, dpr: 1, initScript });
  const { page } = visit;
  const headset = new EmulatedHeadset(page);
  await page.getByRole('button', { name: 'Enter VR' }).first().waitFor();
  return { page, headset };
}

/** Both eyes beside each other. */
const WIDE = { width: 640, height: 336 } as const;
const NARROW = { width: 320, height: 168 } as const;
/** Of each edge of the picture, how much is rasterised while no test looks at it: it costs the most and decides nothing. */
const UNSEEN = 1 / 16;

/** Of a tile of the demonstration on the GPU. */
const TILE_BYTES = 512 * 512 * 4;

/** Waits, frame by frame, for what the visit is to come to. */
async function comesTo<T>(headset: EmulatedHeadset, read: () => Promise<T>, wanted: T, rounds = 60): Promise<void> {
  for (let i = 0; i < rounds; i++) {
    if (JSON.stringify(await read()) === JSON.stringify(wanted)) return;
    await headset.frames(4);
  }
  expect(await read()).toEqual(wanted);
}

describe('the demonstration in a headset', () => {
  it('is entered, looked about in, walked from end to end, left and entered again', async () => {
    const { page, headset } = await open('#at=hall-as-found&view=20,0,60&lang=en');
    await headset.enter();
    expect((await headset.state()).view.yaw).toBeCloseTo(20, 1);
    await headset.turnHead({ yaw: -30, pitch: 12 });
    expect((await headset.state()).view).toMatchObject({ yaw: expect.closeTo(-10, 1), pitch: expect.closeTo(12, 1) });
    await headset.pushStick(1, 0);
    expect((await headset.state()).view.yaw).toBeCloseTo(20, 1);
    await headset.turnHead({ yaw: 0, pitch: 0 });
    for (const [to, sign] of WALK) {
      await headset.point(sign);
      await headset.press();
      await comesTo(headset, async () => (await headset.state()).nodeId, to);
      const { drawCalls, triangles, textureBytes } = await headset.stats();
      // Over both eyes, with hands and all.
      expect(drawCalls).toBeLessThanOrEqual(80);
      expect(triangles).toBeLessThanOrEqual(600_000);
      const bytes = Object.values(textureBytes).reduce((sum, one) => sum + one, 0);
      expect(bytes).toBeLessThanOrEqual(192 * 2 ** 20);
    }
    const frames = await page.evaluate(() => window.headsetWatch.frames);
    const largest = frames.map((frame) => frame.largest).filter((one) => (one?.bytes ?? 0) > TILE_BYTES);
    expect(largest).toEqual([]);
    expect(Math.max(...frames.map(({ draws }) => draws))).toBeLessThanOrEqual(80);
    expect(Math.max(...frames.map(({ triangles }) => triangles))).toBeLessThanOrEqual(600_000);
    expect(Math.max(...frames.map(({ textureBytes }) => textureBytes))).toBeLessThanOrEqual(192 * 2 ** 20);
    const { headset: session } = await headset.stats();
    expect(session?.frameMs.frames).toBeGreaterThan(100);
    // In the hall one jumps over the floor; the address learns where one stands.
    await headset.turnHead({ yaw: 0, pitch: 0 });
    const stand = () => page.evaluate(() => /stand=([^&]*)/.exec(location.hash)?.[1]);
    const before = await stand();
    await headset.point({ yaw: (await headset.state()).view.yaw, pitch: -25 });
    await headset.press();
    await expect.poll(stand, { timeout: 30_000 }).not.toBe(before);
    const { yaw } = (await headset.state()).view;
    await headset.leave();
    expect(await headset.state()).toMatchObject({ nodeId: 'gallery', view: { yaw: expect.closeTo(yaw, 1) } });
    await headset.enter();
    await headset.frames(4);
    expect(await headset.state()).toMatchObject({ nodeId: 'gallery', view: { yaw: expect.closeTo(yaw, 1) } });
    await headset.pushStick(1, 0);
    const turned = (await headset.state()).view.yaw;
    expect(Math.cos(((turned - yaw - 30) * Math.PI) / 180)).toBeCloseTo(1, 3);
  });

  it('opens labels and the menu by ray, changes its language, hands over a relic', async () => {
    const { page, headset } = await open('#at=hall-as-found&view=0,0,60&lang=en');
    await headset.enter();
    await headset.point({ yaw: 0, pitch: 13 });
    await headset.press();
    await comesTo(headset, async () => (await headset.state()).panel, { kind: 'hotspot', hotspotId: 'niche' });
    await headset.button('b-button');
    expect((await headset.state()).panel).toBeNull();
    await headset.button('b-button');
    await headset.frames(12);
    // “简体中文”, in the lower left of the menu.
    await headset.point({ yaw: -10, pitch: -17 });
    await headset.press();
    await comesTo(headset, async () => (await headset.state()).language, 'zh-Hans');
    expect(await page.getByRole('button', { name: '退出 VR' }).first().count()).toBe(1);
    await headset.button('b-button');
    // The clay bodhisattva stands on the floor; a closing hand takes it from there.
    const away = { yaw: 50, pitch: 40 };
    await headset.point(away);
    await headset.frames(8);
    const before = await headset.picture();
    await headset.point({ yaw: -31, pitch: -24 });
    await headset.hold(1, 'squeeze');
    await headset.point(away);
    await headset.frames(30);
    expect((await headset.state()).panel).toEqual({ kind: 'hotspot', hotspotId: 'relic-clay-bodhisattva' });
    expect(await differenceAt(before, await headset.picture(), BODHISATTVA)).toBeGreaterThan(12);
    await headset.hold(0, 'squeeze');
    // Another label, and it goes home.
    await headset.point({ yaw: 0, pitch: 13 });
    await headset.press();
    await headset.button('b-button');
    await headset.point(away);
    await headset.frames(30);
    expect(await differenceAt(before, await headset.picture(), BODHISATTVA)).toBeLessThan(5);

    // A press that is held on the bare wall brings it closer.
    const hasBoard = async () => isLampBlackAt(await headset.picture(), CAPTION);
    const bringCloser = async () => {
      await headset.point(BARE_WALL);
      await headset.hold(1);
      await comesTo(headset, hasBoard, true);
      await headset.hold(0);
    };
    expect(await hasBoard()).toBe(false);
    const wallColour = await colourAt(before, BARE_WALL);
    await bringCloser();
    await headset.point(away);
    await headset.frames(30);
    const board = await headset.picture();
    (await colourAt(board, BOARD_MIDDLE)).forEach((value, k) => {
      expect(Math.abs(value - (wallColour[k] ?? 0))).toBeLessThan(24);
    });
    // No relic and no shadow of one is seen on it.
    expect(await differenceAt(before, board, BODHISATTVA)).toBeGreaterThan(12);
    const { textureBytes } = await headset.stats();
    expect(textureBytes['board']).toBeGreaterThan(700_000);
    await headset.point(PUT_AWAY);
    await headset.press();
    await comesTo(headset, hasBoard, false);
    await bringCloser();
    await page.evaluate(() => {
      location.hash = '#at=hall-restored&view=0,0,60&lang=en';
    });
    await comesTo(headset, async () => (await headset.state()).nodeId, 'hall-restored');
    await comesTo(headset, hasBoard, false);
    await bringCloser();
    await headset.leave();
    await headset.enter();
    expect(await hasBoard()).toBe(false);
  });

  it('shows another layer where the other hand points', async () => {
    const { headset } = await open('#at=hall-as-found&view=0,10,60&with=restored,lens,0,0,14&lang=en');
    await headset.enter();
    await headset.point({ yaw: 60, pitch: -50 });
    const there = { yaw: -24, pitch: 16 };
    const elsewhere = { yaw: 24, pitch: 16 };
    await headset.point(elsewhere, 'left');
    await headset.frames(30);
    const first = await headset.picture();
    await headset.point(there, 'left');
    await headset.frames(30);
    const second = await headset.picture();
    for (const direction of [there, elsewhere]) {
      expect(await differenceAt(first, second, direction)).toBeGreaterThan(6);
    }
    expect(await differenceAt(first, second, { yaw: 0, pitch: -25 })).toBeLessThan(2);
  });

  it('is opened by a hand that pinches, and by a gaze that rests', async () => {
    const { page, headset } = await open('#at=pillar-as-found&view=27,0,60&lang=en', 'hands', NARROW);
    await headset.enter();
    await headset.point({ yaw: 27, pitch: 8 });
    await headset.press();
    await comesTo(headset, async () => (await headset.state()).panel, { kind: 'hotspot', hotspotId: 'pillar' });
    await headset.leave();
    await headset.noHands();
    await page.evaluate(() => {
      location.hash = '#at=chamber-as-found&view=32,-2,60&lang=en';
    });
    await comesTo(headset, async () => (await headset.state()).nodeId, 'chamber-as-found');
    await headset.enter();
    // Hands that are out of sight for long leave pointing to the head; it rests on the reclining figure.
    await headset.turnHead({ yaw: 0, pitch: -2 });
    await comesTo(headset, async () => (await headset.state()).panel, { kind: 'hotspot', hotspotId: 'figure' }, 150);
    // Without a button, a look at one's feet is the menu's: it closes what is open first.
    await headset.turnHead({ yaw: 0, pitch: -80 });
    await comesTo(headset, async () => (await headset.state()).panel, null);
  });
});

/** Where the clay bodhisattva stands. */
const BODHISATTVA: Direction = { yaw: -31, pitch: -25 };
/** A part of the painted wall that bears no sign, and the middle of the board on which it comes up. */
const BARE_WALL: Direction = { yaw: 24, pitch: 16 };
const BOARD_MIDDLE: Direction = { yaw: 1.5, pitch: -4 };
/** Where the strip beneath a board is blank, and the board's button. */
const CAPTION: Direction = { yaw: 31.4, pitch: -25.6 };
const PUT_AWAY: Direction = { yaw: 36.6, pitch: 15.7 };
/** Half the side of a square of the picture, pixels. */
const HALF_PX = 8;

/** A small square about a direction, in the left eye, whose axis is yaw 0: its pixels' channels. */
async function pixelsAt(png: Buffer, { yaw, pitch }: Direction, halfPx: number): Promise<number[][]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  // The emulator's eyes see 90° from top to bottom.
  const half = info.height / 2;
  const [across, up] = [(yaw * Math.PI) / 180, (pitch * Math.PI) / 180];
  const x = Math.round(info.width / 4 + half * Math.tan(across));
  const y = Math.round(half - (half * Math.tan(up)) / Math.cos(across));
  const pixels: number[][] = [];
  for (let row = y - halfPx; row < y + halfPx; row++) {
    for (let column = x - halfPx; column < x + halfPx; column++) {
      const at = 3 * (info.width * row + column);
      pixels.push([...data.subarray(at, at + 3)]);
    }
  }
  return pixels;
}

async function colourAt(png: Buffer, direction: Direction): Promise<number[]> {
  const pixels = await pixelsAt(png, direction, HALF_PX);
  return [0, 1, 2].map((k) => pixels.reduce((sum, pixel) => sum + (pixel[k] ?? 0), 0) / pixels.length);
}

/** Whether nothing is there but the ground of captions. */
async function isLampBlackAt(png: Buffer, direction: Direction): Promise<boolean> {
  const pixels = await pixelsAt(png, direction, 2);
  return pixels.every((pixel) => [0x15, 0x11, 0x0e].every((value, k) => Math.abs((pixel[k] ?? 0) - value) <= 3));
}

/** Mean difference of two pictures, of 255, in a small square about a direction. */
async function differenceAt(a: Buffer, b: Buffer, direction: Direction): Promise<number> {
  const [one, other] = [await pixelsAt(a, direction, HALF_PX), await pixelsAt(b, direction, HALF_PX)];
  let sum = 0;
  one.forEach((pixel, i) => pixel.forEach((value, k) => (sum += Math.abs(value - (other[i]?.[k] ?? 0)))));
  return sum / (3 * one.length);
}
