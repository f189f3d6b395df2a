/** Scripts that are read from right to left, by ISO 15924, and the languages that are written in one by default. */
const SCRIPTS: ReadonlySet<string> = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg']);
const LANGUAGES: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur', 'ps', 'ug', 'sd', 'yi', 'dv', 'ckb', 'syr']);
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** First strong isolate … pop directional isolate: a part between them neither moves nor is moved by what is around it. */
const ISOLATE = '\u2068';
const POP = '\u2069';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';

export type Direction = 'ltr' | 'rtl';

/** The way a language is read. @param tag BCP 47; its script decides where it has one. Unknown tags read `ltr`. */
export function directionOf(tag: string): Direction {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((subtag) => subtag.length === 4);
  const isRightToLeft = script === undefined ? LANGUAGES.has(language) : SCRIPTS.has(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}

/** A number with international units within a text of a language: number first, unit after it, whatever is around. */
export function isolateMeasure(measure: string, tag: string): string {
  return directionOf(tag) === 'rtl' ? `${LEFT_TO_RIGHT_ISOLATE}${measure}${POP}` : measure;
}

/**
 * A name or a measure as a part of a sentence that is read in `direction`. Where both may be read different ways it is
 * set between isolates, so that its words, numbers and units keep their order and the sentence's signs their places.
 */
export function isolate(part: string, direction: Direction): string {
  const isForeign = direction === 'rtl' || RIGHT_TO_LEFT.test(part);
  return isForeign && part !== '' ? `${ISOLATE}${part}${POP}` : part;
}
