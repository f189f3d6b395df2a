/**
 * What tilesets may take of the budget that all relics of a visit share. They get a fixed share as long as they stand
 * there, the larger one while nothing else does; what they do not get is the mesh engine's. Both hold themselves to
 * their part in every frame, so that the sum holds too.
 */
import type { MeshBudget } from '#streaming/mesh/ports.ts';
import type { TileBudget } from './errorTarget.ts';

/** Models keep something for what is put away and comes back, also while a tileset is alone. */
const ALONE = 0.9;
const BESIDE_MODELS = 0.5;

/** What one or several tilesets take together at this moment; `triangles` and `draws` of all eyes. */
export interface Taken {
  readonly triangles: number;
  readonly draws: number;
  readonly gpuBytes: number;
}

type Ceiling = Required<Pick<TileBudget, 'triangles' | 'draws' | 'gpuBytes'>>;

/** The ceiling of each of `tilesets` beside as many models. */
export function shareOut(whole: MeshBudget, tilesets: number, models: number): Ceiling {
  const share = (models > 0 ? BESIDE_MODELS : ALONE) / Math.max(1, tilesets);
  return {
    triangles: Math.floor(whole.triangles * share),
    draws: Math.floor(whole.draws * share),
    gpuBytes: Math.floor(whole.gpuBytes * share),
  };
}

/** What models may take: all beyond the ceilings, and less while a tileset is still on its way down to a lower one. */
export function leaveOver(whole: MeshBudget, each: Ceiling, tilesets: number, taken: Taken): MeshBudget {
  const rest = (key: keyof Taken): number => Math.max(0, whole[key] - Math.max(each[key] * tilesets, taken[key]));
  return {
    triangles: rest('triangles'),
    draws: rest('draws'),
    gpuBytes: rest('gpuBytes'),
    bytesInFlight: whole.bytesInFlight,
  };
}
