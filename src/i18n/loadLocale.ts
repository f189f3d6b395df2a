import { createEnglish, createLocale, type Locale } from './locale.ts';
import { matchLanguage } from './matchLanguage.ts';

/** Every JSON file beside `en.json` is a language; each is fetched when it is first wanted. */
const files = import.meta.glob<unknown>(['./locales/*.json', '!./locales/en.json'], { import: 'default' });

/** The languages the interface can speak, `en` first. */
export function interfaceLanguages(): string[] {
  return ['en', ...Object.keys(files).map(tagOf)];
}

/** The interface in the language nearest to `tag`; English where there is none or its file cannot be had. */
export async function loadLocale(tag: string): Promise<Locale> {
  const match = matchLanguage([tag], interfaceLanguages());
  const load = match === null ? undefined : files[`./locales/${match}.json`];
  if (match === null || load === undefined) return createEnglish();
  try {
    return createLocale(match, await load());
  } catch {
    return createEnglish();
  }
}

function tagOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
}
