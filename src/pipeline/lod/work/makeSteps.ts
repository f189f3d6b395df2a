/** Makes the steps of a ladder side by side, and remembers by content what has been made before. */
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../../command.ts';
import type { Step } from '../ladder.ts';
import type { StepFacts } from '../make/makeStep.ts';
import type { SourcePicture } from '../textures/listPictures.ts';
import { askWorker } from './askWorker.ts';
import { Cache } from './cache.ts';
import { makeTextures, texturesOf } from './makeTextures.ts';

export interface LadderWork {
  readonly model: string;
  /** From the file's unit to metres, where it has none. */
  readonly scale: number;
  /** Hash of the model and of the files it needs. */
  readonly contentHash: string;
  readonly pictures: readonly SourcePicture[];
  readonly steps: readonly Step[];
  readonly out: string;
  readonly cache: string;
  readonly isQuick: boolean;
  readonly jobs: number;
  onDone(facts: StepFacts, isFromCache: boolean): void;
}

/** The facts of every step, in the order of the ladder; `<quality>.glb` files in `out`. */
export async function makeSteps(work: LadderWork): Promise<StepFacts[]> {
  await mkdir(work.out, { recursive: true });
  await mkdir(work.cache, { recursive: true });
  const cache = new Cache(work.cache);
  const made: StepFacts[] = [];
  const waiting: { step: Step; index: number; key: string }[] = [];
  for (const [index, step] of work.steps.entries()) {
    const key = cache.keyOf(['step', work.contentHash, work.scale, step, work.isQuick]);
    const facts = await takeFromCache(work, cache, key, step);
    if (!facts) waiting.push({ step, index, key });
    else {
      made[index] = facts;
      work.onDone(facts, true);
    }
  }
  const steps = waiting.map(({ step }) => step);
  await makeTextures(steps, work.pictures, cache, work.jobs);
  const hands = Array.from({ length: Math.min(work.jobs, waiting.length) }, async () => {
    // The finest first: it takes longest.
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const facts = await makeOne(work, cache, next.key, next.step);
      made[next.index] = facts;
      work.onDone(facts, false);
    }
  });
  await Promise.all(hands);
  return made;
}

async function takeFromCache(work: LadderWork, cache: Cache, key: string, step: Step): Promise<StepFacts | null> {
  const facts = await cache.read<StepFacts>(key);
  if (!facts) return null;
  return copyFile(cache.fileOf(key), fileOf(work, step)).then(
    () => facts,
    () => null,
  );
}

async function makeOne(work: LadderWork, cache: Cache, key: string, step: Step): Promise<StepFacts> {
  const { model, scale, isQuick } = work;
  const textures = await texturesOf(step, work.pictures, cache);
  const reply = await askWorker({ kind: 'step', model, scale, step, isQuick, textures, file: cache.fileOf(key) });
  if (reply.error !== undefined) throw new CommandError(`${step.quality}: ${reply.error}`);
  await cache.write(key, reply.facts);
  await copyFile(cache.fileOf(key), fileOf(work, step));
  return reply.facts;
}

function fileOf(work: LadderWork, { quality }: Step): string {
  return path.join(work.out, `${quality}.glb`);
}
