/**
 * `npm run gallery`: the pictures of the README, taken of the demonstration as the built viewer shows it.
 *
 *   npm run gallery [-- --exhibition public] [--out .github/pictures]
 *
 * Writes `visit.webp` (a visit with its interface), `caves.webp` (every place in every layer) and `relics.webp`.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import type { Exhibition } from '#document/schema.ts';
import { ALL_BY_WEBGL, launchBrowser } from '../e2e/browser.ts';
import { openVisit } from '../e2e/visit.ts';
import { makeSheet } from './sheet.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    exhibition: { type: 'string', default: 'public' },
    out: { type: 'string', default: '.github/pictures' },
  },
});
const folder = path.resolve(ROOT, values.exhibition);
const out = path.resolve(ROOT, values.out);
const exhibition = JSON.parse(await readFile(path.join(folder, 'exhibition.json'), 'utf8')) as Exhibition;

const browser = await launchBrowser(ALL_BY_WEBGL);
try {
  const visit = await takePicture(browser, `#at=${exhibition.start ?? ''}&lang=en`, 1280, 720, true);
  await sharp(visit).webp({ quality: 82 }).toFile(path.join(out, 'visit.webp'));
  const caves = [];
  for (const layer of ['as-found', 'restored', 'line-drawing', 'lamp-light']) {
    for (const asset of exhibition.assets) {
      if (asset.kind !== 'panorama') continue;
      const node = exhibition.nodes.find((one) => one.asset === asset.id && one.layer === layer);
      const { yaw = 0, pitch = 0, fov = 70 } = exhibition.nodes.find((one) => one.asset === asset.id)?.start ?? {};
      const address = `#at=${node?.id ?? ''}&view=${yaw},${pitch},${fov}&lang=en`;
      caves.push(node ? await takePicture(browser, address, 960, 600, false) : null);
    }
  }
  const places = exhibition.assets.filter(({ kind }) => kind === 'panorama').length;
  await makeSheet(caves, { columns: places, width: 480, height: 300 }, path.join(out, 'caves.webp'));
  const relics = exhibition.assets.flatMap((asset) =>
    asset.kind === 'model' && asset.poster ? [path.join(folder, asset.poster.uri)] : [],
  );
  await makeSheet(relics, { columns: 4, width: 480, height: 480 }, path.join(out, 'relics.webp'));
} finally {
  await browser.close();
}

/** What stands on the page once the picture is sharp; without the interface, the picture alone. */
async function takePicture(
  browser: Browser,
  address: string,
  width: number,
  height: number,
  hasInterface: boolean,
): Promise<Buffer> {
  const visit = await openVisit(browser, { exhibition: folder, path: address, viewport: { width, height } });
  try {
    const { page } = visit;
    await page.waitForFunction(() => window.grotto !== undefined);
    await page.evaluate(async () => {
      await window.grotto?.ready;
      await window.grotto?.whenSharp();
    });
    if (!hasInterface) {
      await page.locator('.grotto-ui .place__name').first().waitFor({ state: 'attached' });
      await page.locator('.grotto-ui').evaluateAll((elements) => {
        for (const element of elements) if (element instanceof HTMLElement) element.style.display = 'none';
      });
    }
    // Names of ways and labels fade in; a still picture wants them whole.
    await page.waitForTimeout(1500);
    return await page.screenshot({ type: 'png', timeout: 60_000 });
  } finally {
    await visit.close();
  }
}
