/** The tape at the walls of the demonstration, by keyboard alone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit } from '../visit.ts';
import { eventually, openUi, tabTo } from './openUi.ts';

let browser: Browser;
let visit: Visit;
beforeAll(async () => {
  browser = await launchBrowser();
  visit = await openUi(browser, { path: '#at=hall-as-found&view=-40,0,60&panel=layers&lang=en', reducedMotion: true });
});
afterAll(async () => {
  visit.expectQuiet();
  await browser.close();
});

it('measures a length from the middle of the picture, says it, saves it, and is taken back', async () => {
  const { page } = visit;
  await tabTo(page, /^Measure$/);
  await page.keyboard.press('Enter');
  await page.getByText('Press two points of the walls.').waitFor({ timeout: 90_000 });
  const results = page.locator('.lengths__value');
  await tabTo(page, /^Set a point at the cross/);
  await page.keyboard.press('Enter');
  expect(await results.count()).toBe(0);
  await page.evaluate(() => window.grotto?.look({ yaw: -30, pitch: 8 }, { isEased: false }));
  await eventually(() => page.url()).toContain('view=-30,8,60');
  await page.keyboard.press('Enter');
  await eventually(() => results.allInnerTexts()).toEqual([expect.stringMatching(/^Length 89\.\d\scm ± [1-9]\smm$/)]);
  await tabTo(page, /^Save as a table/);
  const [table] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(table.suggestedFilename()).toBe('hall-as-found.csv');
  await page.getByRole('button', { name: 'Take the last one back' }).click();
  await eventually(() => results.count()).toBe(0);
});

it.each([
  ['a desktop takes the finest', {}, 'depth.png'],
  ['a phone one that its memory allows', { viewport: { width: 390, height: 844 }, isTouch: true }, 'depth-2048.png'],
])('of the sizes of depth %s', async (_title, device, wanted) => {
  const path = '#at=hall-as-found&view=-40,0,60&panel=layers&lang=en';
  const other = await openUi(browser, { path, reducedMotion: true, ...device });
  const asked: string[] = [];
  other.context.on('request', (request) => {
    const [, file] = /hall\/(depth.*)$/.exec(request.url()) ?? [];
    if (file !== undefined) asked.push(file);
  });
  await tabTo(other.page, /^Measure$/);
  await other.page.keyboard.press('Enter');
  await other.page.getByText('Press two points of the walls.').waitFor({ timeout: 90_000 });
  expect(asked).toContain(wanted);
  // What hides relics may be sent for as well.
  expect(asked.filter((file) => file !== wanted && file !== 'depth-2048.png')).toEqual([]);
  other.expectQuiet();
  await other.close();
});
