/** What is drawn of an area: its outline in short stretches and its inside in small triangles, so that both follow the wall. */
import { flattenAbout, type SphericalPolygon } from '#shared/polygon.ts';
import { dot, normalize, type Vec3 } from '#shared/vec.ts';
import { triangulate } from './triangulate.ts';

export interface AreaShape {
  /** Unit directions along the outline, the last before the first. */
  readonly outline: readonly Vec3[];
  /** Corners of triangles over the inside, three each. */
  readonly inside: readonly Vec3[];
}

/**
 * Radians. A stretch with an end behind the eye is left out when it is drawn, and must not reach into the picture; a
 * triangle with a corner at a right angle to the view must not either (see `panorama/patchShader.ts`).
 */
const LONGEST_STRETCH = 0.07;
const LONGEST_SIDE = 0.2;

export function shapeOf({ corners, axis }: SphericalPolygon): AreaShape {
  const outline = corners.flatMap((from, index) => divide(from, corners[(index + 1) % corners.length] ?? from));
  const inside: Vec3[] = [];
  const triangles = triangulate(corners.map(flattenAbout(axis)));
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = triangles.slice(i, i + 3).map((index) => corners[index] ?? axis);
    if (a && b && c) addTriangle(a, b, c, inside);
  }
  return { outline, inside };
}

/** The arc without its end, in equal parts. */
function divide(from: Vec3, to: Vec3): Vec3[] {
  const angle = angleBetween(from, to);
  const count = Math.max(1, Math.ceil(angle / LONGEST_STRETCH));
  const sine = Math.sin(angle) || 1;
  return Array.from({ length: count }, (_, i) => {
    const [p, q] = [Math.sin(angle * (1 - i / count)) / sine, Math.sin((angle * i) / count) / sine];
    return i === 0 ? from : [from[0] * p + to[0] * q, from[1] * p + to[1] * q, from[2] * p + to[2] * q];
  });
}

/** Halves at the longest side until all are short: both triangles at a side divide it alike, so nothing opens between. */
function addTriangle(a: Vec3, b: Vec3, c: Vec3, out: Vec3[]): void {
  const sides = [angleBetween(a, b), angleBetween(b, c), angleBetween(c, a)] as const;
  const longest = Math.max(...sides);
  if (longest <= LONGEST_SIDE) {
    out.push(a, b, c);
  } else if (longest === sides[0]) {
    const middle = between(a, b);
    addTriangle(a, middle, c, out);
    addTriangle(middle, b, c, out);
  } else if (longest === sides[1]) {
    const middle = between(b, c);
    addTriangle(a, b, middle, out);
    addTriangle(a, middle, c, out);
  } else {
    const middle = between(c, a);
    addTriangle(a, b, middle, out);
    addTriangle(middle, b, c, out);
  }
}

function between(a: Vec3, b: Vec3): Vec3 {
  return normalize([a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
}

function angleBetween(a: Vec3, b: Vec3): number {
  return Math.acos(Math.min(1, Math.max(-1, dot(a, b))));
}
