/** The steps of a relic below its finest: made from that file as `grotto lod` makes them, so they follow from it alone. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Step } from '#pipeline/lod/ladder.ts';
import { makeStep } from '#pipeline/lod/make/makeStep.ts';
import { countDocumentTriangles } from '#pipeline/lod/make/simplify.ts';
import { createModelIo, readModel } from '#pipeline/lod/read/readModel.ts';
import { listPictures } from '#pipeline/lod/textures/listPictures.ts';
import type { Relic } from './relic.ts';

export const FINEST = 'high';

/** Pictures throughout: the finest is no larger than 2048², and normals as KTX2 would weigh more than it does. */
export const COARSER = [
  { quality: 'thumb', triangles: 10_000, textureSize: 512, textures: 'picture', bytes: 150_000 },
  { quality: 'low', triangles: 25_000, textureSize: 1024, textures: 'picture' },
] as const satisfies readonly Step[];
/** A step is worth making where the finest has this many times its triangles. */
const WORTH = 1.2;

/** Of a relic's files, relative to the folder of the models; states other than the one on show have folders of their own. */
export function folderOf({ id, state }: Pick<Relic, 'id' | 'state'>): string {
  return state && state !== 'reassembled' ? `${id}/${state}` : id;
}

/** Makes the coarser steps beside `high.glb` in the folder; returns the files' names. */
export async function makeCoarserSteps(folder: string): Promise<string[]> {
  const io = await createModelIo();
  const { document } = await readModel(path.join(folder, `${FINEST}.glb`), 1, io);
  const pictures = await listPictures(folder, document);
  const triangles = countDocumentTriangles(document);
  const written: string[] = [];
  for (const step of COARSER) {
    if (triangles < step.triangles * WORTH && written.length > 0) continue;
    const { glb } = await makeStep({ source: document, step, pictures, made: new Map(), io });
    const name = `${step.quality}.glb`;
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, `${name}.part`), glb);
    await rename(path.join(folder, `${name}.part`), path.join(folder, name));
    written.push(name);
  }
  return written;
}
