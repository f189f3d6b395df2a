/** From a document to what a visitor sees and presses: files that others made, and steps that are slow to come. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { hasRealdata, NEEDS, REALDATA } from './realdata.ts';
import { eventually } from './ui/openUi.ts';
import { openVisit, type Visit, type VisitOptions } from './visit.ts';

const VIEWPORT = { width: 960, height: 600 };
const FILES = {
  avocado: { file: 'derived/avocado-variants.glb', triangles: 682 },
  man: { file: 'gltf/khronos-2.0/CesiumMan/glTF-Binary/CesiumMan.glb', triangles: 4_672 },
} as const;

let browser: Browser;
let visit: Visit | null = null;
let folder = '';
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-files-'));
});
afterEach(async () => {
  visit?.expectQuiet();
  await visit?.close();
  visit = null;
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openRoom(options: VisitOptions): Promise<Page> {
  visit = await openVisit(browser, { viewport: VIEWPORT, ...options });
  const { page } = visit;
  await page.locator('.rail').waitFor();
  return page;
}

/** What is seen of the relic between caption, panel and tools. */
async function picture(page: Page): Promise<Uint8Array> {
  const png = await page.screenshot({ clip: { x: 60, y: 230, width: 400, height: 270 } });
  return new Uint8Array(await sharp(png).removeAlpha().raw().toBuffer());
}

/** What is seen once nothing changes any more. */
async function pictureAtRest(page: Page): Promise<Uint8Array> {
  await page.evaluate(() => window.grotto?.whenSharp());
  let last = await picture(page);
  await eventually(async () => {
    const before = last;
    await page.waitForTimeout(400);
    last = await picture(page);
    return difference(before, last);
  }).toBeLessThan(0.01);
  return last;
}

/** The mean difference of two pictures, 0 to 255. */
function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, k) => sum + Math.abs(value - (b[k] ?? 0)), 0) / a.length;
}

describe.skipIf(!hasRealdata)(`a file that somebody else made${NEEDS}`, () => {
  function writeExhibition(): void {
    const assets = Object.entries(FILES).map(([id, { file, triangles }]) => {
      copyFileSync(path.join(REALDATA, file), path.join(folder, `${id}.glb`));
      return {
        kind: 'model',
        id,
        label: { en: id },
        lods: [{ quality: 'whole', uri: `${id}.glb`, bytes: 40_000, triangles }],
        ...(id === 'avocado' && { variants: [{ name: 'as found', label: { en: 'As it came' } }] }),
      };
    });
    const exhibition = {
      formatVersion: 1,
      id: 'files',
      label: { en: 'Files' },
      defaultLanguage: 'en',
      languages: ['en'],
      start: 'hall',
      assets: [...assets, { kind: 'gallery', id: 'hall', label: { en: 'Hall' }, layout: 'rows' }],
      nodes: [
        {
          id: 'hall',
          label: { en: 'Hall' },
          asset: 'hall',
          hotspots: assets.map(({ id, label }) => ({ kind: 'relic', id: `relic-${id}`, label, model: id })),
        },
      ],
    };
    writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(exhibition));
  }
  beforeAll(writeExhibition);

  it('shows its materials by the names it gives them, or the document does, and its own again', async () => {
    const path = '#at=hall&relic=relic-avocado&lang=en';
    const page = await openRoom({ exhibition: folder, path, reducedMotion: true });
    await page.locator('#relic-tool-surface').click();
    await page.getByLabel('As it came').waitFor({ timeout: 60_000 });
    const show = async (name: string): Promise<Uint8Array> => {
      await page.getByLabel(name, { exact: true }).check();
      return pictureAtRest(page);
    };
    const own = await show('As in the record');
    const [asFound, cleaned, restored] = [await show('As it came'), await show('cleaned'), await show('restored')];
    expect(difference(cleaned, asFound)).toBeGreaterThan(1);
    expect(difference(restored, asFound)).toBeGreaterThan(1);
    expect(difference(restored, cleaned)).toBeGreaterThan(1);
    expect(difference(await show('As in the record'), own)).toBeLessThan(0.2);
  });

  it('moves while it is told to, and stands still again', async () => {
    const page = await openRoom({ exhibition: folder, path: '#at=hall&relic=relic-man&lang=en' });
    await page.locator('#relic-tool-motion').click({ timeout: 60_000 });
    const still = await pictureAtRest(page);
    // The file gives its clip no name.
    await page.getByRole('button', { name: 'Set Movement 1 going' }).click();
    await eventually(async () => difference(await picture(page), still)).toBeGreaterThan(1);
    const moved = await picture(page);
    await eventually(async () => difference(await picture(page), moved)).toBeGreaterThan(0.5);
    await page.getByRole('button', { name: 'Stop Movement 1' }).click();
    await pictureAtRest(page);
  });
});

describe('a state that is slow to come', () => {
  it('leaves what was shown where it is, says that it is on its way, and then takes its place', async () => {
    const page = await openRoom({ path: '#at=chamber-as-found&relic=relic-celadon-vase&lang=en', reducedMotion: true });
    await page.locator('.poster').waitFor({ state: 'detached', timeout: 90_000 });
    let letGo = (): void => undefined;
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/celadon-vase/as-found/*', async (route) => {
      await isLetGo;
      await route.continue();
    });
    await page.locator('#relic-tool-states').click();
    const before = await pictureAtRest(page);
    await page.getByLabel('As found').check();
    const coming = page.getByText('This state is on its way.');
    await coming.waitFor();
    await page.waitForTimeout(1_500);
    expect(difference(await picture(page), before)).toBeLessThan(0.05);
    letGo();
    await coming.waitFor({ state: 'detached', timeout: 60_000 });
    expect(difference(await pictureAtRest(page), before)).toBeGreaterThan(1);
  });
});
