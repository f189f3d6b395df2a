/** What stands beside a relic whatever happens: readable over any picture, and there when other things are not. */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { eventually } from '../openUi.ts';
import { openRoomSite, type RoomOptions, type RoomSite } from './openRoom.ts';

let browser: Browser;
let site: RoomSite;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await openRoomSite();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
afterEach(async () => {
  await page.close();
  site.expectQuiet();
});

async function takeUp(options: RoomOptions = {}): Promise<void> {
  page = await site.open(browser, { query: 'ar', ...options });
  await page.evaluate(() => window.relicPage.commands.relic.open('vase'));
  await page.locator('.rail').waitFor();
}

describe('over a white picture', () => {
  it('every letter beside the relic can be read', async () => {
    await takeUp({ dpr: 1 });
    await page.evaluate(() => {
      window.relicPage.arrive();
      window.relicPage.makeWhite();
      document.querySelector<HTMLElement>('.stand-in img')?.remove();
    });
    await page.locator('.poster').waitFor({ state: 'detached' });
    // What stands behind the letters, without their shadow, which only helps.
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('.relic *')) {
        element.style.color = 'transparent';
        element.style.textShadow = 'none';
        element.style.textDecoration = 'none';
      }
    });
    const places = [
      '.relic__title',
      '.relic__back span',
      '.relic__credit',
      '.relic__state',
      '#relic-tool-label',
      '#relic-tool-motion',
    ];
    const boxes = await Promise.all(places.map((place) => page.locator(place).boundingBox()));
    const shot = await page.screenshot();
    for (const [index, box] of boxes.entries()) {
      if (!box) throw new Error(`${places[index]} is not there`);
      const region = {
        left: Math.round(box.x),
        top: Math.round(box.y),
        width: Math.floor(box.width),
        height: Math.floor(box.height),
      };
      // Statistics are of a whole picture, so the part has to be one.
      const part = await sharp(shot).extract(region).removeAlpha().png().toBuffer();
      const { channels } = await sharp(part).stats();
      const brightest = Math.max(...channels.map(({ max }) => max)) / 255;
      // Plaster has a relative luminance of 0.73; credits are dimmer, 0.41.
      const letters = places[index] === '.relic__credit' ? 0.41 : 0.73;
      const contrast = (letters + 0.05) / (luminance(brightest) + 0.05);
      expect(contrast, places[index]).toBeGreaterThan(4.5);
    }
  });

  function luminance(grey: number): number {
    return grey <= 0.04045 ? grey / 12.92 : ((grey + 0.055) / 1.055) ** 2.4;
  }
});

describe('what has to be said about the relic', () => {
  it('stays when the tools withdraw, and so does the way back', async () => {
    await takeUp({ reducedMotion: true });
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      document.querySelector<HTMLElement>('.grotto-ui')?.setAttribute('data-chrome', 'withdrawn');
    });
    const opacityOf = (place: string) => page.locator(place).evaluate((element) => getComputedStyle(element).opacity);
    await eventually(() => opacityOf('.rail')).toBe('0');
    for (const place of ['.relic__caption', '.relic__back', '.relic__title']) expect(await opacityOf(place)).toBe('1');
    expect(await page.locator('.relic__caption').innerText()).toMatch(/Synthetic[^]*workshop[^]*CC BY 4\.0/);
  });

  it('is said where the tools of looking could not be had, and Back still leads back', async () => {
    page = await site.open(browser);
    await page.route(/RelicView.*\.js/, (route) => route.abort());
    await page.evaluate(() => window.relicPage.commands.relic.open('vase'));
    await page.getByRole('alert').waitFor();
    expect(await page.locator('.relic__caption').innerText()).toContain('Synthetic');
    await page.getByRole('button', { name: 'Back' }).click();
    await eventually(() => page.locator('.relic').count()).toBe(0);
    // The next visit asks for them again.
    await page.unroute(/RelicView.*\.js/);
    await page.evaluate(() => window.relicPage.commands.relic.open('vase'));
    await page.locator('.relic .rail').waitFor({ state: 'attached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(() => site.expectQuiet()).toThrow(/RelicView/);
  });
});

describe('where the relic cannot be had', () => {
  it('says what is wrong and what to do, and shows its picture', async () => {
    await takeUp();
    await page.evaluate(() =>
      window.relicPage.commands.report([
        {
          severity: 'error',
          path: 'vase/medium',
          code: 'relic',
          message: 'vase/medium.glb ends too early',
          remedy: 'export it again',
        },
      ]),
    );
    const note = page.locator('.relic__note');
    await eventually(() => note.innerText()).toContain('could not be loaded as it should be');
    await note.getByText('What is wrong').click();
    expect(await note.innerText()).toContain('vase/medium.glb ends too early; export it again');
    expect(await page.locator('.progress__text').count()).toBe(0);
    expect(await page.locator('.poster__picture').isVisible()).toBe(true);
    await note.getByRole('button', { name: 'Dismiss' }).click();
    expect(await note.count()).toBe(0);
  });

  it('without any picture, label, details, stages and tour are still there', async () => {
    page = await site.open(browser, { query: 'no-picture' });
    await page.evaluate(() => window.relicPage.commands.relic.open('vase'));
    await page.locator('.rail').waitFor();
    expect(await page.locator('.rail button').allInnerTexts()).toEqual([
      'Label',
      'Details',
      'Tour',
      'Stages',
      'At home',
    ]);
    expect(await page.locator('.poster__picture').isVisible()).toBe(true);
    expect(await page.locator('.turn').count()).toBe(0);
  });
});
