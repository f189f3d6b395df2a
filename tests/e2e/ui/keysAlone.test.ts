/** Every place of the demonstration and everything that it shows there, come to by keys alone. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import { launchBrowser } from '../browser.ts';
import type { Visit } from '../visit.ts';
import { eventually, openUi } from './openUi.ts';

const { nodes } = JSON.parse(
  readFileSync(new URL('../../../public/exhibition.json', import.meta.url), 'utf8'),
) as Exhibition;

let browser: Browser;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const [start] = nodes;
  visit = await openUi(browser, {
    path: `#at=${start?.id}&lang=en`,
    viewport: { width: 480, height: 270 },
    dpr: 0.5,
    reducedMotion: true,
  });
  ({ page } = visit);
});
afterAll(async () => {
  visit.expectQuiet();
  await browser.close();
});

interface Stop {
  /** The list it stands in: ways on, or things to look at; the controls end both. */
  readonly list: string | null;
  readonly words: string;
  /** Whether it opens a label; what stands beside it takes the thing up. */
  readonly isThing: boolean;
}

/** One key, and what has the focus then. */
async function press(key: 'Tab' | 'Shift+Tab'): Promise<Stop> {
  await page.keyboard.press(key);
  return page.evaluate(() => {
    const element = document.activeElement;
    const list = element?.closest('#exits, #objects, #controls')?.id ?? null;
    const words = element?.querySelector('span')?.textContent ?? '';
    return {
      list,
      words,
      isThing: list === 'objects' && element?.matches('li > .exit:first-child, .flat__area > button') === true,
    };
  });
}

async function reach(key: 'Tab' | 'Shift+Tab', isWanted: (stop: Stop) => boolean): Promise<Stop> {
  for (let presses = 0; presses < 60; presses++) {
    const stop = await press(key);
    if (isWanted(stop)) return stop;
  }
  throw new Error(`${key} never came there`);
}

const nodeOf = (id: string): ExhibitionNode => {
  const node = nodes.find((one) => one.id === id);
  if (!node) throw new Error(`no node "${id}"`);
  return node;
};

/** Opens and closes the label of everything there is; answers what they are headed. */
async function readAll(): Promise<string[]> {
  const titles: string[] = [];
  for (;;) {
    const stop = await reach('Tab', ({ list, isThing }) => isThing || list === 'controls');
    if (!stop.isThing) return titles;
    await page.keyboard.press('Enter');
    const title = page.locator('[role=dialog] .panel__title');
    await title.waitFor();
    titles.push((await title.textContent())?.trim() ?? '');
    await page.keyboard.press('Escape');
    await title.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.querySelector('span')?.textContent)).toBe(stop.words);
  }
}

/** Places along links from one to the nearest that has not been visited; null where all have been. */
function wayOn(from: string, visited: ReadonlySet<string>): string[] | null {
  const ways: string[][] = [[from]];
  const known = new Set([from]);
  for (const way of ways) {
    for (const { to } of nodeOf(way.at(-1) ?? from).links ?? []) {
      if (known.has(to)) continue;
      known.add(to);
      if (!visited.has(to)) return [...way.slice(1), to];
      ways.push([...way, to]);
    }
  }
  return null;
}

it('every place is come to, and every label opened and closed', async () => {
  const visited = new Set<string>();
  const labels = { wanted: 0, read: 0 };
  let here = nodes[0]?.id ?? '';
  for (;;) {
    if (!visited.has(here)) {
      visited.add(here);
      const wanted = (nodeOf(here).hotspots ?? []).map(({ label }) => label['en']);
      if (wanted.length > 0) await page.locator('#objects').waitFor({ state: 'attached' });
      const read = await readAll();
      expect(read.sort(), here).toEqual(wanted.sort());
      labels.wanted += wanted.length;
      labels.read += read.length;
    }
    const way = wayOn(here, visited);
    if (!way) break;
    for (const next of way) {
      const link = nodeOf(here).links?.find(({ to }) => to === next);
      const words = (link?.label ?? nodeOf(next).label)['en'];
      const key = (await page.evaluate(() => document.activeElement?.closest('#controls'))) ? 'Shift+Tab' : 'Tab';
      await reach(key, (stop) => stop.list === 'exits' && stop.words === words);
      await page.keyboard.press('Enter');
      await eventually(() => page.url()).toContain(`at=${next}&`);
      here = next;
    }
  }
  expect([...visited].sort()).toEqual(nodes.map(({ id }) => id).sort());
  expect(labels.read).toBe(labels.wanted);
  expect(labels.read).toBeGreaterThan(60);
});
