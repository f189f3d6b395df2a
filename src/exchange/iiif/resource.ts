/** What resources of IIIF Presentation 2, 3 and 4 have in common, whichever way it is spelled. */
import type { LanguageMap } from '#document/schema.ts';
import { isJsonObject } from '#document/schemaWalk.ts';
import { pointTo, quote } from '../loss.ts';
import type { Account, Foreign } from '../reading/foreign.ts';
import { addText, type Markup, readTag, readText, UNDETERMINED } from '../text/words.ts';

export function idOf(resource: Foreign): string {
  const id = resource.text('id') ?? resource.text('@id');
  return id ?? '';
}

/** Without the prefix of version 2: `sc:Canvas`, `dctypes:Image`, `oa:Annotation`. */
export function typeOf(resource: Foreign): string {
  const written = resource.take('type') ?? resource.take('@type');
  const type: unknown = Array.isArray(written) ? written[0] : written;
  const name = typeof type === 'string' ? type.replace(/^\w+:/, '') : '';
  return name === 'ContentAsText' ? 'TextualBody' : name;
}

/** Any spelling of texts by language: one text, `@value` with `@language`, lists of either, `{ "en": ["…"] }`. */
export function wordsOf(owner: Foreign, key: string, markup: Markup = 'auto', between = '\n'): LanguageMap {
  const value = owner.take(key);
  const map: LanguageMap = {};
  if (value !== undefined) addWords(owner.ledger, map, value, owner.at(key), markup, between);
  return map;
}

function addWords(
  ledger: Account,
  map: LanguageMap,
  value: unknown,
  path: string,
  markup: Markup,
  between: string,
): void {
  if (typeof value === 'string') addText(map, UNDETERMINED, readText(ledger, path, value, markup), between);
  else if (Array.isArray(value)) {
    value.slice(0, 1_000).forEach((item, index) => addWords(ledger, map, item, pointTo(path, index), markup, between));
  } else if (!isJsonObject(value)) ledger.lose(path, `expected a text, found ${quote(value)}`, value);
  else if ('@value' in value || '@language' in value) {
    const tag = readTag(typeof value['@language'] === 'string' ? value['@language'] : '');
    if (typeof value['@value'] !== 'string')
      ledger.lose(
        path,
        `expected a text under “@value”, found ${'@value' in value ? quote(value['@value']) : 'none'}`,
        value,
      );
    else addText(map, tag ?? UNDETERMINED, readText(ledger, path, value['@value'], markup), between);
  } else {
    for (const [written, texts] of Object.entries(value)) {
      const tag = readTag(written);
      const at = pointTo(path, written);
      if (tag === null) ledger.lose(at, `${quote(written)} is no language tag`, texts);
      else addWordsOf(ledger, map, tag, texts, at, markup, between);
    }
  }
}

function addWordsOf(
  ledger: Account,
  map: LanguageMap,
  tag: string,
  texts: unknown,
  path: string,
  markup: Markup,
  between: string,
): void {
  // prettier-ignore
  const list: readonly unknown[] = Array.isArray(texts) ? texts.slice(0, 1_000) : [texts];
  list.forEach((text, index) => {
    const at = Array.isArray(texts) ? pointTo(path, index) : path;
    if (typeof text === 'string') addText(map, tag, readText(ledger, at, text, markup), between);
    else ledger.lose(at, `expected a text, found ${quote(text)}`, text);
  });
}

export interface Fact {
  readonly label: LanguageMap;
  readonly value: LanguageMap;
}

export function factsOf(owner: Foreign): Fact[] {
  return owner.objects('metadata').map((pair) => ({ label: wordsOf(pair, 'label'), value: wordsOf(pair, 'value') }));
}

/** What a list of motivations holds, without prefixes. */
export function motivationsOf(annotation: Foreign): string[] {
  return annotation
    .list('motivation', true)
    .flatMap(({ value }) => (typeof value === 'string' ? [value.replace(/^\w+:/, '')] : []));
}
