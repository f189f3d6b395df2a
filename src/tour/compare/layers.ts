import type { Exhibition, PanoramaLayer } from '#document/schema.ts';
import { findAsset } from '../selectors/made.ts';
import { findNode } from '../selectors/findNode.ts';

/** The layer that a node shows, and the others of its panorama that it can be seen together with. */
export interface LayersOfNode {
  readonly shown: PanoramaLayer | null;
  readonly others: readonly PanoramaLayer[];
}

const NONE: LayersOfNode = { shown: null, others: [] };

export function layersOf(exhibition: Exhibition, nodeId: string): LayersOfNode {
  const node = findNode(exhibition, nodeId);
  const asset = node && findAsset(exhibition, node.asset);
  if (asset?.kind !== 'panorama') return NONE;
  const shown = asset.layers.find(({ id }) => id === node?.layer) ?? asset.layers[0] ?? null;
  return { shown, others: asset.layers.filter((layer) => layer !== shown) };
}
