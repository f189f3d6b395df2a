/** Annotations of a resource, embedded or in a file beside the manifest, in the spelling of any version. */
import { readJson } from '#document/read.ts';
import { isJsonObject } from '#document/schemaWalk.ts';
import type { Draft } from '../making/draft.ts';
import type { Foreign } from '../reading/foreign.ts';
import { idOf, typeOf } from './resource.ts';

const MAX_PAGE_BYTES = 4_000_000;

/** Whatever is painted and said: `items` and `annotations` of version 3, `images` and `otherContent` of version 2. */
export async function listAnnotations(draft: Draft, owner: Foreign, keys: readonly string[]): Promise<Foreign[]> {
  const found: Foreign[] = [];
  for (const key of keys) {
    if (isJsonObject(owner.peek(key)))
      draft.ledger.lose(owner.at(key), 'expected a list, found an object; it is read as a list of one');
    for (const page of owner.objects(key, true)) {
      if (page.has('body') || page.has('resource') || page.has('on') || page.has('target')) found.push(page);
      else found.push(...(await openPage(draft, page)));
    }
  }
  return found;
}

async function openPage(draft: Draft, page: Foreign): Promise<Foreign[]> {
  const address = idOf(page);
  const type = typeOf(page);
  page.ignore('label', 'partOf', 'within', '@context', 'next', 'prev', 'startIndex');
  const embedded = page.has('items') ? page.objects('items') : page.has('resources') ? page.objects('resources') : null;
  if (embedded) return embedded;
  const whole = await readBeside(draft, address);
  if (whole) {
    const opened = draft.ledger.open(whole, page.path);
    opened.ignore('id', '@id', 'type', '@type', '@context', 'label', 'within', 'partOf');
    return [...opened.objects('items'), ...opened.objects('resources')];
  }
  const what = type === '' ? 'the annotations' : `the ${type}`;
  draft.ledger.lose(page.path, `${what} is left out: it holds nothing here, and its file does not lie beside the manifest`, address); // prettier-ignore
  return [];
}

async function readBeside({ locate, folder }: Draft, address: string) {
  const file = locate(address);
  if ('reason' in file || !(await folder.hasFile(file.path))) return null;
  const text = await folder.readText(file.path, MAX_PAGE_BYTES);
  if (text === null) return null;
  const reading = readJson(text);
  return reading.fault || !isJsonObject(reading.value) ? null : reading.value;
}
