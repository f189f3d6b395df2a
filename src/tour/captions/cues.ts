/** What is told, as captions one after the other: parted where one takes breath, each for as long as it takes to read. */
import type { Cue } from '#sources/captions/cue.ts';
import { LEAST_SECONDS, lettersOf, scriptOf, segmenterOf } from './script.ts';
import { CLAUSE_END, fits, partsOf, setCaption } from './setCaption.ts';

/** Words that stand alone are said with a pause after them; it counts as so many letters. */
const PAUSE_LETTERS = 3;

/**
 * The captions of a text that is told within so many seconds. They follow each other without a gap. Where the time
 * allows, each can be read at the pace of its script and lasts 1.2 seconds at least; where it does not, all are
 * hurried alike.
 */
export function cuesOf(text: string, language: string, totalSeconds: number): Cue[] {
  const pieces = joinShort(
    sentencesOf(text, language).flatMap((sentence) => partSentence(sentence, language)),
    {
      language,
      totalSeconds,
    },
  );
  const durations = timesOf(pieces, language, totalSeconds);
  let start = 0;
  return pieces.map((piece, index) => {
    const end = index === pieces.length - 1 ? totalSeconds : start + (durations[index] ?? 0);
    const cue: Cue = { start, end, text: (setCaption(piece, language) ?? [piece]).join('\n') };
    start = end;
    return cue;
  });
}

/** Said at a moment; null between and after all captions. Of several, the last that has begun. */
export function cueAt(cues: readonly Cue[], seconds: number): Cue | null {
  return cues.findLast(({ start, end }) => start <= seconds && seconds < end) ?? null;
}

function sentencesOf(text: string, language: string): string[] {
  return [...segmenterOf(language, 'sentence').segment(text.replace(/\s+/gu, ' '))]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => sentence !== '');
}

/** A sentence as it is, or parted at clauses, or where even a clause is too long, at words. */
function partSentence(sentence: string, language: string): string[] {
  if (fits(sentence, language)) return [sentence];
  const clauses: string[] = [];
  let clause = '';
  for (const part of partsOf(sentence, language)) {
    clause += part;
    if (!CLAUSE_END.test(clause)) continue;
    clauses.push(clause);
    clause = '';
  }
  if (clause !== '') clauses.push(clause);
  const pieces = clauses.flatMap((one) => (fits(one, language) ? [one] : partEvenly(one, language)));
  return packEvenly(pieces, language).map((piece) => piece.trim());
}

/** Into as few pieces of like length as have room in a caption each. */
function partEvenly(clause: string, language: string): string[] {
  const parts = partsOf(clause, language);
  const all = lettersOf(clause);
  for (let count = 2; count <= parts.length; count++) {
    const pieces: string[] = [];
    let piece = '';
    let told = 0;
    for (const part of parts) {
      piece += part;
      told += lettersOf(part);
      if (told < (all * (pieces.length + 1)) / count) continue;
      pieces.push(piece);
      piece = '';
    }
    if (piece !== '') pieces.push(piece);
    if (pieces.every((one) => fits(one, language))) return pieces;
  }
  return parts;
}

/** Neighbours go together while they have room, in as few captions of like length as hold them all. */
function packEvenly(pieces: readonly string[], language: string): string[] {
  const known = new Map<string, boolean>();
  const hasRoom = (joined: string): boolean => {
    const found = known.get(joined) ?? fits(joined, language);
    known.set(joined, found);
    return found;
  };
  const pack = (mostLetters: number): string[] => {
    const packed: string[] = [];
    for (const piece of pieces) {
      const last = packed.at(-1);
      const joined = (last ?? '') + piece;
      if (last !== undefined && lettersOf(joined) <= mostLetters && hasRoom(joined)) {
        packed[packed.length - 1] = joined;
      } else packed.push(piece);
    }
    return packed;
  };
  let best = pack(Infinity);
  const count = best.length;
  const all = lettersOf(pieces.join(''));
  for (let most = all - 1; most > 0; most--) {
    const tighter = pack(most);
    if (tighter.length > count) break;
    best = tighter;
  }
  return best;
}

/** A sentence too short to be read alone goes with the next one, where both have room. */
function joinShort(
  pieces: readonly string[],
  { language, totalSeconds }: { readonly language: string; readonly totalSeconds: number },
): string[] {
  const all = pieces.reduce((sum, piece) => sum + weightOf(piece), 0);
  const isShort = (piece: string): boolean => (totalSeconds * weightOf(piece)) / all < LEAST_SECONDS;
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && (isShort(last) || isShort(piece))) {
      const both = `${last}${scriptOf(language).lettersPerSecond > 9 ? ' ' : ''}${piece}`;
      if (fits(both, language)) {
        joined[joined.length - 1] = both;
        continue;
      }
    }
    joined.push(piece);
  }
  return joined;
}

function weightOf(piece: string): number {
  return lettersOf(piece) + PAUSE_LETTERS;
}

/** Seconds of each: what it needs to be read, and its share of what is left over. */
function timesOf(pieces: readonly string[], language: string, totalSeconds: number): number[] {
  const { lettersPerSecond } = scriptOf(language);
  const needed = pieces.map((piece) => Math.max(LEAST_SECONDS, lettersOf(piece) / lettersPerSecond));
  const neededInAll = needed.reduce((sum, seconds) => sum + seconds, 0);
  const left = totalSeconds - neededInAll;
  if (left <= 0) return needed.map((seconds) => (seconds * totalSeconds) / neededInAll);
  const weights = pieces.map((piece) => weightOf(piece));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return needed.map((seconds, index) => seconds + (left * (weights[index] ?? 0)) / all);
}
