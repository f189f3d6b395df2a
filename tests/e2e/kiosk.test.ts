/** A kiosk from visitor to visitor, by a clock that the test drives, and every way out of it that anybody has thought of. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHealthAnswer } from '#pipeline/serve/health/answerHealth.ts';
import { Health } from '#pipeline/serve/health/health.ts';
import { HEARTBEAT_MS } from '#shared/heartbeat.ts';
import { launchBrowser } from './browser.ts';
import { ANSWER_SECONDS, CODE, HOMEPAGE, IDLE_SECONDS, makeSmallKiosk } from './kiosk/smallKiosk.ts';
import { holdLong, KEYS, NOTE_EVENTS, pageZoom, readEscapes, spread, swipe } from './kiosk/tryToEscape.ts';
import { comeAndGo, LIVE_OBJECTS } from './soak/parts.ts';
import { Scales, type Weight } from './soak/weigh.ts';
import { openVisit, serve, type Visit } from './visit.ts';

/** A page that is drawn without a graphics card takes its time. */
const SOON = { timeout: 60_000, interval: 100 };

let browser: Browser;
let kiosk: Awaited<ReturnType<typeof makeSmallKiosk>>;
let visit: Visit | null = null;
let health: Health;

beforeAll(async () => {
  browser = await launchBrowser();
  kiosk = await makeSmallKiosk();
});
afterEach(async () => {
  const last = visit;
  visit = null;
  await last?.close();
  last?.expectQuiet();
});
afterAll(async () => {
  await browser.close();
  kiosk.remove();
});

const open = async (viewport = { width: 540, height: 960 }): Promise<Page> => {
  let beats = 0;
  health = new Health({ version: '', exhibition: '', isKiosk: true, now: () => performance.now() / 1_000 });
  visit = await openVisit(browser, {
    // Hours go by in seconds, and nobody tells too often.
    server: await serve(
      kiosk.folder,
      createHealthAnswer({ health, isOpen: false }, () => (beats += HEARTBEAT_MS)),
    ),
    path: '?health',
    viewport,
    dpr: 0.5,
    isTouch: true,
    isTimed: true,
    initScript: `${NOTE_EVENTS};${LIVE_OBJECTS}`,
  });
  await comesTo(visit.page, 'attracting');
  return visit.page;
};

const phaseOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset['kiosk']);
const comesTo = (page: Page, phase: string): Promise<void> => expect.poll(() => phaseOf(page), SOON).toBe(phase);
const goBy = (page: Page, seconds: number): Promise<void> => page.clock.fastForward(seconds * 1_000);

async function begin(page: Page, language: string): Promise<void> {
  await page.locator('.attract').click();
  await comesTo(page, 'choosing');
  await page.locator('.kiosk__choice', { hasText: language }).click();
  await comesTo(page, 'visiting');
}

async function leaveAlone(page: Page): Promise<void> {
  await goBy(page, IDLE_SECONDS + 1);
  await comesTo(page, 'asking');
  await goBy(page, ANSWER_SECONDS + 1);
  await comesTo(page, 'attracting');
}

/** What is kept, but for the journal: a slow machine has it note that. */
const keysOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => key !== 'grotto.device.journal'),
  );

const losePicture = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const context = document.querySelector<HTMLCanvasElement>('.picture')?.getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  });
const isPictureLost = (page: Page): Promise<boolean | undefined> =>
  page.evaluate(() => document.querySelector<HTMLCanvasElement>('.picture')?.getContext('webgl2')?.isContextLost());
/** What went wrong on this device, by kind. */
const journalOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const journal = JSON.parse(localStorage.getItem('grotto.device.journal') ?? '[]') as { readonly kind: string }[];
    return journal.map(({ kind }) => kind);
  });

