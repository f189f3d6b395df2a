/** Polygons on the sphere of directions: corners joined by the shortest arcs of great circles, the last to the first. */
import { cross, dot, normalize, type Vec3, yawPitchOf } from './vec.ts';

export interface SphericalPolygon {
  /** Unit directions, at least three, no two in a row alike. */
  readonly corners: readonly Vec3[];
  /** A unit direction about which all of it lies, less than a right angle away. */
  readonly axis: Vec3;
}

/** What keeps corners from being the outline of an area; `edges` are those that cross, by the index of their first corner. */
export type PolygonFault =
  | { readonly kind: 'too-few' | 'too-wide' | 'flat' }
  | { readonly kind: 'crossing'; readonly edges: readonly [number, number] };

export type PolygonReading =
  | { readonly polygon: SphericalPolygon; readonly fault?: undefined }
  | { readonly fault: PolygonFault; readonly polygon?: undefined };

/** Cosine of the largest angle between a corner and the axis: all of a polygon lies well within a half sphere. */
const LEAST_COSINE = Math.cos((85 * Math.PI) / 180);
/** Directions nearer to each other are the same corner (their difference squared). */
const SAME = 1e-14;
/** Steradians, about a square of a hundredth of a degree; less has no inside. */
const LEAST_SOLID_ANGLE = 3e-8;
const AXIS_ROUNDS = 128;

/** Corners of any length but zero, in order around the area, either way; a last one that repeats the first is left out. */
export function readPolygon(directions: readonly Vec3[]): PolygonReading {
  const unit = directions.map(normalize);
  const kept = unit.map((_, index) => index).filter((index) => !isSame(unit[index], unit.at(index - 1)));
  const corners = kept.map((index) => unit[index] ?? FORWARD);
  if (corners.length < 3) return { fault: { kind: 'too-few' } };
  const axis = findAxis(corners);
  if (corners.some((corner) => dot(axis, corner) < LEAST_COSINE)) return { fault: { kind: 'too-wide' } };
  const crossing = findCrossing(corners);
  if (crossing) return { fault: { kind: 'crossing', edges: [kept[crossing[0]] ?? 0, kept[crossing[1]] ?? 0] } };
  const polygon = { corners, axis };
  return solidAngleOf(polygon) < LEAST_SOLID_ANGLE ? { fault: { kind: 'flat' } } : { polygon };
}

/** Whether a unit direction lies inside. */
export function isInside({ corners, axis }: SphericalPolygon, direction: Vec3): boolean {
  if (dot(axis, direction) <= 0) return false;
  const flatten = flattenAbout(axis);
  const [x, y] = flatten(direction);
  let isIn = false;
  let [beforeX, beforeY] = flatten(corners.at(-1) ?? axis);
  for (const corner of corners) {
    const [hereX, hereY] = flatten(corner);
    if (hereY > y !== beforeY > y && x < hereX + ((beforeX - hereX) * (y - hereY)) / (beforeY - hereY)) isIn = !isIn;
    [beforeX, beforeY] = [hereX, hereY];
  }
  return isIn;
}

/** Steradians. The sum over triangles from the axis to each edge (Eriksson 1990). */
export function solidAngleOf({ corners, axis }: SphericalPolygon): number {
  let sum = 0;
  forEdges(corners, (a, b) => {
    sum += 2 * Math.atan2(dot(axis, cross(a, b)), 1 + dot(a, b) + dot(b, axis) + dot(axis, a));
  });
  return Math.abs(sum);
}

/**
 * The middle: the centroid, half the sum over the edges of their length times the normal of their great circle (Brock
 * 1975). Where that lies outside, as in a crescent, the middle of the longest stretch inside level with it.
 */
export function middleOf(polygon: SphericalPolygon): Vec3 {
  const { corners, axis } = polygon;
  let [x, y, z] = [0, 0, 0];
  forEdges(corners, (a, b) => {
    const normal = cross(a, b);
    const sine = Math.hypot(...normal);
    const share = Math.atan2(sine, dot(a, b)) / (sine || 1);
    x += normal[0] * share;
    y += normal[1] * share;
    z += normal[2] * share;
  });
  const side = Math.sign(dot([x, y, z], axis)) || 1;
  const centroid = normalize([x * side, y * side, z * side]);
  return isInside(polygon, centroid) ? centroid : middleOfLongest(polygon, centroid);
}

export interface AngularSize {
  /** Radians, seen straight on: across, and from its lower to its upper edge. */
  readonly width: number;
  readonly height: number;
}

