import { directionOf } from '#i18n/direction.ts';
import { balanceLines } from './breakLines.ts';
import { LAMP_BLACK, PLASTER, TEXT_SCRIM } from './colours.ts';

export interface LabelStyle {
  /** A CSS font-family list. */
  readonly family: string;
  /** CSS pixels. */
  readonly fontPx: number;
  /** Device pixels per CSS pixel. */
  readonly pixelRatio: number;
}

export interface LabelSize {
  /** Of the drawn label, CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** The soft edge on each side of it, where other things may be. */
  readonly edgePx: number;
}

/** In ems: the longest line, the distance of lines, the ground around the letters and the softness of its edge. */
const MAX_WIDTH = 15;
const LINE_HEIGHT = 1.4;
const PADDING_X = 0.75;
const PADDING_Y = 0.35;
const BLUR = 0.7;
const MAX_LINES = 2;

export function fontOf({ family, fontPx }: LabelStyle): string {
  return `450 ${fontPx}px ${family}`;
}

/** Draws a label into a canvas, which takes its size: plaster letters on a soft dark ground. */
export function drawLabel(canvas: HTMLCanvasElement, text: string, language: string, style: LabelStyle): LabelSize {
  // In the page's own memory: what lies in the GPU's process is gone where that ends.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return { widthPx: 0, heightPx: 0, edgePx: 0 };
  const { fontPx, pixelRatio } = style;
  setType(context, language, style);
  const measure = (part: string): number => context.measureText(part).width;
  const lines = balanceLines(text, language, MAX_WIDTH * fontPx, MAX_LINES, measure);
  const textWidth = Math.max(0, ...lines.map(measure));
  const blur = BLUR * fontPx;
  const groundWidth = textWidth + 2 * PADDING_X * fontPx;
  const groundHeight = (lines.length * LINE_HEIGHT + 2 * PADDING_Y) * fontPx;
  canvas.width = Math.ceil((groundWidth + 2 * blur) * pixelRatio);
  canvas.height = Math.ceil((groundHeight + 2 * blur) * pixelRatio);
  const widthPx = canvas.width / pixelRatio;
  const heightPx = canvas.height / pixelRatio;

  // Giving a canvas a size clears it and all its settings.
  context.scale(pixelRatio, pixelRatio);
  // Half of the blur fades inwards. A filter's lengths are the canvas's own pixels, whatever its scale.
  context.filter = `blur(${((blur / 2) * pixelRatio).toFixed(2)}px)`;
  drawGround(context, (widthPx - groundWidth) / 2, (heightPx - groundHeight) / 2, groundWidth, groundHeight);
  context.filter = 'none';
  context.globalAlpha = 1;
  setType(context, language, style);
  context.fillStyle = PLASTER;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  lines.forEach((line, index) => {
    const middle = (index - (lines.length - 1) / 2) * LINE_HEIGHT * fontPx;
    context.fillText(line, widthPx / 2, heightPx / 2 + middle);
  });
  return { widthPx, heightPx, edgePx: 1.5 * blur };
}

function setType(context: CanvasRenderingContext2D, language: string, style: LabelStyle): void {
  context.font = fontOf(style);
  // Han letters look different in Chinese, Japanese and Korean; browsers that know the setting choose by it.
  if ('lang' in context) context.lang = language;
  context.direction = directionOf(language);
}

function drawGround(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
  context.globalAlpha = TEXT_SCRIM;
  context.fillStyle = LAMP_BLACK;
  context.beginPath();
  context.roundRect(x, y, width, height, height / 4);
  context.fill();
}
