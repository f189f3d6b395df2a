/** Areas for a visitor: pointed at, focused, opened and described. */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OCHRE, PLASTER } from '#scene/hotspot/colours.ts';
import { toRadians } from '#shared/angle.ts';
import { directionOf } from '#shared/vec.ts';
import type { Hotspot } from '#document/schema.ts';
import { DEER, difference, mixed, rgb } from '../areas/deer.ts';
import { launchBrowser } from '../browser.ts';
import { buildChamber, type Chamber } from '../look/chamber.ts';
import { colourOf } from '../panorama/charts.ts';
import { openVisit, type Visit, type VisitOptions } from '../visit.ts';
import { arrive } from './openUi.ts';

const WIDTH = 900;
const HEIGHT = 600;
const PATIENCE = { timeout: 60_000 };

const HOTSPOTS: readonly Hotspot[] = [
  { kind: 'text', id: 'deer', label: { en: 'Deer', 'zh-Hans': '鹿' }, body: { en: 'A deer.' }, area: DEER.map(([yaw, pitch]) => [yaw, pitch]), target: { yaw: 7, pitch: -7 } },
  { kind: 'text', id: 'tiger', label: { en: 'Tiger' }, body: { en: 'A tiger.' }, area: [[100, -10], [120, -10], [120, 10], [100, 10]] },
]; // prettier-ignore
const TIGER_MIDDLE = { yaw: 110, pitch: 0 };

