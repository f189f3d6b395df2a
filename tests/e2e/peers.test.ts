/** Side by side with the viewers whose formats are read: the same pixels in the same views. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import type { PlayView } from './panorama/play.ts';
import { CASES, type PeerCase } from './peers/cases.ts';
import { ALIKE, compare, likeness, picture } from './peers/compare.ts';
import { cutCases } from './peers/cutCases.ts';
import { makeExhibition, type OurPlace } from './peers/makeExhibition.ts';
import { copyRealCases } from './peers/realCases.ts';
import { buildPeers, openPeers, type Peers, type PeersFiles } from './peers/openPeers.ts';
import { openVisit, serve, type Visit } from './visit.ts';

const VIEWPORT = { width: 480, height: 360 };
/** So near that every viewer shows the finest level of photographs, of which each chooses among coarser ones otherwise. */
const NEAR_FOV = 22;
/** Straight on, a corner of the cube, the seam of the sphere, above and below, near to far. */
const VIEWS: readonly PlayView[] = [[0, 0, 60], [45, 35, 60], [180, -10, 50], [-70, 80, 45], [30, -75, 40]].map(([yaw = 0, pitch = 0, fov = 0]) => ({ yaw, pitch, fov })); // prettier-ignore

let browser: Browser;
let folder: string;
let files: PeersFiles;
let visit: Visit;
let peers: Peers;
let cases: readonly PeerCase[];
let places: ReadonlyMap<string, readonly OurPlace[]>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-peers-files-'));
  files = await buildPeers();
  cases = [...(await cutCases(folder)), ...(await copyRealCases(folder))];
  places = await makeExhibition(folder, cases);
  browser = await launchBrowser();
  const server = await serve(folder, files.answer);
  visit = await openVisit(browser, { server, path: '?play=picture', viewport: VIEWPORT, reducedMotion: true });
  await visit.page.waitForFunction(() => window.grotto !== undefined);
  peers = await openPeers(browser, { server, viewport: VIEWPORT });
});
afterAll(async () => {
  await peers?.context.close();
  await visit?.close();
  await browser?.close();
  await files?.remove();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function look(page: Page, node: string, view: PlayView): Promise<void> {
  await page.evaluate(
    async ([id, at]) => {
      await window.grotto?.goTo(id, at);
      await window.grotto?.whenSharp();
    },
    [node, view] as const,
  );
}

function viewsOf({ file }: PeerCase): readonly PlayView[] {
  return CASES.some((ours) => ours.file === file) ? VIEWS : VIEWS.map((view) => ({ ...view, fov: NEAR_FOV }));
}

it('shows what they show, whether their own configuration is imported or a source names their files', async () => {
  const rows: Record<string, string | number>[] = [];
  for (const one of cases) {
    await peers.open(one);
    const found = (places.get(one.name) ?? []).map((place) => ({ ...place, figures: [] as number[] }));
    for (const view of viewsOf(one)) {
      await peers.look(view);
      for (const { node, figures } of found) {
        await look(visit.page, node, view);
        figures.push(Math.round((await compare(visit.page, peers.page)) * 1e4) / 1e4);
      }
    }
    for (const { by, figures } of found) {
      const columns = figures.map((figure, index) => [
        Object.values(VIEWS[index] ?? {})
          .slice(0, 2)
          .join(' '),
        figure,
      ]);
      rows.push({ viewer: one.name, by, ...Object.fromEntries(columns) });
    }
  }
  console.table(rows);
  const short = rows.filter((row) => Object.values(row).some((value) => typeof value === 'number' && value < ALIKE));
  expect(rows.length).toBeGreaterThan(cases.length);
  expect(short).toEqual([]);
  visit.expectQuiet();
  peers.expectQuiet();
});

it('tells a view apart that is turned by half a degree', async () => {
  const [one] = cases;
  const [{ node = '' } = {}] = places.get(one?.name ?? '') ?? [];
  const [view] = VIEWS;
  if (!one || !view) throw new Error('there is nothing to compare');
  await peers.open(one);
  await peers.look(view);
  await look(visit.page, node, view);
  expect(await compare(visit.page, peers.page)).toBeGreaterThanOrEqual(ALIKE);
  const theirs = await picture(peers.page);
  await look(visit.page, node, { ...view, yaw: view.yaw + 0.5 });
  await expect.poll(async () => likeness(await picture(visit.page), theirs)).toBeLessThan(ALIKE - 0.05);
});
