/** What the tape says: finished lengths. */
import type { RelicVisit } from '#tour/relic/state.ts';
import { subtract, type Vec3 } from '#shared/vec.ts';

export interface MeasuredLength {
  /** In `measurements`. */
  readonly index: number;
  readonly from: Vec3;
  readonly to: Vec3;
  readonly metres: number;
}

/** The finished ones, in the order in which they were taken. */
export function lengthsOf({ measurements }: Pick<RelicVisit, 'measurements'>): MeasuredLength[] {
  return measurements.flatMap(({ from, to }, index) => {
    return to === null ? [] : [{ index, from, to, metres: Math.hypot(...subtract(to, from)) }];
  });
}

/** Whether one end is set and the other one is sought. */
export function isHalfSet({ measurements }: Pick<RelicVisit, 'measurements'>): boolean {
  return measurements.at(-1)?.to === null;
}
