import type { ModelAsset, TilesetAsset } from '#document/schema.ts';
import type { RelicVisit } from './state.ts';

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
