/** What becomes of the camera when a wall is left by another way than back. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { eventually } from './openUi.ts';
import { useVisits } from './useVisits.ts';

const open = useVisits();

describe('another place, gone to from a wall', () => {
  it('is seen as it is, not through the frustum of the wall', async () => {
    const next = '#at=chamber-as-found&view=0,0,60&lang=en';
    const openAt = (path: string) => open({ path, reducedMotion: true, viewport: { width: 800, height: 500 } });
    const sharpPixels = async (page: Page) => {
      await eventually(() => page.evaluate(async () => (await window.grotto?.state())?.nodeId)).toBe(
        'chamber-as-found',
      );
      await page.evaluate(async () => {
        for (const part of document.querySelectorAll('.grotto-ui')) (part as HTMLElement).style.display = 'none';
        await window.grotto?.whenSharp();
      });
      await page.waitForTimeout(1_500);
      await page.evaluate(() => window.grotto?.whenSharp());
      const clip = { x: 0, y: 0, width: 800, height: 250 };
      return sharp(await page.screenshot({ clip }))
        .greyscale()
        .raw()
        .toBuffer();
    };
    const page = await openAt('#at=hall-as-found&view=-24,-5,60&wall=-60,0&lang=en');
    await page.locator('.at-wall').waitFor({ timeout: 60_000 });
    await page.evaluate(() => window.grotto?.whenSharp());
    await page.evaluate((hash) => {
      location.hash = hash;
    }, next);
    const found = await sharpPixels(page);
    const expected = await sharpPixels(await openAt(next));
    let difference = 0;
    for (let i = 0; i < expected.length; i++) difference += Math.abs((expected[i] ?? 0) - (found[i] ?? 0));
    expect(difference / expected.length).toBeLessThan(2);
  });
});
