/** What a visitor may take along, and the relic in the visitor's own room. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { eventually } from '../openUi.ts';
import { openTool, reach } from './keys.ts';
import { openRoomSite, type RoomSite } from './openRoom.ts';

let browser: Browser;
let site: RoomSite;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await openRoomSite();
  page = await site.open(browser, { query: 'ar' });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
afterEach(() => site.expectQuiet());

async function takeUp(id = 'vase') {
  await page.evaluate((hotspotId) => {
    window.relicPage.commands.relic.close();
    window.relicPage.commands.closePanel();
    window.relicPage.commands.relic.open(hotspotId);
    window.relicPage.arrive();
  }, id);
  await page.locator('.rail').waitFor();
}

describe('what a visitor may take along', () => {
  it('is files as the rights allow, and a place in the own room where the device can', async () => {
    await takeUp();
    await openTool(page, 'At home');
    expect(await page.getByRole('link', { name: 'Model (glTF) (9 MB)' }).getAttribute('href')).toMatch(
      /vase\/whole\.glb$/,
    );
    await reach(page, /^Place it here \(WebXR\)$/);
    await page.keyboard.press('Enter');
    const overlay = page.locator('.ar');
    await eventually(() => overlay.getByRole('status').textContent()).toMatch(/^Move the device/);
    expect(await overlay.getByRole('button').allTextContents()).toEqual(['Back to the exhibition']);
    await page.evaluate(() => window.relicPage.arIs('placed'));
    await overlay.getByRole('button', { name: 'Set it elsewhere' }).click();
    await eventually(() => overlay.getByRole('status').textContent()).toMatch(/^Move the device/);
    await overlay.getByRole('button', { name: 'Back to the exhibition' }).click();
    await eventually(() => page.locator('.ar-root').count()).toBe(0);
    expect(await page.getByRole('link', { name: /Scene Viewer/ }).getAttribute('href')).toMatch(/title=\S+$/);
    await reach(page, /^STL/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('vase.stl');
    await eventually(() => page.getByText(/measures 242 × 242 × 412 mm\.$/).count()).toBe(1);
    await takeUp('pebble');
    await page.locator('#relic-tool-take').click();
    expect(await page.getByRole('button', { name: /STL/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /WebXR/ }).count()).toBe(1);
    expect(await page.getByRole('link', { name: /Scene Viewer/ }).count()).toBe(0);
  });
});
