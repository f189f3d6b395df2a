/** Fills a painting pixel by pixel, for grounds that no brush would finish: stone, sand, wood. */
import type { Painter } from '#demo/paint/painter.ts';

/** sRGB 0…255, not clamped. */
export interface Wash {
  r: number;
  g: number;
  b: number;
}

/** Asks for the colour at every pixel's middle, metres from the painting's top left; covers what was there. */
export function washPixels(painter: Painter, colourAt: (u: number, v: number, out: Wash) => void): void {
  const { context } = painter;
  const { width, height } = context.canvas;
  const { a, e, f } = context.getTransform();
  const image = context.createImageData(width, height);
  const bytes = image.data;
  const wash: Wash = { r: 0, g: 0, b: 0 };
  for (let row = 0, i = 0; row < height; row++) {
    const v = (row + 0.5 - f) / a;
    for (let column = 0; column < width; column++, i += 4) {
      colourAt((column + 0.5 - e) / a, v, wash);
      bytes[i] = wash.r;
      bytes[i + 1] = wash.g;
      bytes[i + 2] = wash.b;
      bytes[i + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}
