/** Finds the flat piece of wall that lies in a direction, from the distances that a depth picture holds. Pure. */
import { cross, directionOf, dot, normalize, type Vec3 } from '#shared/vec.ts';
import { fitPlane, offPlane, type Plane, refinePlane } from './fitPlane.ts';
import type { Wall, WallDirection, WallExtent, WallRefusal } from './state.ts';

/** How far the wall is along a unit direction of the node's frame, and how far that may be wrong; null if unknown. */
export type ReadWall = (direction: Vec3) => { readonly metres: number; readonly error: number } | null;

/** The wall is looked for within this angle of the direction, radians, at so many points. */
const CONE = (10 * Math.PI) / 180;
const POINTS = 500;
/** Parts of its distance: farther off the plane, a point is something else while the plane is sought. */
const TOLERANCE = 0.01;
/** Parts of its distance: what lies farther off is no part of this wall; nor is it flat where half of it does. */
export const MOST_UNEVEN = 0.02;
const LEAST_FLAT = 0.5;
const LEAST_KNOWN = 0.5;
/** Seen at a larger angle from its normal, a wall's texels are stretched to four times their width, and lie. */
export const MOST_OBLIQUE = (75 * Math.PI) / 180;
/** Steps in which the extent of a wall is felt for, in distances of it from the eye, and how far out. */
const STEP = 0.06;
const REACH = Math.tan(MOST_OBLIQUE);
/** The flat parts of the plane that are felt for: a lone cell does not make the wall larger. */
const TRIMMED = 0.005;
/** Standard deviations, and parts of its distance, that a point of a wall may lie off its plane in any case. */
const FRINGE = 4;
const LEAST_FRINGE = 0.0005;
/** The median of what is normally distributed, without sign, in standard deviations. */
const MEDIAN_OF_NORMAL = 0.6745;
/** Nearer than this to the vertical, a normal is that of a floor or a ceiling. */
const LEVEL = Math.cos((25 * Math.PI) / 180);

export function fitWall(read: ReadWall, asked: WallDirection): Wall | WallRefusal {
  const samples = sampleCone(asked).map((direction) => ({ direction, found: read(direction) }));
  const points: Vec3[] = [];
  for (const { direction, found } of samples) if (found) points.push(along(direction, found.metres));
  const through = points[0];
  if (!through || points.length < LEAST_KNOWN * samples.length) return 'no-depth';
  const away = Math.hypot(...through);
  const plane = fitPlane(points, through, TOLERANCE * away, randomOf(POINTS));
  if (!plane) return 'no-plane';
  const isOf = (point: Vec3): boolean => Math.abs(offPlane(plane, point)) <= MOST_UNEVEN * plane.distance;
  if (points.filter(isOf).length < LEAST_FLAT * points.length) return 'no-plane';
  if (dot(plane.normal, directionOf(asked.yaw, asked.pitch)) < Math.cos(MOST_OBLIQUE)) return 'too-oblique';
  const felt = feel(read, plane, asked);
  if (felt.length === 0) return 'no-plane';
  const at = felt.map(({ point }) => point);
  const whole = refinePlane(at, plane, TOLERANCE * away);
  return describe(whole, leaveOutFringe(whole, felt), asked);
}

interface Felt {
  readonly point: Vec3;
  readonly error: number;
}

/** Goes out over the plane, cell by cell from where it was asked for, as far as the wall lies in it. */
function feel(read: ReadWall, plane: Plane, asked: WallDirection): Felt[] {
  const { right, up } = axesOf(plane.normal, asked);
  const start = directionOf(asked.yaw, asked.pitch);
  const ahead = dot(plane.normal, start);
  const cell = (tangent: number): number => Math.round(tangent / STEP);
  const queue = besides([cell(dot(right, start) / ahead), cell(dot(up, start) / ahead)]);
  const most = Math.ceil(REACH / STEP);
  const seen = new Set<number>();
  const felt: Felt[] = [];
  for (let at = queue.shift(); at; at = queue.shift()) {
    const [column, row] = at;
    const key = (row + most) * (2 * most + 1) + column + most;
    if (seen.has(key) || Math.hypot(column, row) * STEP > REACH) continue;
    seen.add(key);
    const direction = normalize(combine(plane.normal, 1, right, column * STEP, up, row * STEP));
    const found = read(direction);
    if (!found) continue;
    const point = along(direction, found.metres);
    if (Math.abs(offPlane(plane, point)) > MOST_UNEVEN * plane.distance) continue;
    felt.push({ point, error: found.error });
    queue.push(...besides(at));
  }
  return felt;
}

