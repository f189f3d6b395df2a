import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Visit, type VisitOptions, openVisit } from './visit.ts';

let browser: Browser;
let visit: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  const last = visit;
  visit = null;
  await last?.close();
  last?.expectQuiet();
});

async function open(options: VisitOptions = {}): Promise<Visit> {
  visit = await openVisit(browser, options);
  return visit;
}

describe('the demonstration exhibition', () => {
  it('bears its name before any script has run', async () => {
    const { page, baseUrl } = await open();
    const html = await (await page.request.get(baseUrl)).text();
    const { label } = (await (await page.request.get(`${baseUrl}exhibition.json`)).json()) as { label: { en: string } };
    expect(html).toContain(`<title>${label.en}</title>`);
    expect(html).toContain(`>${label.en}</h1>`);
    const notices = await (await page.request.get(`${baseUrl}third-party-notices.txt`)).text();
    for (const name of ['three', 'react', 'Draco decoder', '@fontsource-variable/noto-serif-sc']) {
      expect(notices).toMatch(new RegExp(`^${name}( \\d|$)`, 'm'));
    }
  });

  it('shows a sharp picture without one fault, and asks no other origin', async () => {
    const { page } = await open();
    await page.waitForFunction(() => window.grotto !== undefined);
    const stats = await page.evaluate(async () => {
      await window.grotto?.ready;
      await window.grotto?.whenSharp();
      return window.grotto?.stats();
    });
    expect(stats?.tilesShown).toBeGreaterThan(0);
    expect(stats?.drawCalls).toBeLessThanOrEqual(20);
  });
});