/** How large it is for someone who looks at `middle`. */
export function sizeSeen({ corners }: SphericalPolygon, middle: Vec3): AngularSize {
  const { yaw } = yawPitchOf(middle);
  const right: Vec3 = [Math.cos(yaw), 0, Math.sin(yaw)];
  const up = cross(right, middle);
  const across = corners.map((corner) => Math.atan2(dot(right, corner), dot(middle, corner)));
  const along = corners.map((corner) => Math.atan2(dot(up, corner), dot(middle, corner)));
  return { width: Math.max(...across) - Math.min(...across), height: Math.max(...along) - Math.min(...along) };
}

/**
 * Directions less than a right angle from the axis on the plane that touches the sphere there, on which arcs of great
 * circles are straight (the gnomonic projection).
 */
export function flattenAbout(axis: Vec3): (direction: Vec3) => readonly [x: number, y: number] {
  const right = normalize(cross(axis, Math.abs(axis[1]) < 0.9 ? [0, 1, 0] : [0, 0, 1]));
  const up = cross(right, axis);
  return (direction) => {
    const ahead = dot(axis, direction);
    return [dot(right, direction) / ahead, dot(up, direction) / ahead];
  };
}

const FORWARD: Vec3 = [0, 0, -1];

function isSame(a: Vec3 | undefined, b: Vec3 | undefined): boolean {
  return a !== undefined && b !== undefined && (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2 < SAME;
}

function forEdges(corners: readonly Vec3[], visit: (from: Vec3, to: Vec3) => void): void {
  corners.forEach((from, index) => visit(from, corners[(index + 1) % corners.length] ?? from));
}

/** Nearly the middle of the smallest cap around all corners: steps that shorten towards the farthest (Bădoiu, Clarkson 2003). */
function findAxis(corners: readonly Vec3[]): Vec3 {
  let middle = corners[0] ?? FORWARD;
  for (let round = 1; round <= AXIS_ROUNDS; round++) {
    let farthest = middle;
    let most = -1;
    for (const corner of corners) {
      const distance = (corner[0] - middle[0]) ** 2 + (corner[1] - middle[1]) ** 2 + (corner[2] - middle[2]) ** 2;
      if (distance <= most) continue;
      most = distance;
      farthest = corner;
    }
    const step = 1 / (round + 1);
    middle = [
      middle[0] + (farthest[0] - middle[0]) * step,
      middle[1] + (farthest[1] - middle[1]) * step,
      middle[2] + (farthest[2] - middle[2]) * step,
    ];
  }
  return normalize(middle);
}

/** Two edges that cross, by index. */
function findCrossing(corners: readonly Vec3[]): readonly [number, number] | null {
  const { length } = corners;
  const at = (index: number): Vec3 => corners[index % length] ?? FORWARD;
  for (let i = 0; i < length; i++) {
    const first = cross(at(i), at(i + 1));
    for (let j = i + 2; j < length; j++) {
      if (i === 0 && j === length - 1) continue;
      if (dot(first, at(j)) * dot(first, at(j + 1)) >= 0) continue;
      const second = cross(at(j), at(j + 1));
      if (dot(second, at(i)) * dot(second, at(i + 1)) < 0) return [i, j];
    }
  }
  return null;
}

/** Level lines through a corner would count it twice or not at all, so a hair beside it. */
const HAIR = 1e-9;

function middleOfLongest({ corners, axis }: SphericalPolygon, through: Vec3): Vec3 {
  const flatten = flattenAbout(axis);
  const level = flatten(through)[1] + HAIR;
  const crossings: { readonly x: number; readonly at: Vec3 }[] = [];
  forEdges(corners, (a, b) => {
    const [ax, ay] = flatten(a);
    const [bx, by] = flatten(b);
    if (ay > level === by > level) return;
    const t = (level - ay) / (by - ay);
    const [wa, wb] = [(1 - t) / dot(axis, a), t / dot(axis, b)];
    const at: Vec3 = [a[0] * wa + b[0] * wb, a[1] * wa + b[1] * wb, a[2] * wa + b[2] * wb];
    crossings.push({ x: ax + (bx - ax) * t, at });
  });
  crossings.sort((a, b) => a.x - b.x);
  let longest = -1;
  let middle = through;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i], crossings[i + 1]];
    if (!from || !to || to.x - from.x <= longest) continue;
    longest = to.x - from.x;
    middle = normalize([from.at[0] + to.at[0], from.at[1] + to.at[1], from.at[2] + to.at[2]]);
  }
  return middle;
}
