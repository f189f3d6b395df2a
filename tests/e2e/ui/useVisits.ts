import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit, VisitOptions } from '../visit.ts';
import { openUi } from './openUi.ts';

/**
 * One browser for a file of tests and one visit at a time, closed after each test, which fails where the visit was not
 * quiet. Answers the way to open one; opening another closes the one before.
 */
export function useVisits(): (options: VisitOptions) => Promise<Page> {
  let browser: Browser;
  let visit: Visit | null = null;
  const close = async (): Promise<void> => {
    const last = visit;
    visit = null;
    await last?.close();
    last?.expectQuiet();
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(close);
  afterAll(() => browser.close());
  return async (options) => {
    await close();
    visit = await openUi(browser, options);
    return visit.page;
  };
}
