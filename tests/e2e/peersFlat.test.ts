/** Side by side with OpenSeadragon, whose formats of flat pictures are read: the same pixels in the same views. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFlat, writeFlat } from '#tour/flat/flatAddress.ts';
import { launchBrowser } from './browser.ts';
import { ALIKE, compare, likeness, type Part, picture } from './peers/compare.ts';
import { cutFlat, FLAT_CASES, HEIGHT, WIDTH } from './peers/flatCases.ts';
import { buildPeers, openPeers, type Peers, type PeersFiles } from './peers/openPeers.ts';
import type { FlatView } from './peers/page/opened.ts';
import { openVisit, serve, type Visit } from './visit.ts';

const VIEWPORT = { width: 480, height: 360 };
const VIEWS: Readonly<Record<string, FlatView>> = {
  whole: { x: WIDTH / 2, y: HEIGHT / 2, width: 2800 },
  middle: { x: WIDTH / 2, y: HEIGHT / 2, width: 1300 },
  corner: { x: 300, y: 225, width: 700 },
  // Near enough to where four tiles meet, in each of the formats, and magnified.
  'tile edge': { x: 1020, y: 765, width: 240 },
  '1:1': { x: 1500, y: 400, width: VIEWPORT.width },
};
/** Pixels of the page. */
const SHIFT = 3;

let browser: Browser;
let folder: string;
let files: PeersFiles;
let visit: Visit;
let peers: Peers;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-peers-flat-'));
  files = await buildPeers();
  await cutFlat(folder);
  browser = await launchBrowser();
  const server = await serve(folder, files.answer);
  visit = await openVisit(browser, { server, path: '?play=picture', viewport: VIEWPORT, reducedMotion: true });
  await visit.page.waitForFunction(() => window.grotto !== undefined);
  peers = await openPeers(browser, { server, viewport: VIEWPORT });
  // Beside the picture each has a field of a colour of its own, which is no matter here.
  const field = await visit.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await peers.page.addStyleTag({ content: `body { background: ${field} }` });
});
afterAll(async () => {
  await peers?.context.close();
  await visit?.close();
  await browser?.close();
  await files?.remove();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Where the picture is on the page, its outermost pixel left out: a field that is the same makes nothing more alike. */
function partOf(view: FlatView): Part {
  const scale = VIEWPORT.width / view.width;
  const edge = (at: number, middle: number, size: number) =>
    Math.min(size, Math.max(0, Math.round(size / 2 + (at - middle) * scale) + (at === 0 ? 1 : -1)));
  const [x, right] = [edge(0, view.x, VIEWPORT.width), edge(WIDTH, view.x, VIEWPORT.width)];
  const [y, bottom] = [edge(0, view.y, VIEWPORT.height), edge(HEIGHT, view.y, VIEWPORT.height)];
  return { x, y, width: right - x, height: bottom - y };
}

/** Shows a part by the address, which says afterwards what is shown. */
async function look(node: string, { x, y, width }: FlatView): Promise<void> {
  const asked = { x: x - WIDTH / 2, y: HEIGHT / 2 - y, width };
  const hash = `#at=${node}&view=${writeFlat(asked)}`;
  await visit.page.evaluate(async (address) => {
    const isRead = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    location.hash = address;
    await isRead;
    await window.grotto?.whenSharp();
  }, hash);
  const [, shown = ''] = /view=([^&]*)/.exec(await visit.page.evaluate(() => location.hash)) ?? [];
  expect(readFlat(shown)).toEqual(asked);
}

it('shows each format as OpenSeadragon does: whole, near and in between', async () => {
  const rows: Record<string, string | number>[] = [];
  for (const { name, id, tileSources } of FLAT_CASES) {
    await peers.open({ viewer: 'openSeadragon', config: { tileSources } });
    const figures: Record<string, number> = {};
    for (const [part, view] of Object.entries(VIEWS)) {
      await peers.look(view);
      await look(id, view);
      figures[part] = Math.round((await compare(visit.page, peers.page, partOf(view))) * 1e4) / 1e4;
    }
    rows.push({ format: name, ...figures });
  }
  console.table(rows);
  const figures = rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'number'));
  expect(figures).toHaveLength(FLAT_CASES.length * Object.keys(VIEWS).length);
  expect(Math.min(...figures)).toBeGreaterThanOrEqual(ALIKE);
  visit.expectQuiet();
  peers.expectQuiet();
});

it('tells a view apart that is a few pixels beside', async () => {
  const [{ id, tileSources }] = FLAT_CASES;
  const { '1:1': view } = VIEWS;
  if (!view) throw new Error('there is nothing to compare');
  await peers.open({ viewer: 'openSeadragon', config: { tileSources } });
  await peers.look(view);
  await look(id, view);
  expect(await compare(visit.page, peers.page, partOf(view))).toBeGreaterThanOrEqual(ALIKE);
  const theirs = await picture(peers.page);
  await look(id, { ...view, x: view.x + SHIFT });
  await expect.poll(async () => likeness(await picture(visit.page), theirs)).toBeLessThan(ALIKE - 0.05);
});
