import { suggest } from '../nearest.ts';
import type { Fault, FaultList } from '../fault.ts';
import type { Exhibition } from '../schema.ts';
import { joinPath } from '../opening/places.ts';
import { type Message, MESSAGE_KEYS, createEnglish } from '#i18n/locale.ts';
import { matchLanguage } from '#i18n/matchLanguage.ts';

/** A text this many times as long as the interface's own, and a few letters, has no room where it stands. */
const ROOM = 2.5;
const FEW_LETTERS = 24;

/** What a museum's own words name that the interface does not have, or say in a way that the interface cannot use. */
export function checkWording(exhibition: Exhibition, faults: FaultList): void {
  const { messages } = createEnglish();
  const known: ReadonlySet<string> = new Set(MESSAGE_KEYS);
  for (const [language, texts] of Object.entries(exhibition.wording ?? {})) {
    const path = joinPath('wording', language);
    const warn = (at: string, code: string, message: string, remedy?: string): Fault =>
      faults.add({ severity: 'warning', path: at, code, message, ...(remedy !== undefined && { remedy }) });
    if (matchLanguage([language], exhibition.languages) === null) {
      warn(path, 'unlisted-language', `"languages" does not offer "${language}"`, `add "${language}" to "languages"`);
    }
    for (const [key, own] of Object.entries(texts)) {
      const at = joinPath(path, key);
      if (!known.has(key)) {
        faults.add({
          severity: 'error',
          path: at,
          code: 'unknown-key',
          message: `the interface has no text "${key}"`,
          ...remedyFor(key),
        });
        continue;
      }
      const theirs = messages[key as keyof typeof messages];
      const unknown = namesIn(own).filter((name) => !namesIn(theirs).includes(name));
      if (unknown.length > 0) {
        const message = `nothing stands for ${unknown.map((name) => `{${name}}`).join(', ')} here`;
        warn(
          at,
          'unknown-placeholder',
          message,
          `known are ${
            namesIn(theirs)
              .map((name) => `{${name}}`)
              .join(', ') || 'none'
          }`,
        );
      }
      const [length, room] = [lengthOf(own), Math.round(ROOM * lengthOf(theirs)) + FEW_LETTERS];
      if (length > room)
        warn(at, 'long-wording', `expected at most ${room} characters, found ${length}; there may be no room`);
      const lacking = missingForms(own, language);
      if (lacking.length > 0)
        warn(at, 'missing-plural', `has no form for ${lacking.map((one) => `"${one}"`).join(', ')}`);
    }
  }
}

function remedyFor(key: string): { readonly remedy?: string } {
  const remedy = suggest(key, MESSAGE_KEYS);
  return remedy === undefined ? {} : { remedy };
}

type Forms = Message | Readonly<Record<string, string | undefined>>;

function textsOf(message: Forms): string[] {
  return typeof message === 'string' ? [message] : Object.values(message).filter((text) => text !== undefined);
}

function lengthOf(message: Forms): number {
  return Math.max(...textsOf(message).map((text) => text.length));
}

function namesIn(message: Forms): string[] {
  return [
    ...new Set(textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))),
  ];
}

function missingForms(message: Forms, language: string): string[] {
  if (typeof message === 'string') return [];
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((one) => message[one] === undefined);
}
