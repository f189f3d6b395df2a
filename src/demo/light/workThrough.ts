/** What one thread of the bake does: takes blocks of points from a common counter until none is left. */
import { POINT_STRIDE, type BakeJob } from '#demo/light/bakeTypes.ts';
import { createGatherer } from '#demo/light/gather.ts';

/** Points a thread takes at once. */
export const BLOCK = 64;
export interface BakeWork {
  readonly job: BakeJob;
  /** RAW_STRIDE values a point, on shared memory. */
  readonly raw: Float32Array;
  /** One number: the next block. */
  readonly counter: Int32Array;
}

/** Takes blocks until none is left. */
export function workThrough({ job, raw, counter }: BakeWork): void {
  const gather = createGatherer(job);
  const count = job.points.length / POINT_STRIDE;
  const blocks = Math.ceil(count / BLOCK);
  for (let block = Atomics.add(counter, 0, 1); block < blocks; block = Atomics.add(counter, 0, 1))
    for (let index = block * BLOCK; index < Math.min(count, (block + 1) * BLOCK); index++) gather(index, raw);
}
