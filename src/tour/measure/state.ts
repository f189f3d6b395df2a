import type { WallPoint } from './wall.ts';

export const TAPE_KINDS = ['length', 'area', 'angle'] as const;
export type TapeKind = (typeof TAPE_KINDS)[number];

export interface WallMeasurement {
  readonly kind: TapeKind;
  readonly points: readonly WallPoint[];
}

/** The tape at the walls of the place. */
export interface WallTape {
  readonly kind: TapeKind;
  /** Of the measurement that is being taken. */
  readonly points: readonly WallPoint[];
  /** The finished ones, in the order in which they were taken. */
  readonly done: readonly WallMeasurement[];
  /** Whether the distances of the walls are here; null where they cannot be had. */
  readonly isReady: boolean | null;
  /** Whether the latest press met no wall whose distance is known. */
  readonly isMissed: boolean;
}
