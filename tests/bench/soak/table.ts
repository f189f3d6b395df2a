/** Trends as one table of text. */
import { FLOORS, type Trend } from './trend.ts';

export interface PartTrends {
  readonly part: string;
  readonly rounds: number;
  readonly perRound: number;
  readonly trends: readonly Trend[];
}

export function printTable(parts: readonly PartTrends[]): string {
  const lines = parts.flatMap(({ part, rounds, perRound, trends }) => [
    '',
    `${rounds} rounds of ${perRound} ${part}`,
    row('', 'first', 'last', 'a round', '±', 'floor', ''),
    ...trends.map(({ measure, first, last, slope, noise, isGrowing }) => {
      const show = (value: number): string => format(value, measure.endsWith('Bytes'));
      const verdict = isGrowing ? 'GROWS' : 'flat';
      return row(measure, show(first), show(last), show(slope), show(noise), show(FLOORS[measure]), verdict);
    }),
  ]);
  return lines.join('\n');
}

function row(name: string, ...cells: readonly string[]): string {
  return `  ${name.padEnd(12)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}

function format(value: number, isBytes: boolean): string {
  return isBytes ? `${(value / 1_000).toFixed(1)} kB` : String(Math.round(value * 100) / 100);
}
