import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { ssim } from 'ssim.js';

/** What the page shows, to be compared. */
export async function picture(page: Page): Promise<ImageData> {
  const { data, info } = await sharp(await page.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: 'srgb' };
}

/** How alike two pictures are in luma, at most 1; Wang, Bovik, Sheikh and Simoncelli 2004, nothing made smaller first. */
export function likeness(one: ImageData, other: ImageData): number {
  return ssim(one, other, { downsample: false }).mssim;
}
