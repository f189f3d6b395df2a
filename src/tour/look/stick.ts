/** A stick that is let go of rests within this of its centre. */
const DEAD_ZONE = 0.15;

/** What a stick's axis, −1 to 1, means: nothing near the centre, then gently more. */
export function shapeStick(axis: number): number {
  const size = Math.min(1, Math.abs(axis));
  if (size <= DEAD_ZONE) return 0;
  const share = (size - DEAD_ZONE) / (1 - DEAD_ZONE);
  return Math.sign(axis) * share * share;
}