let browser: Browser;
let chamber: Chamber;
/** One visit is for all that are opened alike: opening a page is what takes long. */
let shared: Visit | null = null;
let own: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  chamber = await buildChamber(HOTSPOTS);
});
afterAll(async () => {
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

async function enter(address: string, options?: VisitOptions, hasAreas = true): Promise<Page> {
  const path = `#at=hall&${address}${address.includes('lang=') ? '' : '&lang=en'}`;
  if (options) own = await open(path, options);
  else if (shared) await arrive(shared.page, path);
  else shared = await open(path);
  const { page } = own ?? shared!;
  await page.evaluate(() => window.grotto?.whenSharp());
  await page.waitForFunction(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.matches('canvas'));
  if (!hasAreas) return page;
  // Outlines come once the picture is sharp.
  const areaBytes = async () => (await page.evaluate(() => window.grotto?.stats()))?.textureBytes['areas'] ?? 0;
  await expect.poll(areaBytes, PATIENCE).toBeGreaterThan(0);
  return page;
}

async function open(path: string, options: VisitOptions = {}): Promise<Visit> {
  const visit = await openVisit(browser, {
    exhibition: chamber.folder,
    path,
    viewport: { width: WIDTH, height: HEIGHT },
    reducedMotion: true,
    ...options,
  });
  const { page } = visit;
  await page.waitForFunction(() => window.grotto !== undefined);
  await page.evaluate(() => window.grotto?.ready);
  await page.waitForSelector('.grotto-ui');
  return visit;
}

/** Where a direction is on the page, for a view without pitch. */
function pointOf(yaw: number, pitch: number, view: { yaw: number; fov: number }): { x: number; y: number } {
  const [x, y, z] = directionOf(toRadians(yaw - view.yaw), toRadians(pitch));
  const scale = HEIGHT / 2 / Math.tan(toRadians(view.fov) / 2);
  return { x: WIDTH / 2 + (x / -z) * scale, y: HEIGHT / 2 - (y / -z) * scale };
}

async function pixelAt(page: Page, { x, y }: { x: number; y: number }): Promise<number[]> {
  const clip = { x: Math.floor(x), y: Math.floor(y), width: 1, height: 1 };
  return [...(await sharp(await page.screenshot({ clip })).removeAlpha().raw().toBuffer())]; // prettier-ignore
}

const stateOf = (page: Page) => page.evaluate(() => window.grotto?.state());
const expectPanel = (page: Page, hotspotId: string) =>
  expect.poll(async () => (await stateOf(page))?.panel, PATIENCE).toEqual({ kind: 'hotspot', hotspotId });

const front = { yaw: 0, fov: 70 };
/** On the upright edge from (2, −12) to (2, 14), on the meridian: a straight line in this picture. */
const edge = pointOf(2, 9, front);
const inside = pointOf(5, 2, front);
/** In the hollow of the L. */
const outside = pointOf(18, 6, front);
const wallAt = (yaw: number, pitch: number) => colourOf(directionOf(toRadians(yaw), toRadians(pitch)));
const isLit = async (page: Page, at = edge) => difference(await pixelAt(page, at), rgb(OCHRE)) < 30;

describe('an area for a visitor', () => {
  it('is faint at rest, lights up while one points into it, and no more beside it', async () => {
    const page = await enter('view=0,0,70');
    expect(await isLit(page)).toBe(false);
    expect(difference(await pixelAt(page, edge), wallAt(2, 9))).toBeGreaterThan(8);
    expect(difference(await pixelAt(page, inside), wallAt(5, 2))).toBeLessThanOrEqual(3);
    await page.mouse.move(inside.x, inside.y);
    await expect.poll(() => isLit(page), PATIENCE).toBe(true);
    expect(await page.evaluate(() => document.querySelector('canvas')?.style.cursor)).toBe('pointer');
    // A screenshot has no pointer in it.
    expect(difference(await pixelAt(page, inside), mixed(wallAt(5, 2), rgb(PLASTER), 0.14))).toBeLessThanOrEqual(3);
    await page.mouse.move(outside.x, outside.y);
    await expect.poll(() => isLit(page), PATIENCE).toBe(false);
    expect(difference(await pixelAt(page, inside), wallAt(5, 2))).toBeLessThanOrEqual(3);
  });

  it('opens its label on a click inside, and not on one in the hollow of its outline', async () => {
    const page = await enter('view=0,0,70');
    await page.mouse.click(outside.x, outside.y);
    await page.waitForTimeout(600);
    expect((await stateOf(page))?.panel).toBeNull();
    await page.mouse.click(inside.x, inside.y);
    await expectPanel(page, 'deer');
  });

  it('opens on a tap inside', async () => {
    const page = await enter('view=0,0,70', { isTouch: true });
    await page.touchscreen.tap(inside.x, inside.y);
    await expectPanel(page, 'deer');
  });

  it('opens by Enter at the centre of the picture, far from its mark', async () => {
    const page = await enter('view=27,-8,40');
    await page.keyboard.press('Enter');
    await expectPanel(page, 'deer');
  });

  it('is described with name, kind, place and size, is looked at and lit by focus, and opens by Enter', async () => {
    const page = await enter('view=0,0,70');
    const button = page.locator('#objects button', { hasText: 'Tiger' });
    const words = async () => (await button.textContent())?.replace(/\s+/gu, ' ');
    expect(await words()).toBe('Tiger an area to the right, 20° wide and 20° high');
    await page.keyboard.press('Shift');
    await button.focus();
    // The view turns to its middle; its left edge is a meridian.
    await expect.poll(async () => (await stateOf(page))?.view.yaw, PATIENCE).toBeCloseTo(110, 1);
    await expect.poll(() => isLit(page, pointOf(100, 4, { yaw: 110, fov: 70 })), PATIENCE).toBe(true);
    await expect.poll(words, PATIENCE).toBe('Tiger an area ahead, 20° wide and 20° high');
    await page.keyboard.press('Enter');
    await expectPanel(page, 'tiger');
  });

  it('is described in the other language too', async () => {
    const page = await enter('view=0,0,70&lang=zh-Hans');
    const button = page.locator('#objects button', { hasText: '鹿' });
    await expect.poll(() => button.textContent(), PATIENCE).toContain('正前方的一片区域，宽 30°，高 27°');
  });

  it('stays outlined while its label is read, as after a link to it', async () => {
    const page = await enter('view=0,0,70&show=deer');
    expect((await stateOf(page))?.panel).toEqual({ kind: 'hotspot', hotspotId: 'deer' });
    await expect.poll(() => isLit(page), PATIENCE).toBe(true);
    expect(difference(await pixelAt(page, inside), wallAt(5, 2))).toBeLessThanOrEqual(3);
  });

  it('costs one draw call for all of them', async () => {
    const drawCalls = async (page: Page) => {
      await page.mouse.move(WIDTH / 2, 5);
      await page.evaluate(() => window.grotto?.whenSharp());
      return (await page.evaluate(() => window.grotto?.stats()))?.drawCalls ?? NaN;
    };
    const withAreas = await drawCalls(await enter('view=60,0,100'));
    const bare = await buildChamber(HOTSPOTS.map(({ area: _, ...rest }) => ({ target: TIGER_MIDDLE, ...rest })));
    try {
      const without = await drawCalls(await enter('view=60,0,100', { exhibition: bare.folder }, false));
      expect(withAreas - without).toBe(1);
    } finally {
      bare.remove();
    }
  });
});
