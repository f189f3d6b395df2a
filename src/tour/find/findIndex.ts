import MiniSearch from 'minisearch';
import { fold } from './fold.ts';
import { type Field, type Passage, passagesOf } from './passages.ts';
import type { Thing } from './things.ts';
import { type QueryWord, readQuery, tokenize } from './tokens.ts';

/** A thing that was found, with the text that says so. */
export interface Found {
  readonly thing: Thing;
  readonly field: Field;
  readonly text: string;
  /** BCP 47 of the text. */
  readonly language: string;
  readonly terms: MetTerms;
  readonly score: number;
}

/** Terms of a text that were met, and how many of their first characters. */
export type MetTerms = ReadonlyMap<string, number>;

/** How much a word counts by where it stands. */
const WEIGHTS: Readonly<Record<Field, number>> = { label: 4, subject: 2, fact: 2, body: 1 };
/** A letter in five may be another one. */
const TOLERANCE = 0.2;

interface Wish {
  /** All that was typed, folded. */
  readonly whole: string;
  readonly language: string;
  /** Whether words may be spelt nearly alike. */
  readonly isTolerant: boolean;
}

interface Tally {
  readonly thing: Thing;
  /** Which words were met, one bit each. */
  words: number;
  readonly scores: Partial<Record<Field, number>>;
  best: Passage;
  bestWords: number;
  bestScore: number;
  isBestOwn: boolean;
  readonly terms: Map<string, number>;
}

/** An index over the texts of things in all their languages. */
export class FindIndex {
  readonly #passages: Passage[] = [];
  readonly #search = new MiniSearch<Passage>({
    fields: ['text'],
    tokenize: (text) => tokenize(text).map(({ term }) => term),
    processTerm: (term) => term,
  });

  add(thing: Thing): void {
    for (const passage of passagesOf(thing, this.#passages.length)) {
      this.#passages.push(passage);
      this.#search.add(passage);
    }
  }

  /**
   * The things that hold every word of the query, in whatever language, best first; where there are none, those that hold
   * most of them. Of what a thing holds, the text in `language` is shown where it says as much.
   */
  search(query: string, language: string): Found[] {
    const words = readQuery(query);
    if (words.length === 0) return [];
    const whole = fold(query.trim());
    const strict = this.#tally(words, { whole, language, isTolerant: false });
    const isMet = strict.some((one) => countBits(one.words) === words.length);
    // Only what nobody has written as it was typed may be a slip of the hand.
    const tallies = isMet ? strict : this.#tally(words, { whole, language, isTolerant: true });
    const most = Math.max(0, ...tallies.map((one) => countBits(one.words)));
    if (most * 2 < words.length) return [];
    return tallies
      .filter((one) => countBits(one.words) === most)
      .map(({ thing, best, terms, scores }) => {
        const score = Object.values(scores).reduce((sum, one) => sum + one, 0);
        return { thing, field: best.field, text: best.text, language: best.language, terms, score };
      })
      .sort((a, b) => b.score - a.score);
  }

  #tally(words: readonly QueryWord[], { whole, language, isTolerant }: Wish): Tally[] {
    const wordOf = new Map(words.flatMap((word) => word.terms.map((term) => [term, word] as const)));
    const results = this.#search.search([...wordOf.keys()].join(' '), {
      tokenize: (terms) => terms.split(' '),
      prefix: (term) => wordOf.get(term)?.isBeginning ?? false,
      fuzzy: (term) => (isTolerant && wordOf.get(term)?.isTolerant ? TOLERANCE : false),
      combineWith: 'OR',
    });
    const tallies = new Map<Thing, Tally>();
    for (const { id, score, terms, queryTerms } of results) {
      const passage = this.#passages[id as number];
      const met = passage ? wordsMet(words, queryTerms) : 0;
      if (!passage || met === 0) continue;
      const { thing, field } = passage;
      const isWhole = field === 'label' && fold(passage.text) === whole;
      const weighted = score * WEIGHTS[field] * (isWhole ? 2 : 1);
      const isOwn = passage.language === language;
      const found = { best: passage, bestWords: countBits(met), bestScore: weighted, isBestOwn: isOwn };
      const before = tallies.get(thing);
      const tally = before ?? { thing, words: 0, scores: {}, terms: new Map<string, number>(), ...found };
      if (!before) tallies.set(thing, tally);
      else if (isBetter(found, before)) Object.assign(before, found);
      tally.words |= met;
      tally.scores[field] = Math.max(tally.scores[field] ?? 0, weighted);
      for (const term of terms) tally.terms.set(term, metLength(term, queryTerms));
    }
    return [...tallies.values()];
  }
}

type Rank = Pick<Tally, 'bestWords' | 'bestScore' | 'isBestOwn'>;

function isBetter(a: Rank, b: Rank): boolean {
  if (a.bestWords !== b.bestWords) return a.bestWords > b.bestWords;
  if (a.isBestOwn !== b.isBestOwn) return a.isBestOwn;
  return a.bestScore > b.bestScore;
}

function wordsMet(words: readonly QueryWord[], queryTerms: readonly string[]): number {
  const met = new Set(queryTerms);
  return words.reduce((bits, { terms }, at) => (terms.every((term) => met.has(term)) ? bits | (1 << at) : bits), 0);
}

/** Of a term that only begins as was asked the beginning, of all others the whole. */
function metLength(term: string, queryTerms: readonly string[]): number {
  const lengths = queryTerms.map((asked) => (term.startsWith(asked) ? asked.length : 0));
  return Math.max(...lengths) || term.length;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
