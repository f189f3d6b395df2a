/**
 * The exhibition as it is shown with “only what was found”: without conjectural layers and states, without nodes, relics
 * and steps of tours that show nothing else. Everything that reads the exhibition then leaves them out by itself.
 */
import type { Asset, Exhibition, ExhibitionNode } from '../schema.ts';
import { isConjecturalAudio, isConjecturalLayer, isConjecturalModel, isConjecturalState } from './conjecture.ts';
import { holdingsOf, stepLeft } from './stepLeft.ts';

/** Null where nothing would be left to see. */
export function withoutConjecture(exhibition: Exhibition): Exhibition | null {
  const before = new Map(exhibition.assets.map((asset) => [asset.id, asset]));
  const kinds = exhibition.assets.flatMap(withoutConjecturalParts);
  const left = new Map(kinds.map((asset) => [asset.id, asset]));
  const assets = kinds.map((asset) => withoutLostRing(asset, left));
  const isLeft = (node: ExhibitionNode): boolean => {
    const asset = before.get(node.asset);
    if (asset?.kind !== 'panorama') return left.has(node.asset);
    const layer = asset.layers.find(({ id }) => id === node.layer) ?? asset.layers[0];
    return layer !== undefined && !isConjecturalLayer(layer) && left.has(asset.id);
  };
  const kept = exhibition.nodes.filter(isLeft);
  if (kept.length === 0) return null;
  const ids = new Set(kept.map(({ id }) => id));
  const nodes = kept.map((node) => ({
    ...node,
    ...(node.links && { links: node.links.filter(({ to }) => ids.has(to)) }),
    ...(node.sounds && { sounds: node.sounds.filter(({ audio }) => left.has(audio)) }),
    ...(node.hotspots && {
      hotspots: node.hotspots.filter((hotspot) => hotspot.kind !== 'relic' || left.has(hotspot.model)),
    }),
  }));
  const holdings = holdingsOf({ nodes, assets });
  const tours = exhibition.tours?.flatMap((tour) => {
    const steps = tour.steps.flatMap((step) => stepLeft(step, holdings) ?? []);
    return steps.length > 0 ? [{ ...tour, steps }] : [];
  });
  const { start, ...rest } = exhibition;
  return {
    ...rest,
    ...(start !== undefined && ids.has(start) && { start }),
    assets,
    nodes,
    ...(tours && { tours }),
  };
}

/** Whether there is anything that it would leave out. */
export function hasConjecture({ assets }: Exhibition): boolean {
  return assets.some((asset) => {
    if (asset.kind === 'panorama') return asset.layers.some(isConjecturalLayer);
    if (asset.kind === 'audio') return isConjecturalAudio(asset);
    return asset.kind === 'model' && (isConjecturalModel(asset) || (asset.states ?? []).some(isConjecturalState));
  });
}

function withoutConjecturalParts(asset: Asset): Asset[] {
  if (asset.kind === 'panorama') {
    const layers = asset.layers.filter((layer) => !isConjecturalLayer(layer));
    return layers.length > 0 ? [{ ...asset, layers }] : [];
  }
  if (asset.kind === 'audio') return isConjecturalAudio(asset) ? [] : [asset];
  if (asset.kind !== 'model') return [asset];
  if (isConjecturalModel(asset)) return [];
  if (!asset.states) return [asset];
  const states = asset.states.filter((state) => !isConjecturalState(state));
  const kept = new Set(['', ...states.map(({ id }) => id)]);
  const steps = asset.steps?.filter(({ state }) => state === undefined || kept.has(state));
  return [{ ...asset, states, ...(steps && { steps }) }];
}

function withoutLostRing(asset: Asset, left: ReadonlyMap<string, Asset>): Asset {
  if (asset.kind !== 'model' || asset.rings === undefined || left.has(asset.rings)) return asset;
  const { rings: _lost, ...rest } = asset;
  return rest;
}
