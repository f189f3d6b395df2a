/** The demonstration's handscroll in a page: where it opens, how large it is, and that one gets about on it by keys alone. */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';
import { EmulatedHeadset, headsetScript } from './xr/headset.ts';

/** Low enough to be drawn quickly, high enough for the layout of an ordinary page. */
const SIZE = { width: 640, height: 440 };
const PATIENCE = { timeout: 60_000 };
/** As the document says; the picture is read from its right end. */
const METRES_PER_PIXEL = 0.0002;
const LENGTH = 60_000 * METRES_PER_PIXEL;
/** CSS pixels per metre that the visitor's screen is said to have: a screen of 110 dots per inch. */
const DENSITY = 110 / 0.0254;

let browser: Browser;
let visit: Visit;
let page: Page;
const tiles: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  visit = await openVisit(browser, {
    path: '#at=scroll&lang=en',
    viewport: SIZE,
    dpr: 1,
    reducedMotion: true,
    // What comes before the page has no storage.
    initScript: `try { localStorage.setItem('grotto.device.screen', '${DENSITY}') } catch {}\n${headsetScript()}`,
  });
  ({ page } = visit);
  page.on('request', (request) => {
    const tile = /\/scroll\/\d+\/\d+_\d+\.webp/.exec(request.url());
    if (tile) tiles.push(tile[0]);
  });
  await page.locator('.flat__map').waitFor(PATIENCE);
  await rest();
});
afterAll(async () => {
  visit.expectQuiet();
  await browser.close();
});

/** Sharp, and the address written. */
async function rest(): Promise<void> {
  await page.evaluate(() => (window as unknown as { grotto: { whenSharp(): Promise<void> } }).grotto.whenSharp());
  await page.waitForFunction(() => /view=[^&]+m&/.test(location.hash), null, PATIENCE);
}

/** Middle and width of what is seen, metres. */
async function frame(): Promise<{ x: number; y: number; width: number }> {
  const [x = NaN, y = NaN, width = NaN] = (/view=([^&]+)m/.exec(await page.evaluate(() => location.hash))?.[1] ?? '')
    .split(',')
    .map(Number);
  return { x, y, width };
}

