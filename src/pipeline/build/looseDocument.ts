/**
 * What the page and what others show of it take from a document as it is found: unchecked, perhaps hostile. What has not
 * the right shape counts as left out.
 */
import { findAssetUriFault } from '#document/uri.ts';
import { type PickedText, pickText } from '#i18n/pickText.ts';

export type Loose = Readonly<Record<string, unknown>>;

export interface Languages {
  readonly main: string;
  /** The other language of a bilingual exhibition, which bears both. */
  readonly other: string | null;
}

export interface Poster {
  readonly uri: string;
  readonly width: unknown;
  readonly height: unknown;
}

export function listLanguages(document: Loose): Languages {
  const listed = Array.isArray(document.languages) ? document.languages.filter(isLanguageTag) : [];
  const main = isLanguageTag(document.defaultLanguage) ? document.defaultLanguage : (listed[0] ?? 'en');
  const others = listed.filter((tag) => tag !== main);
  return { main, other: others.length === 1 ? (others[0] ?? null) : null };
}

/** The text in the main language, or the nearest there is; an empty one where the value is no map of texts. */
export function pickLoose(value: unknown, language: string): PickedText {
  return pickText(asTexts(value), language);
}

/** The flat picture of where the visit begins, in the exhibition's own folder; null where there is none to trust. */
export function findPoster(document: Loose): Poster | null {
  const { uri, width, height } = asRecord(findStartAsset(document)?.poster);
  return typeof uri === 'string' && findAssetUriFault(uri) === null ? { uri, width, height } : null;
}

/** What stands before the visitor's eyes where the visit begins. */
function findStartAsset(document: Loose): Loose | undefined {
  const nodes = asRecords(document.nodes);
  const start = nodes.find((node) => node.id === document.start) ?? nodes[0];
  return asRecords(document.assets).find((asset) => start !== undefined && asset.id === start.asset);
}

/** For text and for double-quoted attributes; no comment's end comes through either, so a part ends where it ends. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function isPixels(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= 1_048_576;
}

export function asRecord(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

function asRecords(value: unknown): Loose[] {
  return Array.isArray(value) ? value.map(asRecord) : [];
}

/** What of a language map is text under the name of a language. */
export function asTexts(value: unknown): Record<string, string> {
  const entries = Object.entries(asRecord(value));
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => isLanguageTag(entry[0]) && typeof entry[1] === 'string'),
  );
}

function isLanguageTag(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,8}$/.test(value);
}
