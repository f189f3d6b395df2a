/**
 * What a visitor may have on the page at one time, each by a name and the shortest way there. Whoever checks something
 * that holds everywhere goes through these tables.
 */
import type { Page } from 'playwright-core';

export interface View {
  readonly name: string;
  /** The address behind `#`, without the language. */
  readonly at: string;
  /** What is on the page once the address is carried out. */
  readonly shows: string;
  /** What the visitor does there. Begins from wherever an earlier view has left the page. */
  readonly press?: (page: Page) => Promise<void>;
  /** Undoes what no address undoes. */
  readonly leave?: (page: Page) => Promise<void>;
}

/** A small machine draws slowly beside others. */
const PATIENCE = { timeout: 90_000 };

/** Goes there within the open page, in a language. */
export async function showView(page: Page, { at, shows, press }: View, language: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `${at}&lang=${language}`);
  await page.waitForFunction((tag) => document.documentElement.lang === tag, language, PATIENCE);
  await page.locator(shows).first().waitFor(PATIENCE);
  await press?.(page);
  // What follows the size of others has followed, and what fades has faded.
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}