/** A cell and all that touch it, so that a hole of one cell in the depth stops nothing. */
function besides([column, row]: readonly [number, number]): [number, number][] {
  return [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j): [number, number] => [column + i, row + j]));
}

/** Of the walls and things that meet this one, a strip lies as near to its plane; what is far off the rest goes. */
function leaveOutFringe(plane: Plane, felt: readonly Felt[]): readonly Felt[] {
  const offs = felt.map(({ point }) => Math.abs(offPlane(plane, point)));
  const most = Math.max(FRINGE * (share(offs, 0.5) / MEDIAN_OF_NORMAL), LEAST_FRINGE * plane.distance);
  return felt.filter((_, i) => (offs[i] ?? 0) <= most);
}

function describe(plane: Plane, felt: readonly Felt[], asked: WallDirection): Wall {
  const { normal, distance } = plane;
  const { right, up } = axesOf(normal, asked);
  const flatness = share(
    felt.map(({ point }) => Math.abs(offPlane(plane, point))),
    0.95,
  );
  const doubt = share(
    felt.map(({ point, error }) => error / Math.hypot(...point)),
    0.5,
  );
  // Where the wall is seen on its plane, which is where the picture shows it.
  const seen = felt.map(({ point }) => along(point, distance / dot(normal, point)));
  return {
    normal,
    right,
    up,
    distance,
    flatness,
    scaleError: flatness / distance + doubt,
    extent: extentOf(
      seen.map((point) => dot(right, point)),
      seen.map((point) => dot(up, point)),
      STEP * distance,
    ),
  };
}

function extentOf(across: readonly number[], upward: readonly number[], step: number): WallExtent {
  const half = step / 2;
  return {
    left: share(across, TRIMMED) - half,
    right: share(across, 1 - TRIMMED) + half,
    bottom: share(upward, TRIMMED) - half,
    top: share(upward, 1 - TRIMMED) + half,
  };
}

/**
 * The axes of a wall as a visitor sees it: upright is up. A floor or a ceiling has no upright; there the upper edge of
 * the view, from which it was asked for, is up.
 */
export function axesOf(normal: Vec3, { yaw, pitch }: WallDirection): { readonly right: Vec3; readonly up: Vec3 } {
  const upward: Vec3 =
    Math.abs(normal[1]) > LEVEL
      ? [-Math.sin(yaw) * Math.sin(pitch), Math.cos(pitch), Math.cos(yaw) * Math.sin(pitch)]
      : [0, 1, 0];
  const up = normalize(combine(upward, 1, normal, -dot(upward, normal), normal, 0));
  return { right: cross(normal, up), up };
}

/** Directions within the cone, evenly, its axis first: a sunflower's spiral. */
function sampleCone({ yaw, pitch }: WallDirection): Vec3[] {
  const axis = directionOf(yaw, pitch);
  const up = directionOf(yaw, pitch + Math.PI / 2);
  const right = cross(axis, up);
  return Array.from({ length: POINTS }, (_, i) => {
    const radius = Math.tan(CONE) * Math.sqrt(i / POINTS);
    const turn = i * Math.PI * (3 - Math.sqrt(5));
    return normalize(combine(axis, 1, right, radius * Math.cos(turn), up, radius * Math.sin(turn)));
  });
}

/** A linear congruential generator (Numerical Recipes): the same wall comes out every time. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The value that this part of all values is no larger than. */
function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function along([x, y, z]: Vec3, length: number): Vec3 {
  return [x * length, y * length, z * length];
}

function combine(a: Vec3, ka: number, b: Vec3, kb: number, c: Vec3, kc: number): Vec3 {
  return [a[0] * ka + b[0] * kb + c[0] * kc, a[1] * ka + b[1] * kb + c[1] * kc, a[2] * ka + b[2] * kb + c[2] * kc];
}
