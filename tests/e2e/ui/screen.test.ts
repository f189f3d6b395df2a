import type { Browser } from 'playwright-core';
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
    const place = screen.locator('h1');
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
});
