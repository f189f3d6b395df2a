/**
 * The folder a pyramid is made in, `<out>.partial`, and the journal in it that says of which input and options it is
 * the work. A killed run leaves it; the same command takes it up, a different one begins anew.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CommandError } from '../../command.ts';
import type { InspectedPicture } from '../input/inspect.ts';

/** Grows with every change that alters what the same input gives. */
const TILER_VERSION = 1;
const SAMPLED_BYTES = 65_536;

export interface PartialFolder {
  readonly path: string;
  readonly scratch: string;
  /** True where an earlier run of the same work was taken up. */
  readonly isResumed: boolean;
}

export async function openPartialFolder(out: string, fingerprint: string): Promise<PartialFolder> {
  const folder = `${out}.partial`;
  const journal = path.join(folder, 'journal.json');
  const earlier = await readFile(journal, 'utf8').catch(() => null);
  const isResumed = earlier !== null && earlier.includes(`"${fingerprint}"`);
  if (!isResumed) {
    if (earlier === null && (await stat(folder).catch(() => null)))
      throw new CommandError(`${folder} exists and is not of grotto's making; move it away`);
    await rm(folder, { recursive: true, force: true });
  }
  const scratch = path.join(folder, 'scratch');
  await mkdir(scratch, { recursive: true });
  await writeFile(journal, `${JSON.stringify({ tilerVersion: TILER_VERSION, fingerprint }, null, 2)}\n`);
  return { path: folder, scratch, isResumed };
}

/** Makes the finished folder appear at once. An earlier one is replaced. */
export async function finishPartialFolder(partial: PartialFolder, out: string): Promise<void> {
  await rm(partial.scratch, { recursive: true, force: true });
  await rm(path.join(partial.path, 'journal.json'));
  await rm(out, { recursive: true, force: true });
  await rename(partial.path, out);
}

/** Identifies the work by the inputs' size, time and outer bytes, and by every option that alters the result. */
export async function fingerprintWork(
  inputs: readonly Pick<InspectedPicture, 'path' | 'fileBytes' | 'modifiedMs'>[],
  options: unknown,
): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify({ tilerVersion: TILER_VERSION, options }));
  for (const { path: file, fileBytes, modifiedMs } of inputs) {
    hash.update(`${file}\n${fileBytes}\n${modifiedMs}\n`);
    const handle = await open(file);
    try {
      for (const start of [0, Math.max(0, fileBytes - SAMPLED_BYTES)]) {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLED_BYTES), 0, SAMPLED_BYTES, start);
        hash.update(buffer.subarray(0, bytesRead));
      }
    } finally {
      await handle.close();
    }
  }
  return hash.digest('hex');
}
