/** Does one task in a thread of its own: a crash of a decoder costs one step, not the command. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { makeStep, type StepFacts } from '../make/makeStep.ts';
import { createModelIo, readModel } from '../read/readModel.ts';
import { listPictures } from '../textures/listPictures.ts';
import { makeTexture, type MadeTexture, type TextureFacts } from '../textures/makeTexture.ts';
import type { StepTask, Task, TextureTask } from './task.ts';

async function work(task: Task): Promise<StepFacts | TextureFacts> {
  const { bytes, facts } = task.kind === 'texture' ? await workTexture(task) : await workStep(task);
  await writeFile(`${task.file}.partial`, bytes);
  await rename(`${task.file}.partial`, task.file);
  return facts;
}

async function workTexture({ order }: TextureTask) {
  return makeTexture(order);
}

async function workStep({ model, scale, step, isQuick, textures }: StepTask) {
  const io = await createModelIo();
  const { document } = await readModel(model, scale, io);
  const made = new Map<number, MadeTexture>();
  for (const { index, file, facts } of textures) made.set(index, { bytes: await readFile(file), facts });
  const pictures = await listPictures(path.basename(model), document);
  const { glb, facts } = await makeStep({ source: document, step, isQuick, pictures, made, io });
  return { bytes: glb, facts };
}

work(workerData as Task).then(
  (facts) => parentPort?.postMessage({ facts }),
  (error: unknown) => parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) }),
);
