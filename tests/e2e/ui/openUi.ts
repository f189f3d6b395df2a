import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openVisit, type Visit, type VisitOptions } from '../visit.ts';

/** A link to the demonstration's first place: the title card stays closed. */
export const FIRST_PLACE = '#at=hall-as-found&view=0,0,60&lang=en';

/**
 * A visit with its interface in place. Whoever looks at its pixels says `dpr: 1`: drawing the picture at all of them is most
 * of what such a visit costs.
 */
export async function openUi(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const visit = await openVisit(browser, { path: FIRST_PLACE, dpr: 0.5, ...options });
  await visit.page.locator('.grotto-ui .place__name, .grotto-ui .title-card').first().waitFor({ state: 'attached' });
  return visit;
}

/** Waits as long as a small, busy machine may need. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 20_000 });
}

/** Goes to an address within the open visit, as a link on the page would. */
export async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator('.visit').waitFor();
}

/** The same on a page where another test has been: nothing is pointed at or has the focus any more. */
export async function arrive(page: Page, hash: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate((to) => void (location.hash = to), hash);
  const address = new URLSearchParams(hash.slice(1));
  const hasPanel = address.has('panel') || address.has('show');
  await expect
    .poll(
      async () => [
        (await page.evaluate(() => window.grotto?.state()))?.nodeId,
        await page.getByRole('dialog').count(),
        await page.locator('.at-wall').count(),
      ],
      { timeout: 60_000 },
    )
    .toEqual([address.get('at'), hasPanel ? 1 : 0, address.has('wall') ? 1 : 0]);
  // What a panel that closes gives the focus back to is looked at.
  await page.evaluate(
    async ([isAtWall, yaw = 0, pitch = 0, fov = 60]) => {
      (document.activeElement as HTMLElement | null)?.blur();
      if (!isAtWall) await window.grotto?.look({ yaw, pitch, fov });
    },
    [address.has('wall'), ...(address.get('view')?.split(',').map(Number) ?? [])] as const,
  );
}

/** What has the focus, as one would read it out. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

/** Presses Tab until what has the focus reads like `wanted`; throws after a full round. */
export async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab');
    if (wanted.test(await focused(page))) return;
  }
  throw new Error(`the keyboard never came to ${wanted}`);
}
