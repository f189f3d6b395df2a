import sharp from 'sharp';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { directionOf } from '#shared/vec.ts';
import { aimAt } from '#tour/look/projection.ts';
import { launchBrowser } from './browser.ts';
import { buildChamber, type Chamber, DOOR, PAINTING } from './look/chamber.ts';
import { colourOf } from './panorama/charts.ts';
import { openVisit, type Visit, type VisitOptions } from './visit.ts';

const WIDTH = 900;
const HEIGHT = 600;
/** Clear of marks and of what the page lays over the picture. */
const START = { x: 380, y: 380 } as const;

let browser: Browser;
let chamber: Chamber;
/** One visit is for all that are opened alike: opening a page is what takes long. */
let shared: Visit | null = null;
/** Another one, of a visitor with other hands or wishes, for one test. */
let own: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  chamber = await buildChamber();
});
afterAll(async () => {
  await shared?.close();
  await browser.close();
  chamber.remove();
});
afterEach(async ({ task }) => {
  const ended = [own];
  own = null;
  if (task.result?.state === 'fail' || shared?.faults.length) {
    ended.push(shared);
    shared = null;
  }
  for (const last of ended) {
    await last?.close();
    last?.expectQuiet();
  }
});

async function enter(view: string, options?: VisitOptions): Promise<Page> {
  const address = `#at=hall&view=${view}&lang=en`;
  if (options) own = await open(address, options);
  else if (shared) await start(shared.page, address);
  else shared = await open(address);
  const { page } = own ?? shared!;
  await page.waitForFunction(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.matches('canvas'));
  return page;
}

async function open(address: string, options: VisitOptions = {}): Promise<Visit> {
  const visit = await openVisit(browser, {
    exhibition: chamber.folder,
    path: address,
    viewport: { width: WIDTH, height: HEIGHT },
    ...options,
  });
  const { page } = visit;
  await page.waitForFunction(() => window.grotto !== undefined);
  await page.evaluate(async () => {
    await window.grotto?.ready;
    await window.grotto?.whenSharp();
  });
  // The interface comes after the picture and takes its place over it.
  await page.waitForSelector('.grotto-ui');
  return visit;
}

/** Follows an address on a page where another test has been: nothing is pointed at or has the focus any more. */
async function start(page: Page, address: string): Promise<void> {
  await page.mouse.move(START.x, START.y);
  await page.evaluate((to) => {
    (document.activeElement as HTMLElement | null)?.blur();
    location.hash = to;
  }, address);
  const wanted = new URLSearchParams(address.slice(1)).get('view')?.split(',') ?? [];
  await expect
    .poll(async () => {
      const state = await page.evaluate(() => window.grotto?.state());
      return [state?.nodeId, state?.panel, state?.view.yaw, state?.view.pitch, state?.view.fov];
    }, PATIENCE)
    .toEqual(['hall', null, ...wanted.map((degrees) => expect.closeTo(Number(degrees), 3))]);
  await page.evaluate(() => window.grotto?.whenSharp());
}

async function viewOf(page: Page): Promise<{ yaw: number; pitch: number; fov: number }> {
  const state = await page.evaluate(() => window.grotto?.state());
  if (!state) throw new Error('the page has no grotto');
  return state.view;
}

async function framesOf(page: Page): Promise<number> {
  return (await page.evaluate(() => window.grotto?.stats()))?.framesDrawn ?? NaN;
}

/** A software-rendered frame may take half a second on a busy machine. */
const PATIENCE = { timeout: 60_000 };

/** Waits until the motion has ended, which the address tells, and says that no frame is drawn any more. */
async function rest(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const { yaw, pitch, fov } = await viewOf(page);
      return page.url().includes(`view=${[yaw, pitch, fov].map((value) => Number(value.toFixed(3)) + 0).join(',')}&`);
    }, PATIENCE)
    .toBe(true);
  await page.evaluate(() => window.grotto?.whenSharp());
  await expect.poll(() => drawsWithin(page, 700), PATIENCE).toBe(0);
}

async function drawsWithin(page: Page, ms: number): Promise<number> {
  const before = await framesOf(page);
  await page.waitForTimeout(ms);
  return (await framesOf(page)) - before;
}

