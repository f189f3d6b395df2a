/**
 * The demonstration, all of it kept on the device, and then seen from end to end without a network. Takes minutes:
 * `GROTTO_WHOLE_VISIT=1`; `offline.test.ts` does the same with a small exhibition.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition } from '#document/schema.ts';
import { packFolder } from '#pipeline/pack/packFolder.ts';
import { findWrong } from './offline/checkWhole.ts';
import { type FaultyServer, openFaultyServer } from './offline/faultyServer.ts';
import { type ProfileBrowser, startOnProfile } from './offline/profile.ts';
import { putDown, takeUp } from './soak/parts.ts';
import { EmulatedHeadset, headsetScript } from './xr/headset.ts';

const isAsked = process.env['GROTTO_WHOLE_VISIT'] === '1';
const ROOT = path.resolve(import.meta.dirname, '../..');
const PATIENCE_MS = 10 * 60_000;

let folder: string;
let browser: ProfileBrowser;
let server: FaultyServer;
let page: Page;
const failed: string[] = [];

beforeAll(async () => {
  if (!isAsked) return;
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-whole-'));
  cpSync(path.join(ROOT, 'public'), path.join(folder, 'site'), { recursive: true });
  browser = await startOnProfile(path.join(folder, 'profile'));
  await browser.context.addInitScript(headsetScript());
  browser.context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // What the viewer itself gives up has not failed.
    if (reason !== 'net::ERR_ABORTED') failed.push(`${request.url()}: ${reason}`);
  });
  browser.context.on('response', (answer) => {
    if (answer.status() >= 400) failed.push(`${answer.url()}: ${answer.status()}`);
  });
});
afterAll(async () => {
  if (!isAsked) return;
  await browser.kill();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function open(address: string): Promise<Page> {
  const opened = await browser.context.newPage();
  opened.setDefaultTimeout(120_000);
  await opened.setViewportSize({ width: 640, height: 400 });
  await opened.emulateMedia({ reducedMotion: 'reduce' });
  await opened.goto(`${server.url}${address}`);
  await opened.locator('.place__name').waitFor({ state: 'attached' });
  return opened;
}

const rest = () => page.evaluate(() => window.grotto?.whenSharp());
const follow = async (hash: string): Promise<void> => {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.waitForTimeout(200);
  await rest();
};

describe.runIf(isAsked)('the demonstration without a network', () => {
  it('is kept whole, and shows every place, layer and relic, a tour and the headset', { timeout: PATIENCE_MS }, async () => {
    const site = path.join(folder, 'site');
    const viewer = path.join(ROOT, 'dist');
    const { list } = await packFolder({ folder: site, viewer, key: null, version: 1, now: new Date() });
    server = await openFaultyServer({ folder: site, viewer });
    page = await open('#at=terrace-as-found&panel=about&lang=en');
    await page.locator('.offline').getByRole('button', { name: 'Download this visit' }).click();
    const status = async () => (await page.locator('.offline').getByRole('status').allTextContents()).join();
    await expect.poll(status, { timeout: PATIENCE_MS }).toMatch(/^The whole visit is on this device/);
    expect(await findWrong(page, list, server.url)).toEqual([]);
    await page.close();
    await server.stop();
    failed.length = 0;

    const { nodes, assets, tours = [] } = JSON.parse(readFileSync(path.join(site, 'exhibition.json'), 'utf8')) as Exhibition;
    page = await open('#lang=en');
    const seen = { places: 0, layers: 0, relics: 0, steps: 0, eyes: 0 };
    for (const { id, asset, hotspots = [] } of nodes) {
      await page.evaluate((to) => window.grotto?.goTo(to, { yaw: 0, pitch: 0 }), id);
      for (const yaw of [0, 90, 180, -90]) {
        await page.evaluate((to) => window.grotto?.look({ yaw: to }), yaw);
        await rest();
      }
      expect((await page.evaluate(() => window.grotto?.state()))?.nodeId).toBe(id);
      seen.places++;
      const picture = assets.find((one) => one.id === asset);
      const layers = picture?.kind === 'panorama' ? picture.layers.slice(1) : [];
      for (const layer of layers) {
        await follow(`#at=${id}&view=0,0,70&with=${layer.id},curtain,0.5&lang=en`);
        seen.layers++;
      }
      for (const relic of hotspots.filter(({ kind }) => kind === 'relic')) {
        await takeUp(page, id, relic.id);
        await putDown(page, id);
        seen.relics++;
      }
    }
    const [tour] = tours;
    await page.evaluate((id) => window.grotto?.guide('start', { tour: id }), tour?.id ?? '');
    for (;;) {
      const at = await page.evaluate(async () => (await window.grotto?.guide('state')) ?? null);
      if (!at) break;
      await rest();
      seen.steps++;
      await page.evaluate((choices) => window.grotto?.guide(choices ? 'choose' : 'next', choices ? { choice: 1 } : {}), at.choices);
      if (at.step === tour?.steps.length) break;
    }
    await page.evaluate(() => window.grotto?.guide('leave'));
    const headset = new EmulatedHeadset(page);
    for (const id of ['hall-as-found', 'gallery', 'terrace-as-found']) {
      await page.evaluate((to) => window.grotto?.goTo(to), id);
      await headset.enter();
      for (const yaw of [90, 180, -90]) await headset.turnHead({ yaw, pitch: 0 });
      await headset.leave();
      seen.eyes++;
    }
    console.log(`${list.files.length} files, ${list.bytes} bytes kept; seen without a network: ${JSON.stringify(seen)}`);
    expect(seen.places).toBe(nodes.length);
    expect(seen.relics).toBeGreaterThan(5);
    expect(seen.steps).toBeGreaterThan(3);
    expect(failed).toEqual([]);
  });
}); // prettier-ignore
