/** Turning a document's language maps into the words of a panel. */
import type { LanguageMap } from '#document/schema.ts';
import { type PickedText, pickText } from '#i18n/pickText.ts';
import type { ContentContext, LabelledText } from './panel.ts';

export function word(map: LanguageMap | undefined, { exhibition, language }: ContentContext): PickedText {
  return pickText(map, language, exhibition.defaultLanguage);
}

/** A text cut at its blank lines; line ends within a paragraph stay. */
export function splitParagraphs(map: LanguageMap | undefined, context: ContentContext): PickedText[] {
  const { text, language } = word(map, context);
  return text
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ text: paragraph, language }));
}

export function labelled(
  pair: { readonly label: LanguageMap; readonly value: LanguageMap },
  context: ContentContext,
): LabelledText {
  return { label: word(pair.label, context), value: word(pair.value, context) };
}
