/** A small visit, kept on the device: fetched over a network that fails in every way, seen without one, and renewed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PackList } from '#offline/packList.ts';
import { findWrong } from './offline/checkWhole.ts';
import { type FaultyServer, openFaultyServer } from './offline/faultyServer.ts';
import { type LittleSite, makeLittleSite, readBytes, readText } from './offline/littleSite.ts';
import { killComingWorkers } from './offline/killComingWorkers.ts';
import { copyProfile, type ProfileBrowser, startOnProfile } from './offline/profile.ts';
import { EmulatedHeadset, headsetScript } from './xr/headset.ts';

const ABOUT = '#at=cave-45&view=0,0,60&panel=about&lang=en';

/** How often the power is cut in the middle of an update. */
const POWER_CUTS = Number(process.env['GROTTO_POWER_CUTS'] ?? 2);

let profiles: string;
let browser: ProfileBrowser;
let context: BrowserContext;
let page: Page;
let site: LittleSite;
let server: FaultyServer;
let list: PackList;
/** What the device shows, or is about to. */
let newest: PackList;
/** Of the service worker before it was there. */
let killed = (): number => 0;
const failed: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  site = await makeLittleSite();
  list = await site.pack(1);
  server = await openFaultyServer(site);
  profiles = mkdtempSync(path.join(tmpdir(), 'grotto-profiles-'));
  browser = await startOnProfile(path.join(profiles, 'first'));
  ({ context } = browser);
  await context.addInitScript(headsetScript());
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What the viewer itself gives up, as it leaves a relic that is still on its way, has not failed.
    if (reason !== 'net::ERR_ABORTED') failed.push(`${request.url()}: ${reason}`);
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  page = await open(ABOUT, async (opened) => void (killed = await killComingWorkers(opened)));
});
afterAll(async () => {
  await browser.kill();
  await server.stop();
  site.close();
  rmSync(profiles, { recursive: true, force: true });
});
afterEach(() => expect(errors).toEqual([]));

async function open(address: string, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const opened = await context.newPage();
  await prepare?.(opened);
  await opened.setViewportSize({ width: 720, height: 480 });
  await opened.emulateMedia({ reducedMotion: 'reduce' });
  await opened.goto(`${server.url}${address}`);
  await opened.locator('.place__name').waitFor({ state: 'attached', timeout: 60_000 });
  return opened;
}

const offer = () => page.locator('.offline');
const press = (name: string) => offer().getByRole('button', { name }).click();
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 60_000 });
const trouble = async () => (await offer().getByRole('alert').allTextContents()).join();
const status = async () => (await offer().getByRole('status').allTextContents()).join();

/** Hashes of what the browser keeps of this visit. */
function kept(): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().flatMap(({ url }) => /\?sha256=(\w+)/.exec(url)?.[1] ?? []);
  });
}

const missingOf = async (wanted: PackList) => {
  const here = new Set(await kept());
  return wanted.files.filter(({ sha256 }) => !here.has(sha256)).map(({ path }) => path);
};

describe('downloading the visit', () => {
  it('is offered with its size, and says so where the device has no room for it', async () => {
    await eventually(() => killed()).toBeGreaterThan(0);
    const total = Math.ceil(list.bytes / 1e5) / 10;
    await eventually(status).toBe(`The whole visit can be downloaded (${total} MB). Then it works without a network.`);
    const devtools = await context.newCDPSession(page);
    const { origin } = new URL(server.url);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 12_000_000 });
    await press('Download this visit');
    await eventually(trouble).toMatch(/^There is no more room on this device: [\d.]+ MB are still needed/);
    // It told of ten gigabytes: only trying shows what there is, and what has come stays.
    expect((await missingOf(list)).length).toBeLessThan(list.files.length);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    await devtools.detach();
  });

  it('keeps nothing that is not what the list says, and stops where the server is gone', async () => {
    const isFine = (name: string): boolean => name.startsWith('pano-45/1/');
    server.fault = (name) => (name === 'detail.png' ? 'wrong' : isFine(name) ? 'cut' : null);
    await press('Go on downloading');
    await eventually(trouble).toMatch(/^What the server sends is not what its list says/);
    expect(await missingOf(list)).toContain('detail.png');
    server.fault = (name) => (isFine(name) ? 'cut' : null);
    await press('Go on downloading');
    await eventually(trouble).toMatch(/^The server cannot be reached/);
    const missing = await missingOf(list);
    expect(missing).not.toContain('detail.png');
    expect(missing.filter(isFine).length).toBe(24);
  });

  it('goes on with only what is missing', async () => {
    const missing = await missingOf(list);
    server.fault = () => null;
    server.asked.length = 0;
    await press('Go on downloading');
    await eventually(status).toMatch(/^The whole visit is on this device/);
    const lists = ['pack.json', 'pack.sig'];
    const asked = server.asked.map((path) => path || 'index.html').filter((path) => !lists.includes(path));
    expect(asked.sort()).toEqual(missing.sort());
    expect(await missingOf(list)).toEqual([]);
  });
});

