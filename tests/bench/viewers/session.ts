/**
 * One viewer, measured once. Two visits: the first loads, rests, turns by 90°; the second loads afresh and sweeps,
 * so that the sweep finds nothing but its first view in memory.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { instrument, type BenchPage } from './instrument.ts';
import type { ViewerName } from './pages.ts';
import { LEVEL_TINTS, PREVIEW_TINT } from './picture/tint.ts';
import { correlation, fullSince, median, sharpShare, sharpSince } from './reading.ts';
import type { BenchServer, PictureRequest } from './server.ts';
import { HEIGHT_PX, SAMPLE_COLUMNS, SAMPLE_ROWS, WIDTH_PX } from './view.ts';

/** Milliseconds count from the first picture request unless said otherwise; bytes are of bodies. */
export interface Figures {
  requests: number;
  bytes: number;
  fullMs: number;
  sharpMs: number;
  /** From the opening of the page, scripts and all. */
  sharpFromOpeningMs: number;
  uploads: number;
  /** What was asked for after the view was sharp already. */
  requestsAfterSharp: number;
  turnRequests: number;
  turnBytes: number;
  turnSharpMs: number;
  idleFrames: number;
  drawsLeast: number;
  drawsMost: number;
  drawsMedian: number;
  sweepSharp: number;
  /** Share of the sweep's readings in which every point was sharp. */
  sweepWhollySharp: number;
  sweepFrameMs: number;
  sweepUploads: number;
  sweepRequests: number;
  sweepBytes: number;
  /** How well the settled picture agrees with the picture itself, −1 to 1. */
  agreement: number;
}

export interface Bench {
  readonly browser: Browser;
  readonly server: BenchServer;
  /** Luma the sample points ought to have at a yaw. */
  readonly expectedLumas: (yaw: number) => readonly number[];
}

const TIMEOUT_MS = 60_000;
const POLL_MS = 100;
/** A view has settled when it is sharp and no picture was asked for this long. */
const QUIET_MS = 700;
const REST_MS = 1_000;
const IDLE_MS = 2_000;
const TURN_DEGREES = 90;
const SWEEP_MS = 8_000;
/** Each reading waits for the graphics to finish; three a second tell the share without slowing the sweep. */
const SWEEP_READ_MS = 333;

export async function measureViewer(bench: Bench, viewer: ViewerName): Promise<Figures> {
  const first = await withPage(bench, viewer, (page) => measureLoadAndTurn(bench, page));
  const second = await withPage(bench, viewer, (page) => measureSweep(bench, page));
  return { ...first, ...second };
}

async function measureLoadAndTurn(bench: Bench, page: Page) {
  const { server } = bench;
  await settle(server, page, 0);
  const origin = await page.evaluate(() => performance.timeOrigin);
  const loading = await readState(page);
  const beginning = server.requests[0]!.startedAt - origin;
  const sharp = sharpSince(loading.frames)!;
  const asked = server.requests.filter((request) => request.startedAt <= origin + sharp);
  const requestsAfterSharp = server.requests.length - asked.length;

  await sleep(REST_MS);
  const before = await page.evaluate(() => window.bench.frames.length);
  await sleep(IDLE_MS);
  const after = await page.evaluate(() => window.bench.frames.length);

  server.forget();
  const turnedAt = await page.evaluate((yaw) => window.bench.look(yaw, 0), TURN_DEGREES);
  await settle(server, page, turnedAt);
  const turning = await readState(page);
  const turnSharp = sharpSince(turning.frames, turnedAt)!;
  return {
    requests: asked.length,
    bytes: bytesOf(asked),
    fullMs: fullSince(loading.frames)! - beginning,
    sharpMs: sharp - beginning,
    sharpFromOpeningMs: sharp,
    uploads: loading.uploads,
    requestsAfterSharp,
    turnRequests: server.requests.length,
    turnBytes: bytesOf(server.requests),
    turnSharpMs: turnSharp - turnedAt,
    idleFrames: after - before,
    agreement: Math.min(agreementOf(bench, loading), agreementOf(bench, turning)),
  };
}

