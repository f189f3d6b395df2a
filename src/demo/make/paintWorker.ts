/** A thread that paints: one painting at a time, into files that are kept. */
import path from 'node:path';
import { loadCave } from '#demo/caves/loadCave.ts';
import { writeKept } from '#demo/make/keep.ts';
import { serveTasks } from '#demo/make/threads.ts';
import { paintSurface } from '#demo/paint/paintSurface.ts';
import { createTexture } from '#demo/picture/texture.ts';

export interface PaintTask {
  /** Index in `cave.paintings`. */
  readonly painting: number;
  readonly pixelsPerMetre: number;
  /** Absolute. */
  readonly file: string;
}

serveTasks(async ({ cave: id }: { cave: string }) => {
  const cave = await loadCave(id);
  return async ({ painting, pixelsPerMetre, file }: PaintTask) => {
    const subject = cave.paintings[painting];
    if (!subject) throw new Error(`cave "${id}" has no painting ${painting}`);
    await writeKept(file, createTexture(paintSurface(subject, pixelsPerMetre), subject.width, subject.height));
    return { result: path.basename(file) };
  };
});
