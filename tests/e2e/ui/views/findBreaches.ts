import axe from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Rules of WCAG 2.2 A and AA, and of good practice, that axe finds broken, each with what breaks it. Where the device
 * forces its colours upon the page, their contrast is the device's own, and axe reckons with those of the page.
 */
export async function findBreaches(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const { violations } = await runner.run(
      // The list of ways and things stands for the picture, which is nothing to read.
      { exclude: ['canvas'] },
      {
        runOnly: rules,
        resultTypes: ['violations'],
        rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } },
      },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, RULES);
}
