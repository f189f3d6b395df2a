/** Servers, lines, files and devices that fail in the middle of a visit: it goes on, and heals once they are well. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ALL_BY_WEBGL, launchBrowser } from './browser.ts';
import { startUnreliableServer, type Trouble, type UnreliableServer } from './faults/unreliableServer.ts';
import { openVisit, type Visit } from './visit.ts';

const PATIENCE = { timeout: 60_000, interval: 200 };
/** What the browser itself writes about a line or file that fails. */
const OF_THE_BROWSER = [/Failed to load resource/, /net::ERR_/];

let browser: Browser;
let server: UnreliableServer;
let visit: Visit | null = null;

beforeAll(async () => {
  // The process that is lost has to hold what one sees.
  browser = await launchBrowser(ALL_BY_WEBGL);
});
afterEach(async () => {
  const last = visit;
  visit = null;
  await last?.close();
  last?.expectQuiet();
});
afterAll(() => browser.close());

async function open(path: string, expectedFaults: readonly RegExp[] = []): Promise<Page> {
  server = await startUnreliableServer();
  return openAt(path, expectedFaults);
}

async function openAt(path: string, expectedFaults: readonly RegExp[] = []): Promise<Page> {
  visit = await openVisit(browser, {
    server,
    path,
    viewport: { width: 480, height: 300 },
    reducedMotion: true,
    expectedFaults: [...OF_THE_BROWSER, ...expectedFaults],
  });
  visit.page.setDefaultTimeout(60_000);
  return visit.page;
}

async function untilSharp(page: Page): Promise<void> {
  await page.waitForFunction(() => window.grotto !== undefined);
  await page.evaluate(() => window.grotto?.whenSharp());
}

const goTo = (page: Page, nodeId: string, view = {}): Promise<void> =>
  page.evaluate(([id, to]) => window.grotto?.goTo(id, to), [nodeId, view] as const);

/** All that is due in view is drawn, and nothing failed on the way. */
async function isWhole(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const stats = await page.evaluate(() => window.grotto?.stats());
      return stats ? stats.tilesWanted - stats.tilesLoaded : NaN;
    }, PATIENCE)
    .toBe(0);
}

/** The page once nothing comes any more. */
async function shootStill(page: Page): Promise<Buffer> {
  let last = await page.screenshot();
  await expect
    .poll(
      async () => {
        const before = last;
        last = await page.screenshot();
        return last.equals(before);
      },
      { timeout: 60_000, interval: 1_500 },
    )
    .toBe(true);
  return last;
}

async function collectFaults(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told: string[] = [];
    (globalThis as unknown as { told: string[] }).told = told;
    window.grotto?.on('fault', ({ fault }) => void told.push(fault.message));
  });
  return () => page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
}

