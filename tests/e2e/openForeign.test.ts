/** Documents of other viewers, named in the address: shown as they are, script in them not run, losses told. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, ConsoleMessage } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { hasRealdata, NEEDS, REALDATA } from './realdata.ts';
import { findBreaches } from './ui/views/findBreaches.ts';
import { openVisit, type Visit } from './visit.ts';

const MARZIPANO = {
  name: 'Cave',
  scenes: [{
    id: '0-cave', name: 'The cave', faceSize: 1024, initialViewParameters: { yaw: 0, pitch: 0, fov: 1.2 },
    levels: [{ tileSize: 256, size: 128, fallbackOnly: true }, { tileSize: 512, size: 256 }, { tileSize: 512, size: 512 }, { tileSize: 512, size: 1024 }],
    linkHotspots: [], infoHotspots: [{ yaw: 0.2, pitch: 0, title: 'A mark', text: 'Said of it' }],
  }],
}; // prettier-ignore
const KRPANO = `<krpano title="Cave by krpano" onstart="jscall(window.__ran=1)"><scene name="cave" title="Cave">
  <image baseindex="0"><cube url="%SWFPATH%/1-cave/%l/%s/%v/%h.jpg" multires="512,256,512,1024" /></image>
  <hotspot name="a" ath="10" atv="0" tooltip="A mark" onclick="js(window.__ran=1)" /></scene></krpano>`;

/** Its model lies in feet and is enlarged, so that it has to be made anew in the page. */
const SVX = {
  asset: { type: 'application/si-dpo-3d.document+json', version: '1.0' }, scene: 0,
  scenes: [{ units: 'ft', nodes: [0] }], nodes: [{ name: 'Avocado', model: 0, scale: [30, 30, 30] }],
  models: [{ units: 'ft', derivatives: [{ usage: 'Web3D', quality: 'High', assets: [{ uri: 'avocado.glb', type: 'Model' }] }] }],
}; // prettier-ignore
const AVOCADO_TRIANGLES = 682;
const HOSTILE = path.join(REALDATA, 'crafted/iiif');

