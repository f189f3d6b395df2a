import type { MetTerms } from './findIndex.ts';
import { tokenize } from './tokens.ts';

export interface Segment {
  readonly text: string;
  readonly isMet: boolean;
}

/** Characters left of the first word that was met. */
const LEAD = 24;
const ELLIPSIS = '…';

/** The part of a text around what was met, cut into what was met and what was not. */
export function excerpt(text: string, terms: MetTerms, mostCharacters = 120): Segment[] {
  const spans = spansOf(text, terms);
  const first = spans[0]?.[0] ?? 0;
  const start = text.length <= mostCharacters ? 0 : backToBreak(text, Math.max(0, first - LEAD));
  const end = Math.min(text.length, wholeCharacter(text, start + mostCharacters));
  const segments: Segment[] = [];
  const push = (part: string, isMet: boolean): void => {
    if (part !== '') segments.push({ text: part, isMet });
  };
  let at = start;
  if (start > 0) push(ELLIPSIS, false);
  for (const [from, to] of spans) {
    if (from >= end) break;
    push(text.slice(at, from), false);
    push(text.slice(from, Math.min(to, end)), true);
    at = Math.min(to, end);
  }
  push(text.slice(at, end) + (end < text.length ? ELLIPSIS : ''), false);
  return segments;
}

/** Where terms stand, in order, those that touch as one. */
function spansOf(text: string, terms: MetTerms): [number, number][] {
  const spans: [number, number][] = [];
  for (const { term, start, end: termEnd } of tokenize(text)) {
    const met = terms.get(term);
    if (met === undefined) continue;
    // Where folding has changed the length, the whole word is marked.
    const end = termEnd - start === term.length ? start + met : termEnd;
    const last = spans.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}

function backToBreak(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  const start = at > 0 && space !== -1 && space - at < LEAD / 2 ? space + 1 : at;
  return wholeCharacter(text, start);
}

function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}
