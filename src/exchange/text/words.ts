/** Texts of foreign documents as texts of ours: by language, plain, and no longer than ours may be. */
import type { LanguageMap } from '#document/schema.ts';
import type { Account } from '../reading/foreign.ts';
import { looksLikeHtml, readHtml } from './html.ts';

/** As `document/fields.ts` has it. */
export const MAX_TEXT = 20_000;
/** HTML that is longer is not read to its end. */
const MAX_HTML = 100_000;
/** BCP 47 for a text whose language nobody says. */
export const UNDETERMINED = 'und';

const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,8}$/i;

/** A language tag as ours, or null where it is none; what names no language is `und`. */
export function readTag(written: string): string | null {
  const tag = written.trim().replaceAll('_', '-');
  if (tag === '' || tag === 'none' || tag === '@none') return UNDETERMINED;
  if (!TAG.test(tag)) return null;
  const [primary = '', ...rest] = tag.split('-');
  return [primary.toLowerCase(), ...rest.map(writeSubtag)].join('-');
}

function writeSubtag(part: string): string {
  if (/^[a-z]{4}$/i.test(part)) return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
  return /^[a-z]{2}$/i.test(part) ? part.toUpperCase() : part;
}

/** `auto`: what begins and ends with a tag is HTML, as IIIF has it. `mixed`: what holds a tag anywhere is. */
export type Markup = 'plain' | 'html' | 'auto' | 'mixed';

const ANY_TAG = /<\/?[a-z][^<>]*>|&(?:#\d+|[a-z]+);/i;

function isHtml(text: string, markup: Markup): boolean {
  return markup === 'html' || (markup === 'auto' && looksLikeHtml(text)) || (markup === 'mixed' && ANY_TAG.test(text));
}

/** One text. What HTML held beyond words is told; so is an end that is cut off. */
export function readText(ledger: Account, path: string, written: string, markup: Markup): string {
  let text = written;
  if (isHtml(written, markup)) {
    const { text: plain, dropped } = readHtml(written.slice(0, MAX_HTML));
    text = plain;
    if (dropped.length > 0) {
      const list = dropped.slice(0, 8).join(', ') + (dropped.length > 8 ? `, and ${dropped.length - 8} more` : '');
      ledger.lose(path, `the text became plain; left out: ${list}`, written);
    } else if (written.length > MAX_HTML) ledger.lose(path, `of its ${written.length} characters the end is cut off`);
  }
  if (text.length <= MAX_TEXT) return text;
  ledger.lose(path, `of its ${text.length} characters only ${MAX_TEXT} are kept`);
  return text.slice(0, MAX_TEXT);
}

/** Adds a text to a map; two of the same language stand one below the other. */
export function addText(map: LanguageMap, tag: string, text: string, between = '\n'): void {
  if (text === '') return;
  const known = Object.hasOwn(map, tag) ? map[tag] : undefined;
  const joined = known === undefined || known === '' ? text : known + between + text;
  map[tag] = joined.slice(0, MAX_TEXT);
}

/** Two maps, one below the other as paragraphs. */
export function joinTexts(first: LanguageMap | undefined, second: LanguageMap | undefined): LanguageMap {
  const map: LanguageMap = { ...first };
  for (const [tag, text] of Object.entries(second ?? {})) addText(map, tag, text, '\n\n');
  return map;
}

export function isEmpty(map: LanguageMap | undefined): boolean {
  return map === undefined || Object.values(map).every((text) => text.trim() === '');
}

/** A text of one language, or of none that is said. */
export function inLanguage(text: string, tag: string = UNDETERMINED): LanguageMap {
  return { [tag]: text.slice(0, MAX_TEXT) };
}
