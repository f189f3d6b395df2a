import { directionOf } from '#i18n/direction.ts';
import type { Colour, Ink, PanelPage } from '../layout/ink.ts';
import { HAIRLINE } from '../layout/measures.ts';
import type { TypeStyle } from '../type/typeStyle.ts';

/** Pigments as the page has them; ochre is its brighter one, for letters and lines on black. */
const COLOURS = {
  plaster: '#e8ddc6',
  dim: '#b8ac95',
  ochre: '#d9a04c',
  hairline: 'rgb(232 221 198 / 26%)',
  ground: '#15110e',
} satisfies Record<Colour, string>;
/** What stands behind a panel is not quite gone. */
const GROUND = 'rgb(16 13 10 / 95%)';

export interface DrawingTools {
  readonly pixelsPerMetre: number;
  /** A CSS font at that many pixels a metre. */
  fontOf(style: TypeStyle, language: string): string;
  /** The picture of an address of the document; null while it is not here. */
  pictureOf(uri: string): CanvasImageSource | null;
}

type Context = CanvasRenderingContext2D;

/** Draws a page into the upper left corner of a canvas. */
export function drawPage(context: Context, page: PanelPage, tools: DrawingTools): void {
  const { pixelsPerMetre: scale } = tools;
  const [width, height] = [page.width * scale, page.height * scale];
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.fillStyle = GROUND;
  context.fillRect(0, 0, width, height);
  context.fillStyle = COLOURS.ochre;
  context.fillRect(0, 0, width, Math.max(2, HAIRLINE * scale));
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.imageSmoothingQuality = 'high';
  for (const ink of page.inks) draw(context, ink, tools);
}

function draw(context: Context, ink: Ink, tools: DrawingTools): void {
  const { pixelsPerMetre: scale } = tools;
  switch (ink.kind) {
    case 'text':
      return write(context, ink, tools);
    case 'line':
      trace(context, ink.points, scale);
      context.lineWidth = ink.width * scale;
      context.strokeStyle = COLOURS[ink.colour];
      return context.stroke();
    case 'shape':
      trace(context, ink.points, scale);
      context.globalAlpha = ink.strength;
      context.fillStyle = COLOURS[ink.fill];
      context.fill();
      context.globalAlpha = 1;
      return;
    case 'box':
      context.beginPath();
      context.roundRect(ink.x * scale, ink.y * scale, ink.width * scale, ink.height * scale, ink.radius * scale);
      return paint(context, ink, scale);
    case 'disc':
      context.beginPath();
      context.arc(ink.x * scale, ink.y * scale, ink.radius * scale, 0, 2 * Math.PI);
      return paint(context, ink, scale);
    case 'picture': {
      const picture = tools.pictureOf(ink.uri);
      const [x, y, width, height] = [ink.x * scale, ink.y * scale, ink.width * scale, ink.height * scale];
      if (picture) return context.drawImage(picture, x, y, width, height);
      context.strokeStyle = COLOURS.hairline;
      context.lineWidth = HAIRLINE * scale;
      return context.strokeRect(x, y, width, height);
    }
  }
}

function write(context: Context, ink: Ink & { kind: 'text' }, tools: DrawingTools): void {
  const { pixelsPerMetre: scale } = tools;
  context.font = tools.fontOf(ink.style, ink.language);
  context.letterSpacing = `${((ink.style.tracking + ink.spread) * scale).toFixed(3)}px`;
  // Han letters look different in Chinese, Japanese and Korean; browsers that know the setting choose by it.
  if ('lang' in context) context.lang = ink.language;
  context.direction = directionOf(ink.language);
  context.textAlign = ink.align === 'middle' ? 'center' : ink.align;
  context.textBaseline = 'alphabetic';
  context.fillStyle = COLOURS[ink.colour];
  context.fillText(ink.text, ink.x * scale, ink.y * scale);
}

function paint(context: Context, ink: { fill: Colour | null; stroke: Colour | null }, scale: number): void {
  if (ink.fill) {
    context.fillStyle = COLOURS[ink.fill];
    context.fill();
  }
  if (ink.stroke) {
    context.strokeStyle = COLOURS[ink.stroke];
    context.lineWidth = HAIRLINE * scale * (ink.stroke === 'hairline' ? 1 : 1.4);
    context.stroke();
  }
}

function trace(context: Context, points: readonly number[], scale: number): void {
  context.beginPath();
  for (let i = 0; i + 1 < points.length; i += 2) {
    context.lineTo((points[i] ?? 0) * scale, (points[i + 1] ?? 0) * scale);
  }
}