async function measureSweep({ server }: Bench, page: Page) {
  await settle(server, page, 0);
  server.forget();
  const uploadsBefore = (await readState(page)).uploads;
  await page.evaluate((ms) => void (window.bench.readEveryMs = ms), SWEEP_READ_MS);
  const { from, to } = await page.evaluate((ms) => window.bench.sweep(ms), SWEEP_MS);
  const { frames, uploads } = await readState(page);
  const sweep = frames.filter((frame) => frame.t > from && frame.t <= to);
  const readings = sweep.filter((frame) => frame.marks);
  const shares = readings.map((frame) => sharpShare(frame.marks!, frame.yaw));
  const draws = sweep.map((frame) => frame.draws);
  return {
    drawsLeast: Math.min(...draws),
    drawsMost: Math.max(...draws),
    drawsMedian: median(draws),
    sweepSharp: shares.reduce((sum, share) => sum + share, 0) / shares.length,
    sweepWhollySharp: shares.filter((share) => share === 1).length / shares.length,
    sweepFrameMs: median(sweep.slice(1).map((frame, index) => frame.t - sweep[index]!.t)),
    sweepUploads: uploads - uploadsBefore,
    sweepRequests: server.requests.length,
    sweepBytes: bytesOf(server.requests),
  };
}

async function withPage<T>(
  { browser, server }: Bench,
  viewer: ViewerName,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const viewport = { width: WIDTH_PX, height: HEIGHT_PX };
  const context = await browser.newContext({ viewport, deviceScaleFactor: 1 });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(instrument, {
      tints: [PREVIEW_TINT, ...LEVEL_TINTS],
      columns: SAMPLE_COLUMNS,
      rows: SAMPLE_ROWS,
    });
    server.forget();
    await page.goto(server.origin + (viewer === 'grotto' ? '/' : `/peers/${viewer}.html`));
    const attached = viewer === 'grotto' ? attachToGrotto(page) : Promise.resolve();
    return await attached
      .then(() => work(page))
      .catch((fault: unknown) => {
        const reason = fault instanceof Error ? fault.message : String(fault);
        throw new Error([reason, ...complaints].join('; '));
      });
  } finally {
    await context.close();
  }
}

async function attachToGrotto(page: Page): Promise<void> {
  await page
    .waitForFunction(() => 'grotto' in window, undefined, { timeout: TIMEOUT_MS })
    .catch(() => {
      throw new Error(`the build in dist had no window.grotto after ${TIMEOUT_MS / 1000} s`);
    });
  await page.addScriptTag({ url: '/peers/grotto.js', type: 'module' });
}

/** Waits until the view is sharp, everything asked for is here and nothing more is asked for. */
async function settle(server: BenchServer, page: Page, after: number): Promise<void> {
  const deadline = Date.now() + TIMEOUT_MS;
  while (Date.now() < deadline) {
    await sleep(POLL_MS);
    if (!isQuiet(server.requests)) continue;
    const frame = await page.evaluate(() => (window.benchViewer ? window.bench.reading?.frame : undefined));
    if (frame?.marks && frame.t >= after && sharpShare(frame.marks, frame.yaw) === 1) return;
  }
  throw new Error(
    `the view was not sharp after ${TIMEOUT_MS / 1000} s; ${describe(await readState(page), server.requests)}`,
  );
}

function isQuiet(requests: readonly PictureRequest[]): boolean {
  const now = Date.now();
  return requests.every((request) => request.endedAt !== undefined && now - request.endedAt > QUIET_MS);
}

type PageState = Pick<BenchPage, 'frames' | 'reading' | 'uploads'>;

function readState(page: Page): Promise<PageState> {
  return page.evaluate(() => {
    const { frames, reading, uploads } = window.bench;
    return { frames, reading, uploads };
  });
}

function describe({ frames, reading }: PageState, requests: readonly PictureRequest[]): string {
  const missing = requests.filter((request) => request.endedAt !== undefined && request.bytes === 0);
  return [
    `${frames.length} frames, ${requests.length} requests, ${missing.length} of them in vain`,
    `last reading ${reading?.frame.marks ?? 'none'}`,
  ].join(', ');
}

function agreementOf(bench: Bench, { reading }: PageState): number {
  return reading ? correlation(reading.lumas, bench.expectedLumas(reading.frame.yaw)) : 0;
}

function bytesOf(requests: readonly PictureRequest[]): number {
  return requests.reduce((sum, request) => sum + request.bytes, 0);
}
