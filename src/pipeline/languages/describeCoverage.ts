import type { LanguageCoverage } from '#document/check/languageCoverage.ts';

/** More places or keys than this are only counted. */
const MOST_LISTED = 50;

/** One part per language: how much there is, then what is missing, by its place. */
export function describeCoverage(languages: readonly LanguageCoverage[]): string {
  return languages.map((one) => `${describeLanguage(one).join('\n')}\n`).join('\n');
}

function describeLanguage(one: LanguageCoverage): string[] {
  const { language, texts, missing, share, interfaceLanguage, missingKeys } = one;
  // Rounded down: what lacks one text of a thousand is not whole.
  const percent = Math.floor(share * 1_000) / 10;
  return [
    `${language}: ${texts - missing.length} of ${texts} texts (${percent} %), interface in ${interfaceLanguage}`,
    ...list('text', missing),
    ...list('interface', missingKeys),
  ];
}

function list(what: string, names: readonly string[]): string[] {
  const shown = names.slice(0, MOST_LISTED).map((name) => `  no ${what}  ${name}`);
  return names.length > MOST_LISTED ? [...shown, `  … and ${names.length - MOST_LISTED} more`] : shown;
}
