/** What each language of an exhibition lacks: of its own texts, and of the interface's. */
import { MESSAGE_KEYS, type OwnWords } from '#i18n/locale.ts';
import { matchLanguage } from '#i18n/matchLanguage.ts';
import { joinPath } from '../opening/places.ts';
import { type Exhibition, exhibitionSchema } from '../schema.ts';
import { childSchema, isJsonObject, type Schema, shapeOf } from '../schemaWalk.ts';
import { languageMap } from '../fields.ts';

export interface LanguageCoverage {
  readonly language: string;
  /** Texts of the document, and the places of those that this language has not. */
  readonly texts: number;
  readonly missing: readonly string[];
  /** Of the document's texts, 0 to 1; 1 where it has none. */
  readonly share: number;
  /** The interface's language that a visitor gets, and the texts that come in English instead. */
  readonly interfaceLanguage: string;
  readonly missingKeys: readonly string[];
}

/** Which keys each language of the interface has, by its tag. */
export type InterfaceKeys = Readonly<Record<string, readonly string[]>>;

/** One entry per language of the exhibition, in its order. */
export function coverLanguages(exhibition: Exhibition, interfaceKeys: InterfaceKeys): LanguageCoverage[] {
  const maps = listLanguageMaps(exhibition);
  return exhibition.languages.map((language) => {
    const missing = maps.filter(({ tags }) => matchLanguage([language], tags) === null).map(({ path }) => path);
    const interfaceLanguage = matchLanguage([language], Object.keys(interfaceKeys));
    const own = ownKeys(exhibition.wording ?? {}, language);
    const has = new Set([...((interfaceLanguage !== null && interfaceKeys[interfaceLanguage]) || []), ...own]);
    return {
      language,
      texts: maps.length,
      missing,
      share: maps.length === 0 ? 1 : (maps.length - missing.length) / maps.length,
      interfaceLanguage: interfaceLanguage ?? 'en',
      missingKeys: MESSAGE_KEYS.filter((key) => !has.has(key)),
    };
  });
}

function ownKeys(wording: OwnWords, language: string): string[] {
  const tag = matchLanguage([language], Object.keys(wording));
  return tag === null ? [] : Object.keys(wording[tag] ?? {});
}

interface LanguageMapAt {
  readonly path: string;
  readonly tags: readonly string[];
}

/** Every language map of a document, in reading order. Empty texts count as none. */
export function listLanguageMaps(exhibition: Exhibition): LanguageMapAt[] {
  const found: LanguageMapAt[] = [];
  const walk = (schema: Schema, value: unknown, path: string): void => {
    const shape = shapeOf(schema, value);
    if (shape.kind === 'array' && Array.isArray(value)) {
      value.forEach((element, index) => walk(shape.element, element, joinPath(path, index)));
    } else if (isJsonObject(value) && shape.kind === 'record') {
      // Other records by language name files and voices; those are no texts.
      if (shape.value !== languageMap._zod.def.valueType) return;
      found.push({ path, tags: Object.keys(value).filter((tag) => value[tag] !== '') });
    } else if (isJsonObject(value) && shape.kind === 'object') {
      for (const key of Object.keys(value)) {
        // What is written on a thing is in its own language.
        const child = key === 'transcription' ? undefined : childSchema(shape, key);
        if (child) walk(child, value[key], joinPath(path, key));
      }
    }
  };
  walk(exhibitionSchema, exhibition, '');
  return found;
}
