/** What the tape says: finished lengths, and how far they may be wrong because the shape that is shown is. */
import type { ModelAsset, TilesetAsset } from '#document/schema.ts';
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

/**
 * How far a length may be wrong, metres: either end lies within the step's stated error of the relic's own surface.
 * Null where the document does not say.
 */
export function uncertaintyOf(
  asset: ModelAsset | TilesetAsset,
  { facts, states }: Pick<RelicVisit, 'facts' | 'states'>,
): number | null {
  if (asset.kind !== 'model' || !facts) return null;
  const state = asset.states?.find(({ id }) => id === states.stateId);
  const step = (state?.lods ?? asset.lods).find(({ quality }) => quality === facts.quality);
  return step?.error === undefined ? null : 2 * step.error;
}
