/** One visit of one page, from its opening until it has come to rest. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { instrument, type RelicBench } from './instrument.ts';
import { CATEGORIES, MARK, readTasks, type Task } from './mainThread.ts';
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
  /**
   * The page's own work: the processor time of a task, or the time that it did not stand in WebGL calls where that is
   * less. On a rasteriser on the CPU pages wait in those calls, as they never do on a GPU.
   */
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
    await page.addInitScript(instrument, MARK);
    served.forget();
    await chromium.startTracing(page, { categories: CATEGORIES });
    await page.goto(served.origin + path, { waitUntil: 'commit' });
    const deadline = Date.now() + TIMEOUT_MS;
    for (;;) {
      await sleep(500);
      const origin = await page.evaluate(() => performance.timeOrigin);
      const lastFrame = await page.evaluate(() => window.relicBench.frames.at(-1)?.t ?? 0);
      const lastAnswer = Math.max(0, ...served.requests.map(({ endedAt }) => endedAt ?? Date.now()));
      if (Date.now() - Math.max(lastAnswer, origin + lastFrame) > QUIET_MS) {
        const state = await page.evaluate(() => window.relicBench);
        const tasks = readTasks(await chromium.stopTracing(), state.markedAt);
        if (picture !== null) await writeFile(picture, await page.screenshot());
        return read(path, state, tasks, served, origin);
      }
      if (Date.now() > deadline) throw new Error(`${path}: not at rest after ${TIMEOUT_MS / 1000} s`);
    }
  } finally {
    await context.close();
  }
}

function read(
  path: string,
  { frames, waits, gpuBytes, gpuBytesMost }: RelicBench,
  tasks: readonly Task[],
  { requests }: RelicServer,
  origin: number,
): Figures {
  const first = frames.find(({ triangles }) => triangles >= RELIC_TRIANGLES);
  const full = lastGrowth(frames);
  if (!first || !full) throw new Error(`${path}: no frame has a relic in it`);
  const models = requests.filter((request) => request.path.startsWith('/relic/'));
  const sum = (list: readonly { bytes: number }[]): number => list.reduce((total, { bytes }) => total + bytes, 0);
  const msOf = ({ ms }: { ms: number }): number => ms;
  const after = tasks.filter(({ t }) => t > first.t);
  const own = after.map((task) => Math.min(task.cpuMs, task.ms - waitedIn(task, waits)));
  return {
    firstMs: Math.round(first.shownAt),
    firstModelBytes: models[0]?.bytes ?? 0,
    firstBytes: sum(requests.filter(({ endedAt }) => endedAt !== undefined && endedAt <= origin + first.shownAt)),
    fullMs: Math.round(full.shownAt),
    modelBytes: sum(models),
    triangles: frames.at(-1)?.triangles ?? 0,
    longestTaskMs: longest(tasks.map(msOf)),
    longestTaskAfterMs: longest(after.map(msOf)),
    longTasksAfter: after.filter(({ ms }) => ms > LONG_TASK_MS).length,
    longestOwnTaskAfterMs: longest(own),
    longOwnTasksAfter: own.filter((ms) => ms > LONG_TASK_MS).length,
    longestCallAfterMs: longest(waits.filter(({ t }) => t > first.shownAt).map(msOf)),
    gpuBytes: Math.round(gpuBytes),
    gpuBytesMost: Math.round(gpuBytesMost),
  };
}

/** Lists of a hundred thousand are no arguments. */
function longest(list: readonly number[]): number {
  return Math.round(list.reduce((most, ms) => Math.max(most, ms), 0));
}

function waitedIn(task: Task, waits: RelicBench['waits']): number {
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
