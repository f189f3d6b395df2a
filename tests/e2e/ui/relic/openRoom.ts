/**
 * The play page under the real server and its real policy: built once for a test file, opened as often as wanted.
 * Pages that were opened write down everything a quiet visit never does.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { Exhibition } from '#document/schema.ts';
import { listen } from '#pipeline/serve/listen.ts';
import { openSite } from '#pipeline/serve/site.ts';
import { isComplaint } from '../../browser.ts';
import { makeRelicExhibition } from '../../../fixtures/relicExhibition.ts';
import type { RelicVisit } from '#tour/relic/state.ts';

const REPOSITORY = path.resolve(import.meta.dirname, '../../../..');
const PUBLIC = path.join(REPOSITORY, 'public');
/** What the fixture's files are: name in the exhibition → file of the demonstration. */
const FILES = {
  'vase.webp': 'pictures/relics/celadon-vase.webp',
  'crackle.webp': 'pictures/relics/celadon-vase-as-found.webp',
  'foot.opus': 'sounds/plucked-phrase.opus',
} as const;

export interface RoomOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly language?: 'en' | 'zh-Hans';
  readonly isTouch?: boolean;
  readonly reducedMotion?: boolean;
  readonly query?: string;
  /** Half of the page's pixels when left out: whoever looks at them says 1. */
  readonly dpr?: number;
}

export interface RoomSite {
  open(browser: Browser, options?: RoomOptions): Promise<Page>;
  /** Throws where a page was not quiet. */
  expectQuiet(): void;
  close(): Promise<void>;
}

export async function openRoomSite(exhibition: Exhibition = makeRelicExhibition()): Promise<RoomSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'grotto-room-'));
  const content = path.join(folder, 'exhibition');
  writeExhibition(content, exhibition);
  const root = path.join(folder, 'site');
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: root,
      assetsDir: 'app',
      assetsInlineLimit: 0,
      target: 'es2022',
      modulePreload: { polyfill: false },
    },
  });
  const server = await listen(await openSite({ root, exhibition: content }), {
    port: 0,
    portsToTry: 1,
    host: '127.0.0.1',
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const faults: string[] = [];
  return {
    async open(browser, options = {}) {
      const { viewport = { width: 1280, height: 720 }, language = 'en', query = '', isTouch = false } = options;
      const page = await browser.newPage({
        viewport,
        deviceScaleFactor: options.dpr ?? 0.5,
        hasTouch: isTouch,
        reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
      });
      watch(page, origin, faults);
      await page.goto(`${origin}/?${query}#lang=${language}`);
      await page.locator('.place__name').waitFor({ state: 'attached' });
      return page;
    },
    expectQuiet() {
      if (faults.length > 0) throw new Error(`The page was not quiet:\n${faults.splice(0).join('\n')}`);
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The relic's state at this moment; throws where none is open. */
export async function relicOf(page: Page): Promise<RelicVisit> {
  const relic = await page.evaluate(() => window.relicPage.relic());
  if (!relic) throw new Error('no relic is open');
  return relic;
}

function writeExhibition(folder: string, exhibition: Exhibition): void {
  for (const [name, source] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    copyFileSync(path.join(PUBLIC, source), path.join(folder, name));
  }
  writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(exhibition));
}

function watch(page: Page, origin: string, faults: string[]): void {
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(blob|data):/.test(url) && new URL(url).origin !== origin) faults.push(`request elsewhere: ${url}`);
  });
  page.on('console', (message) => {
    if (isComplaint(message)) faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${String(error)}`));
}
