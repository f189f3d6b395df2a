/** A relic of the demonstration, with the real picture behind the page. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit } from '../visit.ts';
import { eventually, focused, openUi, tabTo } from './openUi.ts';

let browser: Browser;
let visit: Visit;
beforeAll(async () => {
  browser = await launchBrowser();
  visit = await openUi(browser, { path: '#at=terrace-as-found&view=12,-3,55&lang=en', reducedMotion: true });
});
afterAll(async () => {
  visit.expectQuiet();
  await browser.close();
});

it('is taken up from its label, comes in the place of its poster, and Back leads to the very view one had', async () => {
  const { page } = visit;
  await tabTo(page, /^Ritual bronze tripod/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Ritual bronze tripod' }).waitFor();
  const view = new URLSearchParams(new URL(page.url()).hash.slice(1)).get('view');
  await tabTo(page, /^Look at it from all sides$/);
  await page.keyboard.press('Enter');
  await page.locator('.rail').waitFor();
  await eventually(() => page.url()).toContain('relic=relic-ritual-tripod');
  await page.locator('.poster').waitFor({ state: 'detached', timeout: 90_000 });
  await page.locator('#relic-tool-label').click();
  await eventually(() => page.getByRole('dialog').innerText()).toMatch(
    /As measured\s+W\s34\.5 × H\s42\.4 × D\s34\.5\scm/,
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await eventually(() => page.locator('.relic').count()).toBe(0);
  await eventually(() => focused(page)).toMatch(/^Ritual bronze tripod/);
  await eventually(() => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('view')).toBe(view);
  expect(page.url()).not.toContain('relic=');
});
