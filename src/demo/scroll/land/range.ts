/** A range of mountains as it is composed, and the line of its ridge. */
import { smoothStep } from '#demo/noise/noise.ts';
import type { Profile } from '#demo/scroll/land/profile.ts';
import { valueAt } from '#demo/scroll/land/profile.ts';
import type { FoldKind } from '#demo/scroll/land/fold.ts';
import { rough, soft } from '#demo/scroll/ground/grain.ts';

export interface Range {
  readonly id: string;
  /** Foot of its far side, scroll pixels from the top, along reading pixels. */
  readonly foot: Profile;
  /** How far its near side stands before the far one. */
  readonly depth: number;
  /** Height of the ridge above the far foot; below 30 there is no land. */
  readonly ridge: Profile;
  /** Half breadth of a common fold. */
  readonly reach: number;
  /** Kinds of folds, the frequent ones named more often. */
  readonly kinds: readonly FoldKind[];
  /** 0 near … 1 far. */
  readonly haze: number;
  /** 0 all azurite … 1 all malachite. */
  readonly green: number;
  /** Whether flat land lies before it, for paths, trees and houses. */
  readonly bank: number;
  readonly seed: number;
}

/** Height of a range's ridge at a reading position: continuous, and the same for whoever asks. */
export function ridgeAt(range: Range, s: number): number {
  const height = valueAt(range.ridge, s);
  const slow = soft(s * 0.045 + range.seed, range.seed % 61) - 0.5;
  const fast = rough(s * 0.018 + range.seed, 17) - 0.5;
  return height * smoothStep(15, 60, height) * (1 + slow * 0.42 + fast * 0.2);
}

/** What ranges at one distance have in common. */
export const near = { haze: 0, green: 0.62, bank: 130 } as const;
export const middle = { haze: 0.12, green: 0.42, bank: 90 } as const;
export const back = { haze: 0.42, green: 0.3, bank: 0 } as const;
export const distant = { haze: 0.72, green: 0.15, bank: 0 } as const;
