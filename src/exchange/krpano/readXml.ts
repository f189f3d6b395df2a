/**
 * The XML of a krpano tour as objects: elements with their attributes, their children by name. No document type, no
 * entities but the five of XML and numbers, no includes: nothing grows, nothing is fetched. Mistakes are mended as far as
 * the tags still pair.
 */
import type { JsonObject } from '#document/schemaWalk.ts';
import { ExchangeError } from '../loss.ts';
import { decodeEntities } from '../text/entities.ts';

const MAX_ELEMENTS = 200_000;
const MAX_DEPTH = 40;
/** Longer tags are none. */
const MAX_TAG = 100_000;

const NAME = /^<(\/?)([A-Za-z_][\w.:-]*)/;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The root element. Text between tags, which is script in krpano, stands under `#text`. */
export function readXml(text: string): { name: string; element: JsonObject } {
  const root: { name: string; element: JsonObject } = { name: '', element: create() };
  const open: { name: string; element: JsonObject }[] = [];
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    addText(open.at(-1)?.element, text.slice(at, start === -1 ? text.length : start));
    if (start === -1) break;
    const skipped = skip(text, start, open.at(-1)?.element);
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    const end = endOfTag(text, start);
    const tag = text.slice(start, end);
    const [, slash, name = ''] = NAME.exec(tag) ?? [];
    at = end;
    if (name === '') continue;
    if (slash === '/') {
      const index = open.map((one) => one.name).lastIndexOf(name);
      if (index >= 0) open.splice(index);
      continue;
    }
    if (++count > MAX_ELEMENTS) throw new ExchangeError(`the file has more than ${MAX_ELEMENTS} elements`);
    const element = create();
    for (const [, key = '', double, single] of tag.matchAll(ATTRIBUTE))
      element[key] = decodeEntities(double ?? single ?? '');
    const parent = open.at(-1)?.element;
    if (parent) addChild(parent, name, element);
    else if (root.name === '') Object.assign(root, { name, element });
    if (tag.endsWith('/>')) continue;
    if (open.length >= MAX_DEPTH) throw new ExchangeError(`more than ${MAX_DEPTH} elements within each other`);
    open.push({ name, element });
  }
  return root;
}

/** Without a prototype, so that a name such as `__proto__` is a name. */
function create(): JsonObject {
  return Object.create(null) as JsonObject;
}

function addChild(parent: JsonObject, name: string, element: JsonObject): void {
  const key = typeof parent[name] === 'string' ? `<${name}>` : name;
  const list = parent[key];
  if (Array.isArray(list)) list.push(element);
  else parent[key] = [element];
}

function addText(element: JsonObject | undefined, raw: string): void {
  const text = raw.trim();
  if (!element || text === '') return;
  const known = element['#text'];
  element['#text'] = (typeof known === 'string' ? `${known}\n` : '') + decodeEntities(text).slice(0, 20_000);
}

/** Comments, instructions and declarations are passed over; marked text is text. The place behind it, else null. */
function skip(text: string, start: number, element: JsonObject | undefined): number | null {
  const find = (mark: string): number => {
    const found = text.indexOf(mark, start + 2);
    return found === -1 ? text.length : found + mark.length;
  };
  if (text.startsWith('<!--', start)) return find('-->');
  if (text.startsWith('<![CDATA[', start)) {
    const end = find(']]>');
    addText(element, text.slice(start + 9, Math.max(start + 9, end - 3)));
    return end;
  }
  if (text.startsWith('<?', start)) return find('?>');
  if (text.startsWith('<!', start)) throw new ExchangeError('the file declares a document type, which is not read');
  return null;
}

function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < text.length && at - start < MAX_TAG; at++) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return Math.min(text.length, start + 1);
}
