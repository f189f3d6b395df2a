import type { ModelAsset } from '#document/relicSchema.ts';
import type { RelicObject } from '#scene/relic/relicPool.ts';
import type { RelicFacts } from '#tour/relic/state.ts';

/** What a loaded step tells of its relic. `isSettled`: whether all that is due is there, be it the finest or not. */
export function factsOf(
  { content, quality }: RelicObject,
  asset: ModelAsset | null,
  stateId: string,
  isSettled: boolean,
): RelicFacts {
  const { min, max } = content.bounds;
  const steps = asset?.states?.find(({ id }) => id === stateId)?.lods ?? asset?.lods;
  return {
    min: [min.x, min.y, min.z],
    max: [max.x, max.y, max.z],
    variants: content.variants,
    clips: content.clips.map(({ name }) => name),
    quality,
    isRefining: quality !== steps?.at(-1)?.quality && !isSettled,
  };
}
