import { createContext, use } from 'react';
import type { Exhibition, Hotspot, ModelAsset, TilesetAsset } from '#document/schema.ts';
import { describeHotspot, type PanelContent } from '#hotspots/content.ts';
import { findRelicAsset } from '#tour/relic/commands.ts';
import type { RelicVisit } from '#tour/relic/state.ts';
import { findHotspot, findNode } from '#tour/selectors/findNode.ts';
import type { TourState } from '#tour/state.ts';

/** The relic in the visitor's hands, with what the document says of it. */
export interface RelicInHand {
  readonly visit: RelicVisit;
  readonly asset: ModelAsset | TilesetAsset;
  readonly content: PanelContent;
}

export const RelicContext = createContext<RelicInHand | null>(null);

export function useRelic(): RelicInHand {
  const relic = use(RelicContext);
  if (!relic) throw new Error('useRelic: no relic is open; components of the relic view stand below RelicDoor');
  return relic;
}

type Described = Pick<RelicInHand, 'asset' | 'content'>;

/** What the document says of a relic hotspot; null where its model is not there. */
export function describeRelic(
  { exhibition, nodeId, language }: Pick<TourState, 'exhibition' | 'nodeId' | 'language'>,
  hotspotId: string,
): Described | null {
  const hotspot = findHotspot(findNode(exhibition, nodeId), hotspotId);
  const asset = findAssetOf(exhibition, hotspot);
  return hotspot && asset ? { asset, content: describeHotspot(hotspot, { exhibition, language }) } : null;
}

/** The model or tileset that a hotspot stands for; undefined for other hotspots and where it is missing. */
export function findAssetOf(
  exhibition: Exhibition,
  hotspot: Hotspot | undefined,
): ModelAsset | TilesetAsset | undefined {
  return hotspot?.kind === 'relic' ? findRelicAsset(exhibition, hotspot.model) : undefined;
}
