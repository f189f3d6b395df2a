import type { ContentContext, HotspotOf, PanelContent } from '../panel.ts';
import { labelled, splitParagraphs, word } from '../wording.ts';

export function textContent(hotspot: HotspotOf<'text'>, context: ContentContext): PanelContent {
  return {
    kind: 'text',
    title: word(hotspot.label, context),
    paragraphs: splitParagraphs(hotspot.body, context),
    facts: (hotspot.facts ?? []).map((fact) => labelled(fact, context)),
    picture: null,
    credit: null,
    requiredStatement: null,
    rights: null,
    made: null,
  };
}
