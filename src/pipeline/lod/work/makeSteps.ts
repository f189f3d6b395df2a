/** Makes the steps of a ladder side by side, and remembers by content what has been made before. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { CommandError } from '../../command.ts';
import type { Step } from '../ladder.ts';
import type { StepFacts } from '../make/makeStep.ts';
import type { StepReply, StepTask } from './task.ts';

/** Goes up whenever a step made of the same model would be another one. */
const RECIPE = 2;

export interface LadderWork {
  readonly model: string;
  /** From the file's unit to metres, where it has none. */
  readonly scale: number;
  /** Hash of the model and of the files it needs. */
  readonly contentHash: string;
  readonly steps: readonly Step[];
  readonly out: string;
  readonly cache: string;
  readonly jobs: number;
  onDone(facts: StepFacts, isFromCache: boolean): void;
}

/** The facts of every step, in the order of the ladder; `<quality>.glb` files in `out`. */
export async function makeSteps(work: LadderWork): Promise<StepFacts[]> {
  await mkdir(work.out, { recursive: true });
  await mkdir(work.cache, { recursive: true });
  const made: StepFacts[] = [];
  const waiting = work.steps.map((step, index) => ({ step, index }));
  const hands = Array.from({ length: Math.min(work.jobs, work.steps.length) }, async () => {
    // The finest first: it takes longest.
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { facts, isFromCache } = await makeOne(work, next.step);
      made[next.index] = facts;
      work.onDone(facts, isFromCache);
    }
  });
  await Promise.all(hands);
  return made;
}

async function makeOne(work: LadderWork, step: Step): Promise<{ facts: StepFacts; isFromCache: boolean }> {
  const file = path.join(work.out, `${step.quality}.glb`);
  const key = createHash('sha256')
    .update(JSON.stringify([RECIPE, work.contentHash, work.scale, { ...step, triangles: String(step.triangles) }]))
    .digest('hex');
  const kept = path.join(work.cache, key);
  const facts = await readFacts(`${kept}.json`);
  if (facts) {
    const isThere = await copyFile(`${kept}.glb`, file).then(
      () => true,
      () => false,
    );
    if (isThere) return { facts, isFromCache: true };
  }
  const reply = await askWorker({ model: work.model, scale: work.scale, quality: step.quality, file });
  if (reply.error !== undefined) throw new CommandError(`${step.quality}: ${reply.error}`);
  await copyFile(file, `${kept}.glb`);
  await writeFile(`${kept}.json.partial`, JSON.stringify(reply.facts));
  await rename(`${kept}.json.partial`, `${kept}.json`);
  return { facts: reply.facts, isFromCache: false };
}

async function readFacts(file: string): Promise<StepFacts | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as StepFacts);
}

/** One thread a step: its memory, and that of the decoders in it, is given back when it ends. */
function askWorker(task: StepTask): Promise<StepReply> {
  return new Promise((resolve) => {
    // The texture encoder talks to standard output; what is to be said goes through messages.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task, stdout: true });
    worker.stdout.resume();
    worker.once('message', (reply: StepReply) => {
      resolve(reply);
      void worker.terminate();
    });
    worker.once('error', (error: unknown) =>
      resolve({ error: error instanceof Error ? error.message : String(error) }),
    );
    worker.once('exit', () => resolve({ error: 'its thread ended before it was done; is there enough memory?' }));
  });
}