/** The middle of what is marked on the picture, CSS pixels of the page. */
async function middleOf(id: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`[data-area="${id}"]`).boundingBox();
  if (!box) throw new Error(`${id} is nowhere on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('the demonstration’s handscroll', () => {
  it('opens at its right end, rolled up on both sides of an arm’s length', async () => {
    const { x, width } = await frame();
    expect(x).toBeCloseTo(LENGTH / 2 - 0.3, 3);
    expect(width).toBeLessThan(2);
    // The picture is in the middle of the page, the dark room at its edges.
    const { data, info } = await sharp(await page.screenshot())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const lightAt = (px: number, py: number): number => {
      const at = (py * info.width + px) * 3;
      return (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
    };
    const row = Array.from({ length: 20 }, (_, i) => lightAt(270 + i * 5, 180));
    expect(Math.min(...row)).toBeGreaterThan(100);
    expect(new Set(row).size).toBeGreaterThan(8);
    expect(lightAt(4, 180)).toBeLessThan(80);
  });

  it('goes on by keys: an opening, the end, and back to the beginning', async () => {
    const before = await frame();
    await page.keyboard.press('PageDown');
    await expect.poll(async () => (await frame()).x, PATIENCE).toBeCloseTo(before.x - 0.54, 2);
    await page.keyboard.press('End');
    await expect.poll(async () => (await frame()).x, PATIENCE).toBeCloseTo(0.3 - LENGTH / 2, 3);
    await expect.poll(() => page.getByRole('status').allTextContents(), PATIENCE).toContainEqual(expect.stringMatching(/in view, 11.7 m from the beginning/)); // prettier-ignore
    await page.keyboard.press('Home');
    await expect.poll(async () => (await frame()).x, PATIENCE).toBeCloseTo(before.x, 3);
    await page.keyboard.down('ArrowLeft');
    await expect.poll(async () => (await frame()).x, PATIENCE).toBeLessThan(before.x - 0.01);
    await page.keyboard.up('ArrowLeft');
    await page.keyboard.press('Home');
    await rest();
  });

  it('is at its real size within one in a hundred, on a screen as dense as its visitor says', async () => {
    await page.getByRole('button', { name: 'Real size' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Real size' }).getAttribute('aria-pressed'), PATIENCE).toBe('true'); // prettier-ignore
    await rest();
    // Seal and inscription of the first passage, one above the other: their middles by the document, pixels.
    const [seal, inscription] = [await middleOf('seal-opening'), await middleOf('inscription-opening')];
    const metres = (715 - 365) * METRES_PER_PIXEL;
    const shown = Math.hypot(seal.x - inscription.x, seal.y - inscription.y);
    expect(Math.abs(shown / (metres * DENSITY) - 1)).toBeLessThan(0.01);
    // The ruler agrees, over all of the page.
    const ticks = await page.locator('.flat__tick:not([hidden])').evaluateAll((all) =>
      all.map((tick) => ({
        metres: Number((tick as HTMLElement).dataset['metres']),
        x: tick.getBoundingClientRect().x,
      })),
    );
    const [first, last] = [ticks[0], ticks.at(-1)];
    if (!first || !last) throw new Error('the ruler has no marks');
    const ruled = Math.abs(last.x - first.x) / ((last.metres - first.metres) * DENSITY);
    expect(Math.abs(ruled - 1)).toBeLessThan(0.01);
  });

  it('shows where its outlines are what is there: a seal is red', async () => {
    // Only who goes by keys is led to what has the focus.
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Seal at the opening' }).focus();
    const red = async (): Promise<number> => {
      // It may still be on its way.
      const { x, y } = await middleOf('seal-opening');
      const clip = { x: Math.round(x) - 6, y: Math.round(y) - 6, width: 12, height: 12 };
      const { channels } = await sharp(await page.screenshot({ clip })).stats();
      return (channels[0]?.mean ?? 0) - (channels[2]?.mean ?? 0);
    };
    await expect.poll(red, PATIENCE).toBeGreaterThan(40);
  });

  it('has labels for its marks, by key and by hand, with what is written and what it means', async () => {
    const button = page.getByRole('button', { name: 'Inscription at the opening' });
    await button.focus();
    await page.keyboard.press('Enter');
    const label = page.getByRole('dialog').or(page.locator('.panel--label'));
    await expect
      .poll(() => label.first().innerText(), PATIENCE)
      .toMatch(/What is written[\s\S]*無字[\s\S]*Translation[\s\S]*No writing/i);
    expect(await page.evaluate(() => location.hash)).toContain('show=inscription-opening');
    await page.keyboard.press('Escape');
  });

  it('asks for as few tiles at its end as in its middle', async () => {
    const counts: number[] = [];
    for (const section of ['The lake', 'The long bridge', 'Open water']) {
      tiles.length = 0;
      await page.getByText('Sections', { exact: true }).click();
      const { x } = await frame();
      await page.getByRole('button', { name: section, exact: true }).click();
      await expect.poll(async () => (await frame()).x, PATIENCE).not.toBe(x);
      await rest();
      counts.push(new Set(tiles).size);
      expect(new Set(tiles).size).toBe(tiles.length);
    }
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(4);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
  });

  it('stands round a seated visitor in a headset, and goes on with the stick', async () => {
    await page.keyboard.press('Home');
    await rest();
    const headset = new EmulatedHeadset(page);
    await headset.enter();
    await headset.frames(20);
    await rest();
    // Left eye: the picture before it, the dark room above and below.
    const { data, info } = await sharp(await headset.picture())
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const lightAt = (py: number): number => {
      const row = Array.from({ length: 40 }, (_, i) => data[(py * info.width + 120 + i * 2) * info.channels] ?? 0);
      return row.reduce((sum, one) => sum + one, 0) / row.length;
    };
    expect(lightAt(Math.round(info.height * 0.6))).toBeGreaterThan(60);
    expect(lightAt(info.height - 10)).toBeLessThan(30);
    const before = await frame();
    await headset.pushStick(0, -1);
    await headset.frames(40);
    await headset.pushStick(0, 0);
    await headset.leave();
    await expect.poll(async () => (await frame()).x, PATIENCE).toBeLessThan(before.x - 0.005);
  });
});
