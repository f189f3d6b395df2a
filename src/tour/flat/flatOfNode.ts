import { isFlat } from '#document/isFlat.ts';
import type { Exhibition, FlatAsset } from '#document/schema.ts';
import { findNode } from '../selectors/findNode.ts';
import { findAsset } from '../selectors/made.ts';

/** The flat picture of a node; null where it has none. */
export function flatOfNode(exhibition: Exhibition, nodeId: string): FlatAsset | null {
  const asset = findAsset(exhibition, findNode(exhibition, nodeId)?.asset ?? '');
  return isFlat(asset) ? asset : null;
}
