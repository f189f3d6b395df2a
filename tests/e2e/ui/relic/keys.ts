/** The keyboard on the page around a relic. */
import type { Page } from 'playwright-core';
import { focused } from '../openUi.ts';

/** What has the focus as it is named: a field by its label, anything else as it reads. */
function named(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labels = element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels : null;
    const label = labels?.[0]?.textContent;
    return label ?? element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

/** Presses Tab, or Shift+Tab, until what has the focus is called `wanted`; throws after a full round. */
export async function reach(page: Page, wanted: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let press = 0; press < 60; press++) {
    if (wanted.test(await named(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard never came to ${wanted}; it is at ${await focused(page)}`);
}

/** Opens a tool by keyboard from wherever the focus is. */
export async function openTool(page: Page, name: string): Promise<void> {
  await reach(page, new RegExp(`^${name}$`), 'Shift+Tab');
  await page.keyboard.press('Enter');
}
