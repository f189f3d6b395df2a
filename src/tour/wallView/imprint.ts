/** What has to be said of a picture that is saved, by whom it is, and whether it may be handed out at all. */
import { allowsCopies } from '#document/rights/allowsCopies.ts';
import type { LanguageMap, PanoramaLayer } from '#document/schema.ts';
import { lightOf } from '../light/lightOf.ts';
import { layersOf } from '../compare/layers.ts';
import { truthOf, type LayerTruth } from '../compare/truth.ts';
import { findNode } from '../selectors/findNode.ts';
import { findAsset } from '../selectors/made.ts';
import type { TourState } from '../state.ts';

export interface ImprintedLayer extends LayerTruth {
  /** URI of its rights. */
  readonly rights: string | null;
  /** Words that have to stand beside it. */
  readonly required: { readonly label: LanguageMap; readonly value: LanguageMap } | null;
}

export interface Imprint {
  readonly exhibition: LanguageMap;
  readonly place: LanguageMap;
  /** Every layer that may be in the picture: the place's own first. */
  readonly layers: readonly ImprintedLayer[];
  /** A picture made of them is a changed copy: the rights of all of them have to allow that. */
  readonly isAllowed: boolean;
}

/** Null where the place has no panorama. */
export function imprintOf({
  exhibition,
  nodeId,
  comparison,
  light,
}: Pick<TourState, 'exhibition' | 'nodeId' | 'comparison' | 'light'>): Imprint | null {
  const node = findNode(exhibition, nodeId);
  const asset = node && findAsset(exhibition, node.asset);
  const { shown, others } = layersOf(exhibition, nodeId);
  if (!node || asset?.kind !== 'panorama' || !shown) return null;
  const other = others.find(({ id }) => id === comparison?.layerId);
  const imprinted = (layer: PanoramaLayer): ImprintedLayer => {
    const truth = truthOf(exhibition, nodeId, layer);
    return {
      ...truth,
      credit: truth.credit ?? asset.credit ?? null,
      rights: layer.rights ?? asset.rights ?? exhibition.rights ?? null,
      required: layer.requiredStatement ?? asset.requiredStatement ?? exhibition.requiredStatement ?? null,
    };
  };
  // A place in a light of one's own is mixed of two pictures.
  const pair = light && lightOf(exhibition, nodeId);
  const mixed = pair ? [pair.daylight, pair.lamp] : [];
  const layers = [...new Set([shown, ...mixed, ...(other ? [other] : [])])].map(imprinted);
  return {
    exhibition: exhibition.label,
    place: node.label,
    layers,
    isAllowed: layers.every(({ rights }) => allowsCopies(rights ?? undefined).changed),
  };
}
