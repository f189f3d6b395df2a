/**
 * How a small flame wavers: a few per cent about its mean, slowly. WCAG 2.3.1 calls it a flash where brightness changes to
 * and fro by a tenth, more than three times a second; this stays below half of the one and half of the other.
 */

/** Cycles per second, none a multiple of another, and what each adds to the flame. */
const WAVES = [
  { hertz: 0.37, share: 0.02 },
  { hertz: 0.83, share: 0.012 },
  { hertz: 1.41, share: 0.008 },
] as const;

/** The most that a flame is ever brighter or darker than its mean. */
export const MOST_FLICKER = WAVES.reduce((sum, { share }) => sum + share, 0);
/** The highest frequency in it, cycles per second. */
export const FASTEST_FLICKER = Math.max(...WAVES.map(({ hertz }) => hertz));

/** What a lamp is multiplied by. @param seconds On any clock that runs. */
export function flickerAt(seconds: number): number {
  let gain = 1;
  for (const { hertz, share } of WAVES) gain += share * Math.sin(2 * Math.PI * hertz * seconds);
  return gain;
}
