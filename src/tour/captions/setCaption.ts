/** The lines of one caption. */
import { NOT_FIRST, NOT_LAST } from '#shared/kinsoku.ts';
import { MOST_LINES, scriptOf, segmenterOf, widthOf } from './script.ts';

/** After these a clause ends, and one takes breath. */
export const CLAUSE_END = /[,;:，、；：،؛—–…]["'”’』」）)]*\s*$/u;
/** A line that ends with a clause may be this much shorter than the other one, of a line's width. */
const CLAUSE_BONUS = 0.25;
/** A lower line that is longer than the upper one keeps the eye near the picture's middle. */
const TOP_HEAVY = 0.12;

/** Whether a text has room in one caption. */
export function fits(text: string, language: string): boolean {
  return setCaption(text, language) !== null;
}

/**
 * One line, or two as even as they can be and parted where a clause or at least a word ends; null where the text needs
 * more than two.
 */
export function setCaption(text: string, language: string): string[] | null {
  const { lineEms } = scriptOf(language);
  const whole = text.trim();
  if (widthOf(whole, language) <= lineEms) return [whole];
  if (widthOf(whole, language) > MOST_LINES * lineEms) return null;
  const parts = partsOf(whole, language);
  let best: { readonly lines: string[]; readonly cost: number } | null = null;
  for (let index = 1; index < parts.length; index++) {
    const upper = parts.slice(0, index).join('').trim();
    const lower = parts.slice(index).join('').trim();
    const [above, below] = [widthOf(upper, language), widthOf(lower, language)];
    if (above > lineEms || below > lineEms) continue;
    const uneven = Math.abs(above - below) / lineEms + (above > below ? TOP_HEAVY : 0);
    const cost = uneven - (CLAUSE_END.test(upper) ? CLAUSE_BONUS : 0);
    if (best === null || cost < best.cost) best = { lines: [upper, lower], cost };
  }
  return best?.lines ?? null;
}

/** Words, each with the spaces and the punctuation that cling to it: between any two of them a line may end. */
export function partsOf(text: string, language: string): string[] {
  const parts: string[] = [];
  for (const { segment } of segmenterOf(language, 'word').segment(text)) {
    const last = parts.length - 1;
    if (last >= 0 && (NOT_FIRST.test(segment) || NOT_LAST.test(parts[last] ?? ''))) parts[last] += segment;
    else parts.push(segment);
  }
  return parts.flatMap((part) => breakLong(part, language));
}

/** A word that is wider than a line is broken where it has to be. */
function breakLong(part: string, language: string): string[] {
  const { lineEms } = scriptOf(language);
  if (widthOf(part.trim(), language) <= lineEms) return [part];
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const { segment } of segmenterOf(language, 'grapheme').segment(part)) {
    const own = widthOf(segment, language);
    if (width + own > lineEms) {
      pieces.push(piece);
      piece = '';
      width = 0;
    }
    piece += segment;
    width += own;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
