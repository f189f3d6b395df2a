/**
 * What others show of an exhibition: Open Graph tags for whoever passes its link on, oEmbed (https://oembed.com, version
 * 1.0) for whoever puts it into a page. Pure; the document is taken as it is found.
 *
 * Both want full addresses, which need to be told: `embed.publicUrl` of the document, or GROTTO_SITE. Without one they are
 * relative to the page; some readers of such tags understand that, others show words alone.
 */
import { asRecord, asTexts, escapeText, findPoster, listLanguages, type Loose, pickLoose } from './looseDocument.ts';

/** Made from the poster by `previewPicture.ts`; the size that readers of Open Graph ask for. */
export const PREVIEW = { name: 'preview.jpg', width: 1_200, height: 630 } as const;
export const OEMBED = 'oembed.json';
/** The element, a classic script. */
export const EMBED_SCRIPT = 'embed.js';
/** Of the frame that others are offered, CSS pixels. */
const FRAME = { width: 960, height: 540 } as const;
const ALLOW = 'xr-spatial-tracking; gyroscope; accelerometer; autoplay';

/**
 * Where the page is published, with a slash at the end of a folder; null where nobody has said, or no address of the web.
 * @param told In place of what the document says.
 */
export function readSite(exhibition: unknown, told?: string): string | null {
  const { publicUrl } = asRecord(asRecord(exhibition).embed);
  const text = told !== undefined && told !== '' ? told : publicUrl;
  if (typeof text !== 'string' || text.length > 500 || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  url.search = url.hash = '';
  if (!/(\/|\.html?)$/.test(url.pathname)) url.pathname += '/';
  return url.href;
}

/** Whether pages of other origins may show it in a frame, and which: `*` is any. */
export function readFraming(exhibition: unknown): readonly string[] {
  const { isOpen, allowedOrigins } = asRecord(asRecord(exhibition).embed);
  if (isOpen === true) return ['*'];
  const isNamed = (one: unknown): one is string => typeof one === 'string' && one !== '*';
  return Array.isArray(allowedOrigins) ? allowedOrigins.filter(isNamed) : [];
}

/** Tags for the head of the page; empty where the exhibition has no name. */
export function renderSharing(exhibition: unknown, told?: string): string {
  const shared = describe(exhibition, told);
  if (!shared) return '';
  const { title, summary, provider, site, picture, oembed } = shared;
  const size = [String(PREVIEW.width), String(PREVIEW.height)] as const;
  const tags: [property: string, content: string | null][] = [
    ['og:type', 'website'],
    ['og:title', title],
    ['og:description', summary],
    ['og:site_name', provider],
    ['og:url', site],
    ['og:image', picture],
    ['og:image:width', picture && size[0]],
    ['og:image:height', picture && size[1]],
    ['og:image:alt', picture && title],
  ];
  const metas = tags
    .filter((tag): tag is [string, string] => tag[1] !== null && tag[1] !== '')
    .map(([property, content]) => `<meta property="${property}" content="${escapeText(content)}" />`);
  const card = `<meta name="twitter:card" content="${picture === null ? 'summary' : 'summary_large_image'}" />`;
  const link = `<link rel="alternate" type="application/json+oembed" href="${escapeText(oembed)}" title="${escapeText(title)}" />`;
  return [...metas, card, link].join('');
}

/**
 * The oEmbed answer: `rich`, a frame with the visit, where pages of others may show one, else `link`. Null where the
 * exhibition has no name.
 */
export function describeOembed(exhibition: unknown, told?: string): Readonly<Record<string, unknown>> | null {
  const shared = describe(exhibition, told);
  if (!shared) return null;
  const { title, provider, homepage, picture, site } = shared;
  const src = site ?? './';
  const frame =
    `<iframe src="${escapeText(src)}" title="${escapeText(title)}" width="${FRAME.width}" height="${FRAME.height}"` +
    ` style="border:0;max-width:100%" loading="lazy" allow="${ALLOW}" allowfullscreen></iframe>`;
  return {
    version: '1.0',
    ...(readFraming(exhibition).length > 0 ? { type: 'rich', html: frame, ...FRAME } : { type: 'link' }),
    title,
    ...(provider !== '' && { provider_name: provider }),
    ...(homepage !== null && { provider_url: homepage }),
    ...(picture !== null && {
      thumbnail_url: picture,
      thumbnail_width: PREVIEW.width,
      thumbnail_height: PREVIEW.height,
    }),
  };
}

interface Shared {
  readonly title: string;
  readonly summary: string;
  readonly provider: string;
  readonly homepage: string | null;
  readonly site: string | null;
  /** Of the preview and of the oEmbed answer: full where the site is known. */
  readonly picture: string | null;
  readonly oembed: string;
}

function describe(exhibition: unknown, told?: string): Shared | null {
  const document: Loose = asRecord(exhibition);
  if (Object.keys(asTexts(document.label)).length === 0) return null;
  const { main } = listLanguages(document);
  const site = readSite(document, told);
  const at = (name: string): string => (site === null ? name : new URL(name, site).href);
  const { homepage } = document;
  return {
    title: pickLoose(document.label, main).text,
    summary: pickLoose(document.summary, main).text,
    provider: pickLoose(document.provider, main).text,
    homepage: typeof homepage === 'string' && /^https?:\/\//.test(homepage) ? homepage : null,
    site,
    picture: findPoster(document) ? at(PREVIEW.name) : null,
    oembed: at(OEMBED),
  };
}