describe('a server that', () => {
  it('dies and comes back leaves the picture standing, and the next place and a relic come in the end', async () => {
    const page = await open('#at=hall-as-found&view=0,0,70&lang=en');
    await untilSharp(page);
    await page.locator('[data-focus-home]').waitFor();
    const told = await collectFaults(page);
    await server.die();
    // Its preview was fetched ahead; the tiles were not.
    await goTo(page, 'terrace-as-found', { yaw: 90, fov: 50 });
    await page.evaluate(() => window.grotto?.whenSharp());
    expect((await told()).join('\n')).toContain('no answer from the server');
    const sentences = (await told()).length;
    expect(await page.locator('[data-focus-home]').isVisible()).toBe(true);
    await server.comeBack();
    await isWhole(page);
    expect((await told()).length).toBe(sentences);

    await server.die();
    await goTo(page, 'gallery');
    await page.evaluate(() => {
      location.hash = '#at=gallery&relic=relic-jade-disc&lang=en';
    });
    await page.locator('.relic__title').waitFor();
    await server.comeBack();
    await page.locator('.poster').waitFor({ state: 'detached' });
    await page.evaluate(() => window.grotto?.whenSharp());
  });

  it('hangs, stops in the middle or answers badly for a while costs tiles for that while', async () => {
    const page = await open('#at=hall-as-found&view=0,0,70&lang=en');
    await untilSharp(page);
    const troubles: readonly Trouble[] = ['hangs', 'stops', 503, 500, 429];
    let count = 0;
    server.trouble = (path) =>
      /^panoramas\/terrace\/as-found\/\d\//.test(path) ? (troubles[count++ % troubles.length] ?? null) : null;
    await goTo(page, 'terrace-as-found', { yaw: 200, fov: 50 });
    await expect.poll(() => count, PATIENCE).toBeGreaterThanOrEqual(troubles.length);
    server.trouble = () => null;
    await isWhole(page);
  });

  it('has lost or damaged files costs just those: what is coarser stands in, and each is named once', async () => {
    const page = await open('#at=hall-as-found&view=0,0,70&lang=en');
    await untilSharp(page);
    const told = await collectFaults(page);
    const troubles: readonly (Trouble | null)[] = [404, 'is damaged', 'is no picture', 403, null, 'is called text'];
    const given = new Map<string, Trouble | null>();
    server.trouble = (path) => {
      if (!/^panoramas\/terrace\/as-found\/\d\//.test(path)) return null;
      const trouble = given.get(path) ?? troubles[given.size % troubles.length] ?? null;
      given.set(path, trouble);
      return trouble;
    };
    await goTo(page, 'terrace-as-found', { yaw: 40, fov: 50 });
    await page.evaluate(() => window.grotto?.whenSharp());
    const broken = [...given].filter(([, trouble]) => trouble !== null && trouble !== 'is called text');
    expect(broken.length).toBeGreaterThanOrEqual(4);
    // One sentence a level, about a file that is really broken.
    const sentences = await told();
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.length).toBeLessThanOrEqual(3);
    for (const one of sentences)
      expect(
        broken.some(([path]) => one.includes(path)),
        one,
      ).toBe(true);
    expect(server.asked.filter((path) => path === broken[0]?.[0]).length).toBe(1);
    const { tilesShown = 0 } = (await page.evaluate(() => window.grotto?.stats())) ?? {};
    expect(tilesShown).toBeGreaterThan(0);
    server.trouble = () => null;
    await goTo(page, 'hall-as-found');
    await isWhole(page);
  });

  it('is not there yet at the start is waited for: first the document, then the interface and the decoder', async () => {
    server = await startUnreliableServer();
    let isDocumentThere = false;
    const refused = new Map<string, number>();
    server.trouble = (path) => {
      if (path === 'exhibition.json') return isDocumentThere ? null : 503;
      if (!/^app\/(mount|worker)-/.test(path) || !isDocumentThere) return null;
      const times = refused.get(path) ?? 0;
      refused.set(path, times + 1);
      return times < 2 ? 503 : null;
    };
    const page = await openAt('#at=hall-as-found&lang=en', [/dynamically imported module/]);
    await page.locator('main h1').waitFor();
    isDocumentThere = true;
    await untilSharp(page);
    await page.locator('[data-focus-home]').waitFor();
    await isWhole(page);
    // Its styles are a file of their own.
    expect([...refused.keys()].map((path) => path.replace(/-.*\./, '.')).sort()).toEqual([
      'app/mount.css',
      'app/mount.js',
      'app/worker.js',
    ]);
  });
});

describe('a device that', () => {
  it('loses its picture ten times over has it again each time', async () => {
    const page = await open('?play=picture#at=terrace-as-found&view=30,0,70', [/context lost/i, /CONTEXT_LOST/]);
    await untilSharp(page);
    const before = await shootStill(page);
    for (let time = 0; time < 10; time++) {
      await page.evaluate(async () => {
        const canvas = document.querySelector<HTMLCanvasElement>('canvas.picture');
        const context = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
        const event = (name: string) =>
          new Promise((resolve) => canvas?.addEventListener(name, resolve, { once: true }));
        const lost = event('webglcontextlost');
        context?.loseContext();
        await lost;
        await new Promise((resolve) => setTimeout(resolve, 50));
        const restored = event('webglcontextrestored');
        context?.restoreContext();
        await restored;
      });
    }
    await isWhole(page);
    await expect.poll(async () => (await page.screenshot()).equals(before), PATIENCE).toBe(true);
  });

  it('loses its GPU process has the picture again', async () => {
    const page = await open('?play=picture#at=terrace-as-found&view=30,0,70', [/context lost/i, /CONTEXT_LOST/, /GPU/]);
    await untilSharp(page);
    const before = await shootStill(page);
    await page.evaluate(() => {
      const canvas = document.querySelector('canvas.picture');
      const back = new Promise((resolve) => canvas?.addEventListener('webglcontextrestored', resolve, { once: true }));
      Object.assign(globalThis, { back });
    });
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.crashGpuProcess').catch(() => undefined);
    await page.evaluate(() => (globalThis as unknown as { back: Promise<unknown> }).back);
    await isWhole(page);
    await expect.poll(async () => (await page.screenshot()).equals(before), PATIENCE).toBe(true);
  });

  it('freezes the page, moves its clock or has no room to keep anything goes on with the visit', async () => {
    const page = await open('#at=hall-as-found&view=30,0,70&lang=en');
    await untilSharp(page);
    await page.locator('[data-focus-home]').waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await goTo(page, 'terrace-as-found');
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 400 * 86_400_000;
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await goTo(page, 'pillar-as-found');
    await page.keyboard.press('l');
    await isWhole(page);
    expect((await page.evaluate(() => window.grotto?.state()))?.nodeId).toBe('pillar-as-found');
  });
});
