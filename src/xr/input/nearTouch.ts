/** Metres between a fingertip and a panel: nearer than this a hand touches, and farther than the other it points again. */
export const TOUCH_NEAR = 0.12;
export const TOUCH_FAR = 0.15;

/**
 * Whether a hand touches instead of pointing. `distance` is that of its fingertip to the nearest panel, in metres; null
 * where there is no panel or the hand has no tip. A hand that holds a press of its ray keeps the ray.
 */
export function doesTouch(before: boolean, distance: number | null, isRayPressed: boolean): boolean {
  if (distance === null) return false;
  if (before) return distance < TOUCH_FAR;
  return distance < TOUCH_NEAR && !isRayPressed;
}