describe('the visit without a network', () => {
  it('begins, and shows places, layers, a relic, what one searches, a tour, VR and sound, and asks nobody', async () => {
    await page.close();
    await server.stop();
    failed.length = 0;
    page = await open('');
    await page.getByRole('button', { name: 'Enter', exact: true }).click();
    await page.evaluate(() => window.grotto?.whenSharp());
    expect(await page.title()).toContain('Small');

    await page.evaluate(() => window.grotto?.goTo('cave-46'));
    await page.evaluate(() => window.grotto?.whenSharp());
    await page.evaluate(() => (location.hash = '#at=cave-45&view=0,0,60&with=restored,side&lang=zh-Hans'));
    await eventually(() => page.evaluate(async () => (await window.grotto?.state())?.nodeId)).toBe('cave-45');
    await page.evaluate(() => window.grotto?.whenSharp());

    await page.evaluate(() => (location.hash = '#at=cave-45&view=0,0,60&panel=places&lang=en'));
    await page.getByRole('combobox').fill('glaze');
    await eventually(() => page.getByRole('option').first().textContent()).toContain('A bowl of white glaze');
    await page.evaluate(() => (location.hash = '#at=cave-45&view=0,0,60&relic=bowl&lang=en'));
    await page.locator('.relic .rail').waitFor({ timeout: 60_000 });

    await page.evaluate(() => window.grotto?.guide('start', { tour: 'round' }));
    await eventually(() => page.evaluate(async () => (await window.grotto?.guide('state'))?.tourId)).toBe('round');
    await page.evaluate(() => window.grotto?.guide('leave'));
    const headset = new EmulatedHeadset(page);
    await headset.enter();
    await headset.leave();
    const sound = await page.evaluate(async () => {
      const answer = await fetch('bell.opus', { headers: { range: 'bytes=10-19' } });
      return [answer.status, answer.headers.get('content-range'), (await answer.arrayBuffer()).byteLength];
    });
    const { bytes } = list.files.find(({ path }) => path === 'bell.opus') ?? { bytes: 0 };
    expect(sound).toEqual([206, `bytes 10-19/${bytes}`, 10]);
    const policy = await page.evaluate(async () => (await fetch('./')).headers.get('content-security-policy'));
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(failed).toEqual([]);
  });
});

