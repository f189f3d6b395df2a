import { bringPatiently } from '#shared/bringPatiently.ts';
import { createLocale, type Locale, MESSAGE_KEYS, type OwnWords } from './locale.ts';
import { matchLanguage } from './matchLanguage.ts';

/** Every JSON file beside `en.json` is a language; each is fetched when it is first wanted. */
const files = import.meta.glob<unknown>(['./locales/*.json', '!./locales/en.json'], { import: 'default' });

/** Seven seconds; English after that is better than nothing. */
const MOST_ATTEMPTS = 5;

/** The languages the interface can speak, `en` first. */
export function interfaceLanguages(): string[] {
  return ['en', ...Object.keys(files).map(tagOf)];
}

/**
 * The interface in the language nearest to `tag`, with an exhibition's own words over it; English where there is none or
 * its file cannot be had. A language that only the exhibition has is spoken where it has most of the texts.
 */
export async function loadLocale(tag: string, ownWords: OwnWords = {}): Promise<Locale> {
  const ownTag = matchLanguage([tag], Object.keys(ownWords));
  const own = ownTag === null ? {} : (ownWords[ownTag] ?? {});
  const match = matchLanguage([tag], interfaceLanguages());
  const load = match === null ? undefined : files[`./locales/${match}.json`];
  try {
    if (match !== null && load !== undefined)
      return createLocale(match, await bringPatiently(load, MOST_ATTEMPTS), own);
  } catch {
    return createLocale('en', {}, own);
  }
  const isWhole = MESSAGE_KEYS.filter((key) => Object.hasOwn(own, key)).length > MESSAGE_KEYS.length / 2;
  return createLocale(match === null && isWhole ? tag : 'en', {}, own);
}

function tagOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
}
