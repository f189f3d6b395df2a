/** An exhibition that is edited while it is open: loaded anew where one was, kept where an edit cannot be shown. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listen } from '#pipeline/serve/listen.ts';
import { type Live, openLive } from '#pipeline/serve/live/openLive.ts';
import { openSite } from '#pipeline/serve/site.ts';
import { launchBrowser } from './browser.ts';
import { findBreaches } from './ui/views/findBreaches.ts';
import { openVisit, type Visit } from './visit.ts';

let browser: Browser;
let folder: string;
let live: Live;
let visit: Visit;

function write(name: string, uri = 'a.png', asset = 'b'): void {
  const panorama = (id: string) => ({
    kind: 'panorama', id, label: { en: id },
    layers: [{ id: 'only', kind: 'as-found', label: { en: id }, source: { type: 'equirect-image', uri, width: 512, height: 256 } }],
  }); // prettier-ignore
  const document = {
    formatVersion: 1, id: 'show', label: { en: name }, defaultLanguage: 'en', languages: ['en'],
    assets: [panorama('a'), panorama('b')],
    nodes: [{ id: 'a', label: { en: 'First' }, asset: 'a', links: [{ to: 'b' }] }, { id: 'b', label: { en: 'Second' }, asset }],
  }; // prettier-ignore
  writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(document));
}

async function paint(file: string, background: string): Promise<void> {
  await sharp({ create: { width: 512, height: 256, channels: 3, background } })
    .png()
    .toFile(path.join(folder, file));
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-edit-'));
  await paint('a.png', '#204080');
  write('Draft');
  live = await openLive(folder, () => undefined);
  const root = path.resolve(import.meta.dirname, '../../dist');
  const site = await openSite({ root, exhibition: folder, isLive: true });
  const server = await listen(site, { port: 0, portsToTry: 1, host: '127.0.0.1', other: live.answer });
  browser = await launchBrowser();
  visit = await openVisit(browser, {
    server,
    path: '#at=b&view=40,10,50',
    viewport: { width: 480, height: 270 },
    reducedMotion: true,
  });
});
afterAll(async () => {
  live?.close();
  await visit?.close();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const colour = async (): Promise<number[]> => {
  await visit.page.evaluate(() => window.grotto?.whenSharp());
  const { data } = await sharp(await visit.page.screenshot()).extract({ left: 240, top: 60, width: 1, height: 1 }).removeAlpha().raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
  return [...data];
};
const title = (wanted: string) => visit.page.waitForFunction((text) => document.title === text, wanted);

it('is loaded anew at the same place and view after an edit of its document or a picture', async () => {
  const { page } = visit;
  await title('Second · Draft');
  expect(await colour()).toEqual([0x20, 0x40, 0x80]);
  write('Opening');
  await title('Second · Opening');
  const { nodeId, view } = (await page.evaluate(() => window.grotto?.state())) ?? {};
  expect(nodeId).toBe('b');
  expect([view?.yaw, view?.pitch, view?.fov].map((angle) => Math.round(angle ?? 0))).toEqual([40, 10, 50]);
  await page.evaluate(() => Object.assign(window, { isBefore: true }));
  await paint('a.png', '#802020');
  await page.waitForFunction(() => !('isBefore' in window) && window.grotto !== undefined);
  await title('Second · Opening');
  expect(await colour()).toEqual([0x80, 0x20, 0x20]);
  visit.expectQuiet();
});

it('is kept where the edit cannot be shown, with what is wrong, until that is mended', async () => {
  const { page } = visit;
  await page.evaluate(() => Object.assign(window, { isBefore: true }));
  write('Broken', 'a.png', 'bb');
  const note = page.getByRole('alert');
  await note.getByText(/did you mean/).waitFor();
  expect(await findBreaches(page)).toEqual([]);
  expect(await page.evaluate(() => 'isBefore' in window)).toBe(true);
  expect(await page.title()).toBe('Second · Opening');
  await note.getByRole('button').click();
  expect(await note.count()).toBe(0);
  write('Mended');
  await title('Second · Mended');
  visit.expectQuiet();
});
