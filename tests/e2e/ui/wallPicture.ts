/** What the pixels of a wall brought closer show. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { DARK, LIGHT, SQUARE } from '../../fixtures/checkeredRoom.ts';

export const WIDTH = 1_280;
export const HEIGHT = 720;

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The part of the wall in the picture, as the address has it: metres. */
export function frameOf(page: Page): Frame {
  const [, , x = NaN, y = NaN, width = NaN] = (/wall=([^&]*)/.exec(page.url())?.[1] ?? '').split(',').map(Number);
  return { x, y, width };
}

/** The picture alone, its greys row by row. */
export async function readPicture(page: Page): Promise<(x: number, y: number) => number> {
  await page.locator('.grotto-ui').evaluate((ui) => ui.style.setProperty('display', 'none'));
  await page.evaluate(() => window.grotto?.whenSharp());
  const { data } = await sharp(await page.screenshot()).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
  await page.locator('.grotto-ui').evaluate((ui) => ui.style.removeProperty('display'));
  return (x, y) => data[y * WIDTH + x] ?? NaN;
}

/** Where light and dark meet along a line of pixels, to a fraction of one: where half of the way between them is crossed. */
export function edgesAlong(greyAt: (i: number) => number, count: number): number[] {
  const middle = (LIGHT + DARK) / 2;
  const edges: number[] = [];
  for (let i = 0; i + 1 < count; i++) {
    const [here, next] = [greyAt(i) - middle, greyAt(i + 1) - middle];
    // A pixel's colour is that of its middle.
    if (here < 0 !== next < 0) edges.push(i + 0.5 + here / (here - next));
  }
  return edges;
}

/** Places along the picture, which shows `from` to `to` metres of the wall, where an edge of squares has to be. */
export function expectedEdges(
  from: number,
  to: number,
  corner: number,
  pxPerMetre: number,
  ends: readonly [number, number],
): number[] {
  const first = Math.ceil((Math.max(from, ends[0]) - corner) / SQUARE);
  const edges: number[] = [];
  for (let at = corner + first * SQUARE; at < Math.min(to, ends[1]); at += SQUARE) edges.push((at - from) * pxPerMetre);
  return edges;
}

export async function readBar(page: Page): Promise<{ readonly metres: number; readonly px: number }> {
  const [, number = '', unit = ''] =
    /([\d.]+)\s(\w+)/.exec(await page.locator('.scale__length:visible').innerText()) ?? [];
  const px = await page.locator('.scale__bar:visible').evaluate((bar) => bar.getBoundingClientRect().width);
  return { metres: Number(number) * ({ mm: 0.001, cm: 0.01, m: 1 }[unit] ?? NaN), px };
}
