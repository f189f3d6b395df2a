/** Serves the play page, charts and recorded tiles, and opens a browser on it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Connect } from 'vite';
import { FACES } from '#streaming/pyramid/pyramid.ts';
import { launchBrowser } from '../browser.ts';
import { roomDepth } from './analyticRoom.ts';
import { servePlayPages } from '../playPages.ts';
import { LEVEL_COLOURS, MOSS, phaseOf, PLUM, directionEquirect, directionTile, glowOf, labelledTile, uniformTile, waveTile } from './charts.ts'; // prettier-ignore

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');
/** Photographs that are not part of the repository. */
export const REAL_DATA = path.resolve(REPOSITORY, '../shared/realdata');

export interface Stage {
  open(size: { width: number; height: number; deviceScaleFactor?: number }): Promise<StagePage>;
  close(): Promise<void>;
}

export interface StagePage {
  readonly page: Page;
  /** Console errors and uncaught errors so far. */
  readonly complaints: string[];
  /** Addresses asked for so far. */
  readonly requests: string[];
}

export async function openStage(): Promise<Stage> {
  const { origin, close } = await servePlayPages(['panorama/page.html'], { answer: answerCharts() });
  const browser = await launchBrowser();
  return {
    open: (size) => openPage(browser, origin, size),
    async close() {
      await browser.close();
      await close();
    },
  };
}

async function openPage(
  browser: Browser,
  origin: string,
  { width, height, deviceScaleFactor = 1 }: { width: number; height: number; deviceScaleFactor?: number },
): Promise<StagePage> {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor });
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${origin}/tests/e2e/panorama/page.html`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  return { page, complaints, requests };
}

function answerCharts(): Connect.NextHandleFunction {
  const answers = new Map<string, Promise<Buffer>>();
  return (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const make = makerOf(decodeURIComponent(pathname));
    if (!make) return next();
    const answer = answers.get(pathname) ?? make();
    answers.set(pathname, answer);
    answer.then(
      (body) => response.end(body),
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  };
}

/**
 * `/chart/<kind>/<tileSize>/<faceSize>/<z>/<face>/<y>_<x>.png`, where the level z doubles the face size,
 * `/chart/equirect/<width>.png`, and `/real/<path>` for the photographs.
 */
function makerOf(pathname: string): (() => Promise<Buffer>) | null {
  const glowing = /^\/chart\/equirect-glow\/(\d+)\.png$/.exec(pathname);
  if (glowing) return () => directionEquirect(Number(glowing[1]), Number(glowing[1]) / 2, glowOf);
  const equirect = /^\/chart\/equirect\/(\d+)\.png$/.exec(pathname);
  if (equirect) return () => directionEquirect(Number(equirect[1]), Number(equirect[1]) / 2);
  const phase = /^\/chart\/equirect-phase\/(\d+)\.png$/.exec(pathname);
  if (phase) return () => directionEquirect(Number(phase[1]), Number(phase[1]) / 2, phaseOf);
  const depth = /^\/depth\/room\/(\d+)\.png$/.exec(pathname);
  if (depth) return () => roomDepth(Number(depth[1]));
  const tile =
    /^\/chart\/(direction|glow|plum|moss|wave|labelled|level|phase)\/(\d+)\/(\d+)\/(\d+)\/(\w)\/(\d+)_(\d+)\.png$/.exec(
      pathname,
    );
  if (tile) {
    const [, kind, tileSize, base, z, letter, y, x] = tile;
    const address = {
      face: FACES.findIndex((face) => face === letter),
      faceSize: Number(base) * 2 ** Number(z),
      tileSize: Number(tileSize),
      x: Number(x),
      y: Number(y),
    };
    if (kind === 'direction') return () => directionTile(address);
    if (kind === 'glow') return () => directionTile(address, glowOf);
    if (kind === 'phase') return () => directionTile(address, phaseOf);
    if (kind === 'level') return () => uniformTile(LEVEL_COLOURS[Number(z)] ?? PLUM, address);
    if (kind === 'wave') return () => waveTile(address);
    if (kind === 'plum') return () => uniformTile(PLUM, address);
    if (kind === 'moss') return () => uniformTile(MOSS, address);
    return () => labelledTile(`${z}:`, address);
  }
  if (pathname.startsWith('/real/')) {
    const file = path.join(REAL_DATA, path.normalize(pathname.slice('/real/'.length)));
    return () => readFile(file);
  }
  return null;
}
