/** What stands beneath a wall on its board: how long something on it is, what the picture is and how it was made. */
import { CanvasTexture, SRGBColorSpace } from 'three';
import { breakLines } from '#scene/hotspot/breakLines.ts';
import { LAMP_BLACK, PLASTER } from '#scene/hotspot/colours.ts';
import { fontOf } from '#scene/hotspot/drawLabel.ts';
import { describeLength } from '#i18n/length.ts';
import type { Locale } from '#i18n/locale.ts';
import { pickText } from '#i18n/pickText.ts';
import { translate } from '#i18n/translate.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { truthOf } from '#tour/compare/truth.ts';
import { lightOf } from '#tour/light/lightOf.ts';
import type { TourState } from '#tour/state.ts';

/** Texels; as wide as the board by its height. */
const WIDTH = 1_024;
const HEIGHT = 184;
export const CAPTION_ASPECT = WIDTH / HEIGHT;
/** Parts of its width: where the bar begins, how long it may be, where its length is written. */
export const BAR_LEFT = 0.025;
export const MOST_BAR = 0.32;
const LENGTH_LEFT = 0.365;
/** Of its height: the middle of the bar. */
export const BAR_MIDDLE = 0.2;
const FONT_PX = 32;
const LINE_PX = 42;
const MOST_LINES = 3;

/** The names of all pictures that are seen on the board, and what has to be said of each. */
export function sayPictures(state: TourState, locale: Locale): string {
  const { exhibition, nodeId, language, comparison, light } = state;
  const { shown, others } = layersOf(exhibition, nodeId);
  const pair = light && lightOf(exhibition, nodeId);
  const other = others.find(({ id }) => id === comparison?.layerId);
  const layers = new Set([shown, other, pair?.daylight, pair?.lamp].filter((layer) => layer !== undefined));
  const names = new Set<string>();
  const truths = new Set<string>();
  for (const layer of layers) {
    if (!layer) continue;
    const { label, isConjecture, made } = truthOf(exhibition, nodeId, layer);
    names.add(pickText(label, language, exhibition.defaultLanguage).text);
    if (isConjecture) truths.add(translate(locale, 'layer.restoredText'));
    if (made) truths.add(translate(locale, `made.${made}`));
  }
  return [...names, ...truths].filter(Boolean).join(' · ');
}

/** A strip of words, drawn anew only when one of them changes. */
export class WallCaption {
  readonly texture: CanvasTexture;
  readonly #context: CanvasRenderingContext2D | null;
  #written = '';

  constructor() {
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = HEIGHT;
    this.#context = canvas.getContext('2d', { willReadFrequently: true });
    this.texture = new CanvasTexture(canvas);
    this.texture.colorSpace = SRGBColorSpace;
    this.texture.generateMipmaps = true;
  }

  /** @param metres How long the bar is; null for none. @param family A CSS list of typefaces. */
  write(metres: number | null, words: string, locale: Locale, family: string): void {
    const length = metres === null ? '' : describeLength(metres, locale, { uncertainty: metres });
    const written = `${length}\n${words}\n${family}`;
    const context = this.#context;
    if (!context || written === this.#written) return;
    this.#written = written;
    context.fillStyle = LAMP_BLACK;
    context.fillRect(0, 0, WIDTH, HEIGHT);
    context.fillStyle = PLASTER;
    context.font = fontOf({ family, fontPx: FONT_PX, pixelRatio: 1 });
    if ('lang' in context) context.lang = locale.tag;
    context.direction = locale.direction;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    if (length) context.fillText(length, LENGTH_LEFT * WIDTH, BAR_MIDDLE * HEIGHT);
    const left = BAR_LEFT * WIDTH;
    const lines = length ? MOST_LINES - 1 : MOST_LINES;
    const first = HEIGHT - (lines - 0.35) * LINE_PX;
    breakLines(words, locale.tag, WIDTH - 2 * left, lines, (text) => context.measureText(text).width).forEach(
      (line, i) => context.fillText(line, left, first + i * LINE_PX),
    );
    this.texture.needsUpdate = true;
  }

  /** With its levels; none before anything is written. */
  get gpuBytes(): number {
    return this.#written === '' ? 0 : Math.round((WIDTH * HEIGHT * 4 * 4) / 3);
  }

  dispose(): void {
    this.texture.dispose();
  }
}
