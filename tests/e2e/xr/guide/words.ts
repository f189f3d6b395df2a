import { readFileSync } from 'node:fs';
import { nameLanguage } from '#i18n/nameLanguage.ts';

/** A text of the interface; `name` is what the language is called in itself. */
export function sayIn(language: string, key: string): string {
  if (key === 'name') return nameLanguage(language);
  const file = new URL(`../../../../src/i18n/locales/${language}.json`, import.meta.url);
  const text = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)[key];
  if (typeof text !== 'string') throw new Error(`no text "${key}" in ${language}`);
  return text;
}
