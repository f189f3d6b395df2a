/** What a person in a wheelchair reaches without leaning, metres above the floor (ADA 308, EN 17210). */
export const REACH_METRES = 1.22;
/** Of a screen nobody has measured. */
const USUAL_SHARE = 0.5;
/** Less holds no controls, whatever the screen hangs at. */
const LEAST_SHARE = 0.35;

/** The lower share of the screen that is within reach, 0 to 1. @param screen Its edges, metres above the floor. */
export function reachedShare(screen: { readonly bottom: number; readonly top: number } | undefined): number {
  if (!screen) return USUAL_SHARE;
  const share = (REACH_METRES - screen.bottom) / (screen.top - screen.bottom);
  return Math.min(1, Math.max(LEAST_SHARE, share));
}
