/** A text in pieces that a voice can read in one go. Together the pieces are the text, not a character more or less. */

/** Characters; browsers fall silent some seconds into a longer piece. */
const LONGEST = 160;
/** What a sentence ends with, and what follows it. */
const SENTENCE = /[^.!?。！？…؟\n]*(?:[.!?。！？…؟\n]+["'”’」』）)]*\s*|$)/gu;
/** Where a long sentence may be taken apart. */
const PAUSE = /[^,;:，、；：،]*(?:[,;:，、；：،]+\s*|$)/gu;

export function splitSentences(text: string): string[] {
  return pieces(text, SENTENCE)
    .flatMap((sentence) => (sentence.length > LONGEST ? join(pieces(sentence, PAUSE)) : [sentence]))
    .flatMap((part) => (part.length > LONGEST ? cut(part) : [part]));
}

function pieces(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([piece]) => piece).filter((piece) => piece !== '');
}

/** Clauses joined again as far as they are short enough. */
function join(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    if (last !== undefined && last.length + clause.length <= LONGEST) joined[joined.length - 1] = last + clause;
    else joined.push(clause);
  }
  return joined;
}

/** After a space where there is one; never inside a character. */
function cut(part: string): string[] {
  const rest: string[] = [];
  let piece = '';
  for (const word of part.match(/\S+\s*|\s+/gu) ?? []) {
    for (const character of word.length > LONGEST ? word : [word]) {
      if (piece !== '' && piece.length + character.length > LONGEST) {
        rest.push(piece);
        piece = '';
      }
      piece += character;
    }
  }
  return piece === '' ? rest : [...rest, piece];
}
