/** Finding things, what is related to them, and a visitor's favourites, in one visit. */
import { readFile } from 'node:fs/promises';
import axe from 'axe-core';
import jsQR from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { eventually, FIRST_PLACE, follow, openUi } from './ui/openUi.ts';
import type { Visit } from './visit.ts';

let browser: Browser;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  visit = await openUi(browser, {
    path: FIRST_PLACE,
    viewport: { width: 800, height: 600 },
    reducedMotion: true,
    // What reads the texts is kept back at first.
    expectedFaults: [/ERR_FAILED \(.*findWorker/],
  });
  ({ page } = visit);
});
afterAll(() => browser.close());
afterEach(() => visit.expectQuiet());

const field = () => page.getByRole('combobox');
const options = () => page.getByRole('option');
const heading = () => page.getByRole('dialog').getByRole('heading').first();
const state = () => page.evaluate(() => window.grotto?.state());

async function findBreaches(): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const { violations } = await runner.run({ exclude: ['canvas'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe('finding', () => {
  it('says that a search has failed, and searches again', async () => {
    await page.route(/findWorker/, (route) => route.abort());
    await page.locator('.place__name').focus();
    await page.keyboard.press('/');
    await eventually(() => field().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('bell');
    await eventually(() => page.getByRole('status').allTextContents()).toContain('The search did not work.');
    expect(await findBreaches()).toEqual([]);
    await page.unroute(/findWorker/);
    await page.getByRole('button', { name: 'Search again' }).click();
    await eventually(() => options().count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Search again' }).count()).toBe(0);
    expect(await field().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('goes by keyboard from a Chinese word to its label, on a page in English', async () => {
    await page.locator('.place__name').focus();
    await page.keyboard.press('/');
    await eventually(() => field().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('飞天');
    await eventually(() => page.getByRole('status').allTextContents()).toContain('4 found');
    const first = options().first();
    expect(await first.locator('.result__name').textContent()).toBe('Flying figures');
    expect(await first.locator('.result__text').getAttribute('lang')).toBe('zh-Hans');
    expect(await first.locator('mark').allTextContents()).toEqual(['飞天']);

    await page.keyboard.press('ArrowDown');
    const active = await field().getAttribute('aria-activedescendant');
    expect(await options().nth(0).getAttribute('id')).toBe(active);
    expect(await options().nth(0).getAttribute('aria-selected')).toBe('true');
    expect(await findBreaches()).toEqual([]);

    await page.keyboard.press('ArrowUp');
    expect(await field().getAttribute('aria-activedescendant')).toBe(await options().last().getAttribute('id'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(() => heading().textContent()).toBe('Flying figures');
    const mark = { yaw: 0, pitch: 0, ...(await state())?.view };
    expect(mark.pitch).toBeGreaterThan(5);
  });

  it('lights what was found on the plan, and is left with Escape', async () => {
    await page.keyboard.press('Control+k');
    await eventually(() => field().inputValue()).toBe('飞天');
    await page.getByRole('button', { name: 'Show on the plan' }).click();
    await eventually(() => page.locator('.spot--lit').count()).toBe(2);
    await page.keyboard.press('Control+k');
    await eventually(() => field().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await eventually(() => options().count()).toBe(0);
    expect(await field().inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('leads from a thing to what shares its subject, and says why', async () => {
    await follow(page, '#at=chamber-as-found&view=0,0,60&show=kings&lang=en');
    const related = page.locator('.related__thing', { hasText: 'Three-colour glazed horse' });
    await eventually(() => related.locator('.related__because').textContent()).toBe('Subject: The Silk Road');
    await related.click();
    await eventually(() => heading().textContent()).toBe('Three-colour glazed horse');
  });
});

describe('favourites', () => {
  it('outlast the page, and go along as a code, a text and data', async () => {
    await page.getByRole('button', { name: 'Favourite: Three-colour glazed horse' }).click();
    await page.reload();
    await eventually(() => page.locator('.heart[aria-pressed=true]').count()).toBe(1);
    await follow(page, '#at=hall-as-found&view=0,0,60&panel=places&lang=en');
    await page.locator('.places').getByRole('button', { name: 'Favourite: Hall of a Thousand Buddhas' }).click();
    expect(await page.locator('.favourites__name').allTextContents()).toEqual([
      'Three-colour glazed horse',
      'Hall of a Thousand Buddhas',
    ]);
    await page.getByRole('button', { name: 'Take along' }).click();
    const link = await page.locator('.take-along__link a').getAttribute('href');
    expect(link).toContain('fav=chamber-as-found/relic-glazed-horse,hall-as-found');
    const png = await page.locator('.qr').screenshot();
    const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(link);
    expect(await findBreaches()).toEqual([]);

    expect(await download('Save as text')).toContain(
      'Three-colour glazed horse\nChamber of the reclining figure\nhttp',
    );
    expect(JSON.parse(await download('Save as data (JSON)'))).toMatchObject({
      exhibition: { id: 'painted-caves' },
      favourites: [{ key: 'chamber-as-found/relic-glazed-horse', kind: 'relic' }, { key: 'hall-as-found' }],
    });
  });

  it('of a link are offered, and kept only by a visitor who says so', async () => {
    await page.getByRole('button', { name: 'Empty the list' }).click();
    await follow(page, '#at=hall-as-found&view=0,0,60&panel=places&fav=hall-as-found/apsaras,nowhere&lang=zh-Hans');
    await eventually(() => page.locator('.favourites--offered').textContent()).toContain('这个链接带来 1 项收藏');
    expect(await page.locator('.favourites__name').count()).toBe(0);
    await page.getByRole('button', { name: '加入我的收藏' }).click();
    expect(await page.locator('.favourites__name').allTextContents()).toEqual(['飞天']);
    await page.locator('.favourites__name').click();
    await eventually(() => heading().textContent()).toBe('飞天');
  });
});

async function download(name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return readFile(await file.path(), 'utf8');
}
