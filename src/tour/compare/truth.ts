import type { LanguageMap, PanoramaLayer } from '#document/schema.ts';
import type { Exhibition } from '#document/schema.ts';
import { isConjecturalLayer } from '#document/truth/conjecture.ts';
import { madeLabelOf, type MadeLabel } from '#document/sourceType.ts';
import { findAsset } from '../selectors/made.ts';
import { findNode } from '../selectors/findNode.ts';

/** What has to be said wherever a layer is seen. */
export interface LayerTruth {
  readonly label: LanguageMap;
  /** Shows what may have been, not what was found. */
  readonly isConjecture: boolean;
  readonly made: MadeLabel | null;
  /** By whom and when, where the document says. */
  readonly credit: LanguageMap | null;
}

export function truthOf(exhibition: Exhibition, nodeId: string, layer: PanoramaLayer): LayerTruth {
  const node = findNode(exhibition, nodeId);
  const asset = node && findAsset(exhibition, node.asset);
  const sourceType = layer.digitalSourceType ?? asset?.digitalSourceType ?? exhibition.digitalSourceType ?? null;
  return {
    label: layer.label,
    isConjecture: isConjecturalLayer(layer),
    made: madeLabelOf(sourceType),
    credit: layer.credit ?? null,
  };
}
