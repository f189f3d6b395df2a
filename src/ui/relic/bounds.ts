/** How large a relic is, from what is known of it at this moment. */
import type { ModelAsset, TilesetAsset } from '#document/schema.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { RelicFacts } from '#tour/relic/state.ts';

export interface Bounds {
  readonly min: Vec3;
  readonly max: Vec3;
}

/** What the file says, else what the document says; null where neither has said anything usable. */
export function boundsOf(asset: ModelAsset | TilesetAsset, facts: RelicFacts | null): Bounds | null {
  const bounds = facts ?? asset.boundingBox ?? null;
  return bounds && isBox(bounds) ? { min: bounds.min, max: bounds.max } : null;
}

/** Width (x), height (y), depth (z), metres. */
export function sizeOf({ min, max }: Bounds): Vec3 {
  return [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
}

export function middleOf({ min, max }: Bounds): Vec3 {
  return [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
}

/** Half the diagonal, metres. */
export function radiusOf(bounds: Bounds): number {
  return Math.hypot(...sizeOf(bounds)) / 2;
}

function isBox(bounds: Bounds): boolean {
  const size = sizeOf(bounds);
  return size.every((side) => Number.isFinite(side) && side >= 0) && Math.hypot(...size) > 0;
}
