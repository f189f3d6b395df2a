/** One visit of one page, from its opening until it has come to rest. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { instrument, type RelicBench, type Span } from './instrument.ts';
import type { RelicServer } from './server.ts';

/** No frame of the relic itself is smaller; floors, backgrounds and filters of an environment are. */
const RELIC_TRIANGLES = 2_500;
/** Of no request and no frame, after which nothing more is expected. */
const QUIET_MS = 10_000;
const TIMEOUT_MS = 180_000;
/** As the browser counts them. */
const LONG_TASK_MS = 50;

export interface Figures {
  /** From the opening of the page until the page was free again after the first frame with the relic in it. */
  firstMs: number;
  /** Of the file that the first picture is drawn from. */
  firstModelBytes: number;
  /** Of everything that had come by then, code too. */
  firstBytes: number;
  /** The same for the last frame in which triangles were added. */
  fullMs: number;
  modelBytes: number;
  triangles: number;
  longestTaskMs: number;
  /** Begun after the first picture. */
  longestTaskAfterMs: number;
  longTasksAfter: number;
  /** The same without the time in which the page stood in WebGL calls. */
  longestOwnTaskAfterMs: number;
  longOwnTasksAfter: number;
  /** Of a single WebGL call after the first picture. */
  longestCallAfterMs: number;
  gpuBytes: number;
  gpuBytesMost: number;
}

/** @param picture Path of a PNG of the page at rest; null for none. */
export async function measure(
  chromium: Browser,
  served: RelicServer,
  path: string,
  picture: string | null,
): Promise<Figures> {
  const context = await chromium.newContext({ viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 });
  try {
    const page = await context.newPage();
    await page.addInitScript(instrument);
    served.forget();
    await page.goto(served.origin + path, { waitUntil: 'commit' });
    const deadline = Date.now() + TIMEOUT_MS;
    for (;;) {
      await sleep(500);
      const origin = await page.evaluate(() => performance.timeOrigin);
      const lastFrame = await page.evaluate(() => window.relicBench.frames.at(-1)?.t ?? 0);
      const lastAnswer = Math.max(0, ...served.requests.map(({ endedAt }) => endedAt ?? Date.now()));
      if (Date.now() - Math.max(lastAnswer, origin + lastFrame) > QUIET_MS) {
        const state = await page.evaluate(() => window.relicBench);
        if (picture !== null) await writeFile(picture, await page.screenshot());
        return read(path, state, served, origin);
      }
      if (Date.now() > deadline) throw new Error(`${path}: not at rest after ${TIMEOUT_MS / 1000} s`);
    }
  } finally {
    await context.close();
  }
}

function read(path: string, state: RelicBench, { requests }: RelicServer, origin: number): Figures {
  const { frames, longTasks, waits } = state;
  const first = frames.find(({ triangles }) => triangles >= RELIC_TRIANGLES);
  const full = lastGrowth(frames);
  if (!first || !full) throw new Error(`${path}: no frame has a relic in it`);
  const models = requests.filter((request) => request.path.startsWith('/relic/'));
  const sum = (list: readonly { bytes: number }[]): number => list.reduce((total, { bytes }) => total + bytes, 0);
  const msOf = ({ ms }: { ms: number }): number => ms;
  const after = longTasks.filter(({ t }) => t > first.t);
  const own = after.map((task) => task.ms - waitedIn(task, waits));
  return {
    firstMs: Math.round(first.shownAt),
    firstModelBytes: models[0]?.bytes ?? 0,
    firstBytes: sum(requests.filter(({ endedAt }) => endedAt !== undefined && endedAt <= origin + first.shownAt)),
    fullMs: Math.round(full.shownAt),
    modelBytes: sum(models),
    triangles: frames.at(-1)?.triangles ?? 0,
    longestTaskMs: Math.max(0, ...longTasks.map(msOf)),
    longestTaskAfterMs: Math.max(0, ...after.map(msOf)),
    longTasksAfter: after.filter(({ ms }) => ms > LONG_TASK_MS).length,
    longestOwnTaskAfterMs: Math.round(Math.max(0, ...own)),
    longOwnTasksAfter: own.filter((ms) => ms > LONG_TASK_MS).length,
    longestCallAfterMs: Math.round(Math.max(0, ...waits.filter(({ t }) => t > first.shownAt).map(msOf))),
    gpuBytes: Math.round(state.gpuBytes),
    gpuBytesMost: Math.round(state.gpuBytesMost),
  };
}

function waitedIn(task: Span, waits: readonly Span[]): number {
  const inside = waits.filter(({ t }) => t >= task.t && t < task.t + task.ms);
  return inside.reduce((sum, { ms }) => sum + ms, 0);
}

/** The frame in which triangles were added for the last time; null before the relic is there. */
function lastGrowth(frames: RelicBench['frames']): RelicBench['frames'][number] | null {
  let most = RELIC_TRIANGLES - 1;
  let found: RelicBench['frames'][number] | null = null;
  // A cross-fade draws two steps at once; only what stays counts.
  const end = frames.at(-1)?.triangles ?? 0;
  for (const frame of frames) {
    if (frame.triangles <= most || frame.triangles > end) continue;
    most = frame.triangles;
    found = frame;
  }
  return found;
}
