/** Serves a page of this folder and opens a browser on it. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createServer } from 'vite';
import { launchBrowser } from '../browser.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');

export interface RelicPages {
  open(): Promise<{ readonly page: Page; readonly complaints: string[] }>;
  close(): Promise<void>;
}

export async function openRelicPages(name: 'page' | 'parts' = 'page'): Promise<RelicPages> {
  const server = await createServer({
    root: REPOSITORY,
    configFile: false,
    logLevel: 'error',
    cacheDir: path.join(REPOSITORY, `node_modules/.vite-e2e-relic-stage-${name}`),
    optimizeDeps: {
      entries: ['tests/e2e/relicStage/page.html', 'tests/e2e/relicStage/parts.html'],
      include: ['three'],
    },
    server: { port: 0, host: '127.0.0.1', watch: null, hmr: false },
    appType: 'mpa',
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the test server has no port');
  const browser = await launchBrowser();
  return {
    async open() {
      const page = await browser.newPage({ viewport: { width: 300, height: 300 } });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`http://127.0.0.1:${address.port}/tests/e2e/relicStage/${name}.html`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
