/** Makes steps in a thread of its own: a crash of a decoder costs one step, not the command. */
import { rename, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { LADDER } from '../ladder.ts';
import { makeStep } from '../make/makeStep.ts';
import { createModelIo, readModel } from '../read/readModel.ts';
import type { StepReply, StepTask } from './task.ts';

const task = workerData as StepTask;

async function work(): Promise<StepReply> {
  const step = LADDER.find(({ quality }) => quality === task.quality);
  if (!step) return { error: `there is no step "${task.quality}"` };
  const io = await createModelIo();
  const { document } = await readModel(task.model, task.scale, io);
  const { glb, facts } = await makeStep(document, step, io);
  await writeFile(`${task.file}.partial`, glb);
  await rename(`${task.file}.partial`, task.file);
  return { facts };
}

work().then(
  (reply) => parentPort?.postMessage(reply),
  (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) }),
);
