import type { Loss } from './loss.ts';

interface Told {
  readonly format: string;
  readonly losses: readonly Loss[];
  readonly lossesLeftOut: number;
}

/** What was lost, as a person reads it: one line each, then the count. */
export function describeLosses({ format, losses, lossesLeftOut }: Told): string {
  const lines = losses.map(
    ({ path, reason }) => `${makeVisible(path === '' ? '(whole)' : path)}: ${makeVisible(reason)}`,
  );
  const count = losses.length + lossesLeftOut;
  if (lossesLeftOut > 0) lines.push(`… and ${lossesLeftOut} more`);
  const many = count === 0 ? 'nothing was lost' : `${count} ${count === 1 ? 'loss' : 'losses'}`;
  return `${[...lines, `${format}: ${many}`].join('\n')}\n`;
}

/** Texts of strangers may hold what moves a terminal's cursor or turns its text around. */
function makeVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
