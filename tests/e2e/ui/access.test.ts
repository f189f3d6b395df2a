import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit, VisitOptions } from '../visit.ts';
import { eventually, FIRST_PLACE, follow, openUi, tabTo } from './openUi.ts';

let browser: Browser;
/** One visit for all tests that need nothing special: opening one takes a small machine seconds. */
let shared: Visit;
let own: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  shared = await openUi(browser, { path: '', dpr: 1 });
});
afterAll(() => browser.close());
afterEach(async () => {
  const last = own;
  own = null;
  await last?.close();
  last?.expectQuiet();
  shared.expectQuiet();
});

async function open(options: VisitOptions) {
  own = await openUi(browser, { dpr: 1, ...options });
  return own.page;
}

/** The shared visit at an address, past the title card. */
async function arrive(hash = FIRST_PLACE) {
  const { page } = shared;
  if ((await page.locator('.title-card').count()) > 0) {
    await page.getByRole('button', { name: 'Enter' }).click();
    await eventually(() => page.locator('.title-card').count()).toBe(0);
  }
  await follow(page, hash);
  await eventually(() => page.getByRole('dialog').count()).toBe(/panel=|show=/.test(hash) ? 1 : 0);
  const language = hash.includes('zh') ? 'zh-Hans' : 'en';
  await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
  return page;
}

/** Rules of WCAG 2.2 A and AA that axe finds broken, each with what breaks it. */
async function findBreaches(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    // The list of ways and things stands for the picture, which is nothing to read.
    const { violations } = await runner.run(
      { exclude: ['canvas'] },
      {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe('the title card', () => {
  it('breaks no rule of WCAG that axe can see', async () => {
    const { page } = shared;
    await eventually(() => page.locator('.title-card').count()).toBe(1);
    expect(await findBreaches(page)).toEqual([]);
  });

  it('marks the language of what is not in the language of the page', async () => {
    const { page } = shared;
    expect(await page.locator('.title-card [lang=zh-Hans]').first().textContent()).toBe('彩绘石窟');
  });
});

describe('the page that stands around the picture', () => {
  it.each([
    ['a place', '#at=hall-as-found&lang=en'],
    ['a place in Chinese', '#at=hall-restored&lang=zh-Hans'],
    ['the list of places', '#at=hall-as-found&panel=places&lang=en'],
    ['the plan', '#at=hall-as-found&panel=plan&lang=zh-Hans'],
    ['the rights', '#at=hall-as-found&panel=about&lang=en'],
    ['a wall label', '#at=hall-as-found&show=niche&lang=zh-Hans'],
    ['a wall label with a picture', '#at=hall-as-found&show=caisson&lang=en'],
  ])('breaks no rule of WCAG that axe can see: %s', async (_name, hash) => {
    const page = await arrive(hash);
    expect(await findBreaches(page)).toEqual([]);
  });

  it('has one main heading, and everything to press has a name', async () => {
    const page = await arrive();
    expect(await page.locator('h1:visible').count()).toBe(1);
    const nameless = await page
      .locator('.grotto-ui button')
      .evaluateAll(
        (buttons) =>
          buttons.filter((button) => !(button.getAttribute('aria-label') ?? button.textContent).trim()).length,
      );
    expect(nameless).toBe(0);
  });

  it.each([
    ['with a mouse', { width: 1280, height: 720 }, false, 24],
    ['on a phone', { width: 390, height: 844 }, true, 44],
  ] as const)('has targets of a good size %s', async (_name, viewport, isTouch, least) => {
    const page = await open({ viewport, isTouch });
    const small = await page.locator('.visit button:visible').evaluateAll((buttons, atLeast) => {
      return buttons
        .filter((button) => !button.closest('.unseen'))
        .map((button) => ({ name: button.textContent, ...button.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width < atLeast || height < atLeast);
    }, least);
    expect(small).toEqual([]);
  });

  it.each([
    [320, 256],
    [320, 640],
    [390, 844],
    [1080, 1920],
  ])('keeps everything within reach at %i by %i', async (width, height) => {
    const page = await arrive();
    await page.setViewportSize({ width, height });
    for (const name of ['Places', 'Plan', 'About', '简体中文', 'By lamplight']) {
      const button = page.getByRole('button', { name }).first();
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= width, name).toBe(true);
      await button.click({ trial: true });
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('leaves the buttons for looking around free of an open panel at a kiosk', async () => {
    const page = await arrive('#at=hall-as-found&panel=places&lang=en');
    await page.setViewportSize({ width: 1080, height: 1920 });
    for (const name of ['Look up', 'Look left', 'Look down', 'Come closer', 'Step back']) {
      await page.getByRole('button', { name, exact: true }).click({ trial: true });
    }
    const [panel, pad] = [page.locator('.panel'), page.locator('.pad__buttons')];
    await eventually(async () => {
      const [above, below] = [await panel.boundingBox(), await pad.boundingBox()];
      return above && below && above.height > 600 ? below.y - (above.y + above.height) : NaN;
    }).toBeGreaterThan(0);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('shows where the keyboard is', async () => {
    const page = await arrive();
    await tabTo(page, /^By lamplight/);
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return [style.outlineStyle, style.outlineWidth];
    });
    expect(outline).toEqual(['solid', '2px']);
  });
});

describe('a browser that cannot draw', () => {
  const NO_WEBGL = `HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
    apply: (target, self, args) => (String(args[0]).startsWith('webgl') ? null : Reflect.apply(target, self, args)),
  });`;

  it('is told so, and still shows pictures, places and texts', async () => {
    const page = await open({ initScript: NO_WEBGL, expectedFaults: [/WebGL/i] });
    await page.getByRole('heading', { name: 'This browser cannot draw the rooms' }).waitFor();
    expect(await page.locator('img.flat').evaluate((image: HTMLImageElement) => image.decode().then(() => true))).toBe(
      true,
    );
    await page.getByRole('button', { name: 'Places', exact: true }).click();
    await page.locator('.places .card', { hasText: 'The hall by lamplight' }).click();
    await eventually(() => page.locator('.place__name').innerText()).toBe('The hall by lamplight');
  });
});

describe('a place that the document describes wrongly', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'grotto-broken-'));
    const picture = { kind: 'panorama', id: 'room', label: { en: 'Room' } };
    const source = { type: 'equirect-image', uri: 'none.jpg', width: 64, height: 32 };
    const document = {
      formatVersion: 1,
      id: 'broken',
      label: { en: 'Broken' },
      defaultLanguage: 'en',
      languages: ['en'],
      assets: [{ ...picture, layers: [{ id: 'one', kind: 'as-found', label: { en: 'One' }, source }] }],
      nodes: [
        { id: 'room', label: { en: 'Room' }, asset: 'room' },
        { id: 'cellar', label: { en: '<b>Cellar</b>' }, asset: 'rom' },
      ],
    };
    writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(document));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is a card that says so and leads on; its texts stay texts', async () => {
    const page = await open({ exhibition: folder, path: '#at=cellar', expectedFaults: [/404|none\.jpg/] });
    await page.getByRole('heading', { name: 'This place cannot be shown' }).waitFor();
    expect(await page.locator('.place__name').innerText()).toBe('<b>Cellar</b>');
    expect(await page.locator('.toast').innerText()).toContain('could not be loaded');
    expect(await findBreaches(page)).toEqual([]);
  });
});
