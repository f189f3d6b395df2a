/** A thread that makes columns of the scroll's pyramid, one after the other, as it is told. */
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import type { ColumnJob } from '#demo/scroll/make/column.ts';
import { makeColumn } from '#demo/scroll/make/column.ts';
import type { Scenery } from '#demo/scroll/scenery.ts';
import { buildScenery } from '#demo/scroll/scenery.ts';

sharp.concurrency(1);
let scenery: Scenery | undefined;
const port = parentPort;
port?.on('message', (job: ColumnJob) => {
  makeColumn(job, () => (scenery ??= buildScenery())).then(
    () => port.postMessage({ done: true }),
    (error: unknown) =>
      port.postMessage({ done: false, message: error instanceof Error ? error.message : String(error) }),
  );
});
