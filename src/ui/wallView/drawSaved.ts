/** The picture of a wall as a file: below it its scale, what it shows, how that was made, and whose it is. */
import { directionOf } from '#i18n/direction.ts';
import type { ScaleBar } from '#tour/wallView/scaleBar.ts';

export interface SavedLine {
  readonly text: string;
  readonly isStrong: boolean;
}

export interface SavedPicture {
  readonly picture: HTMLCanvasElement;
  /** Device pixels of the picture to a CSS pixel. */
  readonly pixelRatio: number;
  readonly bar: ScaleBar;
  readonly barText: string;
  readonly lines: readonly SavedLine[];
  /** A CSS font-family list, and the language that its letters are of. */
  readonly family: string;
  readonly language: string;
}

/** CSS pixels. */
const FONT = 15;
const LINE = 22;
const EDGE = 20;
const BAR_HEIGHT = 9;
const STROKE = 2;
/** What never begins a row, in any language; the edge has room for it. */
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const GROUND = '#15110e';
const LETTERS = '#e8ddc6';

/** Rejected where the browser cannot make a PNG of it. */
export async function drawSaved(saved: SavedPicture): Promise<Blob> {
  const { picture, pixelRatio: px, bar, barText, family } = saved;
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no flat pictures');
  const fontOf = (isStrong: boolean): string => `${isStrong ? 600 : 400} ${FONT * px}px ${family}`;
  const words = [barText, ...saved.lines.map(({ text }) => text)].join(' ');
  await Promise.all([fontOf(true), fontOf(false)].map((font) => document.fonts.load(font, words).catch(() => [])));
  const room = canvas.width - 2 * EDGE * px;
  const rows = saved.lines.flatMap(({ text, isStrong }) => {
    context.font = fontOf(isStrong);
    return breakText(text, saved.language, room, (part) => context.measureText(part).width).map((row) => ({
      row,
      isStrong,
    }));
  });
  // Its size empties a canvas and forgets its font.
  canvas.height = picture.height + (2 * EDGE + LINE + BAR_HEIGHT + EDGE / 2 + rows.length * LINE) * px;
  canvas.lang = saved.language;
  context.fillStyle = GROUND;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0);
  context.fillStyle = LETTERS;
  context.textBaseline = 'alphabetic';
  context.direction = directionOf(saved.language);
  context.textAlign = 'left';
  let y = picture.height + (EDGE + FONT) * px;
  context.font = fontOf(true);
  context.fillText(barText, EDGE * px, y);
  y += (LINE - FONT) * px;
  drawBar(context, EDGE * px, y, bar.lengthPx * px, px);
  y += (BAR_HEIGHT + EDGE / 2) * px;
  const isMirrored = context.direction === 'rtl';
  context.textAlign = isMirrored ? 'right' : 'left';
  for (const { row, isStrong } of rows) {
    y += LINE * px;
    context.font = fontOf(isStrong);
    context.fillText(row, isMirrored ? canvas.width - EDGE * px : EDGE * px, y);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png');
  });
}

/** From the outer edge of one tick to that of the other is its length. */
function drawBar(context: CanvasRenderingContext2D, x: number, y: number, length: number, px: number): void {
  context.fillRect(x, y + (BAR_HEIGHT - STROKE) * px, length, STROKE * px);
  context.fillRect(x, y, STROKE * px, BAR_HEIGHT * px);
  context.fillRect(x + length - STROKE * px, y, STROKE * px, BAR_HEIGHT * px);
}

/** Rows of a text that are no wider than the room, broken where its language breaks words. */
export function breakText(
  text: string,
  language: string,
  room: number,
  widthOf: (text: string) => number,
): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (row.trim() !== '' && !CLOSING.test(segment) && widthOf(row + segment) > room) {
      rows.push(row.trim());
      row = '';
    }
    row += segment;
  }
  if (row.trim() !== '') rows.push(row.trim());
  return rows;
}
