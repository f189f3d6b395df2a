/** Whom a tileset and its contents name as their makers: lines to be shown while they are seen. */
import { LONGEST_COPYRIGHT, MOST_COPYRIGHTS } from './limits.ts';

/** glTF and its exporters part several holders by semicolons. Control and bidi characters say nothing and are left out. */
export function readCopyrights(value: unknown): readonly string[] {
  if (typeof value !== 'string') return [];
  const lines = value
    .slice(0, LONGEST_COPYRIGHT * MOST_COPYRIGHTS)
    .split(';')
    .map((line) => line.replace(UNSEEN, '').trim().slice(0, LONGEST_COPYRIGHT))
    .filter((line) => line !== '');
  return [...new Set(lines)].slice(0, MOST_COPYRIGHTS);
}

const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
