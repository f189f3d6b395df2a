/** Everything that is asked of a view, as large as on a desk, on a phone under a finger, and at 400 %. */
import type { CDPSession, Page } from 'playwright-core';
import { findBreaches } from './findBreaches.ts';
import { findCut, findOutOfOrder, findSmall } from './measure.ts';

export const DESK = { width: 960, height: 540 };
const PHONE = { width: 390, height: 844 };
/** 1280 by 720 at 400 %. */
const ENLARGED = { width: 320, height: 180 };

/** CSS pixels: what a pointer needs (WCAG 2.5.8), and what a finger does (WCAG 2.5.5). */
const POINTED = 24;
const TOUCHED = 44;

/** What is wrong with the view that the page shows, in words, each with where. Leaves the page as large as a desk's. */
export async function examine(page: Page, device: CDPSession): Promise<string[]> {
  const faults = [...(await findBreaches(page)), ...(await findOutOfOrder(page)), ...(await findSmall(page, POINTED))];
  const note = (where: string, found: readonly string[]): void =>
    void faults.push(...found.map((fault) => `${where}: ${fault}`));
  await resize(page, device, PHONE, true);
  note('touched', await findSmall(page, TOUCHED));
  note('on a phone', await findOutOfOrder(page));
  await resize(page, device, ENLARGED);
  note('enlarged', await findCut(page));
  note('enlarged', await findOutOfOrder(page));
  await resize(page, device, DESK);
  return faults;
}

async function resize(page: Page, device: CDPSession, viewport: typeof DESK, isTouched = false): Promise<void> {
  await page.setViewportSize(viewport);
  await device.send('Emulation.setTouchEmulationEnabled', { enabled: isTouched });
  await page.waitForFunction(
    ([width, height, isCoarse]) =>
      innerWidth === width && innerHeight === height && matchMedia('(pointer: coarse)').matches === isCoarse,
    [viewport.width, viewport.height, isTouched] as const,
  );
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
