/** All that a guided tour says, to be read at one's own pace. */
import type { Exhibition } from '#document/schema.ts';
import { pickText, type PickedText } from '#i18n/pickText.ts';
import { findNode } from '../selectors/findNode.ts';
import { segmenterOf } from './script.ts';

export interface TranscriptPart {
  /** Where one stands. */
  readonly place: PickedText;
  /** BCP 47 of the lines. */
  readonly language: string;
  /** Sentences. */
  readonly lines: readonly string[];
}

/** The steps of a tour in order; empty where there is no such tour. */
export function transcriptOf(exhibition: Exhibition, tourId: string, language: string): TranscriptPart[] {
  const { defaultLanguage } = exhibition;
  const steps = exhibition.tours?.find(({ id }) => id === tourId)?.steps ?? [];
  return steps.map(({ at, narration }) => {
    const told = pickText(narration, language, defaultLanguage);
    return {
      place: pickText(findNode(exhibition, at)?.label, language, defaultLanguage),
      language: told.language,
      lines: linesOf(told.text, told.language),
    };
  });
}

/** Which line a caption is of: the part and the line in it; null where it is of none. */
export function lineOf(
  parts: readonly TranscriptPart[],
  caption: string,
): { readonly part: number; readonly line: number } | null {
  const said = bare(caption);
  if (said === '') return null;
  for (const [part, { lines }] of parts.entries()) {
    const at = bare(lines.join('')).indexOf(said);
    if (at < 0) continue;
    let end = 0;
    const line = lines.findIndex((one) => (end += bare(one).length) > at);
    return { part, line };
  }
  return null;
}

function linesOf(text: string, language: string): string[] {
  return [...segmenterOf(language, 'sentence').segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((line) => line !== '');
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
