import type { AudioAsset } from '#document/schema.ts';
import type { TourStep } from '#document/tourSchema.ts';
import { pickText } from '#i18n/pickText.ts';
import { findAsset } from '../selectors/made.ts';
import type { TourState } from '../state.ts';
import type { Telling } from './ports.ts';

/** Signs read in a second: of a script whose signs are words, and of others. */
const HAN_PER_SECOND = 4.5;
const LETTERS_PER_SECOND = 14;
/** Short words take as long to be noticed. */
const LEAST_SECONDS = 3;

/** What is told at a step, in the visitor's language or the nearest one there is. */
export function tellingOf(
  step: TourStep,
  { exhibition, language }: Pick<TourState, 'exhibition' | 'language'>,
): Telling {
  const picked = pickText(step.narration, language, exhibition.defaultLanguage);
  const asset = findAsset(exhibition, step.voice?.[picked.language] ?? '');
  const voice: AudioAsset | null = asset?.kind === 'audio' ? asset : null;
  const silentSeconds = Math.max(step.minSeconds ?? 0, readingSeconds(picked.text));
  return { text: picked.text, language: picked.language, voice, silentSeconds };
}

/** How long a text takes to be read, at the ordinary rate. */
export function readingSeconds(text: string): number {
  const han = text.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu)?.length ?? 0;
  return Math.max(LEAST_SECONDS, han / HAN_PER_SECOND + (text.length - han) / LETTERS_PER_SECOND);
}

/** How long a whole tour takes about, by its longest way, minutes; at least 1. */
export function minutesOf(steps: readonly TourStep[], state: Pick<TourState, 'exhibition' | 'language'>): number {
  const moving = 3;
  const seconds = steps.reduce((sum, step) => sum + moving + tellingOf(step, state).silentSeconds, 0);
  return Math.max(1, Math.round(seconds / 60));
}
