import type { Point } from '#demo/paint/paths.ts';

/** Sideways shift of a body that rests on one leg, by height: hips out, shoulders back, head over the foot. */
const SHIFTS: readonly (readonly [height: number, shift: number])[] = [
  [-0.1, 0],
  [0.05, 0.002],
  [0.28, 0.02],
  [0.5, 0.04],
  [0.62, 0.022],
  [0.76, -0.014],
  [0.88, 0.004],
  [1.1, 0.02],
];

/** Moves a point of an upright figure (soles at y = 0, crown at −1) into its pose. */
export type Stance = (x: number, y: number) => Point;

/** `sway` −1…1: which hip is out and how far. Shoulders tilt against the hips. */
export function createStance(sway: number): Stance {
  return (x, y) => {
    const shoulders = Math.max(0, 1 - Math.abs(y + 0.72) / 0.2);
    const hips = Math.max(0, 1 - Math.abs(y + 0.48) / 0.2);
    const tilt = sway * (0.1 * shoulders - 0.08 * hips);
    return [x + sway * shiftAt(-y), y + x * tilt];
  };
}

function shiftAt(height: number): number {
  const last = SHIFTS.length - 1;
  let i = 0;
  while (i < last - 1 && height > SHIFTS[i + 1]![0]) i++;
  const [fromHeight, from] = SHIFTS[i]!;
  const [toHeight, to] = SHIFTS[i + 1]!;
  const t = Math.max(0, Math.min(1, (height - fromHeight) / (toHeight - fromHeight)));
  return from + (to - from) * t * t * (3 - 2 * t);
}

/** The stance for whole lists of points. */
export function pose(stance: Stance, points: readonly Point[]): Point[] {
  return points.map(([x, y]) => stance(x, y));
}
