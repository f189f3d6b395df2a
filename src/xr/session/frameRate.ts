/** Frames a second. Pictures at rest need no more, and every frame above is heat. */
const WANTED = 90;

/** The wanted rate, or the next below it that the device knows; none of its rates changed where all are above. */
export function chooseFrameRate(rates: ArrayLike<number>, wanted = WANTED): number | false {
  const known = Array.from(rates).filter((rate) => rate <= wanted);
  return known.length > 0 ? Math.max(...known) : false;
}
