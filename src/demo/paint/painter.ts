import { createCanvas, type Canvas, type ImageData, type Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Layer } from '#demo/cave/layer.ts';
import { createRandom, type Random } from '#demo/noise/random.ts';
import { ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import {
  DRAWING,
  parseColour,
  PIGMENTS,
  type Pigment,
  type PigmentChanges,
  type PigmentColour,
} from '#demo/paint/pigments.ts';

export interface PainterOptions {
  /** Size of the whole painting, metres. */
  readonly width: number;
  readonly height: number;
  readonly pixelsPerMetre: number;
  readonly layer: Layer;
  readonly seed: number;
  /** The part that is kept, in whole pixels of the whole painting; all of it by default. Strokes beside it are dropped. */
  readonly window?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface ShapeOptions {
  /** Pigment of the contour; null for none. Default ink. */
  readonly line?: Pigment | null;
  /** Default 0.006. */
  readonly lineWidth?: number;
  readonly lineAlpha?: number;
  /** Pigment of the soft inner shading; none by default. */
  readonly shade?: Pigment;
  /** Default 0.03. */
  readonly shadeWidth?: number;
  /** Default 0.35. */
  readonly shadeAlpha?: number;
}

/** How a brush swells: 0 at both tips, 1 at its belly. */
export type BrushProfile = (t: number) => number;

const taper: BrushProfile = (t) => Math.sin(Math.PI * Math.min(1, 0.08 + t * 0.9)) ** 0.6;

/**
 * A brush that paints the same strokes in one of three pictures: changed pigments, fresh pigments, or ink lines on paper.
 * Lengths are metres (or units of the innermost `push`), x right, y down from the top left.
 *
 * `random` is for the drawing's decisions. Small variations of colour come from a stream of their own, so that the three
 * layers of one painting agree stroke by stroke.
 */
export class Painter {
  readonly width: number;
  readonly height: number;
  readonly pixelsPerMetre: number;
  readonly layer: Layer;
  readonly random: Random;
  readonly context: SKRSContext2D;
  /** Added to the brightness of every pigment until set back: −0.1 is a tenth darker. For jitter from figure to figure. */
  lightness = 0;
  /** Multiplies the width of lines and of inked strokes until set back: below 1 for figures larger than life. */
  lineWeight = 1;
  readonly #canvas: Canvas;
  readonly #jitter: Random;
  #pigments: Readonly<Record<Pigment, PigmentColour>> = PIGMENTS;

  constructor({ width, height, pixelsPerMetre, layer, seed, window }: PainterOptions) {
    this.width = width;
    this.height = height;
    this.pixelsPerMetre = pixelsPerMetre;
    this.layer = layer;
    this.random = createRandom(seed);
    this.#jitter = createRandom(seed + 7919);
    const kept = window ?? {
      x: 0,
      y: 0,
      width: Math.round(width * pixelsPerMetre),
      height: Math.round(height * pixelsPerMetre),
    };
    this.#canvas = createCanvas(kept.width, kept.height);
    this.context = this.#canvas.getContext('2d');
    // The plaster, so that no edge stays open where the size is no whole number of pixels.
    this.context.fillStyle = this.isDrawing ? DRAWING.paper : this.#mix('ground', 1, 0);
    this.context.fillRect(0, 0, kept.width, kept.height);
    this.context.translate(-kept.x, -kept.y);
    this.context.scale(pixelsPerMetre, pixelsPerMetre);
    this.context.lineJoin = 'round';
    this.context.lineCap = 'round';
  }

  get isDrawing(): boolean {
    return this.layer === 'line-drawing';
  }

  /** Changes some pigments for this painting; call it first thing in `draw`. */
  usePigments(changes: PigmentChanges): void {
    this.#pigments = { ...PIGMENTS, ...changes };
  }

  /** In the line drawing a fill is paper; washes (alpha below 0.75) are left out there. */
  fill(path: Path2D, pigment: Pigment, alpha = 1): void {
    const colour = this.#mix(pigment, alpha, 0.035);
    if (this.isDrawing && alpha < 0.75) return;
    this.context.fillStyle = this.isDrawing ? DRAWING.paper : colour;
    this.context.fill(path);
  }

  /** Soft shading inside a contour, darkest at its edge (as the graded washes of the old painters). */
  shade(path: Path2D, pigment: Pigment, width: number, alpha = 0.35, steps = this.#stepsFor(width)): void {
    if (this.isDrawing) return;
    const { context } = this;
    context.save();
    context.clip(path);
    context.strokeStyle = this.#mix(pigment, (alpha / steps) * 1.6, 0);
    for (let i = 1; i <= steps; i++) {
      context.lineWidth = (width * 2 * i) / steps;
      context.stroke(path);
    }
    context.restore();
  }

  /**
   * An even line. In the line drawing coloured lines are thin, and faint ones (alpha below 0.5), which are highlights, are
   * left out.
   */
  line(path: Path2D, width: number, pigment: Pigment = 'ink', alpha = 0.9): void {
    if (this.isDrawing && alpha < 0.5) return;
    this.context.strokeStyle = this.isDrawing ? inkOnPaper(alpha + 0.1) : this.#mix(pigment, alpha, 0);
    this.context.lineWidth = this.isDrawing
      ? width * this.lineWeight * (isInk(pigment) ? 0.9 : 0.4)
      : width * this.lineWeight;
    this.context.stroke(path);
  }

  /** One stroke that swells and tapers; `width` is at its belly. In the line drawing coloured strokes become outlines. */
  brush(
    points: readonly Point[],
    width: number,
    pigment: Pigment = 'ink',
    alpha = 0.92,
    steps = 20,
    profile: BrushProfile = taper,
  ): void {
    const half = width * 0.5 * (isInk(pigment) ? this.lineWeight : 1);
    const path = ribbonPath(sampleCurve(points, steps), (t) => half * profile(t));
    if (this.isDrawing && !isInk(pigment)) {
      this.fill(path, pigment, alpha);
      this.line(path, width * 0.2, pigment);
      return;
    }
    this.context.fillStyle = this.isDrawing ? inkOnPaper(alpha) : this.#mix(pigment, alpha, 0);
    this.context.fill(path);
  }

  /** Fill, inner shading and contour. */
  shape(path: Path2D, pigment: Pigment, options: ShapeOptions = {}): void {
    const { line = 'ink', lineWidth = 0.006, lineAlpha = 0.9, shade, shadeWidth = 0.03, shadeAlpha = 0.35 } = options;
    this.fill(path, pigment);
    if (shade) this.shade(path, shade, shadeWidth, shadeAlpha);
    if (line) this.line(path, lineWidth, line, lineAlpha);
  }

  /** Moves the origin to (x, y), turns it clockwise by `rotation` radians, scales; undone by `pop`. */
  push(x: number, y: number, scale = 1, rotation = 0, mirrored = false): void {
    this.context.save();
    this.context.translate(x, y);
    if (rotation) this.context.rotate(rotation);
    this.context.scale(mirrored ? -scale : scale, scale);
  }

  /** Undoes the last `push` or `clip`. */
  pop(): void {
    this.context.restore();
  }

  /** Paints only inside the path until `pop`. */
  clip(path: Path2D): void {
    this.context.save();
    this.context.clip(path);
  }

  /** RGBA bytes, row by row; all of the kept part or `rows` of it from `top` on. */
  pixels(top = 0, rows = this.#canvas.height - top): ImageData {
    return this.context.getImageData(0, top, this.#canvas.width, rows);
  }

  /** Pixels of the kept part. */
  get size(): { readonly width: number; readonly height: number } {
    return { width: this.#canvas.width, height: this.#canvas.height };
  }

  /** Gives the canvas back at once, large as it may be; the painter cannot be used afterwards. */
  release(): void {
    this.#canvas.width = 1;
    this.#canvas.height = 1;
  }

  /** Enough steps that none is seen: one for every two and a half pixels of the shading. */
  #stepsFor(width: number): number {
    const { a, b } = this.context.getTransform();
    return Math.max(4, Math.min(16, Math.round((width * Math.hypot(a, b)) / 2.5)));
  }

  #mix(pigment: Pigment, alpha: number, jitter: number): string {
    const [r, g, b] = parseColour(this.#pigments[pigment][this.layer === 'as-found' ? 'found' : 'restored']);
    let light = 1 + this.lightness;
    let warmth = 0;
    if (jitter > 0) {
      light += (this.#jitter() - 0.5) * 2 * jitter;
      warmth = (this.#jitter() - 0.5) * jitter;
    }
    return `rgba(${toByte(r * light * (1 + warmth))},${toByte(g * light)},${toByte(b * light * (1 - warmth))},${Math.min(1, alpha)})`;
  }
}

const [inkRed, inkGreen, inkBlue] = parseColour(DRAWING.ink);

function isInk(pigment: Pigment): boolean {
  return pigment === 'ink' || pigment === 'black';
}

function inkOnPaper(alpha: number): string {
  return `rgba(${inkRed},${inkGreen},${inkBlue},${Math.min(1, alpha)})`;
}

function toByte(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
