import { NOT_FIRST, NOT_LAST } from '#shared/kinsoku.ts';

/** One line of a paragraph, without the spaces at its ends. */
export interface SetLine {
  readonly text: string;
  /** In the unit of the measure. */
  readonly width: number;
}

/** Scripts without spaces between words, and full-width signs: a line may end after any of their letters. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]/u;
const SPACE = /^\s+$/u;
/** After these a long name or an address may go on in the next line. */
const JOINT = /^[-‐–—/]$/u;
/** Dashes and points of omission that are two signs wide are one sign. */
const PAIRED = /^[—…⸺]$/u;
/** The right half of these is empty: it may stand beyond the edge. */
const HANGING = /[，。、；：]$/u;

/** How finely widths are tried, as a share of the greatest. */
const BALANCE_STEP = 0.03;
/** A last line shorter than this share of the column is lost. */
const LOST = 0.12;

export function isWide(text: string): boolean {
  return WIDE.test(text);
}

/**
 * Sets a paragraph in lines no wider than `maxWidth`: words of Latin stay whole, Han letters part anywhere, no line
 * begins or ends with a mark that must not, and a word that is wider than a line is broken. A stop at the end of a line
 * may hang over by half of itself. A line end of the text is a space, between Han letters nothing.
 */
export function setLines(text: string, maxWidth: number, measure: (text: string) => number): SetLine[] {
  const lines: SetLine[] = [];
  let line = '';
  const end = (): void => {
    const trimmed = line.trimEnd();
    if (trimmed !== '') lines.push({ text: trimmed, width: measure(trimmed) });
    line = '';
  };
  const fits = (candidate: string): boolean => {
    const trimmed = candidate.trimEnd();
    const hanging = HANGING.exec(trimmed)?.[0];
    return measure(trimmed) - (hanging ? measure(hanging) / 2 : 0) <= maxWidth;
  };
  for (const part of partsOf(joinLines(text))) {
    if (fits(line + part)) {
      line += part;
      continue;
    }
    end();
    if (fits(part)) {
      line = part.trimStart();
      continue;
    }
    for (const sign of signsOf(part)) {
      if (line !== '' && !fits(line + sign)) end();
      line += sign;
    }
  }
  end();
  return lines;
}

/** As `setLines`, with lines as even as they can be without becoming more. */
export function setEvenly(...[text, maxWidth, measure]: Parameters<typeof setLines>): SetLine[] {
  let even = setLines(text, maxWidth, measure);
  const count = even.length;
  if (count < 2) return even;
  for (let width = maxWidth; width > 0; width -= maxWidth * BALANCE_STEP) {
    const narrower = setLines(text, width, measure);
    if (narrower.length > count) break;
    even = narrower;
  }
  return even;
}

/** As `setLines`, without a last line so short that it looks lost, where a slightly narrower column avoids it. */
export function setWell(...[text, maxWidth, measure]: Parameters<typeof setLines>): SetLine[] {
  const plain = setLines(text, maxWidth, measure);
  const isLost = (lines: readonly SetLine[]): boolean => (lines.at(-1)?.width ?? 0) < LOST * maxWidth;
  if (plain.length < 2 || !isLost(plain)) return plain;
  for (let width = maxWidth * 0.98; width > maxWidth * 0.88; width -= maxWidth * 0.02) {
    const narrower = setLines(text, width, measure);
    if (narrower.length > plain.length) break;
    if (!isLost(narrower)) return narrower;
  }
  return plain;
}

/** What has to be added between the signs of a line so that it ends at the edge; nothing where that would gape. */
export function spreadOf(line: SetLine, maxWidth: number, size: number): number {
  const gaps = signsOf(line.text).length - 1;
  const left = maxWidth - line.width;
  return gaps > 0 && left > 0 && left <= 2.5 * size ? left / gaps : 0;
}

function joinLines(text: string): string {
  const joined = text.trim().replace(/\s*[\r\n]\s*/gu, (end, offset: number, whole: string) => {
    const isInHan = isWide(whole.slice(offset - 1, offset)) && isWide(whole.slice(offset + end.length).slice(0, 1));
    return isInHan ? '' : ' ';
  });
  return joined.replace(/[^\S\u3000\u00a0]+/gu, ' ');
}

/** What stays together: words with their spaces, Han letters with their punctuation. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let before = '';
  for (const sign of signsOf(text)) {
    const last = parts.length - 1;
    if (last >= 0 && !mayPart(before, sign)) parts[last] += sign;
    else parts.push(sign);
    before = sign;
  }
  return parts;
}

function mayPart(before: string, after: string): boolean {
  if (NOT_FIRST.test(after) || NOT_LAST.test(before)) return false;
  if (PAIRED.test(before) && before === after) return false;
  return SPACE.test(before) || JOINT.test(before) || isWide(before) || isWide(after);
}

function signsOf(text: string): string[] {
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}
