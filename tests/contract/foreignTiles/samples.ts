/**
 * One description for each format of another viewer, with addresses that were worked out by hand from that format's own
 * documentation or code.
 */
import type { ForeignSource } from '#sources/panorama/foreign/schema.ts';
import { CUBES } from './cubes.ts';
import { SPHERES } from './spheres.ts';

export interface Sample {
  readonly name: string;
  readonly source: ForeignSource;
  /** Width and height of each level, coarse to fine. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly count: number;
  /** By level, face (as in "frblud"; 0 for a whole sphere), column and row as the engine counts them. */
  readonly addresses: readonly (readonly [readonly [number, number, number, number], string])[];
}

export const SAMPLES: readonly Sample[] = [...CUBES, ...SPHERES];
