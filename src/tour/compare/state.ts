/** A second layer of the place, seen together with the one that the place shows. */

import { COMPARE_MODES, type CompareMode } from '#document/tourSchema.ts';

export { COMPARE_MODES, type CompareMode };

/** A round window onto the other layer. */
export interface Lens {
  /** Where its middle lies, radians, as in `View`. */
  readonly yaw: number;
  readonly pitch: number;
  /** From its middle to its rim, radians. */
  readonly radius: number;
}

/** What is moved while one looks; the rest of a comparison is chosen. */
export interface CompareSettings {
  readonly lens: Lens;
  /** Where the line stands, 0 to 1 from the left edge of the picture; the other layer lies to the left of it. */
  readonly curtain: number;
  /** How much of the other layer there is, 0 to 1. */
  readonly blend: number;
}

export interface Comparison extends CompareSettings {
  /** The other layer, by its id, of the panorama that the place shows. */
  readonly layerId: string;
  readonly mode: CompareMode;
  /** Whether the lens stays where it is put, or goes with the pointer where there is one. */
  readonly isPinned: boolean;
}

export const LEAST_LENS = (3 * Math.PI) / 180;
export const MOST_LENS = (60 * Math.PI) / 180;