describe.skipIf(!hasRealdata)(`documents of other viewers${NEEDS}`, () => {
  let browser: Browser;
  let folder: string;
  let visit: Visit;
  const lines: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'grotto-others-'));
    cpSync(path.join(REALDATA, 'pano/pannellum'), path.join(folder, 'pannellum'), { recursive: true, filter: (name) => !name.includes('multires/') }); // prettier-ignore
    cpSync(path.join(REALDATA, 'derived/equirect-tiles'), path.join(folder, 'psv'), { recursive: true });
    cpSync(path.join(REALDATA, 'iiif/cookbook'), path.join(folder, 'cookbook'), { recursive: true });
    const cube = path.join(REALDATA, 'derived/cube-pyramid');
    for (const name of ['marzipano/tiles/0-cave', 'krpano/1-cave']) cpSync(cube, path.join(folder, name), { recursive: true }); // prettier-ignore
    writeFileSync(path.join(folder, 'marzipano/data.js'), `window.__ran = 1, data = ${JSON.stringify(MARZIPANO)};`);
    writeFileSync(path.join(folder, 'krpano/tour.xml'), KRPANO);
    mkdirSync(path.join(folder, 'voyager'));
    cpSync(path.join(REALDATA, 'derived/avocado-webp.glb'), path.join(folder, 'voyager/avocado.glb'));
    writeFileSync(path.join(folder, 'voyager/avocado.svx.json'), JSON.stringify(SVX));
    cpSync(path.join(REALDATA, 'pano/psv/sphere_small.jpg'), path.join(folder, 'own.jpg'));
    const label = { en: 'Own' };
    const source = { type: 'equirect-image', uri: 'own.jpg', width: 2000, height: 1000 };
    const own = {
      formatVersion: 1, id: 'own', label, defaultLanguage: 'en', languages: ['en'],
      assets: [{ kind: 'panorama', id: 'own', label, layers: [{ id: 'own', kind: 'as-found', label, source }] }],
      nodes: [{ id: 'own', label, asset: 'own' }],
    }; // prettier-ignore
    writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(own));
    browser = await launchBrowser();
    visit = await openVisit(browser, {
      exhibition: folder,
      path: '?exhibition=pannellum/example-tour.json#at=pond',
      viewport: { width: 480, height: 270 },
      reducedMotion: true,
    });
    visit.page.on('console', (message: ConsoleMessage) => lines.push(message.text()));
  });
  afterAll(async () => {
    await visit?.close();
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a document at one of its places; how much its picture differs from grey, and what the page is called. */
  async function look(address: string): Promise<{ contrast: number; title: string }> {
    const { page, baseUrl } = visit;
    await page.goto(`${baseUrl}?exhibition=${address}`);
    await page.waitForFunction(() => window.grotto !== undefined);
    await page.evaluate(() => window.grotto?.whenSharp());
    await page.locator('.visit').waitFor();
    const { channels } = await sharp(await page.screenshot()).stats();
    const contrast = Math.min(...channels.slice(0, 3).map(({ stdev }) => stdev));
    return { contrast, title: await page.title() };
  }

  it('are shown under their own names, with pictures in them', async () => {
    const shown = {
      'pannellum/example-tour.json#at=pond': /Jordan Pond/,
      'psv/config.json#at=config': /config/,
      'marzipano/data.js#at=0-cave': /^The cave · Cave$/,
      'krpano/tour.xml#at=cave': /^Cave · Cave by krpano$/,
    };
    for (const [address, title] of Object.entries(shown)) {
      const found = await look(address);
      expect(found.title, address).toMatch(title);
      expect(found.contrast, address).toBeGreaterThan(15);
    }
    expect(await visit.page.evaluate(() => Object.hasOwn(window, '__ran'))).toBe(false);
    expect(lines.join('\n')).toContain('krpano/tour.xml');
    visit.expectQuiet();
  });

  it('have their relics made to metres, and shown', async () => {
    const { title } = await look('voyager/avocado.svx.json#at=exhibits');
    expect(title).toContain('Avocado');
    const triangles = () => visit.page.evaluate(async () => (await window.grotto?.stats())?.triangles ?? 0);
    await expect.poll(triangles, { timeout: 60_000 }).toBeGreaterThanOrEqual(AVOCADO_TRIANGLES);
    visit.expectQuiet();
  });

  it('tell in About what they were and what was lost', async () => {
    await look('krpano/tour.xml#at=cave&panel=about');
    const about = visit.page.getByRole('dialog');
    await about.getByText('Made of another format').waitFor();
    expect(await about.getByText('of the format krpano').count()).toBe(1);
    await about.getByText(/could not be taken along/).click();
    await about
      .getByText(/is script/)
      .first()
      .waitFor();
    expect(await findBreaches(visit.page)).toEqual([]);
    visit.expectQuiet();
  });

  it('of IIIF whose pictures are elsewhere ask nobody for them, and keep their words where there are any', async () => {
    const { title } = await look('cookbook/0006-text-language.json#at=exhibits');
    expect(title).toContain('Whistler');
    expect(lines.join('\n')).toContain('lies elsewhere, and nothing is fetched from there');
    const { page, baseUrl } = visit;
    await page.goto(`${baseUrl}?exhibition=cookbook/0046-rendering.json`);
    await page.getByText(/read as iiif-3, the document holds nothing that can be shown/).waitFor();
    visit.expectQuiet();
  });

  it('that are none lead to what is wrong, and one elsewhere is not named', async () => {
    const { page, baseUrl } = visit;
    writeFileSync(path.join(folder, 'script.js'), 'window.__ran = 1; var APP_DATA = { scenes: make() };');
    await page.goto(`${baseUrl}?exhibition=script.js`);
    await page.getByText(/no plain data/).waitFor();
    expect(await page.evaluate(() => Object.hasOwn(window, '__ran'))).toBe(false);
    const own = await look('https%3A%2F%2Felse.invalid%2Ftour.json#at=own');
    expect(own.title).toBe('Own · Own');
    visit.expectQuiet();
  });

  it('of IIIF that are hostile, cyclic or endless end in words, and leave the next one standing', async () => {
    const { page, baseUrl } = visit;
    const names = readdirSync(HOSTILE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.json(\.gz)?$/.test(name),
    );
    expect(names.length).toBeGreaterThan(5);
    const expected = JSON.parse(readFileSync(path.join(HOSTILE, '../EXPECT.json'), 'utf8')) as Record<string, { expect: string }>; // prettier-ignore
    for (const name of names) {
      const bytes = readFileSync(path.join(HOSTILE, name));
      const plain = name.replace(/\.gz$/, '');
      mkdirSync(path.dirname(path.join(folder, 'hostile', plain)), { recursive: true });
      writeFileSync(path.join(folder, 'hostile', plain), plain === name ? bytes : gunzipSync(bytes));
      await page.goto(`${baseUrl}?exhibition=hostile/${plain}`);
      await expect
        .poll(() => page.locator('main .title-card__title').innerText(), { message: name, timeout: 60_000 })
        .not.toBe('');
      if (expected[`iiif/${name}`]?.expect === 'reject') {
        expect((await page.locator('main .title-card__rights').first().innerText()).length, name).toBeGreaterThan(20);
      }
      expect(await page.evaluate(() => '__xss_open' in window || '__xss_open' in {}), name).toBe(false);
      expect(visit.faults, name).toEqual([]);
    }
    expect((await look('marzipano/data.js#at=0-cave')).contrast).toBeGreaterThan(15);
  });
});
