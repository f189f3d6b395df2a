/** The trunk of the reclining figure as a tube along x: its sections between knots, smooth in between. */

/** What a section is like at one place. Metres. */
interface Knot {
  readonly x: number;
  /** Height of the section's middle over the platform. */
  readonly y: number;
  /** Its middle, towards the front. */
  readonly z: number;
  readonly halfHeight: number;
  readonly halfDepth: number;
}

const KNOTS: readonly Knot[] = [
  { x: -2.1, y: 0.67, z: -0.02, halfHeight: 0.3, halfDepth: 0.27 },
  { x: -1.88, y: 0.69, z: -0.05, halfHeight: 0.5, halfDepth: 0.36 },
  { x: -1.6, y: 0.68, z: -0.06, halfHeight: 0.69, halfDepth: 0.46 },
  { x: -1.2, y: 0.64, z: -0.05, halfHeight: 0.65, halfDepth: 0.5 },
  { x: -0.55, y: 0.53, z: -0.05, halfHeight: 0.54, halfDepth: 0.465 },
  { x: -0.05, y: 0.515, z: -0.05, halfHeight: 0.525, halfDepth: 0.46 },
  { x: 0.5, y: 0.565, z: -0.02, halfHeight: 0.575, halfDepth: 0.485 },
  { x: 1.05, y: 0.5, z: 0.06, halfHeight: 0.51, halfDepth: 0.445 },
  { x: 1.65, y: 0.405, z: 0.1, halfHeight: 0.415, halfDepth: 0.375 },
  { x: 2.2, y: 0.345, z: 0.03, halfHeight: 0.355, halfDepth: 0.325 },
  { x: 2.7, y: 0.305, z: -0.03, halfHeight: 0.315, halfDepth: 0.28 },
  { x: 2.95, y: 0.31, z: -0.04, halfHeight: 0.325, halfDepth: 0.29 },
  { x: 3.3, y: 0.3, z: -0.04, halfHeight: 0.32, halfDepth: 0.29 },
];

const STEP = 1 / 64;
const FIRST = KNOTS[0]!.x;
const LAST = KNOTS[KNOTS.length - 1]!.x;
const COUNT = Math.round((LAST - FIRST) / STEP) + 1;

export type ProfileValue = Exclude<keyof Knot, 'x'>;

/** Values at every step of x, read between by `readProfile`. */
export const PROFILE: Readonly<Record<ProfileValue, Float64Array>> = {
  y: tabulate('y'),
  z: tabulate('z'),
  halfHeight: tabulate('halfHeight'),
  halfDepth: tabulate('halfDepth'),
};

/** The value at x; beyond the ends, the end's. */
export function readProfile(table: Float64Array, x: number): number {
  const place = Math.max(0, Math.min(COUNT - 1.001, (x - FIRST) / STEP));
  const i = Math.floor(place);
  return table[i]! + (table[i + 1]! - table[i]!) * (place - i);
}

function tabulate(name: ProfileValue): Float64Array {
  return Float64Array.from({ length: COUNT }, (_, i) => between(name, FIRST + i * STEP));
}

/** Cubic Hermite with mean slopes: smooth, and it keeps to the knots. */
function between(name: ProfileValue, x: number): number {
  let i = 0;
  while (i < KNOTS.length - 2 && KNOTS[i + 1]!.x < x) i++;
  const slope = (k: number): number => {
    const before = KNOTS[Math.max(0, k - 1)]!;
    const after = KNOTS[Math.min(KNOTS.length - 1, k + 1)]!;
    return (after[name] - before[name]) / (after.x - before.x);
  };
  const a = KNOTS[i]!;
  const b = KNOTS[i + 1]!;
  const width = b.x - a.x;
  const t = Math.max(0, Math.min(1, (x - a.x) / width));
  const t2 = t * t;
  const t3 = t2 * t;
  return (
    (2 * t3 - 3 * t2 + 1) * a[name] +
    (t3 - 2 * t2 + t) * width * slope(i) +
    (3 * t2 - 2 * t3) * b[name] +
    (t3 - t2) * width * slope(i + 1)
  );
}
