/** Which languages an exhibition that was made speaks, read off its texts. */
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { UNDETERMINED } from '../text/words.ts';

/** Where texts by language stand in a document. */
const TEXTS = new Set([
  'label', 'summary', 'body', 'alt', 'narration', 'value', 'credit', 'provider', 'description', 'stateLabel',
]); // prettier-ignore
const MAX_LANGUAGES = 64;

/** By how many texts each has; `en` where no text says its language. */
export function listLanguages(document: JsonObject): string[] {
  const counts = new Map<string, number>();
  walk(document, (map) => {
    for (const tag of Object.keys(map)) if (tag !== UNDETERMINED) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  });
  const tags = [...counts].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
  return tags.length === 0 ? ['en'] : tags.slice(0, MAX_LANGUAGES);
}

/** Texts that do not say their language are taken to be of this one, in place. */
export function nameLanguages(document: JsonObject, language: string): void {
  walk(document, (map) => {
    if (!Object.hasOwn(map, UNDETERMINED) || Object.hasOwn(map, language)) return;
    map[language] = map[UNDETERMINED];
    delete map[UNDETERMINED];
  });
}

function walk(value: unknown, see: (map: JsonObject) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, see);
  else if (isJsonObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (key.startsWith('x-')) continue;
      const isText =
        TEXTS.has(key) && isJsonObject(child) && Object.values(child).every((one) => typeof one === 'string');
      if (isText) see(child);
      else walk(child, see);
    }
  }
}
