/**
 * Writes the exhibition's title card into the page, so that a visitor reads what this is before any script has come.
 * Used by the build for the demonstration and by the server for any folder. The document is taken as it is found,
 * unchecked and perhaps hostile: what has not the right shape is left out, every text is escaped, the picture lies in
 * the exhibition's own folder or is not shown. The classes are those of `src/ui/title.css`; the interface adds what can be
 * pressed when it takes the card over.
 */
import { describeRights } from '#document/rights/describeRights.ts';
import { findAssetUriFault } from '#document/uri.ts';
import { directionOf } from '#i18n/direction.ts';
import { PACK_META } from '#offline/packList.ts';
import { type PickedText, pickText } from '#i18n/pickText.ts';

/** A part of the page between two comments; written anew each time, so a page may be rendered again. */
const HEAD = { open: '<!--title-head-->', close: '<!--/title-head-->' };
const CARD = { open: '<!--title-card-->', close: '<!--/title-card-->' };
// Without its class: the class's display would win over `hidden`.
const EMPTY_CARD = '<section id="title-card" hidden></section>';

type Loose = Readonly<Record<string, unknown>>;

/**
 * @param exhibition The parsed exhibition.json, or null where there is none; the card stays empty and hidden then.
 * @param packVersion The version of the pack list beside the page; anything else where there is none.
 */
export function renderTitleCard(html: string, exhibition: unknown, packVersion?: unknown): string {
  const document = asRecord(exhibition);
  const languages = listLanguages(document);
  const direction = directionOf(languages.main) === 'rtl' ? ' dir="rtl"' : '';
  const page = `<html lang="${escape(languages.main)}"${direction}>`;
  const withLanguage = html.replace(/<html lang="[^"]*"(?: dir="[^"]*")?>/, () => page);
  const withHead = replacePart(withLanguage, HEAD, renderHead(document, languages.main, packVersion));
  return replacePart(withHead, CARD, renderCard(document, languages));
}

/** The picture behind the title card, as an address relative to the page; null where there is none to trust. */
export function findPosterUri(exhibition: unknown): string | null {
  return findPoster(findStartAsset(asRecord(exhibition)))?.uri ?? null;
}

function renderHead(document: Loose, main: string, packVersion: unknown): string {
  const title = pickText(asTexts(document.label), main).text || 'Grotto';
  const summary = pickText(asTexts(document.summary), main).text;
  const description = summary === '' ? '' : `<meta name="description" content="${escape(summary)}" />`;
  // By it the page knows, without asking for a file that may not be there, that it can be taken along.
  const pack = Number.isSafeInteger(packVersion) ? `<meta name="${PACK_META}" content="${Number(packVersion)}" />` : '';
  return `<title>${escape(title)}</title>${description}${pack}`;
}

interface Languages {
  readonly main: string;
  /** The other language of a bilingual exhibition, which bears both. */
  readonly other: string | null;
}

function renderCard(document: Loose, languages: Languages): string {
  const label = asTexts(document.label);
  if (Object.keys(label).length === 0) return EMPTY_CARD;
  const [title, ...otherTitles] = pickBoth(label, languages);
  const words = [
    title && renderText('h1', 'title-card__title', title),
    ...otherTitles.map((text) => renderText('p', 'title-card__title', text)),
    ...pickBoth(asTexts(document.summary), languages).map((text) => renderText('p', 'title-card__summary', text)),
    renderRights(document, languages.main),
  ].join('');
  const poster = renderPoster(findStartAsset(document));
  return `<section id="title-card" class="title-card">${poster}<div class="title-card__text">${words}</div></section>`;
}

/** The text in the main language, or the nearest there is, then that in the other language where the map has it. */
function pickBoth(texts: Record<string, string>, { main, other }: Languages): PickedText[] {
  const picked = [pickText(texts, main)];
  const otherText = other !== null && Object.hasOwn(texts, other) ? texts[other] : undefined;
  if (other !== null && otherText !== undefined && picked[0]?.language !== other) {
    picked.push({ text: otherText, language: other });
  }
  return picked.filter(({ text }) => text !== '');
}

function renderText(element: string, className: string, { text, language }: PickedText): string {
  return `<${element} class="${className}" lang="${escape(language)}">${escape(text)}</${element}>`;
}

function renderRights(document: Loose, main: string): string {
  const statement = asRecord(document.requiredStatement);
  const parts = [document.provider, statement.value]
    .map((map) => pickText(asTexts(map), main))
    .filter(({ text }) => text !== '')
    .map(({ text, language }) => `<span lang="${escape(language)}">${escape(text)}</span>`);
  if (typeof document.rights === 'string') parts.push(renderRightsLink(document.rights));
  return parts.length === 0 ? '' : `<p class="title-card__rights">${parts.join(' ')}</p>`;
}

function renderRightsLink(uri: string): string {
  const { url, label } = describeRights(uri);
  if (url === null) return `<span>${escape(label)}</span>`;
  return `<a href="${escape(url)}" target="_blank" rel="noopener noreferrer license">${escape(label)}</a>`;
}

interface Poster {
  readonly uri: string;
  readonly width: unknown;
  readonly height: unknown;
}

function renderPoster(asset: Loose | undefined): string {
  const poster = findPoster(asset);
  if (!poster) return '';
  const { uri, width, height } = poster;
  const size = isPixels(width) && isPixels(height) ? ` width="${width}" height="${height}"` : '';
  return `<img class="title-card__poster" src="${escape(uri)}" alt=""${size} />`;
}

function findPoster(asset: Loose | undefined): Poster | null {
  const { uri, width, height } = asRecord(asset?.poster);
  return typeof uri === 'string' && findAssetUriFault(uri) === null ? { uri, width, height } : null;
}

/** What stands before the visitor's eyes where the visit begins. */
function findStartAsset(document: Loose): Loose | undefined {
  const nodes = asRecords(document.nodes);
  const start = nodes.find((node) => node.id === document.start) ?? nodes[0];
  return asRecords(document.assets).find((asset) => start !== undefined && asset.id === start.asset);
}

function listLanguages(document: Loose): Languages {
  const listed = Array.isArray(document.languages) ? document.languages.filter(isLanguageTag) : [];
  const main = isLanguageTag(document.defaultLanguage) ? document.defaultLanguage : (listed[0] ?? 'en');
  const others = listed.filter((tag) => tag !== main);
  return { main, other: others.length === 1 ? (others[0] ?? null) : null };
}

function replacePart(html: string, part: { open: string; close: string }, content: string): string {
  const start = html.indexOf(part.open);
  const end = html.indexOf(part.close, start);
  if (start < 0 || end < 0) throw new Error(`The page has no part between ${part.open} and ${part.close}`);
  return html.slice(0, start + part.open.length) + content + html.slice(end);
}

/** For text and for double-quoted attributes; no comment's end comes through either, so a part ends where it ends. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function isLanguageTag(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,8}$/.test(value);
}

function isPixels(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= 1_048_576;
}

function asRecord(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

function asRecords(value: unknown): Loose[] {
  return Array.isArray(value) ? value.map(asRecord) : [];
}

/** What of a language map is text under the name of a language. */
function asTexts(value: unknown): Record<string, string> {
  const entries = Object.entries(asRecord(value));
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => isLanguageTag(entry[0]) && typeof entry[1] === 'string'),
  );
}
