/** Metres between a fingertip and a panel: nearer than this a hand touches, and farther than the other it points again. */
export const TOUCH_NEAR = 0.12;
export const TOUCH_FAR = 0.15;

/**
 * Whether a hand touches instead of pointing. `distance` is that of its fingertip to a panel, in metres; null where there
 * is no panel before or behind it, or the hand has no tip.
 */
export function doesTouch(before: boolean, distance: number | null): boolean {
  return distance !== null && distance < (before ? TOUCH_FAR : TOUCH_NEAR);
}
