/** Serves the page of a hall alone, and opens a browser on it. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { launchBrowser } from '../browser.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');

export interface HallStage {
  readonly origin: string;
  /** Files by their path under `/files/`, served to pages; may grow. */
  readonly files: Map<string, Uint8Array>;
  open(options?: HallPageOptions): Promise<HallPage>;
  close(): Promise<void>;
}

export interface HallPageOptions {
  /** CSS pixels; 640 by 360 when left out. */
  readonly width?: number;
  readonly height?: number;
  readonly dpr?: number;
  readonly reducedMotion?: boolean;
  readonly isTouch?: boolean;
  /** Such as "?smooth". */
  readonly query?: string;
}

export interface HallPage {
  readonly page: Page;
  /** Console errors, warnings and uncaught errors so far. */
  readonly complaints: string[];
  /** Of files that were asked for, and of anything at another origin. */
  readonly requests: string[];
  close(): Promise<void>;
}

export async function openHallStage(): Promise<HallStage> {
  const files = new Map<string, Uint8Array>();
  const server = await createServer({
    root: REPOSITORY,
    configFile: false,
    logLevel: 'error',
    cacheDir: path.join(REPOSITORY, 'node_modules/.vite-e2e-gallery'),
    optimizeDeps: {
      entries: ['tests/e2e/gallery/page.html'],
      include: [
        'react', 'react/jsx-dev-runtime', 'react/jsx-runtime', '@react-three/fiber', 'three',
        '3d-tiles-renderer/core', '3d-tiles-renderer/three', 'three/addons/loaders/GLTFLoader.js',
        'three/addons/libs/meshopt_decoder.module.js',
      ], // prettier-ignore
    },
    server: { port: 0, host: '127.0.0.1', watch: null, hmr: false },
    appType: 'mpa',
    plugins: [react(), { name: 'files', configureServer: (server) => serveFiles(server, files) }],
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the test server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const browser = await launchBrowser();
  return {
    origin,
    files,
    open: (options = {}) => openPage(browser, origin, options),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function serveFiles(server: ViteDevServer, files: ReadonlyMap<string, Uint8Array>): void {
  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(pathname.replace(/^\/files\//, ''));
    if (!file) return next();
    response.setHeader('content-length', file.length);
    response.end(file);
  });
}

async function openPage(browser: Browser, origin: string, options: HallPageOptions): Promise<HallPage> {
  const { width = 640, height = 360, dpr = 1, reducedMotion = false, isTouch = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: dpr,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    hasTouch: isTouch,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const requests: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (/^(blob|data):/.test(url)) return;
    if (url.startsWith(`${origin}/files/`)) requests.push(url.slice(`${origin}/files/`.length));
    else if (!url.startsWith(`${origin}/`)) complaints.push(`asked elsewhere: ${url}`);
  });
  await page.goto(`${origin}/tests/e2e/gallery/page.html${options.query ?? ''}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return { page, complaints, requests, close: () => context.close() };
}
