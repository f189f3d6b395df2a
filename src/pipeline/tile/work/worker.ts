/** A worker thread: does tasks as they come, keeping its window into the current source copy open between them. */
import { closeSync, openSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { encodePixels } from '../output/encode.ts';
import { FaceRenderer } from '../pixels/render.ts';
import { halveBand } from '../scratch/halve.ts';
import { picturesOf, type SourceCopy } from '../scratch/source.ts';
import { SourceWindowReader } from '../scratch/window.ts';
import type { HalveTask, Task, TaskReply, TaskRequest, TileTask } from './task.ts';

if (!parentPort) throw new Error('worker.ts is started by WorkerPool, not by itself');
const port = parentPort;
sharp.concurrency(1);
sharp.cache(false);

/** The copy in use; tasks come copy after copy, so one is enough. */
const current: { key: string; reader?: SourceWindowReader; renderer?: FaceRenderer } = { key: '' };

port.on('message', (request: TaskRequest) => {
  void doTask(request.task).then(
    () => port.postMessage({ id: request.id } satisfies TaskReply),
    (error: unknown) => port.postMessage({ id: request.id, error: describe(error) } satisfies TaskReply),
  );
});

async function doTask(task: Task): Promise<void> {
  if (task.kind === 'halve') halve(task);
  else await makeTile(task);
}

function halve({ copy, band, path }: HalveTask): void {
  const file = openSync(path, 'r+');
  try {
    halveBand(use(copy).reader, band, file);
  } finally {
    closeSync(file);
  }
}

async function makeTile({ copy, block, path, encoding }: TileTask): Promise<void> {
  const pixels = use(copy).renderer.render(block);
  const bytes = await encodePixels(pixels, block.width, block.height, encoding);
  await writeFile(`${path}.tmp`, bytes);
  await rename(`${path}.tmp`, path);
}

function use(copy: SourceCopy): { reader: SourceWindowReader; renderer: FaceRenderer } {
  const key = picturesOf(copy).map(({ path }) => path).join('\n'); // prettier-ignore
  if (current.key !== key || !current.reader || !current.renderer) {
    current.reader?.close();
    current.key = key;
    current.reader = new SourceWindowReader(copy);
    current.renderer = new FaceRenderer(current.reader);
  }
  return { reader: current.reader, renderer: current.renderer };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
