import { matchLanguage } from './matchLanguage.ts';

/** BCP 47 tag → text, as documents hold them. */
export type TextByLanguage = Readonly<Record<string, string>>;

export interface PickedText {
  readonly text: string;
  /** What to set as `lang`: the language the text is really in; empty where nobody knows. */
  readonly language: string;
}

/** BCP 47 for "undetermined"; HTML says the same by an empty `lang`. */
const UNDETERMINED = 'und';
const NO_TEXT: PickedText = { text: '', language: '' };

/**
 * The text in `language`; else in the same language of another region, then of another script; else in
 * `defaultLanguage`; else in any. Empty texts count as none. An empty text comes back where the map holds none.
 */
export function pickText(map: TextByLanguage | undefined, language: string, defaultLanguage?: string): PickedText {
  if (!map) return NO_TEXT;
  const tags = Object.keys(map).filter((tag) => map[tag] !== '');
  const wishes = defaultLanguage === undefined ? [language] : [language, defaultLanguage];
  for (const wish of wishes) {
    const tag = matchLanguage([wish], tags) ?? tags.find((other) => primaryOf(other) === primaryOf(wish));
    if (tag !== undefined) return textAt(map, tag);
  }
  const [first] = tags;
  return first === undefined ? NO_TEXT : textAt(map, first);
}

function textAt(map: TextByLanguage, tag: string): PickedText {
  return { text: map[tag] ?? '', language: tag === UNDETERMINED ? '' : tag };
}

function primaryOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
