/** Which addresses an element asks for: the exhibition's page, its preview, and nothing that is no web address. */

export interface Wish {
  readonly src: string | null;
  /** A place (`hall`), or what the address bar has behind `#` (`at=hall&view=30,0,60`). */
  readonly at?: string | null;
  /** BCP 47; the visit chooses by the browser's languages without it. */
  readonly language?: string | null;
}

/** Beside the page of every exhibition; `grotto` makes it. */
const PREVIEW = 'preview.jpg';

/** @returns Null where `src` is no address of the web: no `javascript:`, no `data:`, nothing that carries a password. */
export function readExhibitionUrl(src: string | null, baseUrl: string): URL | null {
  if (src === null || src.trim() === '' || !URL.canParse(src, baseUrl)) return null;
  const url = new URL(src, baseUrl);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  // A folder; without its last slash the exhibition's files would be looked for beside it.
  if (!/(\/|\.\w+)$/.test(url.pathname)) url.pathname += '/';
  return url;
}

/** The address of the frame: the visit begins at once, without a second title card. */
export function frameUrl({ src, at = null, language = null }: Wish, baseUrl: string): URL | null {
  const url = readExhibitionUrl(src, baseUrl);
  if (!url) return null;
  url.searchParams.set('embed', '');
  const begun = at ?? url.hash.slice(1);
  const place = begun === '' || begun.includes('=') ? begun : `at=${encodeURIComponent(begun)}`;
  const parts = place.split('&').filter((part) => part !== '' && !(language && part.startsWith('lang=')));
  if (language) parts.push(`lang=${encodeURIComponent(language)}`);
  url.hash = parts.join('&');
  return url;
}

/** The exhibition's own page, for whoever would rather see it there. */
export function pageUrl({ src, at = null, language = null }: Wish, baseUrl: string): URL | null {
  const url = frameUrl({ src, at, language }, baseUrl);
  url?.searchParams.delete('embed');
  return url;
}

/** The picture of the card: the one that is named, else the exhibition's own preview. */
export function posterUrl(src: string | null, poster: string | null, baseUrl: string): URL | null {
  if (poster !== null) return readPictureUrl(poster, baseUrl);
  const page = readExhibitionUrl(src, baseUrl);
  return page && new URL(PREVIEW, page);
}

function readPictureUrl(poster: string, baseUrl: string): URL | null {
  if (poster === '' || !URL.canParse(poster, baseUrl)) return null;
  const url = new URL(poster, baseUrl);
  return /^(https?|data|blob):$/.test(url.protocol) ? url : null;
}
