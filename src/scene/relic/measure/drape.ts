import { ShapeUtils, Vector2 } from 'three';
import { dot, normalize, type Vec3 } from '#shared/vec.ts';
import type { Body } from './body.ts';
import type { Drapery } from './protocol.ts';

/** How finely a polygon is cut up to follow the surface: pieces of its longest side, and how many triangles at most. */
const PIECES = 24;
const MOST_TRIANGLES = 4_096;
/** How far above the surface it lies, as a share of the relic's diagonal, so that it is not lost in it. */
const LIFT = 0.0015;
/** Surface is sought this far on both sides of the polygon, in its own longest sides. */
const REACH = 0.75;

/** Lays a polygon, whose corners lie on or near the surface, on it. Null for fewer than three corners. */
export function drape(body: Body, corners: Float32Array): Drapery | null {
  const points = pointsOf(corners);
  if (points.length < 3) return null;
  const middle = meanOf(points);
  const normal = outward(body, middle, newellNormal(points));
  const [across, upward] = planeOf(normal);
  const flat = points.map(
    (point) => new Vector2(dot(subtract(point, middle), across), dot(subtract(point, middle), upward)),
  );
  const side = Math.max(1e-9, ...flat.map(({ x, y }) => 2 * Math.hypot(x, y)));
  const lay = (point: Vec3): Vec3 => onSurface(body, point, normal, side * REACH, body.diagonal * LIFT);

  // Triangulation wants its outline counter-clockwise.
  const order = flat.map((_, k) => k);
  if (ShapeUtils.isClockWise(flat)) order.reverse();
  const contour = order.map((k) => flat[k] ?? new Vector2());
  const faces = ShapeUtils.triangulateShape(contour, []);
  const cut: Vec3[] = [];
  for (const face of faces) {
    const [a, b, c] = face.map((k) => points[order[k] ?? 0] ?? middle);
    if (a && b && c) split(cut, a, b, c, side / PIECES, MOST_TRIANGLES * 3);
  }
  const outline: Vec3[] = [];
  points.forEach((point, k) => {
    const next = points[(k + 1) % points.length] ?? point;
    const pieces = Math.max(1, Math.ceil(distance(point, next) / (side / PIECES)));
    for (let piece = 0; piece < pieces; piece++) outline.push(between(point, next, piece / pieces));
  });
  return { triangles: pack(cut.map(lay)), outline: pack(outline.map(lay)), normal, middle: lay(middle) };
}

/** The surface above or below a point, whichever is nearer, a little above itself. */
function onSurface(body: Body, point: Vec3, normal: Vec3, reach: number, lift: number): Vec3 {
  const from = shifted(point, normal, reach);
  const hit = body.pick(from, [-normal[0], -normal[1], -normal[2]], null);
  if (hit && hit.distance < 2 * reach) return shifted(hit.point, normalize(sum(hit.normal, normal)), lift);
  const near = body.nearest(point);
  return near ? shifted(near.point, normal, lift) : point;
}

/** Of the two sides of a polygon the one that the surface below it shows. */
function outward(body: Body, middle: Vec3, normal: Vec3): Vec3 {
  const near = body.nearest(middle);
  return near && dot(near.normal, normal) < 0 ? [-normal[0], -normal[1], -normal[2]] : normal;
}

/** Cuts a triangle up until no side is longer than `most`. */
function split(out: Vec3[], a: Vec3, b: Vec3, c: Vec3, most: number, limit: number): void {
  const stack: [Vec3, Vec3, Vec3][] = [[a, b, c]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [p, q, r] = next;
    const [pq, qr, rp] = [distance(p, q), distance(q, r), distance(r, p)];
    const longest = Math.max(pq, qr, rp);
    if (longest <= most || out.length + stack.length * 3 >= limit) out.push(p, q, r);
    else if (longest === pq) stack.push([p, between(p, q, 0.5), r], [between(p, q, 0.5), q, r]);
    else if (longest === qr) stack.push([p, q, between(q, r, 0.5)], [p, between(q, r, 0.5), r]);
    else stack.push([p, q, between(r, p, 0.5)], [between(r, p, 0.5), q, r]);
  }
}

function newellNormal(points: readonly Vec3[]): Vec3 {
  let [x, y, z] = [0, 0, 0];
  points.forEach((a, k) => {
    const b = points[(k + 1) % points.length] ?? a;
    x += (a[1] - b[1]) * (a[2] + b[2]);
    y += (a[2] - b[2]) * (a[0] + b[0]);
    z += (a[0] - b[0]) * (a[1] + b[1]);
  });
  return x === 0 && y === 0 && z === 0 ? [0, 0, 1] : normalize([x, y, z]);
}

/** Two unit vectors that span the plane of a normal, so that (first, second, normal) is right-handed. */
function planeOf(normal: Vec3): [Vec3, Vec3] {
  const helper: Vec3 = Math.abs(normal[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0];
  const across = normalize(cross(helper, normal));
  return [across, cross(normal, across)];
}

function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function sum(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function shifted(point: Vec3, direction: Vec3, amount: number): Vec3 {
  return [point[0] + direction[0] * amount, point[1] + direction[1] * amount, point[2] + direction[2] * amount];
}

function between(a: Vec3, b: Vec3, share: number): Vec3 {
  return shifted(a, subtract(b, a), share);
}

function distance(a: Vec3, b: Vec3): number {
  return Math.hypot(...subtract(a, b));
}

function meanOf(points: readonly Vec3[]): Vec3 {
  const total = points.reduce<Vec3>(sum, [0, 0, 0]);
  return [total[0] / points.length, total[1] / points.length, total[2] / points.length];
}

function pointsOf(numbers: Float32Array): Vec3[] {
  const points: Vec3[] = [];
  for (let k = 0; k + 2 < numbers.length; k += 3)
    points.push([numbers[k] ?? 0, numbers[k + 1] ?? 0, numbers[k + 2] ?? 0]);
  return points;
}

function pack(points: readonly Vec3[]): Float32Array {
  const packed = new Float32Array(points.length * 3);
  points.forEach((point, k) => packed.set(point, k * 3));
  return packed;
}
