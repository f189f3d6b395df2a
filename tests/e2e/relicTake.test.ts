/** What a visitor takes along of a relic of the demonstration: files for a printer, and the relic in the own room. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { eventually } from './ui/openUi.ts';
import { openVisit, type Visit } from './visit.ts';

const IWER = path.resolve(import.meta.dirname, '../../node_modules/iwer/build/iwer.min.js');
const RELIC = '#at=terrace-as-found&relic=relic-ritual-tripod&lang=en';
const PLACED = 'It stands at its true size.';

/** A device that sees a floor below it, and nothing else. */
const DEVICE = `
  ${readFileSync(IWER, 'utf8')};
  window.xrDevice = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: false });
  window.xrDevice.installRuntime({ forceInstall: true });
  window.xrDevice.position.set(0, 1.6, 0);
  window.xrDevice.installSEM(class {
    version = '0';
    environmentCanvas = document.createElement('canvas');
    trackedPlanes = new Set();
    trackedMeshes = new Set();
    render() {}
    computeHitTestResults(ray) {
      const t = ray[13] / ray[9];
      return t > 0 && t < 50
        ? [[1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, ray[12] - ray[8] * t, 0, ray[14] - ray[10] * t, 1]]
        : [];
    }
  });
`;

let browser: Browser;
let visit: Visit | null = null;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  visit?.expectQuiet();
  await visit?.close();
  visit = null;
});
afterAll(() => browser.close());

async function openTake(initScript?: string): Promise<Page> {
  visit = await openVisit(browser, {
    path: RELIC,
    reducedMotion: true,
    ...(initScript !== undefined && { initScript }),
  });
  const { page } = visit;
  await page.locator('.rail').waitFor();
  await page.locator('.poster').waitFor({ state: 'detached', timeout: 90_000 });
  await page.locator('#relic-tool-take').click();
  return page;
}

async function save(page: Page, name: RegExp): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name }).click(),
  ]);
  return readFileSync(await download.path());
}

describe('a relic of the demonstration', () => {
  it('is saved for a printer at its true size, with its rights inside', async () => {
    const page = await openTake();
    // Nothing of AR is offered where there is none.
    expect(await page.getByRole('heading', { name: 'In your own room' }).count()).toBe(0);
    const stl = await save(page, /^STL/);
    const triangles = stl.readUInt32LE(80);
    expect(triangles).toBeGreaterThan(9_000);
    expect(stl.length).toBe(84 + triangles * 50);
    await eventually(() => page.getByRole('status').allInnerTexts()).toContainEqual(
      expect.stringMatching(/measures 34\d × 34\d × 42\d mm/),
    );
    const packed = await save(page, /^3MF/);
    expect(packed.subarray(0, 2).toString()).toBe('PK');
  });

  it('stands in the visitor’s own room at its true size, and is given back', async () => {
    const page = await openTake(DEVICE);
    const picture = () => page.evaluate(() => window.grotto?.stats().then((stats) => stats.framesDrawn) ?? 0);
    await page.getByRole('button', { name: /WebXR/ }).click();
    const said = page.locator('.ar [role=status]');
    await said.waitFor();
    await page.evaluate(() => {
      const { controllers } = (window as unknown as { xrDevice: EmulatedDevice }).xrDevice;
      controllers.right.position.set(0.2, 1.4, 0);
      // Half a right angle downward: a quarter turn about x, halved twice.
      controllers.right.quaternion.set(-Math.sin(Math.PI / 8), 0, 0, Math.cos(Math.PI / 8));
    });
    await eventually(() => said.innerText()).toContain('Tap where it should stand');
    await page.evaluate(() => {
      const { controllers } = (window as unknown as { xrDevice: EmulatedDevice }).xrDevice;
      controllers.right.updateButtonValue('trigger', 1);
    });
    await eventually(() => said.innerText()).toContain(PLACED);
    // The emulation lays its own canvas over everything, which no device does.
    await page.getByRole('button', { name: 'Back to the exhibition' }).dispatchEvent('click');
    await said.waitFor({ state: 'detached' });
    // The page's own picture goes on where it was.
    const before = await picture();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await eventually(picture).toBeGreaterThan(before);
    expect(await page.evaluate(() => window.grotto?.state().then((state) => state.nodeId))).toBe('terrace-as-found');
  });
});

interface EmulatedDevice {
  readonly controllers: {
    readonly right: {
      readonly position: { set(x: number, y: number, z: number): void };
      readonly quaternion: { set(x: number, y: number, z: number, w: number): void };
      updateButtonValue(id: string, value: number): void;
    };
  };
}
