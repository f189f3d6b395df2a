/** Texts of an SVX document: `title` beside `titles` by language, articles as files of HTML. */
import type { LanguageMap } from '#document/schema.ts';
import { isJsonObject } from '#document/schemaWalk.ts';
import { pointTo, quote } from '../loss.ts';
import type { Draft } from '../making/draft.ts';
import type { Foreign } from '../reading/foreign.ts';
import { addText, isEmpty, readTag, readText, UNDETERMINED } from '../text/words.ts';

const MAX_ARTICLE_BYTES = 500_000;

/** `plural` by language goes before `single`, which Voyager keeps for older readers. */
export function readWords(owner: Foreign, single: string, plural: string): LanguageMap {
  const map = readMap(owner, plural);
  const text = owner.text(single);
  if (text === undefined) return map;
  if (isEmpty(map)) addText(map, UNDETERMINED, readText(owner.ledger, owner.at(single), text, 'mixed'));
  else if (!Object.values(map).includes(text.trim()))
    owner.ledger.lose(owner.at(single), `${quote(text)} gives way to the texts by language`, text);
  return map;
}

export function readMap(owner: Foreign, key: string): LanguageMap {
  const map: LanguageMap = {};
  const value = owner.take(key);
  if (value === undefined) return map;
  if (!isJsonObject(value)) {
    owner.ledger.lose(owner.at(key), `expected texts by language, found ${quote(value)}`, value);
    return map;
  }
  for (const [written, text] of Object.entries(value)) {
    const path = pointTo(owner.at(key), written);
    const tag = readTag(written);
    if (tag === null || typeof text !== 'string') owner.ledger.lose(path, 'expected a text by its language', text);
    else addText(map, tag, readText(owner.ledger, path, text, 'mixed').trim());
  }
  return map;
}

/** An article's text: its lead, then its file in each language. */
export async function readArticle(draft: Draft, article: Foreign): Promise<LanguageMap> {
  const body = readWords(article, 'lead', 'leads');
  const uris = article.object('uris');
  const addresses = uris ? uris.keys().map((key) => ({ tag: key, address: uris.text(key), path: uris.at(key) })) : [];
  const single = article.text('uri');
  if (single !== undefined && addresses.length === 0)
    addresses.push({ tag: 'none', address: single, path: article.at('uri') });
  for (const { tag: written, address, path } of addresses) {
    const tag = readTag(written);
    if (address === undefined || address === '') continue;
    const text = tag === null ? null : await readArticleFile(draft, address, path);
    if (tag !== null && text !== null) addText(body, tag, text, '\n\n');
  }
  return body;
}

async function readArticleFile(draft: Draft, address: string, path: string): Promise<string | null> {
  const file = draft.locate(address);
  if ('reason' in file) {
    draft.ledger.lose(path, `the article is left out: ${file.reason}`, address);
    return null;
  }
  const html = (await draft.folder.hasFile(file.path))
    ? await draft.folder.readText(file.path, MAX_ARTICLE_BYTES)
    : null;
  if (html === null) {
    draft.ledger.lose(path, `the article is left out: there is no readable file “${file.path}” in the folder`, address);
    return null;
  }
  return readText(draft.ledger, path, html, 'html');
}
