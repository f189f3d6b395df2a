/**
 * The brush on one window of the scroll. Everything is drawn in scroll pixels (or in the pixels of a figure placed by
 * `at`) and lands on the window's own pixels; drawing is a pure function of the place on the scroll, so two windows agree
 * where they overlap.
 */
import type { Colour } from '#demo/scroll/brush/colours.ts';
import { SILK } from '#demo/scroll/brush/colours.ts';
import { Coverage } from '#demo/scroll/brush/coverage.ts';

export interface WindowPlace {
  /** Picture pixels: scroll pixels × scale. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 1 at full size, 1/8 for the draft. */
  readonly scale: number;
}

/** How a stroke swells along its way, t in 0…1: factor of the width. */
export type Swell = (t: number) => number;
export const EVEN: Swell = () => 1;
export const TAPERED: Swell = (t) => Math.min(1, 0.35 + t * 3, 0.12 + (1 - t) * 1.5);
export const TAIL: Swell = (t) => 1 - t * 0.85;

export class Pen {
  readonly place: WindowPlace;
  readonly scale: number;
  readonly coverage: Coverage;
  /** sRGB 0…255 of the window's pixels. */
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
  /** Lightness of the bare silk under each pixel, about 1. */
  readonly tone: Float32Array;
  #originX = 0;
  #originY = 0;
  #size = 1;
  #side = 1;
  #corners = new Float64Array(512);

  constructor(place: WindowPlace) {
    this.place = place;
    this.scale = place.scale;
    this.coverage = new Coverage(place.left, place.top, place.width, place.height);
    const pixels = place.width * place.height;
    this.red = new Float32Array(pixels);
    this.green = new Float32Array(pixels);
    this.blue = new Float32Array(pixels);
    this.tone = new Float32Array(pixels).fill(1);
  }

  /** Puts the origin of what follows at x, y of the scroll, enlarged by `size`, turned to the other side if `mirrored`. */
  at(x: number, y: number, size = 1, mirrored = false): this {
    this.#originX = x;
    this.#originY = y;
    this.#size = size;
    this.#side = mirrored ? -1 : 1;
    return this;
  }

  /** Draws a part moved by x, y within the figure. */
  within(x: number, y: number, draw: () => void): void {
    const [originX, originY] = [this.#originX, this.#originY];
    this.#originX += x * this.#size * this.#side;
    this.#originY += y * this.#size;
    draw();
    this.#originX = originX;
    this.#originY = originY;
  }

  /** Back to scroll pixels. */
  home(): this {
    return this.at(0, 0);
  }

  /** Picture pixels for one pixel of the figure. */
  get grain(): number {
    return this.#size * this.scale;
  }

  /** Fills a closed polygon x, y, x, y, …. */
  fill(points: readonly number[], colour: Colour, alpha = 1): void {
    if (this.begin(points)) this.#blend(colour, alpha);
  }

  /** Draws a stroke of the given full width along x, y, x, y, …. */
  line(points: readonly number[], width: number, colour: Colour, alpha = 1, swell: Swell = TAPERED): void {
    const count = points.length / 2;
    if (count < 2) return;
    const corners = this.#room(count * 2);
    let half = (width * this.grain) / 2;
    let strength = alpha;
    if (half < 0.3) {
      strength *= half / 0.3;
      half = 0.3;
    }
    if (strength < 0.02) return;
    for (let i = 0; i < count; i++) {
      const before = i > 0 ? i - 1 : 0;
      const after = i < count - 1 ? i + 1 : i;
      const dx = (points[2 * after]! - points[2 * before]!) * this.#side;
      const dy = points[2 * after + 1]! - points[2 * before + 1]!;
      const far = (half * swell(i / (count - 1))) / (Math.sqrt(dx * dx + dy * dy) || 1);
      const x = this.#toX(points[2 * i]!);
      const y = this.#toY(points[2 * i + 1]!);
      corners[2 * i] = x - dy * far;
      corners[2 * i + 1] = y + dx * far;
      const back = 2 * count - 1 - i;
      corners[2 * back] = x + dy * far;
      corners[2 * back + 1] = y - dx * far;
    }
    if (this.coverage.add(corners, count * 2)) this.#blend(colour, strength);
  }

  /** A dab: an ellipse with half axes rx, ry, turned by `angle` radians. */
  dab(x: number, y: number, rx: number, ry: number, colour: Colour, alpha = 1, angle = 0): void {
    const reach = Math.max(rx, ry) * this.grain;
    const corners = reach < 3 ? 8 : reach < 12 ? 14 : 26;
    const points = this.#room(corners);
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    for (let i = 0; i < corners; i++) {
      const a = (i / corners) * Math.PI * 2;
      const px = Math.cos(a) * rx;
      const py = Math.sin(a) * ry;
      points[2 * i] = this.#toX(x + px * cos - py * sin);
      points[2 * i + 1] = this.#toY(y + px * sin + py * cos);
    }
    if (this.coverage.add(points, corners)) this.#blend(colour, alpha);
  }

  /** Wipes pigment away inside a polygon, back to the bare silk. */
  wipe(points: readonly number[], alpha = 1): void {
    if (this.begin(points)) this.#blend(SILK, alpha, this.tone);
  }

  /**
   * Covers a polygon for a painter that goes over `coverage` itself, with `forPixels`. False where nothing is in the window; where
   * true, `coverage.release()` must follow.
   */
  begin(points: readonly number[]): boolean {
    const count = points.length / 2;
    const corners = this.#room(count);
    for (let i = 0; i < count; i++) {
      corners[2 * i] = this.#toX(points[2 * i]!);
      corners[2 * i + 1] = this.#toY(points[2 * i + 1]!);
    }
    return this.coverage.add(corners, count);
  }

  #toX(x: number): number {
    return (this.#originX + x * this.#size * this.#side) * this.scale;
  }

  #toY(y: number): number {
    return (this.#originY + y * this.#size) * this.scale;
  }

  #room(corners: number): Float64Array {
    if (this.#corners.length < corners * 2) this.#corners = new Float64Array(corners * 4);
    return this.#corners;
  }

  #blend(colour: Colour, alpha: number, tone?: Float32Array): void {
    const { cover, width, fromX, toX, fromY, toY } = this.coverage;
    const [r, g, b] = colour;
    for (let y = fromY; y < toY; y++) {
      for (let i = y * width + fromX, end = y * width + toX; i < end; i++) {
        const covered = cover[i]!;
        if (covered === 0) continue;
        cover[i] = 0;
        const share = (covered > 1 ? 1 : covered) * alpha;
        const light = tone ? tone[i]! : 1;
        this.red[i]! += (r * light - this.red[i]!) * share;
        this.green[i]! += (g * light - this.green[i]!) * share;
        this.blue[i]! += (b * light - this.blue[i]!) * share;
      }
    }
  }
}
