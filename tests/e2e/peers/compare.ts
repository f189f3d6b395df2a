import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { ssim } from 'ssim.js';

/** The least likeness (SSIM) that is called the same picture. */
export const ALIKE = 0.97;
/** A frame that is drawn takes a moment to come to the screen. */
const [TRIES, PAUSE_MS] = [20, 150];

/** CSS pixels of a page. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the page shows, or a part of it, to be compared. */
export async function picture(page: Page, clip?: Part): Promise<ImageData> {
  const { data, info } = await sharp(await page.screenshot(clip && { clip }))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' };
}

/** How alike two pictures are in luma, at most 1; Wang, Bovik, Sheikh and Simoncelli 2004, nothing made smaller first. */
export function likeness(one: ImageData, other: ImageData): number {
  return ssim(one, other, { downsample: false }).mssim;
}

/** How alike what two pages show, or a part of both, becomes. */
export async function compare(one: Page, other: Page, clip?: Part): Promise<number> {
  let alike = 0;
  for (let tried = 0; tried < TRIES && alike < ALIKE; tried++) {
    if (tried > 0) await one.waitForTimeout(PAUSE_MS);
    const [ours, theirs] = await Promise.all([picture(one, clip), picture(other, clip)]);
    alike = likeness(ours, theirs);
  }
  return alike;
}
