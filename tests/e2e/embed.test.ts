/** A plain page and an app of other sites with an exhibition in them: real servers, a real browser, real policies. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GrottoExhibition } from '#embed/element.ts';
import type { RunningServer } from '#pipeline/serve/listen.ts';
import { isComplaint, launchBrowser } from './browser.ts';
import { type HostSite, plainPage, serveHost } from './embed/hostPages.ts';
import { makeLittleShow, RED } from './embed/littleShow.ts';
import { APP_SOURCE, buildApp, type BuiltApp } from './embed/viteApp.ts';
import { serve } from './visit.ts';

let browser: Browser;
let folder: string;
let [host, stranger]: HostSite[] = [];
let [show, closed]: (RunningServer & { readonly url: string })[] = [];
let app: BuiltApp;
const cleanUp: (() => void | Promise<void>)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-app-'));
  [host, stranger] = [await serveHost(), await serveHost()];
  const open = async (embed?: object) => {
    const made = await makeLittleShow(embed);
    const server = await serve(made.folder);
    cleanUp.push(made.remove, () => server.close());
    return { ...server, url: `http://127.0.0.1:${server.port}/` };
  };
  show = await open({ isOpen: true, allowedOrigins: [host.origin] });
  closed = await open();
  const own = new URL(show.url).origin;
  const strict = `default-src 'none'; script-src 'self' ${own}; img-src ${own}; frame-src ${own}; require-trusted-types-for 'script'`;
  host.policy = stranger.policy = strict;
  host.pages.set('/plain.html', plainPage(show.url));
  stranger.pages.set('/plain.html', plainPage(show.url, 'at="green" autoload'));
  app = await buildApp(folder, show.url);
  host.app = app.folder;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  for (const undo of [...cleanUp, () => host?.close(), () => stranger?.close()]) await undo();
  rmSync(folder, { recursive: true, force: true });
});

let context: BrowserContext | null = null;
const faults: string[] = [];
afterEach(async () => {
  await context?.close();
  context = null;
  expect(faults.splice(0)).toEqual([]);
});

interface Told {
  readonly name: string;
  readonly detail: { readonly nodeId?: string; readonly language?: string; readonly code?: string };
}

/** A page of a host; what is asked of any third origin, and every complaint of the browser, is a fault. */
async function openPage(url: string, options: { readonly expected?: RegExp; readonly isTimed?: boolean } = {}) {
  context = await browser.newContext({ viewport: { width: 660, height: 440 }, locale: 'en-US' });
  const requests: string[] = [];
  const known = [new URL(url).origin, ...[show, closed].map((one) => new URL(one!.url).origin)];
  context.on('request', (request) => {
    requests.push(request.url());
    if (!/^(blob|data):/.test(request.url()) && !known.includes(new URL(request.url()).origin))
      faults.push(`request to ${request.url()}`);
  });
  context.on('console', (message) => {
    if (isComplaint(message) && !options.expected?.test(message.text())) faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  if (options.isTimed) await context.clock.install();
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector('grotto-exhibition')?.shadowRoot);
  await page.evaluate(() => {
    const element = document.querySelector('grotto-exhibition')!;
    const told: Told[] = [];
    Object.assign(window, { told });
    for (const name of ['ready', 'placechange', 'viewchange', 'languagechange', 'error']) {
      element.addEventListener(name, (event) =>
        told.push({ name, detail: (event as CustomEvent<Told['detail']>).detail }),
      );
    }
  });
  const tell = () => page.evaluate(() => (window as unknown as { told: Told[] }).told);
  const names = async () => (await tell()).map(({ name }) => name);
  return { page, requests, tell, names };
}

/** The visit in its frame, once it is sharp. */
async function visitIn(page: Page): Promise<Frame> {
  await expect.poll(() => page.frames().length).toBe(2);
  const frame = page.frames()[1]!;
  await frame.waitForFunction(() => window.grotto !== undefined);
  await frame.evaluate(() => window.grotto?.whenSharp());
  return frame;
}

/** Colours of a point of the page. */
async function colourAt(page: Page, x: number, y: number): Promise<number[]> {
  const { data } = await sharp(await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).removeAlpha().raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
  return [...data];
}

const call = (page: Page, run: (element: GrottoExhibition) => unknown): Promise<unknown> =>
  page.evaluate(
    `(async (element) => (${run.toString()})(element))(document.querySelector('grotto-exhibition')).catch((error) => 'rejected: ' + error.message)`,
  );

describe('an exhibition in a plain page of another site', () => {
  it('is a poster, a title and a button at first, and a link without script', async () => {
    const { page, requests } = await openPage(`${host!.origin}/plain.html`);
    const poster = page.locator('grotto-exhibition img');
    await expect.poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
    expect(await page.locator('grotto-exhibition p.title').textContent()).toBe('Two boxes');
    expect(page.frames()).toHaveLength(1);
    expect(requests.map((url) => url.replace(show!.url, '').replace(host!.origin, ''))).toEqual(
      expect.arrayContaining(['/plain.html', 'embed.js', 'preview.jpg']),
    );
    expect(requests.filter((url) => !url.endsWith('favicon.ico'))).toHaveLength(3);
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const bare = await plain.newPage();
    await bare.goto(`${host!.origin}/plain.html`);
    expect(await bare.getByRole('link', { name: 'Two boxes' }).isVisible()).toBe(true);
    await plain.close();
  });

  it('is pressed, draws, goes where it is told and tells where it is; keys lead in and out', async () => {
    const { page, tell, names } = await openPage(`${host!.origin}/plain.html`);
    await page.locator('#before').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const frame = await visitIn(page);
    await expect.poll(names).toContain('ready');
    expect(await frame.evaluate(() => window.grotto?.stats().then(({ tilesShown }) => tilesShown))).toBeGreaterThan(0);
    const box = (await page.locator('grotto-exhibition').boundingBox())!;
    await expect
      .poll(async () => {
        const colour = await colourAt(page, box.x + box.width / 2, box.y + box.height * 0.3);
        return Math.max(...colour.map((value, channel) => Math.abs(value - (RED[channel] ?? 0))));
      })
      .toBeLessThan(24);

    expect(await call(page, (element) => element.state())).toMatchObject({
      nodeId: 'red',
      isTitleOpen: false,
      language: 'en',
    });
    await call(page, (element) => element.go('green', { yaw: 30, pitch: 5, fov: 60 }));
    expect(await call(page, (element) => element.state())).toMatchObject({
      nodeId: 'green',
      view: { yaw: expect.closeTo(30) },
    });
    await call(page, (element) => element.setLanguage('zh-CN'));
    await expect.poll(names).toEqual(expect.arrayContaining(['placechange', 'viewchange', 'languagechange']));
    const told = await tell();
    expect(told.find(({ name }) => name === 'placechange')?.detail).toEqual({ nodeId: 'green' });
    expect(told.find(({ name }) => name === 'languagechange')?.detail).toEqual({ language: 'zh-Hans' });
    expect(await call(page, (element) => element.go('gren'))).toContain('did you mean "green"?');
    expect(await call(page, (element) => element.look({ yaw: Infinity }))).toContain('rejected: look: yaw');

    // An address is followed without loading the visit again.
    await frame.evaluate(() => Object.assign(window, { isSame: true }));
    await page.evaluate(() => document.querySelector('grotto-exhibition')?.setAttribute('at', 'red'));
    await expect.poll(() => frame.evaluate(() => window.grotto?.state().then(({ nodeId }) => nodeId))).toBe('red');
    expect(await frame.evaluate(() => 'isSame' in window)).toBe(true);

    // What is no message of the visit is nothing to the element, and the other way round.
    const before = (await names()).length;
    await page.evaluate(() => {
      for (const data of [
        { grotto: 1, event: 'arrive', detail: { nodeId: 'forged' } },
        null,
        '__proto__',
        { grotto: 1 },
      ])
        window.postMessage(data, '*');
      const inner = document.querySelector('grotto-exhibition')!.shadowRoot!.querySelector('iframe')!.contentWindow!;
      const naughty = ['<img src=x onerror=alert(1)>', '__proto__', '\u202e\u0000', 'x'.repeat(50_000)];
      for (const text of naughty) inner.postMessage({ grotto: 1, id: text, call: text, args: [text] }, '*');
      for (let id = 0; id < 3_000; id++)
        inner.postMessage({ grotto: 1, id, call: 'goTo', args: [naughty[id % 4]] }, '*');
    });
    expect(await call(page, (element) => element.state())).toMatchObject({ nodeId: 'red' });
    expect((await names()).slice(before)).not.toContain('placechange');

    // In by the button that was pressed: the visit has the keyboard. Through the visit, out behind it, and back in.
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('grotto-exhibition');
    const active = () => page.evaluate(() => document.activeElement?.id);
    expect(await frame.evaluate(() => document.hasFocus())).toBe(true);
    await frame.getByRole('button').first().waitFor();
    let presses = 0;
    while ((await active()) !== 'after' && presses++ < 40) await page.keyboard.press('Tab');
    expect(await active()).toBe('after');
    expect(presses).toBeGreaterThan(2);
    await page.keyboard.press('Shift+Tab');
    expect(await frame.evaluate(() => document.hasFocus())).toBe(true);

    await call(page, (element) => element.close());
    await expect.poll(() => page.frames().length).toBe(1);
    expect(await page.locator('grotto-exhibition button.enter').isVisible()).toBe(true);
  });
});

describe('an exhibition in a page that it does not list', () => {
  it('is shown there by itself, at the place that is named, but neither steered nor overheard', async () => {
    const { page, names, tell } = await openPage(`${stranger!.origin}/plain.html`, { isTimed: true });
    const frame = await visitIn(page);
    const place = () => frame.evaluate(() => window.grotto?.state().then(({ nodeId }) => nodeId));
    expect(await place()).toBe('green');
    await page.evaluate(() => {
      const inner = document.querySelector('grotto-exhibition')!.shadowRoot!.querySelector('iframe')!.contentWindow!;
      for (let id = 0; id < 2_000; id++) inner.postMessage({ grotto: 1, id, call: 'goTo', args: ['red'] }, '*');
      inner.postMessage({ grotto: 1, id: 1, call: 'on', args: ['arrive'] }, '*');
    });
    await frame.evaluate(() => window.grotto?.goTo('red').then(() => window.grotto?.goTo('green')));
    await page.clock.fastForward(11_000);
    await expect.poll(names).toEqual(['error']);
    expect((await tell())[0]?.detail.code).toBe('refused');
    expect(await call(page, (element) => element.go('red'))).toContain('list it under embed.allowedOrigins');
    expect(await place()).toBe('green');
  });

  it('says so where the browser may not show it at all, and leads to its own page', async () => {
    stranger!.pages.set('/closed.html', plainPage(closed!.url));
    stranger!.policy = '';
    const { page, tell } = await openPage(`${stranger!.origin}/closed.html`, {
      isTimed: true,
      expected: /frame-ancestors/,
    });
    await page.locator('grotto-exhibition button.enter').click();
    await page.clock.fastForward(31_000);
    await expect.poll(async () => (await tell())[0]?.detail.code).toBe('silent');
    const link = page.locator('grotto-exhibition .status a');
    expect(await link.isVisible()).toBe(true);
    expect(await link.getAttribute('href')).toBe(closed!.url);
  });
});

describe('an exhibition in an app that Vite built', () => {
  it('comes from a package that npm installs and the compiler takes as it is', () => {
    expect(app.compile(APP_SOURCE)).toEqual([]);
    const wrong = `import type { GrottoExhibition } from 'grotto-exhibition';
import { checkDocument } from 'grotto-exhibition/document';
export const go = (element: GrottoExhibition) => element.go(7);
export const check = () => checkDocument('{}').exhibition?.nodes[0]?.asst;`;
    expect(app.compile(wrong)).toEqual([expect.stringContaining("type 'number'"), expect.stringContaining("'asst'")]);
    for (const { name, gzipBytes } of app.scripts)
      expect(gzipBytes, name).toBeLessThan(name === 'element.js' ? 6_000 : 80_000);
  });

  it('checks documents where there is no browser', () => {
    const script = `import 'grotto-exhibition';
import { checkDocument, describeFault } from 'grotto-exhibition/document';
console.log(checkDocument('{ "id": 7 }').faults.map(describeFault).join('\\n'));`;
    const args = ['--input-type=module', '-e', script];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: app.project, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toContain('formatVersion');
  });

  it('is opened by the app, draws, and tells the app where it is', async () => {
    const { page } = await openPage(`${host!.origin}/app/index.html`);
    const enter = page.locator('grotto-exhibition button.enter');
    expect(await enter.textContent()).toBe('Entrer');
    expect(await page.locator('grotto-exhibition p.title').textContent()).toBe('Boîtes');
    await page.getByRole('button', { name: 'Green' }).click();
    await visitIn(page);
    await expect.poll(() => page.locator('output').textContent()).toBe('green');
  });
});
