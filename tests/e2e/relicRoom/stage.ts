/** Serves the room's page and opens a browser on it. */
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright-core';
import { createServer } from 'vite';
import { launchBrowser } from '../browser.ts';

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
  const server = await createServer({
    root: REPOSITORY,
    configFile: false,
    logLevel: 'error',
    cacheDir: path.join(REPOSITORY, 'node_modules/.vite-e2e-relic-room'),
    optimizeDeps: {
      entries: ['tests/e2e/relicRoom/page.html'],
      include: [
        'react',
        'react/jsx-dev-runtime',
        'react/jsx-runtime',
        '@react-three/fiber',
        'three',
        'three-mesh-bvh',
        'three/addons/loaders/GLTFLoader.js',
        'three/examples/jsm/utils/SkeletonUtils.js',
      ],
    },
    publicDir: false,
    server: { port: 0, host: '127.0.0.1', watch: null, hmr: false },
    appType: 'mpa',
    plugins: [react()],
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the test server has no port');
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
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
      await page.goto(`http://127.0.0.1:${address.port}/tests/e2e/relicRoom/page.html${search}`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      return { page, complaints };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
