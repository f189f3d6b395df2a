import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ImportFile } from '#exchange/reading/folder.ts';

/** Puts every file where the exhibition names it; one that begins otherwise is written anew up to there. */
export async function copyFiles(files: readonly ImportFile[], from: string, to: string): Promise<void> {
  for (const file of files) {
    const source = path.join(from, decodeURIComponent(file.from));
    const target = path.join(to, decodeURIComponent(file.to));
    // Tiles of a pyramid are named by its numbers; one that is missing is found by `grotto check`.
    if (!(await stat(source).catch(() => null))?.isFile()) continue;
    await mkdir(path.dirname(target), { recursive: true });
    if (!file.begin) {
      await copyFile(source, target);
      continue;
    }
    const sink = createWriteStream(target);
    sink.write(file.begin.head);
    await pipeline(createReadStream(source, { start: file.begin.replaces }), sink);
  }
}
