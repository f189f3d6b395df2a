/** The textures of a ladder for the GPU: each picture once for each size, whatever the number of steps that show it. */
import { existsSync } from 'node:fs';
import { CommandError } from '../../command.ts';
import type { Step } from '../ladder.ts';
import { sizeIn, type SourcePicture } from '../textures/listPictures.ts';
import type { TextureFacts } from '../textures/makeTexture.ts';
import { askWorker } from './askWorker.ts';
import type { Cache } from './cache.ts';
import type { StepTask } from './task.ts';

/** Encoding larger ones takes so much memory that only one is done at a time. */
const LARGE_TEXELS = 4096 * 4096;

interface Wanted {
  readonly key: string;
  readonly picture: SourcePicture;
  readonly width: number;
  readonly height: number;
}

/** Makes what is not there yet; afterwards `texturesOf` finds all of it. Throws a `CommandError`. */
export async function makeTextures(
  steps: readonly Step[],
  pictures: readonly SourcePicture[],
  cache: Cache,
  jobs: number,
): Promise<void> {
  const wanted = new Map<string, Wanted>();
  for (const step of steps) for (const want of listWanted(step, pictures, cache)) wanted.set(want.key, want);
  const missing: Wanted[] = [];
  for (const want of wanted.values()) if (!(await readMade(cache, want.key))) missing.push(want);
  missing.sort((a, b) => a.width * a.height - b.width * b.height);
  while ((missing.at(-1)?.width ?? 0) * (missing.at(-1)?.height ?? 0) > LARGE_TEXELS) await make(missing.pop()!, cache);
  const hands = Array.from({ length: jobs }, async () => {
    for (let next = missing.pop(); next; next = missing.pop()) await make(next, cache);
  });
  await Promise.all(hands);
}

/** The step's textures as its worker wants them. */
export async function texturesOf(
  step: Step,
  pictures: readonly SourcePicture[],
  cache: Cache,
): Promise<StepTask['textures']> {
  const found = [];
  for (const { key, picture } of listWanted(step, pictures, cache)) {
    const facts = await readMade(cache, key);
    if (!facts) throw new CommandError(`a texture of the step "${step.quality}" is gone from ${cache.fileOf(key)}; run this again`); // prettier-ignore
    found.push({ index: picture.index, file: cache.fileOf(key), facts });
  }
  return found;
}

function listWanted(step: Step, pictures: readonly SourcePicture[], cache: Cache): Wanted[] {
  return pictures.flatMap((picture) => {
    const size = sizeIn(step, picture);
    // A step with fewer triangles than its model has normal maps of its own; its worker makes them.
    if (!size || (picture.role === 'normal' && step.triangles < Infinity)) return [];
    const [width, height] = size;
    return [{ key: cache.keyOf(['texture', picture.hash, picture.role, width, height]), picture, width, height }];
  });
}

async function readMade(cache: Cache, key: string): Promise<TextureFacts | null> {
  return existsSync(cache.fileOf(key)) ? cache.read<TextureFacts>(key) : null;
}

async function make({ key, picture, width, height }: Wanted, cache: Cache): Promise<void> {
  const { image, mime, role } = picture;
  const reply = await askWorker({
    kind: 'texture',
    order: { image, mime, role, width, height },
    file: cache.fileOf(key),
  });
  if (reply.error !== undefined) throw new CommandError(`textures.${picture.index}: ${reply.error}`);
  await cache.write(key, reply.facts);
}
