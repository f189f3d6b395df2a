/** Every relic of the demonstration taken up and put down again and again: nothing may be left behind on the GPU. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition } from '#document/schema.ts';
import { launchBrowser } from './browser.ts';
import { countLiveObjects } from './soak/liveObjects.ts';
import { openVisit, type Visit } from './visit.ts';

/**
 * How often each relic is taken up in a round; the first makes whatever is made once: programs, the room, plates.
 * `GROTTO_SOAK=1` takes each up twice in the second.
 */
const ROUNDS = [1, process.env['GROTTO_SOAK'] === '1' ? 2 : 1];
const PATIENCE_MS = 60_000;
const SOAK_MS = 10 * 60_000;
const DEMONSTRATION = path.resolve(import.meta.dirname, '../../public/exhibition.json');

const { nodes } = JSON.parse(readFileSync(DEMONSTRATION, 'utf8')) as Exhibition;
const hall = nodes.find(({ id }) => id === 'gallery');
const relics = (hall?.hotspots ?? []).filter(({ kind }) => kind === 'relic').map(({ id }) => id);

let browser: Browser;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser(['--js-flags=--expose-gc']);
  visit = await openVisit(browser, {
    path: '#at=gallery&lang=en',
    viewport: { width: 480, height: 300 },
    reducedMotion: true,
    initScript: `(${countLiveObjects.toString()})()`,
  });
  ({ page } = visit);
  page.setDefaultTimeout(PATIENCE_MS);
  // Before the visit listens to its address nothing can be followed.
  await page.waitForFunction(() => window.grotto !== undefined);
  await rest();
});
afterAll(() => browser?.close());

interface Left {
  readonly counts: Record<string, number>;
  /** GPU bytes by what they are for, as the visit says. */
  readonly bytes: Record<string, number>;
}

const rest = (): Promise<void> => page.evaluate(() => window.grotto?.whenSharp());

async function follow(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

async function takeUp(relic: string): Promise<void> {
  await follow(`#at=gallery&relic=${relic}&lang=en`);
  await page.locator('.relic').waitFor({ state: 'attached' });
  await page.locator('.poster').waitFor({ state: 'detached' });
  await rest();
}

async function putDown(): Promise<void> {
  await follow('#at=gallery&lang=en');
  await page.locator('.relic').waitFor({ state: 'detached' });
  await rest();
}

/** Down the aisle and back. */
async function walk(): Promise<void> {
  await page.locator('canvas').first().focus();
  for (const key of ['ArrowUp', 'ArrowDown']) {
    await page.keyboard.down(key);
    await page.waitForTimeout(2_000);
    await page.keyboard.up(key);
    await rest();
  }
}

async function look(): Promise<Left> {
  await page.evaluate(() => window.gc?.());
  return page.evaluate(async () => ({
    counts: window.liveObjects.counts(),
    bytes: { ...(await window.grotto?.stats())?.textureBytes },
  }));
}

describe('taking up every relic of the hall, and putting it down', () => {
  it(
    'leaves as many textures, buffers and programs, and as many bytes, as the time before',
    { timeout: SOAK_MS },
    async () => {
      expect(relics.length).toBeGreaterThan(5);
      const inHall: Left[] = [];
      const inCave: Left[] = [];
      let newcomers = {};
      for (const times of ROUNDS) {
        for (const relic of relics) {
          for (let time = 0; time < times; time++) {
            await takeUp(relic);
            await putDown();
          }
        }
        await walk();
        inHall.push(await look());
        await follow('#at=hall-restored&lang=en');
        await rest();
        inCave.push(await look());
        newcomers = await page.evaluate(() => window.liveObjects.newcomers());
        await putDown();
      }
      const [before, after] = inCave;
      expect(before?.bytes['relics']).toBeGreaterThan(1e6);
      expect(after, `made since and still there: ${JSON.stringify(newcomers, null, 1)}`).toEqual(before);
      // What of the hall itself has been drawn so far depends on the step at which the walk ended.
      expect(inHall[1]?.bytes).toEqual(inHall[0]?.bytes);
      visit.expectQuiet();
    },
  );
});

describe('a hall whose plates are written anew under an open relic', () => {
  it('comes to rest: once nothing moves nothing is drawn', async () => {
    const straight = await openVisit(browser, {
      path: `#at=gallery&relic=${relics[0]}&lang=en`,
      viewport: { width: 480, height: 300 },
      reducedMotion: true,
    });
    const drawn = () => straight.page.evaluate(async () => (await window.grotto?.stats())?.framesDrawn ?? 0);
    await straight.page.locator('.relic').waitFor({ state: 'attached', timeout: PATIENCE_MS });
    await straight.page.evaluate(() => {
      location.hash = location.hash.replace('lang=en', 'lang=zh-Hans');
    });
    const newFrames = async (): Promise<number> => {
      const before = await drawn();
      await straight.page.waitForTimeout(2_000);
      return before === 0 ? NaN : (await drawn()) - before;
    };
    await expect.poll(newFrames, { timeout: 40_000 }).toBe(0);
    straight.expectQuiet();
    await straight.close();
  });
});
