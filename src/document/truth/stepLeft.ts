import type { Asset, Exhibition, ExhibitionNode } from '../schema.ts';
import type { TourStep } from '../tourSchema.ts';

/** What an exhibition holds, by id. */
export interface Holdings {
  readonly nodes: ReadonlyMap<string, ExhibitionNode>;
  readonly assets: ReadonlyMap<string, Asset>;
}

export function holdingsOf({ nodes, assets }: Pick<Exhibition, 'nodes' | 'assets'>): Holdings {
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    assets: new Map(assets.map((asset) => [asset.id, asset])),
  };
}

/**
 * What is left of a step in an exhibition that may hold less than the one it was written for: without a layer, a state or
 * a relic that is not there. Null where its place or the label it opens is gone, since it is about those.
 */
export function stepLeft(step: TourStep, { nodes, assets }: Holdings): TourStep | null {
  const node = nodes.get(step.at);
  if (!node) return null;
  const hotspots = new Map(node.hotspots?.map((hotspot) => [hotspot.id, hotspot]));
  if (step.show !== undefined && !hotspots.has(step.show)) return null;
  const { layers, relic, ...rest } = step;
  const place = assets.get(node.asset);
  const hasLayer = place?.kind === 'panorama' && place.layers.some(({ id }) => id === layers?.layer);
  const left = relic && relicLeft(relic, hotspots.get(relic.hotspot), assets);
  if (relic && !left) return null;
  if ((!layers || hasLayer) && left === relic) return step;
  return { ...rest, ...(layers && hasLayer && { layers }), ...(left && { relic: left }) };
}

function relicLeft(
  relic: NonNullable<TourStep['relic']>,
  hotspot: NonNullable<ExhibitionNode['hotspots']>[number] | undefined,
  assets: Holdings['assets'],
): NonNullable<TourStep['relic']> | null {
  const asset = hotspot?.kind === 'relic' ? assets.get(hotspot.model) : undefined;
  if (!asset) return null;
  const states = new Set(['', ...((asset.kind === 'model' && asset.states) || []).map(({ id }) => id)]);
  const isLeft = (state: string | undefined): boolean => state === undefined || states.has(state);
  if (isLeft(relic.state) && isLeft(relic.against)) return relic;
  const { state, against, ...rest } = relic;
  return {
    ...rest,
    ...(state !== undefined && isLeft(state) && { state }),
    ...(against !== undefined && isLeft(against) && { against }),
  };
}
