/** A mark behind a wall: faint once the wall is known, bright while it is pointed at, and always in the page's list. */
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OCHRE, PLASTER } from '#scene/hotspot/colours.ts';
import { toRadians } from '#shared/angle.ts';
import { directionOf, type Vec3 } from '#shared/vec.ts';
import { difference, mixed, rgb } from '../areas/deer.ts';
import { launchBrowser } from '../browser.ts';
import { buildChamber, type Chamber } from '../look/chamber.ts';
import { colourOf } from '../panorama/charts.ts';
import type { Visit } from '../visit.ts';
import { openUi } from './openUi.ts';

const WIDTH = 900;
const HEIGHT = 600;
const PATIENCE = { timeout: 60_000 };
const WALL_METRES = 3;

const at = (yaw: number, metres: number): [number, number, number] => {
  const [x, y, z] = directionOf(toRadians(yaw), 0);
  return [x * metres, y * metres, z * metres];
};
const spot = (id: string, position: Vec3) => ({
  kind: 'text' as const, id, label: { en: id }, body: { en: '…' }, position: [...position] as [number, number, number],
}); // prettier-ignore

let browser: Browser;
let chamber: Chamber;
let visit: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  chamber = await buildChamber([spot('before', at(-20, 2)), spot('behind', at(-28, 6))], WALL_METRES);
  visit = await openUi(browser, {
    exhibition: chamber.folder,
    path: '#at=hall&view=0,0,70&lang=en&panel=layers',
    viewport: { width: WIDTH, height: HEIGHT },
    dpr: 1,
    reducedMotion: true,
  });
});
afterAll(async () => {
  visit.expectQuiet();
  await browser.close();
  chamber.remove();
});

function pointOf(yaw: number): { x: number; y: number } {
  const scale = HEIGHT / 2 / Math.tan(toRadians(35));
  return { x: WIDTH / 2 + Math.tan(toRadians(yaw)) * scale, y: HEIGHT / 2 };
}

async function middleOf(page: Page, yaw: number): Promise<number[]> {
  const { x, y } = pointOf(yaw);
  const clip = { x: Math.floor(x), y: Math.floor(y), width: 1, height: 1 };
  return [...(await sharp(await page.screenshot({ clip })).removeAlpha().raw().toBuffer())]; // prettier-ignore
}

it('is faint, and never out of reach', async () => {
  const { page } = visit;
  const isSeen = async (yaw: number, colour: readonly number[]) => difference(await middleOf(page, yaw), colour) < 12;
  // Nobody has asked for the walls yet.
  await expect.poll(() => isSeen(-20, rgb(PLASTER)), PATIENCE).toBe(true);
  await expect.poll(() => isSeen(-28, rgb(PLASTER)), PATIENCE).toBe(true);
  await page.getByRole('button', { name: 'Measure' }).first().click();
  const faint = mixed(colourOf(directionOf(toRadians(-28), 0)), rgb(PLASTER), 0.4);
  await expect.poll(() => isSeen(-28, faint), PATIENCE).toBe(true);
  expect(await isSeen(-20, rgb(PLASTER))).toBe(true);
  const { x, y } = pointOf(-28);
  await page.mouse.move(x, y);
  await expect.poll(() => isSeen(-28, rgb(OCHRE)), PATIENCE).toBe(true);
  await page.mouse.move(x, y + 120);
  await page.locator('#objects button', { hasText: 'behind' }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await page.evaluate(() => window.grotto?.state()))?.panel, PATIENCE)
    .toEqual({ kind: 'hotspot', hotspotId: 'behind' });
});
