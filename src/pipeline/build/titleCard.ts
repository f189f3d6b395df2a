/**
 * Writes the exhibition's title card into the page, so that a visitor reads what this is before any script has come.
 * Used by the build for the demonstration and by the server for any folder. The document is taken as it is found,
 * unchecked and perhaps hostile: what has not the right shape is left out, every text is escaped, the picture lies in
 * the exhibition's own folder or is not shown.
 */
import { findAssetUriFault, safeLinkUrl } from '#document/uri.ts';

/** A part of the page between two comments; written anew each time, so a page may be rendered again. */
const HEAD = { open: '<!--title-head-->', close: '<!--/title-head-->' };
const CARD = { open: '<!--title-card-->', close: '<!--/title-card-->' };

type Loose = Readonly<Record<string, unknown>>;

/** @param exhibition The parsed exhibition.json, or null where there is none. */
export function renderTitleCard(html: string, exhibition: unknown): string {
  const document = asRecord(exhibition);
  const languages = listLanguages(document);
  const main = languages[0] ?? 'en';
  const withLanguage = html.replace(/<html lang="[^"]*">/, () => `<html lang="${escape(main)}">`);
  const withHead = replacePart(withLanguage, HEAD, renderHead(document, main));
  return replacePart(withHead, CARD, renderCard(document, languages));
}

/** The picture behind the title card, as an address relative to the page; null where there is none to trust. */
export function findPosterUri(exhibition: unknown): string | null {
  const poster = findPoster(asRecord(exhibition));
  return poster ? poster.uri : null;
}

function renderHead(document: Loose, main: string): string {
  const title = pick(document.label, main) ?? 'Grotto';
  const summary = pick(document.summary, main);
  const description = summary === null ? '' : `<meta name="description" content="${escape(summary)}" />`;
  return `<title>${escape(title)}</title>${description}`;
}

function renderCard(document: Loose, languages: readonly string[]): string {
  const poster = findPoster(document);
  const size = poster ? renderSize(poster) : '';
  const picture = poster ? `<img class="title-card__poster" src="${escape(poster.uri)}" alt=""${size} />` : '';
  const parts = [
    renderText('h1', 'title-card__title', document.label, languages),
    renderText('p', 'title-card__summary', document.summary, languages),
    renderRights(document, languages[0] ?? 'en'),
  ];
  const words = parts.join('');
  const text = words === '' ? '' : `<div class="title-card__text">${words}</div>`;
  return `<div id="title-card" class="title-card">${picture}${text}</div>`;
}

/** A language map as one element per language that has the text, each marked with its language. */
function renderText(element: string, className: string, map: unknown, languages: readonly string[]): string {
  const texts = languages.map((language) => ({ language, text: asRecord(map)[language] }));
  return texts
    .filter((entry): entry is { language: string; text: string } => typeof entry.text === 'string' && entry.text !== '')
    .map(({ language, text }, index) => {
      // A page has one main heading; its translation stands beneath it as a paragraph.
      const name = index === 0 ? element : 'p';
      return `<${name} class="${className}" lang="${escape(language)}">${escape(text)}</${name}>`;
    })
    .join('');
}

function renderRights(document: Loose, main: string): string {
  const statement = asRecord(document.requiredStatement);
  const parts = [pick(document.provider, main), pick(statement.value, main)]
    .filter((text) => text !== null)
    .map((text) => `<span>${escape(text)}</span>`);
  const url = typeof document.rights === 'string' ? safeLinkUrl(document.rights) : null;
  if (url !== null)
    parts.push(`<a href="${escape(url)}" rel="noopener noreferrer license">${escape(nameRights(url))}</a>`);
  return parts.length === 0 ? '' : `<p class="title-card__rights">${parts.join(' ')}</p>`;
}

/** “CC BY 4.0” for a Creative Commons address, the address without its scheme for any other. */
function nameRights(url: string): string {
  const licence = /^https?:\/\/creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(url);
  if (licence) return `CC ${licence[1]?.toUpperCase()} ${licence[2]}`;
  if (/^https?:\/\/creativecommons\.org\/publicdomain\/zero\//.test(url)) return 'CC0 1.0';
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}

interface Poster {
  readonly uri: string;
  readonly width: unknown;
  readonly height: unknown;
}

function findPoster(document: Loose): Poster | null {
  const nodes = asList(document.nodes);
  const start = nodes.find((node) => node.id === document.start) ?? nodes[0];
  const asset = asList(document.assets).find((entry) => start !== undefined && entry.id === start.asset);
  const { uri, width, height } = asRecord(asset?.poster);
  return typeof uri === 'string' && findAssetUriFault(uri) === null ? { uri, width, height } : null;
}

function renderSize({ width, height }: Poster): string {
  return isPixels(width) && isPixels(height) ? ` width="${width}" height="${height}"` : '';
}

function isPixels(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= 1_048_576;
}

/** The default language, then the other one of a bilingual exhibition. */
function listLanguages(document: Loose): string[] {
  const isTag = (value: unknown): value is string =>
    typeof value === 'string' && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value);
  const listed = Array.isArray(document.languages) ? document.languages.filter(isTag) : [];
  const main = isTag(document.defaultLanguage) ? document.defaultLanguage : (listed[0] ?? 'en');
  const others = listed.filter((tag) => tag !== main);
  return others.length === 1 ? [main, ...others] : [main];
}

/** A map's text in a language, else its first text. */
function pick(map: unknown, language: string): string | null {
  const texts = asRecord(map);
  const text = Object.hasOwn(texts, language) ? texts[language] : Object.values(texts)[0];
  return typeof text === 'string' && text !== '' ? text : null;
}

function replacePart(html: string, part: { open: string; close: string }, content: string): string {
  const start = html.indexOf(part.open);
  const end = html.indexOf(part.close, start);
  if (start < 0 || end < 0) throw new Error(`The page has no part between ${part.open} and ${part.close}`);
  return html.slice(0, start + part.open.length) + content + html.slice(end);
}

/** Escapes for text and for double-quoted attributes. Comment marks cannot come through either, so parts stay parts. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function asRecord(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

function asList(value: unknown): Loose[] {
  return Array.isArray(value) ? value.map(asRecord) : [];
}
