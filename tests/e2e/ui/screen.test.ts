import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit } from '../visit.ts';
import { eventually, follow, openUi } from './openUi.ts';

let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  visit = await openUi(browser, { viewport: { width: 640, height: 400 } });
});
afterAll(async () => {
  await visit.close();
  await browser.close();
  visit.expectQuiet();
});

describe('a second screen', () => {
  it('shows the place and the open label of the visit, live, in its language, whichever window comes first', async () => {
    const { page, context, baseUrl } = visit;
    const screen = await context.newPage();
    await screen.goto(`${baseUrl}?screen=labels`);
    await screen.waitForURL(/app\/labels\.html$/);
    const place = screen.locator('h1.place');
    await eventually(() => place.textContent()).toBe(await page.locator('.place__name').textContent());
    await follow(page, '#at=hall-as-found&show=niche&lang=zh-Hans');
    await eventually(() => place.getAttribute('lang')).toBe('zh-Hans');
    await eventually(() => screen.locator('h2').count()).toBe(1);
    expect(await screen.locator('h2').textContent()).toBe(await page.locator('.panel__title').textContent());
    expect(await screen.locator('canvas, img').count()).toBe(0);
    // The visit begins anew while the screen is there.
    await page.goto('about:blank');
    await screen.locator('#waiting').waitFor();
    await page.goto(`${baseUrl}#at=hall-as-found&lang=en`);
    await eventually(() => place.getAttribute('lang')).toBe('en');
    expect(await screen.locator('#waiting').isVisible()).toBe(false);
  });

  it('follows the visit that was touched last, and believes nothing that is not told by a visit', async () => {
    const { page, context, baseUrl } = visit;
    const screen = context.pages().find((one) => one.url().endsWith('labels.html'))!;
    const shown = () => screen.locator('h1.place').textContent();
    const placeOf = (one: Page) => one.locator('.place__name').textContent();
    const other = await context.newPage();
    // Its words are enough here.
    await other.goto(`${baseUrl}?play=interface#at=pillar-as-found&lang=en`);
    await eventually(shown).toBe(await placeOf(other));
    await page.keyboard.press('Shift');
    await eventually(shown).toBe(await placeOf(page));
    await other.evaluate(() => {
      const channel = new BroadcastChannel(`grotto-labels ${new URL('.', document.baseURI).pathname}`);
      const forged = { text: 'forged', language: 'en' };
      const labels = { language: 'en', exhibition: forged, place: forged, summary: forged, open: 7, captions: [] };
      const latest = { grotto: 1, kind: 'labels', visit: 'x', touched: 9e15 };
      for (const message of [null, 'end', { kind: 'end' }, { ...latest, labels }]) channel.postMessage(message);
    });
    // The visit that nobody touches tells on, and is not followed; the other one is.
    await follow(other, '#at=chamber-as-found&lang=en');
    await follow(page, '#at=terrace-as-found&lang=zh-Hans');
    await eventually(() => placeOf(other)).toBe('Chamber of the reclining figure');
    await eventually(() => screen.locator('h1.place').getAttribute('lang')).toBe('zh-Hans');
    expect(await shown()).toBe(await placeOf(page));
    await other.keyboard.press('Shift');
    await eventually(shown).toBe(await placeOf(other));
    await other.goto('about:blank');
    await eventually(shown).toBe(await placeOf(page));
    expect(await screen.locator('#waiting').isVisible()).toBe(false);
  });
});
