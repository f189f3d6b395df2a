/** Serves a page of this folder and opens a browser on it. */
import type { Page } from 'playwright-core';
import { isComplaint, launchBrowser } from '../browser.ts';
import { servePlayPages } from '../playPages.ts';

export interface RelicPages {
  open(): Promise<{ readonly page: Page; readonly complaints: string[] }>;
  close(): Promise<void>;
}

export async function openRelicPages(name: 'page' | 'parts' = 'page'): Promise<RelicPages> {
  const pages = await servePlayPages([`relicStage/${name}.html`]);
  const browser = await launchBrowser();
  return {
    async open() {
      const page = await browser.newPage({ viewport: { width: 300, height: 300 } });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (isComplaint(message)) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${pages.origin}/tests/e2e/relicStage/${name}.html`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}
