/** Whatever a visitor may have on the page, in every language, under every theme, with a pointer, a finger and enlarged. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit } from '../visit.ts';
import { findBreaches } from './views/findBreaches.ts';
import { findCut, findOutOfOrder, findSmall } from './views/measure.ts';
import { look, openViews, VIEWS } from './views/openViews.ts';
import { openPlain, PLAIN_VIEWS, showPlain } from './views/plainViews.ts';
import { dealOut, SETTINGS } from './views/themes.ts';

let browser: Browser;
let visit: Visit;
let page: Page;
let device: CDPSession;

beforeAll(async () => {
  browser = await launchBrowser();
  visit = await openViews(browser);
  ({ page } = visit);
  device = await visit.context.newCDPSession(page);
});
afterEach(() => visit.expectQuiet());
afterAll(() => browser.close());

const DESK = { width: 960, height: 540 };
/** 1280 by 720 at 400 %. */
const ENLARGED = { width: 320, height: 180 };
const PHONE = { width: 390, height: 844 };

async function resize(viewport: typeof DESK, isTouched = false): Promise<void> {
  await page.setViewportSize(viewport);
  await device.send('Emulation.setTouchEmulationEnabled', { enabled: isTouched });
  await page.waitForFunction(
    ([width, height, isCoarse]) =>
      innerWidth === width && innerHeight === height && matchMedia('(pointer: coarse)').matches === isCoarse,
    [viewport.width, viewport.height, isTouched] as const,
  );
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

describe('what a visitor may have on the page', () => {
  it('is dealt out so that every view is looked at, in every language and theme', () => {
    const dealt = dealOut(VIEWS);
    expect(dealt.flatMap(({ views }) => views).sort(byName)).toEqual([...VIEWS].sort(byName));
    expect(new Set(VIEWS.map(({ name }) => name)).size).toBe(VIEWS.length);
    for (const { setting, views } of dealt) expect(views.length, JSON.stringify(setting)).toBeGreaterThan(0);
    expect(dealt).toHaveLength(SETTINGS.length);
  });

  it.each(dealOut(VIEWS).map(({ setting, views }) => ({ ...setting, views })))(
    'breaks no rule, is in order, large enough and never cut off: $language, $theme',
    async ({ views, ...setting }) => {
      for (const view of views) {
        await look(page, view, setting, async () => {
          expect.soft(await findBreaches(page), view.name).toEqual([]);
          expect.soft(await findOutOfOrder(page), view.name).toEqual([]);
          expect.soft(await findSmall(page, 24), view.name).toEqual([]);
          await resize(PHONE, true);
          expect.soft(await findSmall(page, 44), `${view.name}, touched`).toEqual([]);
          expect.soft(await findOutOfOrder(page), `${view.name}, on a phone`).toEqual([]);
          await resize(ENLARGED);
          expect.soft(await findCut(page), `${view.name}, enlarged`).toEqual([]);
          expect.soft(await findOutOfOrder(page), `${view.name}, enlarged`).toEqual([]);
          await resize(DESK);
        });
      }
    },
  );
});

describe('what stands on a page of its own', () => {
  it('breaks no rule, is in order, large enough and never cut off', async () => {
    const plain = await openPlain(browser);
    const { page: own, baseUrl } = plain;
    for (const [at, view] of PLAIN_VIEWS.entries()) {
      // Far apart: each in another language and another theme than the one before.
      const setting = SETTINGS[(at * 7) % SETTINGS.length] ?? { language: 'en', theme: 'dark' };
      await showPlain(own, baseUrl, view, setting);
      expect.soft(await findBreaches(own), view.name).toEqual([]);
      expect.soft(await findOutOfOrder(own), view.name).toEqual([]);
      expect.soft(await findSmall(own, 24), view.name).toEqual([]);
      await own.setViewportSize(ENLARGED);
      expect.soft(await findCut(own), `${view.name}, enlarged`).toEqual([]);
      await own.setViewportSize(DESK);
    }
    await plain.close();
    plain.expectQuiet();
  });
});

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
