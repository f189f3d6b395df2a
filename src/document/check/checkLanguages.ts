import { matchLanguage } from '#i18n/matchLanguage.ts';
import type { FaultList } from '../fault.ts';
import { joinPath, placeIn, type Places } from '../opening/places.ts';
import { type Exhibition, exhibitionSchema } from '../schema.ts';
import { childSchema, isJsonObject, type Schema, shapeOf } from '../schemaWalk.ts';

/**
 * Files by language, no texts: a recorded voice or captions may well exist in some languages only. What is written on a
 * thing is in its own language, whatever is spoken around it.
 */
const OF_SOME_LANGUAGES = new Set(['voice', 'captions', 'transcription']);

/** Warns of texts that lack a language of the exhibition, and of languages that texts have but the exhibition does not. */
export function checkLanguages(exhibition: Exhibition, places: Places, faults: FaultList): void {
  const unlisted = new Map<string, string>();

  function walk(schema: Schema, value: unknown, path: string): void {
    const shape = shapeOf(schema, value);
    if (shape.kind === 'array' && Array.isArray(value)) {
      value.forEach((element, index) => walk(shape.element, element, joinPath(path, index)));
    } else if (isJsonObject(value)) {
      const place = placeIn(places, value) || path;
      if (shape.kind === 'record') checkMap(value, place);
      for (const key of shape.kind === 'object' ? Object.keys(value) : []) {
        const child = OF_SOME_LANGUAGES.has(key) ? undefined : childSchema(shape, key);
        if (child) walk(child, value[key], joinPath(place, key));
      }
    }
  }

  function checkMap(map: Record<string, unknown>, path: string): void {
    const tags = Object.keys(map).filter((tag) => map[tag] !== '');
    const missing = exhibition.languages.filter((language) => matchLanguage([language], tags) === null);
    if (missing.length > 0) {
      const message = `no text in ${missing.map((tag) => `"${tag}"`).join(', ')}`;
      faults.add({ severity: 'warning', path, code: 'missing-translation', message });
    }
    for (const tag of tags) {
      if (matchLanguage([tag], exhibition.languages) === null && !unlisted.has(tag)) unlisted.set(tag, path);
    }
  }

  walk(exhibitionSchema, exhibition, '');
  for (const [tag, path] of unlisted) {
    const message = `there are texts in "${tag}", which "languages" does not offer`;
    faults.add({
      severity: 'warning',
      path,
      code: 'unlisted-language',
      message,
      remedy: `add "${tag}" to "languages"`,
    });
  }
}
