/**
 * Gathers all points of a job with several threads. Threads take blocks from a common counter, so none waits long; every
 * point has its own random numbers, so the result is the same for any number of threads.
 */
import { Worker } from 'node:worker_threads';
import { POINT_STRIDE, RAW_STRIDE, type BakeJob } from '#demo/light/bakeTypes.ts';
import { BLOCK, workThrough, type BakeWork } from '#demo/light/workThrough.ts';

/** How often progress is told, milliseconds. */
const TELL_EVERY_MS = 500;

/** `threads` 1 works in the calling thread. `progress` is told the share that is done, 0…1. */
export async function gatherAll(
  job: BakeJob,
  threads: number,
  progress?: (share: number) => void,
): Promise<Float32Array> {
  const count = job.points.length / POINT_STRIDE;
  const raw = new Float32Array(new SharedArrayBuffer(Math.max(4, count * RAW_STRIDE * 4)));
  const counter = new Int32Array(new SharedArrayBuffer(4));
  const work: BakeWork = { job, raw, counter };
  if (threads <= 1) {
    workThrough(work);
    return raw;
  }
  const blocks = Math.ceil(count / BLOCK);
  const timer = setInterval(() => progress?.(Math.min(1, Atomics.load(counter, 0) / blocks)), TELL_EVERY_MS);
  try {
    await Promise.all(Array.from({ length: threads }, () => runThread(work)));
  } finally {
    clearInterval(timer);
  }
  return raw;
}

function runThread(work: BakeWork): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./bakeWorker.ts', import.meta.url), { workerData: work });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread of the light bake ended with code ${code}`));
    });
  });
}
