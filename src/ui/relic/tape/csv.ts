/** Measured lengths as a table that every spreadsheet reads: metres, points as decimal signs, whatever the language. */
import { writeTable } from '../../table.ts';
import type { MeasuredLength } from './lengths.ts';

/** A hundredth of a millimetre; nothing that is measured here is finer. */
const DIGITS = 5;

/** @param heads Number, length, uncertainty, then x, y, z of both ends: ten words. */
export function writeLengths(
  lengths: readonly MeasuredLength[],
  uncertainty: number | null,
  heads: readonly string[],
): string {
  const rows = lengths.map(({ metres, from, to }, at) => [
    String(at + 1),
    metres.toFixed(DIGITS),
    uncertainty === null ? '' : uncertainty.toFixed(DIGITS),
    ...[...from, ...to].map((value) => value.toFixed(DIGITS)),
  ]);
  return writeTable(heads, rows);
}
