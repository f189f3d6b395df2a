import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { openVisit } from './visit.ts';
import type { Visit } from './visit.ts';

describe('single pieces of the viewer', () => {
  let browser: Browser;
  let visit: Visit | null = null;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    visit?.expectQuiet();
    await visit?.close();
  });

  it('are the picture alone', async () => {
    visit = await openVisit(browser, { path: '?play=picture' });
    const { page } = visit;
    await page.waitForFunction(() => window.grotto !== undefined);
    await page.evaluate(() => window.grotto?.whenSharp());
    await page.waitForFunction(() => document.getElementById('title-card') === null);
    expect(await page.locator('canvas').count()).toBe(1);
    expect(await page.locator('.grotto-ui').count()).toBe(0);
    expect((await page.evaluate(() => window.grotto?.stats()))?.tilesLoaded).toBeGreaterThan(0);
  });

  it('and the interface alone', async () => {
    visit = await openVisit(browser, { path: '?play=interface' });
    const { page } = visit;
    await page.waitForSelector('.grotto-ui h1');
    expect(await page.locator('canvas').count()).toBe(0);
  });
});
