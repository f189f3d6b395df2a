import { directionOf } from '#i18n/direction.ts';
import { balanceLines } from '#scene/hotspot/breakLines.ts';

/** What is written on a plate, in which language. */
export interface PlateText {
  readonly text: string;
  readonly language: string;
}

/** sRGB. */
export const CARD = '#ddd2bb';
const INK = '#1d1712';
const RULE = '#8d7a5c';

const MAX_LINES = 2;
/** Shares of the height of the plate. */
const LARGEST = 0.34;
const SMALLEST = 0.2;
const LINE_HEIGHT = 1.28;
const MARGIN = 0.16;

/**
 * Writes a name on a card of this size in pixels, with its upper left corner at (x, y), as large as it fits. `family`
 * is a CSS font-family list.
 */
export function drawPlate(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  [x, y, width, height]: readonly [number, number, number, number],
  { text, language }: PlateText,
  family: string,
): void {
  // prettier-ignore
  context.fillStyle = CARD;
  context.fillRect(x, y, width, height);
  context.strokeStyle = RULE;
  context.lineWidth = Math.max(1, height * 0.012);
  const inset = height * 0.055;
  context.strokeRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset);
  context.fillStyle = INK;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  // Han letters look different in Chinese, Japanese and Korean; browsers that know the setting choose by it.
  if ('lang' in context) context.lang = language;
  context.direction = directionOf(language);
  const room = width - 2 * MARGIN * height;
  const measure = (part: string): number => context.measureText(part).width;
  let lines: string[] = [];
  let size = LARGEST * height;
  for (; ; size *= 0.9) {
    context.font = `600 ${size.toFixed(1)}px ${family}`;
    lines = balanceLines(text, language, room, MAX_LINES, measure);
    const isWhole = !lines.at(-1)?.endsWith('…') || text.trim().endsWith('…');
    const high = lines.length * LINE_HEIGHT * size <= height * 0.78;
    const isWide = Math.max(0, ...lines.map(measure)) > room;
    if ((isWhole && high && !isWide) || size < SMALLEST * height) break;
  }
  lines.forEach((line, index) => {
    const middle = (index - (lines.length - 1) / 2) * LINE_HEIGHT * size;
    context.fillText(line, x + width / 2, y + height / 2 + middle + size * 0.04, room);
  });
}
