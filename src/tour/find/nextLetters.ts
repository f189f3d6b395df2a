/**
 * Letters for a screen without a keyboard. Only those are offered that lead on to a name of the exhibition, as on a ticket
 * machine, so that the same few keys serve every script: no layout, no input method, and nothing that finds nothing.
 */
import { fold } from './fold.ts';
import { JOINING, RUNS, segment } from './tokens.ts';

const HAN = /\p{Script=Han}/u;
/** The word that is being written. */
const LAST_WORD = /[\p{L}\p{N}\p{M}ー]+$/u;

/**
 * What may follow the last word of `typed` in the `names`, each once, in the order of the language (BCP 47). All that
 * names begin with where `typed` is empty or ends with a space; nothing where no name goes on.
 */
export function nextLetters(names: readonly string[], typed: string, language: string): string[] {
  const written = fold(LAST_WORD.exec(typed)?.[0] ?? '');
  const letters = new Map<string, string>();
  for (const name of names) {
    for (const word of wordsOf(name)) {
      const { next, isBegun } = goOn(word, written);
      if (!isBegun || next === undefined) continue;
      // One letter for all of its forms; a character of Han as the name has it.
      const key = fold(next);
      if (!letters.has(key)) letters.set(key, HAN.test(next) ? next : key);
    }
  }
  return [...letters.values()].sort(new Intl.Collator(language).compare);
}

/** Every place in a name from which one might begin to write it. */
function wordsOf(name: string): string[] {
  return [...name.normalize('NFC').matchAll(RUNS)].flatMap(([run, paired, unspaced]) => {
    if (paired === undefined && unspaced === undefined) return [run];
    const telling = segment(run).filter(({ text }) => !JOINING.has(text));
    return telling.map(({ start }) => run.slice(start));
  });
}

function goOn(word: string, written: string): { readonly isBegun: boolean; readonly next: string | undefined } {
  let rest = written;
  for (const letter of word) {
    const folded = fold(letter);
    // A mark that stands by itself is part of the letter before it.
    if (folded === '') continue;
    if (rest === '') return { isBegun: true, next: letter };
    if (!rest.startsWith(folded)) return { isBegun: false, next: undefined };
    rest = rest.slice(folded.length);
  }
  return { isBegun: rest === '', next: undefined };
}
