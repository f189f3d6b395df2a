import type { ContentContext, HotspotOf, PanelContent } from '../panel.ts';
import type { LanguageMap } from '#document/schema.ts';
import { labelled, splitParagraphs, word } from '../wording.ts';

export function textContent(hotspot: HotspotOf<'text'>, context: ContentContext): PanelContent {
  const { transcription, translation } = hotspot;
  return {
    kind: 'text',
    title: word(hotspot.label, context),
    paragraphs: splitParagraphs(hotspot.body, context),
    facts: (hotspot.facts ?? []).map((fact) => labelled(fact, context)),
    ...((transcription ?? translation) && {
      inscription: {
        transcription: splitParagraphs(firstOf(transcription), context),
        translation: splitParagraphs(translation, context),
      },
    }),
    picture: null,
    credit: null,
    requiredStatement: null,
    rights: null,
    made: null,
  };
}

/** What is written somewhere is written in its own language, whatever the visitor reads. */
function firstOf(texts: LanguageMap = {}): LanguageMap {
  return Object.fromEntries(Object.entries(texts).slice(0, 1));
}
