import { toSimplified } from './hanForms.ts';

/** Letters that no decomposition turns into what one types for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', ى: 'ي', ة: 'ه',
}; // prettier-ignore
const ODD_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
/** Accents of Latin, Greek and Cyrillic; vowel signs, hamza and tatweel of Arabic. Marks of other scripts are letters. */
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/gu;

const PLAIN = /^[\x20-\x7e]*$/;

/** What texts are compared by: without case, accents and forms of the same letter. Its length may differ. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase();
  return toSimplified(bare.replace(ODD_LETTERS, (letter) => LETTERS[letter] ?? letter));
}
