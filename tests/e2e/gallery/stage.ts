/** Serves the page of a hall alone, and opens a browser on it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Connect } from 'vite';
import { isComplaint, launchBrowser } from '../browser.ts';
import { servePlayPages } from '../playPages.ts';

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
  const { origin, close } = await servePlayPages(['gallery/page.html'], { answer: answerFrom(files) });
  const browser = await launchBrowser();
  return {
    origin,
    files,
    open: (options = {}) => openPage(browser, origin, options),
    async close() {
      await browser.close();
      await close();
    },
  };
}

function answerFrom(files: ReadonlyMap<string, Uint8Array>): Connect.NextHandleFunction {
  return (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(pathname.replace(/^\/files\//, ''));
    if (file) {
      response.setHeader('content-length', file.length);
      response.end(file);
      return;
    }
    // `/public/<path>` is a file of the demonstration.
    if (!pathname.startsWith('/public/')) return next();
    readFile(path.join(REPOSITORY, path.normalize(decodeURIComponent(pathname)))).then(
      (body) => response.end(body),
      () => next(),
    );
  };
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
    if (isComplaint(message)) complaints.push(message.text());
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
