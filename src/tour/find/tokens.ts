/**
 * Texts as the terms one finds them by. Scripts with spaces give words; Han and kana give every pair of neighbouring
 * characters, so that no dictionary decides what can be found; Thai, Lao, Khmer and Burmese words are told apart by the
 * browser. A query's words of Han are told apart too, so that pairs across two words are not asked for.
 */
import { fold } from './fold.ts';

export interface Token {
  readonly term: string;
  /** Where it stands in the text, UTF-16 units, the end left out. */
  readonly start: number;
  readonly end: number;
}

/** What one asks for: all of its terms together are one word. */
export interface QueryWord {
  readonly terms: readonly string[];
  /** Whether a term that only begins so counts as well. */
  readonly isBeginning: boolean;
  /** Whether a term that is spelt nearly so counts as well. */
  readonly isTolerant: boolean;
}

/** No word of a text is longer; the rest of it is not compared. */
const MAX_TERM = 40;
/** Nobody types more; the rest is not looked for. */
export const MAX_QUERY = 200;
const MAX_WORDS = 16;
/** Of fewer letters too many words are spelt nearly alike. */
const TOLERANT_FROM = 4;
const PAIRED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const UNSPACED = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Runs of letters that a text is made of; the first group is Han and kana, the second of scripts without spaces. */
export const RUNS = new RegExp(
  `([${PAIRED}]+)|([${UNSPACED}]+)|(?:(?![${PAIRED}${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
);
/** Words that only join others. */
export const JOINING: ReadonlySet<string> = new Set('的了和与及在是之也地得の'.split(''));

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(RUNS)) {
    const [run, paired, unspaced] = match;
    if (paired !== undefined) pairUp(paired, match.index, tokens);
    else if (unspaced !== undefined) for (const word of segment(run)) push(word.text, match.index + word.start, tokens);
    else push(run, match.index, tokens);
  }
  return tokens;
}

/** The words of what was typed; none where it holds no letter and no digit. */
export function readQuery(query: string): QueryWord[] {
  const words: QueryWord[] = [];
  const runs = [...query.slice(0, MAX_QUERY).matchAll(RUNS)];
  for (const [run, paired, unspaced] of runs) {
    if (paired !== undefined) words.push(...readPaired(paired));
    else if (unspaced !== undefined) words.push(...segment(run).map(({ text }) => wordOf(text)));
    else words.push(wordOf(run));
  }
  return words.filter(({ terms }) => terms.length > 0).slice(0, MAX_WORDS);
}

function readPaired(run: string): QueryWord[] {
  const words = segment(run).map(({ text }) => text);
  const telling = words.filter((word) => !JOINING.has(word));
  return (telling.length > 0 ? telling : words).map((word) => {
    const characters = [...word].map(fold);
    // The last character of a run stands alone among the terms, every other one begins a pair.
    if (characters.length === 1) return { terms: characters, isBeginning: true, isTolerant: false };
    return { terms: pairsOf(characters), isBeginning: false, isTolerant: false };
  });
}

function wordOf(word: string): QueryWord {
  const term = fold(word).slice(0, MAX_TERM);
  const isLatin = /^\p{Script=Latin}+$/u.test(term);
  return {
    terms: term === '' ? [] : [term],
    isBeginning: term.length > 1 || !isLatin,
    isTolerant: isLatin && term.length >= TOLERANT_FROM,
  };
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

function pairUp(run: string, offset: number, tokens: Token[]): void {
  const folded = fold(run);
  // Folding one by one is slow, and needed only where a character becomes several or none.
  const terms = folded.length === run.length ? [...folded] : [...run].map(fold);
  let start = offset;
  let before = '';
  let beforeStart = offset;
  let at = 0;
  for (const character of run) {
    const term = terms[at++] ?? '';
    const end = start + character.length;
    if (before !== '') tokens.push({ term: before + term, start: beforeStart, end });
    before = term;
    beforeStart = start;
    start = end;
  }
  if (before !== '') tokens.push({ term: before, start: beforeStart, end: start });
}

function push(word: string, start: number, tokens: Token[]): void {
  const term = fold(word).slice(0, MAX_TERM);
  if (term !== '') tokens.push({ term, start, end: start + word.length });
}

interface Piece {
  readonly text: string;
  readonly start: number;
}

/** The words of a run without spaces; the run itself where the browser cannot tell them apart. */
export function segment(run: string): Piece[] {
  if (!('Segmenter' in Intl)) return [{ text: run, start: 0 }];
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  return [...segmenter.segment(run)].map(({ segment: text, index }) => ({ text, start: index }));
}
