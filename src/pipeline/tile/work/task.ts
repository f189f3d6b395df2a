/** What workers are asked to do. Each task is a pure function of files on disk, so any worker may do it, in any order. */
import type { FaceBlock } from '../pixels/map.ts';
import type { TileEncoding } from '../output/encode.ts';
import type { Band } from '../scratch/halve.ts';
import type { SourceCopy } from '../scratch/source.ts';

/** Filters a band of the next smaller copy into a file that already has its full length. */
export interface HalveTask {
  readonly kind: 'halve';
  readonly copy: SourceCopy;
  readonly band: Band;
  readonly path: string;
}

/** Renders, encodes and writes one tile; its folder exists. */
export interface TileTask {
  readonly kind: 'tile';
  readonly copy: SourceCopy;
  readonly block: FaceBlock;
  readonly path: string;
  readonly encoding: TileEncoding;
}

export type Task = HalveTask | TileTask;

export interface TaskRequest {
  readonly id: number;
  readonly task: Task;
}

export interface TaskReply {
  readonly id: number;
  /** Absent where the task was done. */
  readonly error?: string;
}
