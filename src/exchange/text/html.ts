/**
 * HTML as the plain text of a label. What a label can say is kept: words, paragraphs, line ends, lists, the addresses of
 * links. Tags beyond these say nothing here, and whatever they held that was no text is told as dropped. What comes out
 * is text wherever it is shown, so nothing in it can act.
 */
import { safeLinkUrl } from '#document/uri.ts';
import { decodeEntities } from './entities.ts';

export interface PlainText {
  readonly text: string;
  /** What is no longer there, each once, in the words of a list: `the picture “map.png”`. */
  readonly dropped: readonly string[];
}

/** Tags that are gone without a trace in what is said. */
const SILENT = new Set(['span', 'a', 'font', 'html', 'body', 'head', 'thead', 'tbody', 'table', 'ul', 'ol', 'dl', 'article']); // prettier-ignore
const PARAGRAPH = new Set(['p', 'div', 'section', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'figure', 'figcaption', 'ul', 'ol', 'dl', 'table', 'header', 'footer', 'article', 'hr', 'pre']); // prettier-ignore
const LINE = new Set(['br', 'tr', 'dt', 'dd', 'li']);
/** What is between these and their end is no text. */
const HIDDEN = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript', 'svg', 'math', 'textarea', 'title', 'xmp']); // prettier-ignore
const EMPHASIS = new Set(['b', 'strong', 'i', 'em', 'u', 'small', 'sub', 'sup', 'cite', 'q', 'code', 'mark', 's']);

const TAG = /^<(\/?)([a-z][a-z0-9:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/i;
/** A tag that is longer is none. */
const MAX_TAG = 2_000;

/** What IIIF takes for HTML: a text that begins with a tag and ends with one. */
export function looksLikeHtml(text: string): boolean {
  return /^\s*<[a-z!][\s\S]*>\s*$/i.test(text);
}

export function readHtml(html: string): PlainText {
  const dropped = new Set<string>();
  const links: (string | null)[] = [];
  let text = '';
  let at = 0;
  let lower: string | undefined;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    text += readText(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      at = endOf(html, '-->', open + 4);
      dropped.add('a comment');
      continue;
    }
    const [tag, slash = '', written = '', attributes = ''] = TAG.exec(html.slice(open, open + MAX_TAG)) ?? [];
    if (tag === undefined) {
      text += '<';
      at = open + 1;
      continue;
    }
    const name = written.toLowerCase();
    at = open + tag.length;
    if (HIDDEN.has(name)) {
      dropped.add(`<${name}> and what it holds`);
      if (slash === '') at = endOf(html, '>', endOf((lower ??= html.toLowerCase()), `</${name}`, at));
      continue;
    }
    if (PARAGRAPH.has(name)) text += '\n\n';
    else if (LINE.has(name)) text += name === 'li' && slash === '' ? '\n• ' : name === 'li' ? '' : '\n';
    else if (name === 'td' || name === 'th') text += ' ';
    else if (name === 'img') dropped.add(`the picture “${attributeOf(attributes, 'src')?.slice(0, 100) ?? ''}”`);
    else if (EMPHASIS.has(name)) dropped.add(`the emphasis <${name}>`);
    else if (!SILENT.has(name)) dropped.add(`<${name.slice(0, 30)}>`);
    if (name === 'img') text += attributeOf(attributes, 'alt') ?? '';
    if (name === 'a') text += slash === '' ? openLink(attributes, links, dropped) : closeLink(text, links);
    if (slash === '') noteAttributes(name, attributes, dropped);
  }
  text += readText(html.slice(at));
  return { text: tidy(text), dropped: [...dropped] };
}

/** White space of HTML is one space; what the tags made of it are line ends. */
function readText(raw: string): string {
  return decodeEntities(raw.replace(/[ \t\r\n\f]+/g, ' '));
}

function openLink(attributes: string, links: (string | null)[], dropped: Set<string>): string {
  const href = attributeOf(attributes, 'href');
  const url = href === undefined ? null : safeLinkUrl(href);
  if (href !== undefined && url === null)
    dropped.add(`the link to “${href.slice(0, 100)}”, which no visitor may follow`);
  links.push(url);
  return '';
}

function closeLink(text: string, links: (string | null)[]): string {
  const url = links.pop();
  return url === null || url === undefined || text.endsWith(url) ? '' : ` (${url})`;
}

const TOLD = new Set(['href', 'src', 'alt', 'class', 'id', 'lang', 'dir', 'target', 'rel', 'width', 'height']);

function noteAttributes(tag: string, attributes: string, dropped: Set<string>): void {
  for (const [, name = ''] of attributes.matchAll(/([a-z][\w:-]*)\s*=/gi)) {
    if (!TOLD.has(name.toLowerCase())) dropped.add(`the attribute ${name.slice(0, 30)} of <${tag}>`);
  }
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s/"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : decodeEntities(value);
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function tidy(text: string): string {
  return text
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}
