/** The main job on real input: photographs that nobody here made, tiled by the command, walked through in a browser. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset, Exhibition, ExhibitionNode } from '#document/schema.ts';
import { command as check } from '#pipeline/checkCommand.ts';
import { command as tile } from '#pipeline/tile/command.ts';
import { launchBrowser } from './browser.ts';
import { hasRealdata, NEEDS, REALDATA } from './realdata.ts';
import { openVisit } from './visit.ts';
import type { Visit } from './visit.ts';

interface TourFile {
  readonly nodes: readonly {
    readonly id: string;
    readonly position: readonly [number, number, number];
    readonly panorama: string;
    readonly links: readonly { readonly to: string; readonly yaw: number; readonly pitch: number }[];
  }[];
}

const both = (text: string) => ({ en: text, 'zh-Hans': text });

async function tileInto(folder: string, name: string, picture: string, ...options: string[]): Promise<Asset> {
  const lines: string[] = [];
  const io = { out: () => undefined, err: (text: string) => void lines.push(text), cwd: folder, isTerminal: false };
  const code = await tile.run(
    [picture, '--out', path.join(folder, name), '--base', folder, '--id', name, '--quiet', ...options],
    io,
  );
  expect(lines.join(''), `grotto tile ${picture}`).not.toMatch(/error/i);
  expect(code).toBe(0);
  return JSON.parse(await readFile(path.join(folder, name, 'panorama.json'), 'utf8')) as Asset;
}

async function writeExhibition(folder: string, assets: Asset[], nodes: ExhibitionNode[]): Promise<void> {
  const exhibition: Exhibition = {
    formatVersion: 1,
    id: path.basename(folder),
    label: both('Photographs'),
    defaultLanguage: 'en',
    languages: ['en', 'zh-Hans'],
    assets,
    nodes,
  };
  await writeFile(path.join(folder, 'exhibition.json'), JSON.stringify(exhibition));
}

describe.skipIf(!hasRealdata)(`tours of photographs${NEEDS}`, () => {
  let browser: Browser;
  let folder: string;
  let visit: Visit | null = null;

  beforeAll(async () => {
    browser = await launchBrowser();
    folder = await mkdtemp(path.join(tmpdir(), 'grotto-tour-'));
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(hash: string): Promise<Visit> {
    await visit?.close();
    visit = await openVisit(browser, { exhibition: folder, path: hash });
    await visit.page.waitForFunction(() => window.grotto !== undefined);
    await visit.page.evaluate(() => window.grotto?.whenSharp());
    return visit;
  }

  it('walks from a heritage site to a lake and on, never black, and a deep link lands on the exact view', async () => {
    const assets = [
      await tileInto(folder, 'machu-picchu', path.join(REALDATA, 'pano/vrview-gallery/machu-picchu.jpg')),
      await tileInto(folder, 'pond', path.join(REALDATA, 'pano/pannellum/examplepano.jpg')),
      await tileInto(folder, 'snow', path.join(REALDATA, 'pano/gpano/snow_cropped.jpg')),
    ];
    const nodes = assets.map((asset, i) => ({
      id: asset.id,
      label: both(asset.id),
      asset: asset.id,
      links: [{ to: assets[(i + 1) % assets.length]?.id ?? '', target: { yaw: 20, pitch: -10 } }],
    }));
    await writeExhibition(folder, assets, nodes);
    const said: string[] = [];
    const io = {
      out: (t: string) => void said.push(t),
      err: (t: string) => void said.push(t),
      cwd: folder,
      isTerminal: false,
    };
    expect(await check.run([folder], io), said.join('')).toBe(0);

    const { page, expectQuiet } = await open('#at=pond&view=33.5,-12.25,48&lang=en');
    const landed = await page.evaluate(() => window.grotto?.state());
    expect(landed).toMatchObject({ nodeId: 'pond', isTitleOpen: false, language: 'en' });
    expect(landed?.view.yaw).toBeCloseTo(33.5, 2);
    expect(landed?.view.pitch).toBeCloseTo(-12.25, 2);
    expect(landed?.view.fov).toBeCloseTo(48, 2);

    for (const nodeId of ['snow', 'machu-picchu', 'pond']) {
      await page.evaluate((id) => window.grotto?.goTo(id), nodeId);
      await page.evaluate(() => window.grotto?.whenSharp());
      expect(new URL(page.url()).hash).toContain(`at=${nodeId}`);
      const stats = await page.evaluate(() => window.grotto?.stats());
      expect(stats?.tilesLoaded).toBe(stats?.tilesWanted);
      expect(stats?.drawCalls).toBeLessThanOrEqual(20);
    }
    await page.goBack();
    await page.waitForFunction(async () => (await window.grotto?.state())?.nodeId === 'machu-picchu');
    expectQuiet();
  });

  it('stands links between measured places where the measurements say, and follows them by keyboard alone', async () => {
    const tour = JSON.parse(await readFile(path.join(REALDATA, 'derived/tour-cave/tour.json'), 'utf8')) as TourFile;
    const assets: Asset[] = [];
    for (const node of tour.nodes) {
      assets.push(await tileInto(folder, node.id, path.join(REALDATA, 'derived/tour-cave', node.panorama)));
    }
    const nodes = tour.nodes.map(({ id, position, links }) => ({
      id,
      label: both(`Place ${id}`),
      asset: id,
      position: [...position] as [number, number, number],
      links: links.map(({ to }) => ({ to })),
    }));
    await writeExhibition(folder, assets, nodes);

    const { page, expectQuiet } = await open('#at=n0&view=0,0,60&lang=en');
    // n1 lies straight ahead of n0 at eye height: Enter takes what stands at the centre of the picture.
    await page.waitForSelector('.grotto-ui');
    await page.locator('canvas').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(async () => (await window.grotto?.state())?.nodeId === 'n1');
    await page.evaluate(() => window.grotto?.whenSharp());
    const state = await page.evaluate(() => window.grotto?.state());
    expect(state?.view.yaw).toBeCloseTo(0, 1);
    expectQuiet();
  });
});