describe('a newer version', () => {
  it('is fetched beside the old one, only what has changed, and shown at the next start', async () => {
    site.write('exhibition.json', readText(site, 'exhibition.json').replace('"Small"', '"Smaller"'));
    site.write('pano-45/poster.webp', readText(site, 'exhibition.json'));
    newest = await site.pack(2);
    await server.start();
    await page.close();
    page = await open(ABOUT);
    expect(await page.title()).toContain('Small');
    await eventually(status).toContain('A newer version is there');
    server.asked.length = 0;
    await press('Download the newer version');
    await eventually(status).toMatch(/^A newer version is on this device/);
    expect(server.asked.filter((path) => !path.startsWith('pack.')).sort()).toEqual([
      '', 'exhibition.json', 'pano-45/poster.webp',
    ]); // prettier-ignore
    expect(await missingOf(newest)).toEqual([]);

    const label = () => page.evaluate(async () => JSON.stringify(await (await fetch('exhibition.json')).json()));
    await page.reload();
    await page.locator('.place__name').waitFor({ timeout: 60_000 });
    expect(await label()).toContain('"Small"');
    await page.close();
    page = await open(ABOUT);
    expect(await label()).toContain('"Smaller"');
    expect(await page.title()).toContain('Smaller');
  });

  it('that is cut off by the power at any moment leaves the old version or the new one, whole and without a network', async () => {
    const lists = new Map([['Smaller', newest]]);
    for (const { path: name } of newest.files.filter(({ path: name }) => name.startsWith('pano-45/1/'))) {
      site.write(name, Buffer.concat([readBytes(site, name), Buffer.from('newer')]));
    }
    site.write('exhibition.json', readText(site, 'exhibition.json').replace('"Smaller"', '"Smallest"'));
    lists.set('Smallest', await site.pack(3));
    await page.reload();
    await eventually(status).toContain('A newer version is there');
    // Of some thirty files six come at a time; each copy takes about a second.
    server.delayMs = 250 * POWER_CUTS;
    await press('Download the newer version');
    const folders = Array.from({ length: POWER_CUTS }, (_, cut) => path.join(profiles, `cut-${cut}`));
    for (const folder of folders) {
      await page.waitForTimeout(Math.random() * 1_500);
      copyProfile(path.join(profiles, 'first'), folder);
    }
    await eventually(status).toMatch(/^A newer version is on this device/);
    server.delayMs = 0;
    await server.stop();
    const shown: string[] = [];
    for (const folder of folders) {
      const after = await startOnProfile(folder);
      const again = await after.context.newPage();
      await again.goto(server.url);
      await again.locator('.title-card, .place__name').first().waitFor({ state: 'attached', timeout: 60_000 });
      const [version = ''] = /Small\w+/.exec(await again.title()) ?? [];
      shown.push(version);
      const list = lists.get(version);
      expect(list && (await findWrong(again, list, server.url)), version).toEqual([]);
      await after.kill();
      rmSync(folder, { recursive: true, force: true });
    }
    if (POWER_CUTS > 5) console.log(`shown after a power cut: ${shown.join(', ')}`);
    expect(shown.length).toBe(POWER_CUTS);
    await server.start();
    await page.close();
    page = await open(ABOUT);
    expect(await page.title()).toContain('Smallest');
  });

  it('that does not begin gives way to the one before, without anybody’s help before a kiosk', async () => {
    const good = readText(site, 'exhibition.json');
    await site.packUnseen(4, { label: { en: 'Broken' } });
    await page.reload();
    await eventually(status).toContain('A newer version is there');
    await press('Download the newer version');
    await eventually(status).toMatch(/^A newer version is on this device/);
    await page.close();
    page = await context.newPage();
    await page.clock.install();
    let starts = 0;
    page.on('domcontentloaded', () => starts++);
    await page.goto(`${server.url}?profile=kiosk`);
    const broken = page.getByRole('heading', { name: 'There is no exhibition here' });
    // Time goes on before it alone: the version before may take as long to come as this machine likes.
    const phase = async (): Promise<string | null> => {
      if (await broken.isVisible()) await page.clock.runFor(12_000);
      return page.locator('html').getAttribute('data-kiosk');
    };
    await eventually(() => phase().catch(() => 'loading anew')).toBe('attracting');
    expect(starts).toBeGreaterThan(3);
    expect(await page.title()).toContain('Smallest');
    await page.close();
    page = await open(ABOUT);
    // It is not taken a second time.
    await eventually(trouble).toMatch(/^The list on the server is not the owner’s, is older/);
    site.write('exhibition.json', good);
  });

  it('is none where it is older or not the owner’s', async () => {
    await site.pack(1);
    await page.reload();
    await eventually(trouble).toMatch(/^The list on the server is not the owner’s, is older/);
    await site.pack(5);
    site.write('pack.sig', Buffer.alloc(64).toString('base64'));
    await page.reload();
    await eventually(trouble).toMatch(/^The list on the server is not the owner’s, is older/);
    expect(await page.title()).toContain('Smallest');
  });

  it('leaves nothing once it is taken off the device, which then keeps the viewer alone', async () => {
    newest = await site.pack(6);
    await press('Take it off this device');
    await eventually(status).toMatch(/^The whole visit can be downloaded/);
    expect(await kept()).toEqual([]);
    await page.reload();
    const shell = newest.files.filter(({ path, isViewer }) => isViewer && /\.(html|js|css)$/.test(path));
    await eventually(async () => (await kept()).length).toBe(new Set(shell.map(({ sha256 }) => sha256)).size + 1);
    await server.stop();
    await page.reload();
    await page.getByRole('heading', { name: 'There is no exhibition here' }).waitFor();
  });
});
