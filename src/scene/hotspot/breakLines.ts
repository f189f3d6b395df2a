import { NOT_FIRST, NOT_LAST } from '#shared/kinsoku.ts';

/** How finely widths are tried, as a share of the greatest. */
const BALANCE_STEP = 0.04;

/**
 * Breaks a text into lines no wider than `maxWidth` where its language allows it, two words of Chinese being as good a
 * place as a space; what does not fit into `maxLines` ends in an ellipsis. A word wider than a line stays whole, unless
 * it is the last.
 */
export function breakLines(
  text: string,
  language: string,
  maxWidth: number,
  maxLines: number,
  measure: (text: string) => number,
): string[] {
  // prettier-ignore
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(text.replace(/\s+/gu, ' ').trim(), language)) {
    if (line === '' || measure((line + part).trimEnd()) <= maxWidth) {
      line += part;
      continue;
    }
    lines.push(line.trimEnd());
    line = part.trimStart();
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = shorten(kept[maxLines - 1] ?? '', maxWidth, measure);
  return kept;
}

/** As `breakLines`, with lines as even as they can be without becoming more. */
export function balanceLines(
  ...[text, language, maxWidth, maxLines, measure]: Parameters<typeof breakLines>
): string[] {
  let balanced = breakLines(text, language, maxWidth, maxLines, measure);
  const lineCount = balanced.length;
  if (lineCount < 2 || balanced.at(-1)?.endsWith('…')) return balanced;
  for (let width = maxWidth; width > 0; width -= maxWidth * BALANCE_STEP) {
    const narrower = breakLines(text, language, width, maxLines + 1, measure);
    if (narrower.length > lineCount) break;
    balanced = narrower;
  }
  return balanced;
}

/** Words, each with the spaces and the punctuation that cling to it. */
function partsOf(text: string, language: string): string[] {
  const parts: string[] = [];
  for (const { segment } of segmenterOf(language).segment(text)) {
    const last = parts.length - 1;
    if (last >= 0 && (NOT_FIRST.test(segment) || NOT_LAST.test(parts[last] ?? ''))) parts[last] += segment;
    else parts.push(segment);
  }
  return parts;
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'word' });
  } catch {
    // A document's tag may be none that the browser knows; words are found without it, less well.
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}

function shorten(line: string, maxWidth: number, measure: (text: string) => number): string {
  const letters = [...line];
  while (letters.length > 1 && measure(`${letters.join('').trimEnd()}…`) > maxWidth) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
