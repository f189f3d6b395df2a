import { matchLanguage } from '#i18n/matchLanguage.ts';
import type { CommandContext } from './context.ts';

/** Changes the language of everything. Throws where the exhibition does not offer it. */
export function setLanguage({ store }: CommandContext, tag: string): void {
  const { exhibition, language } = store.getState();
  const match = matchLanguage([tag], exhibition.languages);
  if (match === null) {
    throw new Error(`setLanguage: no language "${tag}"; the exhibition offers ${exhibition.languages.join(', ')}`);
  }
  if (match !== language) store.setState({ language: match });
}
