/** The real loader in a page of its own, built as the viewer is and served by the real server under the real policy. */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { leaveOutNode } from '#pipeline/build/leaveOutNode.ts';
import { splitThree } from '#pipeline/build/splitThree.ts';
import { listen } from '#pipeline/serve/listen.ts';
import { buildPolicyHeaders } from '#pipeline/serve/policy.ts';
import { launchBrowser } from '../browser.ts';
import type { Opening } from './page.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');

export interface RelicStage {
  /** Opens a file of the folder; a fresh page is taken where the one before has frozen. */
  open(file: string): Promise<Opening>;
  readonly page: Page;
  /** Requests elsewhere, breaches of the policy, uncaught errors. */
  readonly faults: string[];
  close(): Promise<void>;
}

export async function openRelicStage(folder: string): Promise<RelicStage> {
  const out = await mkdtemp(path.join(tmpdir(), 'grotto-relic-page-'));
  await build({
    root: REPOSITORY,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    base: './',
    plugins: [splitThree(REPOSITORY)],
    worker: { format: 'es', plugins: () => [leaveOutNode()] },
    build: {
      outDir: out,
      emptyOutDir: false,
      assetsDir: 'app',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: Infinity,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path.join(import.meta.dirname, 'page.ts'), output: { entryFileNames: 'app/page.js' } },
    },
  });
  const html =
    '<!doctype html><title>relic</title><link rel="icon" href="data:,"><body><script type="module" src="app/page.js"></script>';
  await writeFile(path.join(out, 'index.html'), html);
  const headers = buildPolicyHeaders();
  const server = await listen(
    {
      mounts: [
        { folder: out, has: (name) => name.startsWith('app/'), isContent: false },
        { folder: await realpath(folder), has: () => true, isContent: true },
      ],
      page: async () => ({ html, tag: 'page' }),
      policyHeaders: async () => headers,
    },
    { port: 0, portsToTry: 1, host: '127.0.0.1' },
  );
  const origin = `http://127.0.0.1:${server.port}`;
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 256, height: 256 } });
  const faults: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(blob|data):/.test(url) && new URL(url).origin !== origin) faults.push(`request elsewhere: ${url}`);
  });
  context.on('weberror', (error) => faults.push(`uncaught: ${String(error.error())}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !/40\d|Failed to load resource/.test(message.text())) {
      faults.push(`console: ${message.text()}`);
    }
  });
  await context.exposeBinding('grottoTestNote', (_source, fault: string) => void faults.push(fault));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const tell = (globalThis as unknown as { grottoTestNote(fault: string): void }).grottoTestNote;
      tell(`policy violation: ${event.violatedDirective} by ${event.blockedURI}`);
    });
  });
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return {
    page,
    faults,
    open: (file) =>
      page.evaluate((name) => window.openRelic(name), file.split(path.sep).map(encodeURIComponent).join('/')),
    async close() {
      await browser.close();
      await server.close();
      await rm(out, { recursive: true });
    },
  };
}
