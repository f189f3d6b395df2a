import { lightPairOf, type LightPair } from '#document/lightPair.ts';
import type { Exhibition } from '#document/schema.ts';
import { findAsset } from '../selectors/made.ts';
import { findNode } from '../selectors/findNode.ts';
import { layersOf } from '../compare/layers.ts';

/** The two lights that a node's picture can be mixed of; null where it is one of no pair. */
export function lightOf(exhibition: Exhibition, nodeId: string): LightPair | null {
  const node = findNode(exhibition, nodeId);
  const asset = node && findAsset(exhibition, node.asset);
  const { shown } = layersOf(exhibition, nodeId);
  return asset?.kind === 'panorama' && shown ? lightPairOf(asset, shown.id) : null;
}
