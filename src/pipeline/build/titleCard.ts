/**
 * Writes the exhibition's title card into the page, so that a visitor reads what this is before any script has come, and
 * into its head what others show of it. Used by the build for the demonstration and by the server for any folder. The
 * document is taken as it is found: every text is escaped, the picture lies in the exhibition's own folder or is not
 * shown. The classes are those of `src/ui/title.css`; the interface adds what can be pressed when it takes the card over.
 */
import { describeRights } from '#document/rights/describeRights.ts';
import { directionOf } from '#i18n/direction.ts';
import { PACK_META } from '#offline/packList.ts';
import type { PickedText } from '#i18n/pickText.ts';
import { LIVE_META } from '#shared/liveEdits.ts';
import {
  asRecord,
  asTexts,
  escapeText,
  findPoster,
  isPixels,
  type Languages,
  listLanguages,
  type Loose,
  pickLoose,
} from './looseDocument.ts';
import { renderSharing } from './sharing.ts';

/** A part of the page between two comments; written anew each time, so a page may be rendered again. */
const HEAD = { open: '<!--title-head-->', close: '<!--/title-head-->' };
const CARD = { open: '<!--title-card-->', close: '<!--/title-card-->' };
// Without its class: the class's display would win over `hidden`.
const EMPTY_CARD = '<section id="title-card" hidden></section>';

/**
 * @param exhibition The parsed exhibition.json, or null where there is none; the card stays empty and hidden then.
 * @param packVersion The version of the pack list beside the page; anything else where there is none.
 * @param site Where the page is published, in place of what the document says (`readSite`).
 * @param isLive Whether the server tells of edits.
 */
export function renderTitleCard(
  html: string,
  exhibition: unknown,
  packVersion?: unknown,
  site?: string,
  isLive = false,
): string {
  const document = asRecord(exhibition);
  const languages = listLanguages(document);
  const direction = directionOf(languages.main) === 'rtl' ? ' dir="rtl"' : '';
  const page = `<html lang="${escapeText(languages.main)}"${direction}>`;
  const withLanguage = html.replace(/<html lang="[^"]*"(?: dir="[^"]*")?>/, () => page);
  const live = isLive ? `<meta name="${LIVE_META}" content="1" />` : '';
  const head = renderHead(document, languages.main, packVersion) + live + renderSharing(document, site);
  return replacePart(replacePart(withLanguage, HEAD, head), CARD, renderCard(document, languages));
}

/** The picture behind the title card, as an address relative to the page; null where there is none to trust. */
export function findPosterUri(exhibition: unknown): string | null {
  return findPoster(asRecord(exhibition))?.uri ?? null;
}

function renderHead(document: Loose, main: string, packVersion: unknown): string {
  const title = pickLoose(document.label, main).text || 'Grotto';
  const summary = pickLoose(document.summary, main).text;
  const description = summary === '' ? '' : `<meta name="description" content="${escapeText(summary)}" />`;
  // By it the page knows, without asking for a file that may not be there, that it can be taken along.
  const pack = Number.isSafeInteger(packVersion) ? `<meta name="${PACK_META}" content="${Number(packVersion)}" />` : '';
  return `<title>${escapeText(title)}</title>${description}${pack}`;
}

function renderCard(document: Loose, languages: Languages): string {
  if (Object.keys(asTexts(document.label)).length === 0) return EMPTY_CARD;
  const [title, ...otherTitles] = pickBoth(document.label, languages);
  const words = [
    title && renderText('h1', 'title-card__title', title),
    ...otherTitles.map((text) => renderText('p', 'title-card__title', text)),
    ...pickBoth(document.summary, languages).map((text) => renderText('p', 'title-card__summary', text)),
    renderRights(document, languages.main),
  ].join('');
  const poster = renderPoster(document);
  return `<section id="title-card" class="title-card">${poster}<div class="title-card__text">${words}</div></section>`;
}

/** The text in the main language, or the nearest there is, then that in the other language where the map has it. */
function pickBoth(value: unknown, { main, other }: Languages): PickedText[] {
  const texts = asTexts(value);
  const picked = [pickLoose(value, main)];
  const otherText = other !== null && Object.hasOwn(texts, other) ? texts[other] : undefined;
  if (other !== null && otherText !== undefined && picked[0]?.language !== other) {
    picked.push({ text: otherText, language: other });
  }
  return picked.filter(({ text }) => text !== '');
}

function renderText(element: string, className: string, { text, language }: PickedText): string {
  return `<${element} class="${className}" lang="${escapeText(language)}">${escapeText(text)}</${element}>`;
}

function renderRights(document: Loose, main: string): string {
  const statement = asRecord(document.requiredStatement);
  const parts = [document.provider, statement.value]
    .map((map) => pickLoose(map, main))
    .filter(({ text }) => text !== '')
    .map(({ text, language }) => `<span lang="${escapeText(language)}">${escapeText(text)}</span>`);
  if (typeof document.rights === 'string') parts.push(renderRightsLink(document.rights));
  return parts.length === 0 ? '' : `<p class="title-card__rights">${parts.join(' ')}</p>`;
}

function renderRightsLink(uri: string): string {
  const { url, label } = describeRights(uri);
  if (url === null) return `<span>${escapeText(label)}</span>`;
  return `<a href="${escapeText(url)}" target="_blank" rel="noopener noreferrer license">${escapeText(label)}</a>`;
}

function renderPoster(document: Loose): string {
  const poster = findPoster(document);
  if (!poster) return '';
  const { uri, width, height } = poster;
  const size = isPixels(width) && isPixels(height) ? ` width="${width}" height="${height}"` : '';
  return `<img class="title-card__poster" src="${escapeText(uri)}" alt=""${size} />`;
}

function replacePart(html: string, part: { open: string; close: string }, content: string): string {
  const start = html.indexOf(part.open);
  const end = html.indexOf(part.close, start);
  if (start < 0 || end < 0) throw new Error(`The page has no part between ${part.open} and ${part.close}`);
  return html.slice(0, start + part.open.length) + content + html.slice(end);
}
