/** The languages of the interface, read from the disk; in the browser `#i18n/loadLocale.ts` does the same. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Locale, createLocale } from '#i18n/locale.ts';

/** @param root The repository. */
export function readLocales(root: string): Locale[] {
  const folder = path.join(root, 'src/i18n/locales');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => {
    const file: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    return createLocale(path.basename(name, '.json'), file);
  });
}
