/** Tables that every spreadsheet reads, whatever the language: commas between, points as decimal signs. */

/** Spreadsheets take a file without it for one in the alphabet of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Cells of `rows` stand as they are; put words of others through `quote`. */
export function writeTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + [heads.map(quote), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

export function quote(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
