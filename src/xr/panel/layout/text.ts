import type { PickedText } from '#i18n/pickText.ts';
import { setEvenly, setWell, type SetLine, spreadOf } from '../type/setLines.ts';
import { isHan, type Measure, styleOf, type TypeRole, type TypeStyle } from '../type/typeStyle.ts';
import type { Colour, Ink, Strip } from './ink.ts';

export interface Typeset {
  readonly lines: readonly SetLine[];
  readonly style: TypeStyle;
  readonly language: string;
  readonly height: number;
  /** The widest of its lines. */
  readonly width: number;
}

interface TextOptions {
  readonly role: TypeRole;
  readonly width: number;
  /** Lines of even length, for what is read at a glance. */
  readonly isEven?: boolean;
}

/** @param options.width The longest line, metres. */
export function typeset(text: PickedText, { role, width, isEven = false }: TextOptions, measure: Measure): Typeset {
  const style = styleOf(role, text.text, text.language);
  const measureThis = (part: string): number => measure(part, style, text.language);
  const lines = (isEven ? setEvenly : setWell)(text.text, width, measureThis);
  return {
    lines,
    style,
    language: text.language,
    height: lines.length * style.lineHeight,
    width: Math.max(0, ...lines.map((line) => line.width)),
  };
}

interface LinePlace {
  readonly x: number;
  /** Of the upper edge of the first line. */
  readonly y: number;
  readonly colour: Colour;
  readonly align?: 'left' | 'middle' | 'right';
  /** The width that lines but the last are spread to; null leaves them ragged. */
  readonly spreadTo?: number | null;
}

/** The lines from `from` to before `to`. */
export function inkLines(
  set: Typeset,
  { x, y, colour, align = 'left', spreadTo = null }: LinePlace,
  from = 0,
  to = set.lines.length,
): Ink[] {
  const { style, language, lines } = set;
  return lines.slice(from, to).map((line, index) => ({
    kind: 'text',
    x,
    y: y + index * style.lineHeight + baselineOf(style),
    text: line.text,
    language,
    style,
    colour,
    align,
    spread: spreadTo !== null && from + index < lines.length - 1 ? spreadOf(line, spreadTo, style.size) : 0,
  }));
}

interface ParagraphOptions extends TextOptions {
  readonly gap: number;
  readonly colour: Colour;
  readonly x?: number;
  readonly isLeading?: boolean;
}

/** Strips of lines: a page ends nowhere within the first two or the last two of them. Han text is set to both edges. */
export function layParagraph(text: PickedText, options: ParagraphOptions, measure: Measure): Strip[] {
  const { gap, colour, width, x = 0, isLeading = false } = options;
  const set = typeset(text, options, measure);
  const spreadTo = options.isEven !== true && isHan(text.text, text.language) ? width : null;
  return groupLines(set.lines.length).map(([from, to], index) => ({
    gap: index === 0 ? gap : 0,
    height: (to - from) * set.style.lineHeight,
    inks: inkLines(set, { x, y: 0, colour, spreadTo }, from, to),
    controls: [],
    isLeading,
  }));
}

function groupLines(count: number): (readonly [from: number, to: number])[] {
  if (count === 0) return [];
  if (count <= 3) return [[0, count]];
  const singles = Array.from({ length: count - 4 }, (_, index) => [index + 2, index + 3] as const);
  return [[0, 2], ...singles, [count - 2, count]];
}

/** From the upper edge of a line to its baseline, so that capitals and Han letters stand in the middle of the line. */
function baselineOf({ size, lineHeight }: TypeStyle): number {
  return lineHeight / 2 + 0.35 * size;
}
