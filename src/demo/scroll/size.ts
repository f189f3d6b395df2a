/**
 * Measures of the handscroll. Scroll pixels: x from the left end, y down, 5 to a millimetre. The scroll is read from right
 * to left, so the composition is told in reading pixels, `s`, from the right end: x = WIDTH − s.
 */
export const WIDTH = 60_000;
export const HEIGHT = 2_560;
export const METRES_PER_PIXEL = 0.0002;

/** Silk of the painting, between the mounts; reading pixels. */
export const PAINTING_START = 700;
export const PAINTING_END = 54_300;
/** The paper for colophons, joined on at the left; reading pixels. */
export const PAPER_START = 55_000;
/** Border strips above and below the painting. */
export const BORDER = 44;

/** Scroll x of a reading position. */
export function atReading(s: number): number {
  return WIDTH - s;
}
