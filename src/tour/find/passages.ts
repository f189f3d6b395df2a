import type { LanguageMap } from '#document/schema.ts';
import type { Thing } from './things.ts';

export type Field = 'label' | 'fact' | 'subject' | 'body';

/** A piece of text in one language, by which its thing is found. */
export interface Passage {
  readonly id: number;
  readonly thing: Thing;
  readonly field: Field;
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
}

/** Longer texts are cut, so that no single piece takes long to read and each says where the words stand. */
export const MAX_PASSAGE = 600;
const ENDS = /[.!?。！？；\n]/u;

/** The passages of a thing, numbered from `firstId`. */
export function passagesOf(thing: Thing, firstId: number): Passage[] {
  const passages: Passage[] = [];
  const add = (field: Field, language: string, text: string): void => {
    if (text.trim() !== '') passages.push({ id: firstId + passages.length, thing, field, language, text });
  };
  const addMap = (field: Field, map: LanguageMap): void => {
    for (const [language, text] of Object.entries(map)) for (const piece of cut(text)) add(field, language, piece);
  };
  addMap('label', thing.label);
  for (const { label, value } of thing.facts) {
    for (const [language, text] of Object.entries(value)) {
      const name = label[language];
      for (const piece of cut(text)) add('fact', language, name === undefined ? piece : `${name}: ${piece}`);
    }
  }
  for (const subject of thing.subjects) addMap('subject', subject);
  for (const body of thing.bodies) addMap('body', body);
  return passages;
}

/** Cuts a text after sentences where it can, and never within a character. */
export function cut(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > MAX_PASSAGE) {
    let end = start + MAX_PASSAGE;
    const least = start + MAX_PASSAGE / 2;
    while (end > least && !ENDS.test(text[end - 1] ?? '')) end--;
    if (end === least) end = start + MAX_PASSAGE;
    // The halves of one character stay together.
    if (/[\uDC00-\uDFFF]/.test(text[end] ?? '')) end--;
    pieces.push(text.slice(start, end));
    start = end;
  }
  pieces.push(text.slice(start));
  return pieces;
}