describe('a kiosk', () => {
  it('goes from visitor to visitor, and leaves nothing of one to the next', async () => {
    const page = await open();
    const address = page.url();
    const app = page.locator('#app');
    await expect
      .poll(() => page.evaluate(async () => (await window.grotto?.guide('state'))?.tourId), SOON)
      .toBe('round');
    expect(await page.locator('.attract').innerText()).toContain('Touch to begin');
    expect(await page.locator('.attract').innerText()).toContain('轻触开始');
    expect(await app.evaluate((element: HTMLElement) => element.inert)).toBe(true);
    await goBy(page, 3_600);
    await comesTo(page, 'attracting');

    await begin(page, '简体中文');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    expect(await page.evaluate(async () => (await window.grotto?.guide('state')) ?? null)).toBeNull();
    expect(await app.evaluate((element: HTMLElement) => element.inert)).toBe(false);
    await page.evaluate(() => window.grotto?.goTo('green'));
    await page.locator('.kiosk__bar button').nth(0).click();
    await page.locator('.kiosk__bar button').nth(1).click();
    await page.locator('.controls .word').first().click();
    await page.locator('.panel .heart').first().click();
    const field = page.locator('.panel input[type="search"]');
    expect(await field.getAttribute('inputmode')).toBe('none');
    for (const letter of ['红', '盒']) await page.locator('.letters__one', { hasText: letter }).first().click();
    expect(await field.inputValue()).toBe('红盒');
    await expect.poll(() => page.locator('[role=option]').first().textContent(), SOON).toContain('红盒');
    await page.locator('.letters__one').last().click();
    expect(await field.inputValue()).toBe('红');
    await page.evaluate(() => {
      localStorage.setItem('left', 'behind');
      sessionStorage.setItem('left', 'behind');
    });
    const low = await page.locator('#app > .grotto-ui').boundingBox();
    expect(low?.y).toBeGreaterThanOrEqual(480);

    await goBy(page, IDLE_SECONDS + 1);
    await comesTo(page, 'asking');
    expect(await page.getByRole('alertdialog').innerText()).toContain('您还在吗');
    await page.getByRole('button', { name: '继续参观' }).click();
    await comesTo(page, 'visiting');
    await page.evaluate(() => window.grotto?.guide('start', { tour: 'round' }));
    await expect
      .poll(() => page.evaluate(async () => (await window.grotto?.guide('state'))?.phase), SOON)
      .toBe('telling');
    for (let time = 0; time < 2; time++) await goBy(page, IDLE_SECONDS - 5);
    expect(await phaseOf(page)).toBe('visiting');
    await page.evaluate(() => window.grotto?.guide('leave'));
    await leaveAlone(page);

    expect(await keysOf(page)).toEqual([]);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    expect(await page.evaluate(() => document.documentElement.dataset['reach'])).toBe('whole');
    await expect
      .poll(() => page.evaluate(async () => await window.grotto?.state()), SOON)
      .toMatchObject({
        nodeId: 'red',
        language: 'en',
        panel: null,
      });
    await swipe(page, { x: 400, y: 300 }, -200);
    await goBy(page, 1);
    await comesTo(page, 'choosing');
    await page.locator('.kiosk__choice', { hasText: 'English' }).click();
    await comesTo(page, 'visiting');
    await page.locator('.controls .word').first().click();
    expect(await page.locator('.panel input[type="search"]').inputValue()).toBe('');
    expect(await page.locator('.favourites').count()).toBe(0);
    await page.locator('.kiosk__bar button').last().click();
    await comesTo(page, 'attracting');
  });

  it('lets nobody out, and gives links as codes', async () => {
    const page = await open();
    const address = page.url();
    const chosen: string[] = [];
    page.on('filechooser', () => chosen.push('file'));
    page.on('download', () => chosen.push('download'));
    await begin(page, 'English');
    await readEscapes(page);

    for (const key of KEYS) await page.keyboard.press(key);
    const keys = await readEscapes(page);
    const passed = [...keys].filter(([, isPrevented]) => !isPrevented).map(([what]) => what);
    // Modifiers alone do nothing.
    expect(passed.filter((what) => !/ (Control|Alt|Shift)$/.test(what))).toEqual([]);
    expect(keys.size).toBeGreaterThan(20);

    await holdLong(page, { x: 270, y: 300 });
    await page.mouse.move(270, 400);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -600);
    await page.keyboard.up('Control');
    const events = await readEscapes(page);
    expect([events.get('contextmenu'), events.get('wheel')]).toEqual([true, true]);
    await spread(page, [{ x: 250, y: 300 }, { x: 290, y: 300 }], 150); // prettier-ignore
    await spread(page, [{ x: 200, y: 900 }, { x: 240, y: 930 }], 150); // prettier-ignore
    await spread(page, [{ x: 200, y: 300 }, { x: 270, y: 300 }, { x: 340, y: 300 }], 120); // prettier-ignore
    expect(await pageZoom(page)).toBe(1);

    await page.evaluate(() => {
      const made = document.createElement('p');
      made.className = 'made-up';
      made.style.cssText = 'position:fixed;top:40%;left:0;z-index:99;pointer-events:auto;background:#fff';
      const link = Object.assign(document.createElement('a'), { href: 'https://museum.example/', target: '_blank' });
      link.textContent = 'A link to nowhere, long enough to be drawn along by a finger';
      const file = Object.assign(document.createElement('input'), { type: 'file' });
      const here = Object.assign(document.createElement('a'), { href: 'third-party-notices.txt' });
      here.textContent = 'Notices';
      made.append(link, file, here);
      document.querySelector('.kiosk')?.append(made);
    });
    const link = page.locator('.made-up a').first();
    await link.dragTo(page.locator('.kiosk__bar'));
    await page.locator('.made-up input').click();
    await page.locator('.made-up a').last().click();
    await link.click({ button: 'middle' });
    await link.click({ modifiers: ['Control'] });
    expect((await readEscapes(page)).get('dragstart') ?? true).toBe(true);
    await page.getByRole('dialog', { name: 'On your phone' }).waitFor();
    await page.locator('.kiosk__main').click();
    await page.evaluate(() => {
      document.querySelector('.made-up')?.remove();
      window.open('https://museum.example/popup');
      window.print();
      location.href = 'https://museum.example/elsewhere';
      location.reload();
    });
    expect(await page.locator('.kiosk__address').innerText()).toBe('museum.example/popup');
    await page.locator('.kiosk__main').click();

    await page.evaluate(() => window.grotto?.whenSharp());
    await page.getByRole('button', { name: 'About', exact: true }).click();
    await page.getByRole('link', { name: HOMEPAGE.replace('https://', '') }).click();
    expect(await page.locator('.kiosk__address').innerText()).toBe(HOMEPAGE.replace('https://', ''));
    expect(await page.locator('.kiosk .qr').count()).toBe(1);
    expect([page.url(), page.context().pages().length, chosen]).toEqual([address, 1, []]);
    await page.locator('.kiosk__main').click();

    for (let press = 0; press < 5; press++) await page.mouse.click(12, 12);
    for (const digit of CODE.slice(0, 5)) await page.locator('.staff__key', { hasText: digit }).click();
    await page.locator('.staff__key').last().click();
    await page.getByText('That is not the code.').waitFor();
    for (const digit of CODE) await page.locator('.staff__key', { hasText: digit }).click();
    await page.locator('.staff__key').last().click();
    await page.getByText('What went wrong last').waitFor();
    await page.getByRole('slider', { name: 'Volume' }).fill('3');
    await page.locator('.staff .kiosk__main').last().click();
    await comesTo(page, 'attracting');
    expect(await keysOf(page)).toEqual(['grotto.device.volume']);
  });

  it('weighs the same after twenty visitors as after five', async () => {
    const page = await open({ width: 360, height: 640 });
    const scales = await Scales.open(page);
    const come = async (times: number): Promise<Weight> => {
      for (let time = 0; time < times; time++) await comeAndGo(page, IDLE_SECONDS + 1, ANSWER_SECONDS + 1);
      return scales.weigh();
    };
    const early = await come(5);
    const late = await come(15);
    expect(await page.evaluate(() => localStorage.getItem('grotto.device.journal'))).toBeNull();
    expect(late.nodes).toBeLessThan(early.nodes + 40);
    expect(late.listeners).toBeLessThan(early.listeners + 10);
    expect(late.objectBytes).toBeLessThan(early.objectBytes + 100_000);
    expect([late.documents, late.workers]).toEqual([early.documents, early.workers]);
    // Which labels are drawn depends on where the tour is at this moment.
    expect(late.textures).toBeLessThan(early.textures + 10);

    // The machine has heard of them.
    await goBy(page, 16);
    await expect.poll(() => health.report().heartbeat?.phase, SOON).toBe('attracting');
    const { status, heartbeat } = health.report();
    expect([status, heartbeat?.errors]).toEqual(['well', []]);
    expect(heartbeat?.visitors).toBeGreaterThan(15);
    expect(heartbeat?.framesDrawn).toBeGreaterThan(0);
    expect(heartbeat?.textureBytes).toBeGreaterThan(1e6);

    // Nobody looks after it: a picture that is lost is taken again, and what that does not mend is loaded anew.
    await losePicture(page);
    await page.clock.runFor(12_000);
    await expect.poll(() => isPictureLost(page), SOON).toBe(false);
    await page.evaluate(() => window.grotto?.whenSharp());
    expect(await journalOf(page)).toEqual(['context', 'rebuild']);
    await page.evaluate(() => {
      const hold = document.querySelector<HTMLCanvasElement>('.picture')?.getContext('webgl2')?.getExtension('WEBGL_lose_context'); // prettier-ignore
      Object.assign(Object.getPrototypeOf(hold) as object, { restoreContext: () => undefined });
      document.documentElement.dataset['kiosk'] = 'before';
    });
    await losePicture(page);
    await page.clock.runFor(12_000);
    await comesTo(page, 'attracting');
    // The staff can read of it, and the machine hears of it.
    expect(await journalOf(page)).toEqual(['context', 'rebuild', 'context', 'reload']);
    await expect.poll(() => health.report().heartbeat?.reloads, SOON).toBe(1);
    expect(health.report().heartbeat?.errors.map(({ kind }) => kind)).toEqual(await journalOf(page));
  });
});
