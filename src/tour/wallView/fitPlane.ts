/**
 * The plane through points of which many may belong to something else: RANSAC (Fischler and Bolles 1981) with truncated
 * squares for a score (MSAC, Torr and Zisserman 2000), then least squares reweighted by Tukey's biweight.
 */
import { cross, dot, normalize, subtract, type Vec3 } from '#shared/vec.ts';

export interface Plane {
  /** Unit, from the origin to the plane. */
  readonly normal: Vec3;
  /** From the origin, metres, positive. */
  readonly distance: number;
}

const TRIALS = 256;
const REFINEMENTS = 12;
/** Tukey's constant: with it the biweight is as good as 95 % of plain least squares where the errors are normal. */
const TUKEY = 4.685;

/**
 * @param through A point that lies on it, within twice the tolerance.
 * @param tolerance Farther off, metres, a point belongs to something else.
 * @param random 0 to 1; the same numbers give the same plane.
 * Null where no three points span one.
 */
export function fitPlane(
  points: readonly Vec3[],
  through: Vec3,
  tolerance: number,
  random: () => number,
): Plane | null {
  let best: Plane | null = null;
  let bestScore = Infinity;
  const any = (): Vec3 => points[Math.floor(random() * points.length)] ?? through;
  for (let trial = 0; trial < TRIALS; trial++) {
    const plane = planeThrough(any(), any(), any());
    if (!plane || Math.abs(offPlane(plane, through)) > 2 * tolerance) continue;
    const score = points.reduce((sum, point) => sum + Math.min(offPlane(plane, point) ** 2, tolerance ** 2), 0);
    if (score >= bestScore) continue;
    best = plane;
    bestScore = score;
  }
  return best && refinePlane(points, best, tolerance);
}

/** Least squares over the points near a plane, those farther off weighing less. */
export function refinePlane(points: readonly Vec3[], start: Plane, tolerance: number): Plane {
  let plane = start;
  for (let i = 0; i < REFINEMENTS; i++) {
    const offs = points.map((point) => Math.abs(offPlane(plane, point)));
    const near = offs.filter((off) => off <= tolerance).sort((a, b) => a - b);
    // The median of normal errors is 0.6745 of their deviation.
    const deviation = Math.max((near[near.length >> 1] ?? 0) / 0.6745, tolerance / 1_000);
    const cut = Math.min(TUKEY * deviation, tolerance);
    const next = weightedPlane(points, offs, cut);
    if (!next) return plane;
    plane = next;
  }
  return plane;
}

/** How far a point lies beyond a plane, metres; negative before it. */
export function offPlane({ normal, distance }: Plane, point: Vec3): number {
  return dot(normal, point) - distance;
}

function planeThrough(a: Vec3, b: Vec3, c: Vec3): Plane | null {
  const across = cross(subtract(b, a), subtract(c, a));
  const size = Math.hypot(...across);
  // Of three points almost in a line nothing follows.
  if (size < 1e-3 * Math.hypot(...subtract(b, a)) * Math.hypot(...subtract(c, a)) || size === 0) return null;
  return facing(normalize(across), a);
}

function facing(normal: Vec3, on: Vec3): Plane {
  const distance = dot(normal, on);
  return distance < 0 ? { normal: [-normal[0], -normal[1], -normal[2]], distance: -distance } : { normal, distance };
}

function weightedPlane(points: readonly Vec3[], offs: readonly number[], cut: number): Plane | null {
  let [sum, x, y, z] = [0, 0, 0, 0];
  const weights = offs.map((off) => (off >= cut ? 0 : (1 - (off / cut) ** 2) ** 2));
  points.forEach((point, i) => {
    const weight = weights[i] ?? 0;
    sum += weight;
    x += weight * point[0];
    y += weight * point[1];
    z += weight * point[2];
  });
  if (sum < 3) return null;
  const mean: Vec3 = [x / sum, y / sum, z / sum];
  // The upper half of the symmetric covariance: xx, xy, xz, yy, yz, zz.
  const c = [0, 0, 0, 0, 0, 0] as [number, number, number, number, number, number];
  points.forEach((point, i) => {
    const weight = weights[i] ?? 0;
    const [dx, dy, dz] = subtract(point, mean);
    c[0] += weight * dx * dx;
    c[1] += weight * dx * dy;
    c[2] += weight * dx * dz;
    c[3] += weight * dy * dy;
    c[4] += weight * dy * dz;
    c[5] += weight * dz * dz;
  });
  const normal = flattestAxis(c);
  return normal && facing(normal, mean);
}

/**
 * The direction in which points spread least: the eigenvector of their covariance's smallest eigenvalue, which has a
 * closed form for 3 × 3 (Smith 1961). Null where two directions are as good.
 */
function flattestAxis([xx, xy, xz, yy, yz, zz]: readonly [
  number,
  number,
  number,
  number,
  number,
  number,
]): Vec3 | null {
  const mean = (xx + yy + zz) / 3;
  const spread = Math.sqrt(
    ((xx - mean) ** 2 + (yy - mean) ** 2 + (zz - mean) ** 2 + 2 * (xy ** 2 + xz ** 2 + yz ** 2)) / 6,
  );
  if (spread === 0) return null;
  const [a, b, c] = [(xx - mean) / spread, (yy - mean) / spread, (zz - mean) / spread];
  const [d, e, f] = [xy / spread, xz / spread, yz / spread];
  const half = (a * (b * c - f * f) - d * (d * c - f * e) + e * (d * f - b * e)) / 2;
  const angle = Math.acos(Math.max(-1, Math.min(1, half))) / 3;
  const least = mean + 2 * spread * Math.cos(angle + (2 * Math.PI) / 3);
  // What the other two rows of the shifted matrix leave is the axis: the longest of the three products is it.
  const rows: readonly Vec3[] = [
    [xx - least, xy, xz],
    [xy, yy - least, yz],
    [xz, yz, zz - least],
  ];
  let axis: Vec3 = [0, 0, 0];
  for (const [i, j] of [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const product = cross(rows[i] ?? axis, rows[j] ?? axis);
    if (Math.hypot(...product) > Math.hypot(...axis)) axis = product;
  }
  return Math.hypot(...axis) > 0 ? normalize(axis) : null;
}
