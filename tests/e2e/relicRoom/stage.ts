/** Serves the room's page and opens a browser on it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Connect } from 'vite';
import { isComplaint, launchBrowser } from '../browser.ts';
import { servePlayPages } from '../playPages.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');

export interface RoomSize {
  readonly width: number;
  readonly height: number;
  readonly deviceScaleFactor?: number;
  readonly reducedMotion?: boolean;
  readonly isTouch?: boolean;
  /** What follows the page's address, such as `?smooth`. */
  readonly search?: string;
}

export interface RoomStage {
  open(size: RoomSize): Promise<{ readonly page: Page; readonly complaints: string[] }>;
  close(): Promise<void>;
}

export async function openRoomStage(): Promise<RoomStage> {
  const pages = await servePlayPages(['relicRoom/page.html'], { answer: answerModels });
  const browser = await launchBrowser();
  return {
    async open({ width, height, deviceScaleFactor = 1, reducedMotion, isTouch = false, search = '' }) {
      const page = await browser.newPage({
        viewport: { width, height },
        deviceScaleFactor,
        hasTouch: isTouch,
        reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (isComplaint(message)) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
      await page.goto(`${pages.origin}/tests/e2e/relicRoom/page.html${search}`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}

/** `/public/<path>` is a file of the demonstration. */
const answerModels: Connect.NextHandleFunction = (request, response, next) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!pathname.startsWith('/public/')) return next();
  readFile(path.join(REPOSITORY, path.normalize(decodeURIComponent(pathname)))).then(
    (body) => response.end(body),
    () => next(),
  );
};
