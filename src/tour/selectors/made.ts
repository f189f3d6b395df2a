import { madeLabelOf, type MadeLabel } from '#document/sourceType.ts';
import type { Asset, DigitalSourceType, Exhibition, LayerKind } from '#document/schema.ts';
import { findNode } from './findNode.ts';

export interface PictureOrigin {
  /** How the picture that is shown was made; null where nobody said. */
  readonly sourceType: DigitalSourceType | null;
  /** What has to be said beside it; null where it is a plain record. */
  readonly label: MadeLabel | null;
  readonly layerKind: LayerKind | null;
}

/** How the picture of a node came about: what its layer says, else its asset, else the exhibition. */
export function originOf(exhibition: Exhibition, nodeId: string): PictureOrigin {
  const node = findNode(exhibition, nodeId);
  const asset = node && findAsset(exhibition, node.asset);
  const layer =
    asset?.kind === 'panorama' ? (asset.layers.find((one) => one.id === node?.layer) ?? asset.layers[0]) : undefined;
  const sourceType = layer?.digitalSourceType ?? asset?.digitalSourceType ?? exhibition.digitalSourceType ?? null;
  return { sourceType, label: madeLabelOf(sourceType), layerKind: layer?.kind ?? null };
}

export function findAsset(exhibition: Exhibition, assetId: string): Asset | undefined {
  return exhibition.assets.find((asset) => asset.id === assetId);
}
