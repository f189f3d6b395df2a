import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition, TilesetAsset } from '#document/schema.ts';
import { boxTileset } from '../fixtures/boxTileset.ts';
import { launchBrowser } from './browser.ts';
import { eventually } from './ui/openUi.ts';
import { type Visit, openVisit } from './visit.ts';

const MAKERS = ['Survey of Caves', 'Coarse Maker', 'Left Maker', 'Right Maker'] as const;
const SHEETS = path.join(tmpdir(), 'grotto-sheets');
const label = { en: 'Great Box' };

let browser: Browser;
let folder: string;
let visit: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(path.join(tmpdir(), 'grotto-tileset-'));
  // Twenty metres wide, sixteen high, eight deep.
  const files = await boxTileset({ size: [20, 16, 8], colour: [0, 0.6, 0], makers: MAKERS, error: 0.2 });
  await mkdir(path.join(folder, 'box'));
  for (const [name, bytes] of files) await writeFile(path.join(folder, 'box', name), bytes);
  await writeFile(path.join(folder, 'exhibition.json'), JSON.stringify(makeExhibition()));
  await mkdir(SHEETS, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  const last = visit;
  visit = null;
  await last?.close();
  last?.expectQuiet();
});

function makeExhibition(): Exhibition {
  const tileset = (id: string): TilesetAsset => ({
    kind: 'tileset',
    id,
    label,
    uri: `${id}/tileset.json`,
    start: { yaw: 0, pitch: 0 },
    credit: { en: 'Lent by the Box Museum' },
    boundingBox: { min: [-10, -8, -4], max: [10, 8, 4] },
  });
  return {
    formatVersion: 1,
    id: 'boxes',
    label,
    defaultLanguage: 'en',
    languages: ['en'],
    assets: [{ kind: 'gallery', id: 'gallery', label }, tileset('box'), tileset('nowhere')],
    nodes: [
      {
        id: 'hall',
        label: { en: 'Hall' },
        asset: 'gallery',
        hotspots: [
          { kind: 'relic', id: 'the-box', label, model: 'box' },
          { kind: 'relic', id: 'the-lost', label: { en: 'Lost Box' }, model: 'nowhere' },
        ],
      },
    ],
  };
}

async function open(relic: string, expectedFaults: RegExp[] = []): Promise<Page> {
  visit = await openVisit(browser, {
    exhibition: folder,
    path: `#at=hall&relic=${relic}`,
    viewport: { width: 800, height: 500 },
    reducedMotion: true,
    expectedFaults,
  });
  const { page } = visit;
  page.setDefaultTimeout(20_000);
  await page.waitForFunction(() => window.grotto !== undefined);
  await page.waitForSelector('.relic__view');
  await whenSharp(page);
  return page;
}

const whenSharp = (page: Page): Promise<void> => page.evaluate(async () => window.grotto?.whenSharp());

/** How much of the picture is green, and where that is, in parts of the picture. */
async function findGreen(page: Page): Promise<{ share: number; box: [number, number, number, number] }> {
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let count = 0;
  const box: [number, number, number, number] = [1, 1, 0, 0];
  for (let i = 0; i < data.length; i += 3) {
    const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
    // The page lays a shade over the picture's upper and lower part.
    if (green < 40 || red > green / 2 || blue > green / 2) continue;
    count++;
    const [x, y] = [((i / 3) % info.width) / info.width, Math.floor(i / 3 / info.width) / info.height];
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return { share: count / (data.length / 3), box };
}

const tool = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true });

describe('a tileset in the hand', () => {
  it('is seen whole and large, with its size, its credit and its makers', async () => {
    const page = await open('the-box');
    const { share, box } = await findGreen(page);
    await page.screenshot({ path: path.join(SHEETS, 'tileset-room.png') });
    expect(share).toBeGreaterThan(0.15);
    expect(box[0]).toBeGreaterThan(0.02);
    expect(box[2]).toBeLessThan(0.98);
    expect((box[2] - box[0]) * 800).toBeCloseTo(((box[3] - box[1]) * 500 * 20) / 16, -2);
    const caption = page.locator('.relic__caption');
    await eventually(() => caption.innerText()).toContain('Lent by the Box Museum');
    expect(await caption.innerText()).toContain(MAKERS[0]);
    expect(await page.locator('.progress__text').count()).toBe(0);
    await tool(page, 'Label').click();
    const panel = page.locator('.relic__foot');
    await eventually(() => panel.innerText()).toContain(MAKERS[0]);
    expect(await panel.innerText()).toMatch(/20\D+16\D+8/);
  });

  it('becomes finer as one comes nearer, and then names the makers of what is seen then', async () => {
    const page = await open('the-box');
    await page.mouse.move(400, 250);
    const caption = page.locator('.relic__caption');
    for (let i = 0; i < 8; i++) await page.mouse.wheel(0, -400);
    await whenSharp(page);
    await eventually(() => caption.innerText()).toContain(MAKERS[3]);
    expect(await caption.innerText()).not.toContain(MAKERS[1]);
  });

  it('wears other surfaces and is measured in true units', async () => {
    const page = await open('the-box');
    await tool(page, 'Surface').click();
    await page.getByText('In clay', { exact: true }).click();
    await whenSharp(page);
    expect((await findGreen(page)).share).toBe(0);
    await page.screenshot({ path: path.join(SHEETS, 'tileset-room-clay.png') });
    await page.getByText('Mesh', { exact: true }).click();
    await whenSharp(page);
    await page.screenshot({ path: path.join(SHEETS, 'tileset-room-lines.png') });
    await page.getByText('As it looks', { exact: true }).click();
    await whenSharp(page);
    const { box } = await findGreen(page);
    expect(box[2] - box[0]).toBeGreaterThan(0.1);
    await page.keyboard.press('Escape');
    await tool(page, 'Measure').click();
    await whenSharp(page);
    const now = (await findGreen(page)).box;
    const y = ((now[1] + now[3]) / 2) * 500;
    const width = (now[2] - now[0]) * 800;
    await page.mouse.click(now[0] * 800 + width * 0.1, y);
    await eventually(() => page.locator('.relic__foot').innerText()).toContain('The first end is set');
    await page.screenshot({ path: path.join(SHEETS, 'tileset-room-tape.png') });
    // Two taps at once would be a wish to come nearer.
    await page.waitForTimeout(700);
    await page.mouse.click(now[0] * 800 + width * 0.85, y);
    // Three quarters of its twenty metres.
    await eventually(() => page.locator('.relic__foot').innerText()).toMatch(/\b1[45]\.\d+ m/);
    await page.screenshot({ path: path.join(SHEETS, 'tileset-room-tape.png') });
  });

  it('that is missing says so, and lets one go back', async () => {
    const page = await open('the-lost', [/404/]);
    await eventually(() => page.locator('.relic__faults').innerText()).toContain('could not be loaded');
    expect(await page.locator('.progress__text').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.waitForSelector('.relic', { state: 'detached' });
    expect(await page.locator('.place__name').innerText()).toBe('Hall');
  });
});
