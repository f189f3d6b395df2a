import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit, VisitOptions } from '../visit.ts';
import { arrive, openUi } from './openUi.ts';

/**
 * One browser for a file of tests and one visit at a time, closed after each test, which fails where the visit was not
 * quiet. Answers the way to open one; opening another closes the one before.
 * @param isKept Whether a visit that is to be opened like the one before, but for its address, is that one: opening a page
 * is what takes long. It is closed once a test fails.
 */
export function useVisits({ isKept = false } = {}): (options: VisitOptions) => Promise<Page> {
  let browser: Browser;
  let visit: Visit | null = null;
  let opened = '';
  const close = async (): Promise<void> => {
    const last = visit;
    visit = null;
    await last?.close();
    last?.expectQuiet();
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async ({ task }) => {
    if (!isKept || task.result?.state === 'fail' || visit?.faults.length) await close();
  });
  afterAll(async () => {
    await close();
    await browser.close();
  });
  return async ({ path, ...device }) => {
    const kind = JSON.stringify(device);
    if (isKept && visit && kind === opened && path !== undefined) {
      await arrive(visit.page, path);
      return visit.page;
    }
    await close();
    opened = kind;
    visit = await openUi(browser, path === undefined ? device : { path, ...device });
    return visit.page;
  };
}
