/** A bar beside a picture that says how long something in it is. */

export interface ScaleBar {
  /** A round length: 1, 2 or 5 times a power of ten, metres. */
  readonly metres: number;
  /** How long it is in the picture, in the unit of the scale. */
  readonly lengthPx: number;
}

/** A millimetre and a kilometre: what no wall of a cave goes beyond. */
const LEAST_POWER = -3;
const MOST_POWER = 3;
const STEPS = [5, 2, 1];

/** The longest bar of a round length that is no longer than `mostPx`; null where even a millimetre is, or at no scale. */
export function scaleBarFor(metresPerPx: number, mostPx: number): ScaleBar | null {
  if (!(metresPerPx > 0) || !Number.isFinite(metresPerPx)) return null;
  for (let power = MOST_POWER; power >= LEAST_POWER; power--) {
    for (const step of STEPS) {
      // Divided rather than multiplied by a negative power, so that 0.2 is 0.2.
      const metres = power < 0 ? step / 10 ** -power : step * 10 ** power;
      // A hair of rounding must not cost a step.
      if (metres <= metresPerPx * mostPx * (1 + 1e-9)) return { metres, lengthPx: metres / metresPerPx };
    }
  }
  return null;
}