/** The direction, degrees, under a point of the page. */
async function directionUnder(page: Page, { x, y }: { x: number; y: number }) {
  const { yaw, pitch, fov } = await viewOf(page);
  const view = { yaw: toRadians(yaw), pitch: toRadians(pitch), fov: toRadians(fov) };
  const aim = { yaw: 0, pitch: 0 };
  aimAt(aim, view, (x / WIDTH) * 2 - 1, 1 - (y / HEIGHT) * 2, WIDTH / HEIGHT);
  return { yaw: toDegrees(aim.yaw), pitch: toDegrees(aim.pitch) };
}

/** Where a direction, degrees, is on the page, for a view that looks along yaw 0 and pitch 0 with that fov. */
function pointOf({ yaw, pitch }: { yaw: number; pitch: number }, fov: number): { x: number; y: number } {
  const [x, y, z] = directionOf(toRadians(yaw), toRadians(pitch));
  const scale = HEIGHT / 2 / Math.tan(toRadians(fov) / 2);
  return { x: WIDTH / 2 + (x / -z) * scale, y: HEIGHT / 2 - (y / -z) * scale };
}

async function expectColourOf(page: Page, direction: { yaw: number; pitch: number }, at: { x: number; y: number }) {
  const shot = await page.screenshot({ clip: { x: at.x, y: at.y, width: 1, height: 1 } });
  const pixel = await sharp(shot).removeAlpha().raw().toBuffer();
  const wanted = colourOf(directionOf(toRadians(direction.yaw), toRadians(direction.pitch)));
  wanted.forEach((value, channel) => expect(Math.abs((pixel[channel] ?? 0) - value)).toBeLessThanOrEqual(3));
}

describe('looking around', () => {
  it('keeps what the pointer grabbed under it, and glides to rest without another frame', async () => {
    const page = await enter('0,0,70');
    await rest(page);
    const grabbed = await directionUnder(page, START);
    await expectColourOf(page, grabbed, START);
    await page.mouse.move(START.x, START.y);
    await page.mouse.down();
    const end = { x: START.x + 210, y: START.y - 130 };
    await page.mouse.move(end.x, end.y, { steps: 12 });
    await expect.poll(async () => (await directionUnder(page, end)).yaw, PATIENCE).toBeCloseTo(grabbed.yaw, 2);
    expect((await directionUnder(page, end)).pitch).toBeCloseTo(grabbed.pitch, 2);
    await expect.poll(() => drawsWithin(page, 700), PATIENCE).toBe(0);
    await expectColourOf(page, grabbed, end);
    await page.mouse.move(end.x - 120, end.y, { steps: 4 });
    await page.mouse.up();
    await rest(page);
  });

  it('zooms about the pointer with the wheel', async () => {
    const page = await enter('30,-10,70');
    const point = { x: 250, y: 180 };
    const before = await directionUnder(page, point);
    await page.mouse.move(point.x, point.y);
    for (let i = 0; i < 3; i++) await page.mouse.wheel(0, -100);
    await expect.poll(async () => (await viewOf(page)).fov, PATIENCE).toBeLessThan(45);
    await rest(page);
    const after = await directionUnder(page, point);
    expect(after.yaw).toBeCloseTo(before.yaw, 2);
    expect(after.pitch).toBeCloseTo(before.pitch, 2);
    const { fov } = await viewOf(page);
    expect(Math.tan(toRadians(35)) / Math.tan(toRadians(fov) / 2)).toBeCloseTo(Math.exp(0.6), 2);
  });

  it('comes nearer on a double click and goes back on the next', async () => {
    const page = await enter('30,-10,70');
    await page.mouse.dblclick(START.x, START.y);
    await expect.poll(async () => (await viewOf(page)).fov, PATIENCE).toBeLessThan(34);
    await rest(page);
    await page.mouse.dblclick(START.x, START.y);
    await expect.poll(async () => (await viewOf(page)).fov, PATIENCE).toBeCloseTo(70, 3);
    await rest(page);
  });

  it.each([
    ['ArrowRight', { yaw: 1, pitch: 0, fov: 0 }],
    ['a', { yaw: -1, pitch: 0, fov: 0 }],
    ['w', { yaw: 0, pitch: 1, fov: 0 }],
    ['ArrowDown', { yaw: 0, pitch: -1, fov: 0 }],
    ['+', { yaw: 0, pitch: 0, fov: -1 }],
    ['-', { yaw: 0, pitch: 0, fov: 1 }],
  ])('turns and zooms with the key %s while it is held', async (key, ways) => {
    const page = await enter('0,0,70');
    await page.keyboard.down(key);
    await expect
      .poll(async () => {
        const view = await viewOf(page);
        return [view.yaw, view.pitch, view.fov - 70].map((value) => (Math.abs(value) > 1 ? Math.sign(value) : 0));
      }, PATIENCE)
      .toEqual([ways.yaw, ways.pitch, ways.fov]);
    await page.keyboard.up(key);
    await rest(page);
  });

  it('zooms with two fingers about the point between them', async () => {
    const page = await enter('0,0,70', { isTouch: true });
    const client = await page.context().newCDPSession(page);
    const middle = START;
    const before = await directionUnder(page, middle);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spread: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd' ? [] : [-1, 1].map((way, id) => ({ x: middle.x + way * spread, y: middle.y, id })),
      });
    await touch('touchStart', 40);
    for (let spread = 45; spread <= 80; spread += 5) await touch('touchMove', spread);
    const magnification = async () => {
      const { fov } = await viewOf(page);
      return Math.tan(toRadians(35)) / Math.tan(toRadians(fov) / 2);
    };
    await expect.poll(magnification, PATIENCE).toBeCloseTo(2, 1);
    const after = await directionUnder(page, middle);
    expect(after.yaw).toBeCloseTo(before.yaw, 1);
    expect(after.pitch).toBeCloseTo(before.pitch, 1);
    await touch('touchEnd', 0);
    await rest(page);
  });

  it('turns with a gamepad, which costs no frame while it rests', async () => {
    const initScript = `
      window.pad = { connected: true, mapping: 'standard', axes: [0, 0, 0, 0], buttons: [] };
      navigator.getGamepads = () => [window.pad];`;
    const page = await enter('0,0,70', { initScript });
    await rest(page);
    await page.evaluate(() => void Reflect.set(Reflect.get(window, 'pad') as object, 'axes', [1, 0, 0, 0]));
    await expect.poll(async () => (await viewOf(page)).yaw, PATIENCE).toBeGreaterThan(2);
    await page.evaluate(() => void Reflect.set(Reflect.get(window, 'pad') as object, 'axes', [0, 0, 0, 0]));
    await rest(page);
  });

  it('jumps instead of gliding where less motion is asked for', async () => {
    const page = await enter('0,0,70', { reducedMotion: true });
    await page.mouse.move(START.x, START.y);
    await page.mouse.down();
    const grabbed = await directionUnder(page, START);
    const end = { x: START.x - 100, y: START.y };
    await page.mouse.move(end.x, end.y, { steps: 3 });
    await page.mouse.up();
    await rest(page);
    expect((await directionUnder(page, end)).yaw).toBeCloseTo(grabbed.yaw, 2);
  });
});

