/** Outlines for the brush. Points are [x, y], metres or the units of whoever pushed a scale; x right, y down. */
import { Path2D } from '@napi-rs/canvas';

export type Point = readonly [x: number, y: number];

/** A smooth outline through the points (Catmull-Rom as Bézier). `tension` 0 gives straight edges, 0.5 is even, 1 full. */
export function blob(points: readonly Point[], closed = true, tension = 0.5): Path2D {
  const path = new Path2D();
  const count = points.length;
  const at = (i: number): Point => points[closed ? (i + count) % count : Math.max(0, Math.min(count - 1, i))] ?? [0, 0];
  const start = at(0);
  path.moveTo(start[0], start[1]);
  const reach = tension / 3;
  const spans = closed ? count : count - 1;
  for (let i = 0; i < spans; i++) {
    const before = at(i - 1);
    const from = at(i);
    const to = at(i + 1);
    const after = at(i + 2);
    path.bezierCurveTo(
      from[0] + (to[0] - before[0]) * reach,
      from[1] + (to[1] - before[1]) * reach,
      to[0] - (after[0] - from[0]) * reach,
      to[1] - (after[1] - from[1]) * reach,
      to[0],
      to[1],
    );
  }
  if (closed) path.closePath();
  return path;
}

/** An open smooth line through the points. */
export function curve(points: readonly Point[], tension?: number): Path2D {
  return blob(points, false, tension);
}

/** `n` + 1 points along a Catmull-Rom spline through the points, evenly in its parameter. */
export function sampleCurve(points: readonly Point[], n = 24): Point[] {
  const spans = points.length - 1;
  const result: Point[] = [];
  for (let j = 0; j <= n; j++) {
    const place = (j / n) * spans;
    const i = Math.min(spans - 1, Math.floor(place));
    const t = place - i;
    const a = points[Math.max(0, i - 1)]!;
    const b = points[i]!;
    const c = points[i + 1]!;
    const d = points[Math.min(spans, i + 2)]!;
    result.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)]);
  }
  return result;
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
}

/** The band around a line of points, `halfWidthAt(t)` wide to each side, t in 0…1 along it. */
export function ribbonPath(points: readonly Point[], halfWidthAt: (t: number) => number): Path2D {
  const left: Point[] = [];
  const right: Point[] = [];
  const last = points.length - 1;
  points.forEach((point, i) => {
    const before = points[Math.max(0, i - 1)]!;
    const after = points[Math.min(last, i + 1)]!;
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    const half = halfWidthAt(i / last) / length;
    left.push([point[0] - dy * half, point[1] + dx * half]);
    right.push([point[0] + dy * half, point[1] - dx * half]);
  });
  return polygon([...left, ...right.reverse()]);
}

export function ellipse(x: number, y: number, radiusX: number, radiusY = radiusX, rotation = 0): Path2D {
  const path = new Path2D();
  path.ellipse(x, y, radiusX, radiusY, rotation, 0, Math.PI * 2);
  return path;
}

export function rectangle(x: number, y: number, width: number, height: number): Path2D {
  const path = new Path2D();
  path.rect(x, y, width, height);
  return path;
}

export function polygon(points: readonly Point[]): Path2D {
  const path = new Path2D();
  points.forEach(([x, y], i) => {
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  path.closePath();
  return path;
}

/** The points and their mirror image in x = 0, as one outline that goes down one side and up the other. */
export function symmetric(half: readonly Point[]): Point[] {
  return [...half, ...half.map(([x, y]): Point => [-x, y]).reverse()];
}
