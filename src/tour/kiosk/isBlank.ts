/** Colours that nothing was drawn in: open, black, white, and what the page is painted with behind the picture. */
const EMPTY: readonly (readonly [red: number, green: number, blue: number])[] = [
  [0, 0, 0],
  [255, 255, 255],
  [0x15, 0x11, 0x0e],
];
/** Of 255; what a picture of one colour may differ by when it is made smaller. */
const SLACK = 2;

/** Whether pixels (red, green, blue and opacity each) are those of a picture that was not drawn. */
export function isBlank(pixels: ArrayLike<number>): boolean {
  const count = Math.floor(pixels.length / 4);
  if (count === 0) return true;
  const isNear = (index: number, colour: readonly number[]): boolean =>
    (pixels[4 * index + 3] ?? 0) === 0 ||
    colour.every((value, channel) => Math.abs((pixels[4 * index + channel] ?? 0) - value) <= SLACK);
  return EMPTY.some((colour) =>
    Array.from({ length: count }, (_, index) => index).every((index) => isNear(index, colour)),
  );
}
