/**
 * Both guided tours of the demonstration, told to their natural end, against the document: one in Chinese on a page, one in
 * English on a kiosk. `GROTTO_ALL_WALKS=1` walks every tour in both languages on both.
 */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { countTurning, fastestTurn } from './guide/cameraPace.ts';
import { HeldTime } from './guide/heldTime.ts';
import { walkOnPage } from './guide/onPage.ts';
import { readMoment } from './guide/tourLog.ts';
import { ALL_WALKS, HAS_ALL } from './guide/walks.ts';
import { openVisit, type Visit, type VisitOptions } from './visit.ts';

let browser: Browser;
let visit: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  const last = visit;
  visit = null;
  await last?.close();
  last?.expectQuiet();
});
afterAll(() => browser.close());

async function open(options: VisitOptions): Promise<HeldTime> {
  visit = await openVisit(browser, { isTimed: true, ...options });
  await visit.page.locator('.grotto-ui').waitFor();
  await visit.page.waitForFunction(() => window.grotto);
  return HeldTime.hold(visit.page);
}

const [, FIRST_ZH, SECOND_EN] = ALL_WALKS;
const ON_PAGE = HAS_ALL ? ALL_WALKS : [FIRST_ZH];
const ON_KIOSK = HAS_ALL ? ALL_WALKS : [SECOND_EN];

/** All walks take longer than a test usually may. */
const PATIENCE_MS = HAS_ALL ? 900_000 : 300_000;

describe('guided tours of the demonstration', { timeout: PATIENCE_MS }, () => {
  it('run on a page to their end, turn nobody fast, and are left alone while one looks around', async () => {
    const time = await open({ path: '#lang=en', viewport: { width: 640, height: 360 }, dpr: 0.5 });
    const { page } = time;
    await page.getByRole('button', { name: /^Guided tour/ }).click();
    const guide = async () => (await readMoment(page)).guide;
    await time.until(guide, (now) => now?.phase === 'telling');
    await page.keyboard.down('ArrowRight');
    await time.until(guide, (now) => now?.phase === 'paused');
    await page.keyboard.up('ArrowRight');
    expect(await guide()).toMatchObject({ step: 1, pause: 'interrupted' });
    await page.keyboard.press('p');
    await time.until(guide, (now) => now?.phase === 'telling');
    for (const how of ON_PAGE) {
      const moments = await walkOnPage(time, how);
      expect(countTurning(moments)).toBeGreaterThan(20);
      expect(fastestTurn(moments)).toBeGreaterThan(10);
      expect(fastestTurn(moments)).toBeLessThanOrEqual(40);
    }
  });

  it('run on a kiosk from a station that an address names, and where less motion is wanted by cuts alone', async () => {
    const viewport = { width: 1080, height: 1920 };
    const path = '#tour=left-and-guessed,2&lang=en';
    const time = await open({ path, viewport, dpr: 0.3, reducedMotion: true });
    const { page } = time;
    await page.getByRole('button', { name: 'Begin' }).click();
    const guide = async () => (await readMoment(page)).guide;
    expect(await time.until(guide, (now) => now?.phase === 'telling')).toMatchObject({ step: 2 });
    for (const how of ON_KIOSK) {
      const moments = await walkOnPage(time, how);
      expect(countTurning(moments)).toBe(0);
      expect(fastestTurn(moments)).toBeGreaterThan(0);
    }
  });
});
