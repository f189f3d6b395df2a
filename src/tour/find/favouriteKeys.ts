/** The keys of a visitor's favourites: a place `hall`, or something at it `hall/figure`. */
import type { Exhibition } from '#document/schema.ts';
import { findHotspot, findNode } from '../selectors/findNode.ts';
import { spotKey, type Spot } from './things.ts';

export const MOST_FAVOURITES = 500;
const ID = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}';
const KEY = new RegExp(`^${ID}(/${ID})?$`);

export function isFavouriteKey(text: unknown): text is string {
  return typeof text === 'string' && KEY.test(text);
}

/** What is a key, each once, at most as many as a list may hold. */
export function keepKeys(texts: readonly unknown[]): string[] {
  return [...new Set(texts.filter(isFavouriteKey))].slice(0, MOST_FAVOURITES);
}

export function spotOf(key: string): Spot {
  const [nodeId = '', hotspotId] = key.split('/');
  return hotspotId === undefined ? { nodeId } : { nodeId, hotspotId };
}

/**
 * The key of what is at a spot. A label has the same in every picture of its place, a relic wherever it stands: that of
 * the first spot in the document.
 */
export function favouriteKey(exhibition: Exhibition, { nodeId, hotspotId }: Spot): string {
  if (hotspotId === undefined) return nodeId;
  const node = findNode(exhibition, nodeId);
  const hotspot = findHotspot(node, hotspotId);
  for (const other of exhibition.nodes) {
    for (const one of other.hotspots ?? []) {
      const isSame =
        hotspot?.kind === 'relic'
          ? one.kind === 'relic' && one.model === hotspot.model
          : other.asset === node?.asset && one.id === hotspotId;
      if (isSame) return spotKey({ nodeId: other.id, hotspotId: one.id });
    }
  }
  return spotKey({ nodeId, hotspotId });
}