describe('the marks in the picture', () => {
  it('lead to the next room on a click, with the hand that says so', async () => {
    const page = await enter('0,0,70');
    const door = pointOf(DOOR, 70);
    await page.mouse.move(door.x, door.y);
    await expect
      .poll(() => page.evaluate(() => document.querySelector('canvas')?.style.cursor), PATIENCE)
      .toBe('pointer');
    await page.mouse.click(door.x, door.y);
    await expect.poll(async () => (await page.evaluate(() => window.grotto?.state()))?.nodeId, PATIENCE).toBe('cell');
    await rest(page);
  });

  it('open what they stand for on a click', async () => {
    const page = await enter('0,0,70');
    const painting = pointOf(PAINTING, 70);
    await page.mouse.click(painting.x, painting.y);
    await expect
      .poll(async () => (await page.evaluate(() => window.grotto?.state()))?.panel, PATIENCE)
      .toEqual({ kind: 'hotspot', hotspotId: 'painting' });
  });

  it('are taken by Enter at the centre', async () => {
    const page = await enter(`${DOOR.yaw},${DOOR.pitch},70`);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await page.evaluate(() => window.grotto?.state()))?.nodeId, PATIENCE).toBe('cell');
  });

  it('are left alone by a drag that ends on them', async () => {
    const page = await enter('0,0,70');
    const door = pointOf(DOOR, 70);
    await page.mouse.move(door.x, door.y);
    await page.mouse.down();
    await page.mouse.move(door.x - 60, door.y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await viewOf(page)).yaw, PATIENCE).toBeGreaterThan(2);
    await rest(page);
    expect((await page.evaluate(() => window.grotto?.state()))?.nodeId).toBe('hall');
  });
});
