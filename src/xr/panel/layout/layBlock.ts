import type { PickedText } from '#i18n/pickText.ts';
import type { Block } from '../model.ts';
import type { Measure } from '../type/typeStyle.ts';
import { laySlider, laySwitch } from './amounts.ts';
import { layButtons, layChoice, layPlaces } from './buttons.ts';
import type { Ink, Strip } from './ink.ts';
import { GROUP_GAP, HAIRLINE, PARAGRAPH_GAP } from './measures.ts';
import { layPicture, layPlan } from './pictures.ts';
import { inkLines, layParagraph, typeset } from './text.ts';

const FACT_LABEL = 0.19;
const FACT_PADDING = 0.008;
/** A fact that is longer may go on in the next page. */
const FACT_LINES = 6;
const BADGE_PADDING = 0.011;

/** @param pageHeight What a page has room for, metres. */
export function layBlock(block: Block, width: number, pageHeight: number, measure: Measure): Strip[] {
  switch (block.kind) {
    case 'heading': {
      const options = { role: 'heading', width, gap: GROUP_GAP * 1.3, colour: 'plaster', isEven: true } as const;
      return layParagraph(block.text, { ...options, isLeading: true }, measure);
    }
    case 'paragraph': {
      const colour = block.tone === 'small' ? 'dim' : 'plaster';
      const gap = block.tone === 'small' ? PARAGRAPH_GAP / 2 : PARAGRAPH_GAP;
      return layParagraph(block.text, { role: block.tone, width, gap, colour }, measure);
    }
    case 'facts':
      return layFacts(block.rows, width, measure);
    case 'picture':
      return layPicture(block, width, measure);
    case 'badge':
      return layBadge(block.text, width, measure);
    case 'buttons':
      return layButtons(block.buttons, block.columns, width, measure);
    case 'choice':
      return layChoice(block, width, measure);
    case 'switch':
      return laySwitch(block, width, measure);
    case 'slider':
      return laySlider(block, width, measure);
    case 'places':
      return layPlaces(block.places, width, measure);
    case 'plan':
      return layPlan(block, width, pageHeight * 0.66, measure);
  }
}

/** Rows between hairlines, as a wall label has them. */
function layFacts(
  rows: readonly { readonly label: PickedText; readonly value: PickedText }[],
  width: number,
  measure: Measure,
): Strip[] {
  const rule = (y: number): Ink => ({ kind: 'line', points: [0, y, width, y], width: HAIRLINE, colour: 'hairline' });
  return rows.flatMap(({ label, value }, index): Strip[] => {
    const name = typeset(label, { role: 'small', width: FACT_LABEL - 0.012 }, measure);
    const words = typeset(value, { role: 'small', width: width - FACT_LABEL }, measure);
    const strips: Strip[] = [];
    for (let from = 0; from === 0 || from < words.lines.length; from += FACT_LINES) {
      const to = Math.min(from + FACT_LINES, words.lines.length);
      const isFirst = from === 0;
      const isEnd = to === words.lines.length;
      const top = isFirst ? FACT_PADDING : 0;
      const own = Math.max(isFirst ? name.height : 0, (to - from) * words.style.lineHeight);
      const height = top + own + (isEnd ? FACT_PADDING : 0);
      const inks = [
        ...(isFirst ? [rule(0), ...inkLines(name, { x: 0, y: top, colour: 'dim' })] : []),
        ...inkLines(words, { x: FACT_LABEL, y: top, colour: 'plaster' }, from, to),
        ...(isEnd && index === rows.length - 1 ? [rule(height)] : []),
      ];
      strips.push({ gap: isFirst && index === 0 ? PARAGRAPH_GAP : 0, height, inks, controls: [] });
    }
    return strips;
  });
}

/** In a frame, so that nobody takes it for part of the text. */
function layBadge(text: PickedText, width: number, measure: Measure): Strip[] {
  const set = typeset(text, { role: 'mark', width: width - 2 * BADGE_PADDING - 0.006 }, measure);
  const box = { x: 0, y: 0, width: set.width + 2 * BADGE_PADDING + 0.006, height: set.height + BADGE_PADDING };
  const inks: Ink[] = [
    { kind: 'box', ...box, radius: 0, fill: null, stroke: 'ochre' },
    ...inkLines(set, { x: BADGE_PADDING + 0.003, y: BADGE_PADDING / 2, colour: 'plaster' }),
  ];
  return [{ gap: PARAGRAPH_GAP, height: box.height, inks, controls: [] }];
}
