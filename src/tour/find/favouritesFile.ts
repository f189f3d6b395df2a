/** A visitor's favourites as files to take along. */
import type { Exhibition } from '#document/schema.ts';
import { pickText } from '#i18n/pickText.ts';
import { findHotspot, findNode } from '../selectors/findNode.ts';
import { spotOf } from './favouriteKeys.ts';

export interface FavouriteEntry {
  readonly key: string;
  readonly kind: 'place' | 'text' | 'image' | 'relic';
  readonly title: string;
  /** BCP 47 of the title. */
  readonly language: string;
  /** Where it is. */
  readonly place: string;
  /** A link that opens it. */
  readonly link: string;
}

interface FileOptions {
  readonly exhibition: Exhibition;
  readonly language: string;
  /** The address of the page without what is behind `#`. */
  readonly page: string;
}

/** What is on the list, as far as the exhibition has it. */
export function listEntries(keys: readonly string[], { exhibition, language, page }: FileOptions): FavouriteEntry[] {
  const word = (map: Readonly<Record<string, string>>) => pickText(map, language, exhibition.defaultLanguage);
  return keys.flatMap((key): FavouriteEntry[] => {
    const { nodeId, hotspotId } = spotOf(key);
    const node = findNode(exhibition, nodeId);
    const hotspot = hotspotId === undefined ? undefined : findHotspot(node, hotspotId);
    if (!node || (hotspotId !== undefined && !hotspot)) return [];
    const title = word((hotspot ?? node).label);
    const show = hotspot ? `&show=${hotspot.id}` : '';
    const link = `${page}#at=${node.id}${show}&lang=${encodeURIComponent(language)}`;
    const { text: place } = word(node.label);
    return [{ key, kind: hotspot?.kind ?? 'place', title: title.text, language: title.language, place, link }];
  });
}

/** For programs. */
export function writeJson(keys: readonly string[], options: FileOptions): string {
  const { exhibition, language } = options;
  const { text: label } = pickText(exhibition.label, language, exhibition.defaultLanguage);
  const favourites = listEntries(keys, options);
  return `${JSON.stringify({ version: 1, exhibition: { id: exhibition.id, label }, language, favourites }, null, 2)}\n`;
}

/** For people: a title, where it is and a link, for each. */
export function writeText(keys: readonly string[], options: FileOptions): string {
  const { exhibition, language } = options;
  const { text: label } = pickText(exhibition.label, language, exhibition.defaultLanguage);
  const entries = listEntries(keys, options).map(({ title, place, link, kind }) =>
    [title, ...(kind === 'place' ? [] : [place]), link].join('\n'),
  );
  return `${[label, ...entries].join('\n\n')}\n`;
}
