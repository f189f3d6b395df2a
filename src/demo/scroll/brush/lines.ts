/** Ways for the brush: smooth curves, wavering lines, closed shapes; all as x, y, x, y, …. */
import type { Random } from '#demo/noise/random.ts';

/** A Catmull–Rom curve through the points with `steps` pieces between two of them. */
export function smooth(points: readonly number[], steps = 5, closed = false): number[] {
  const count = points.length / 2;
  const way: number[] = [];
  const spans = closed ? count : count - 1;
  const index = (i: number): number => (closed ? (i + count) % count : Math.max(0, Math.min(count - 1, i)));
  for (let i = 0; i < spans; i++) {
    const a = index(i - 1) * 2;
    const b = index(i) * 2;
    const c = index(i + 1) * 2;
    const d = index(i + 2) * 2;
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      for (let axis = 0; axis < 2; axis++) {
        const p = points[b + axis]!;
        const q = points[c + axis]!;
        const m = (q - points[a + axis]!) / 2;
        const n = (points[d + axis]! - p) / 2;
        way.push(p + t * (m + t * (3 * (q - p) - 2 * m - n + t * (2 * (p - q) + m + n))));
      }
    }
  }
  if (!closed) way.push(points[2 * count - 2]!, points[2 * count - 1]!);
  return way;
}

/** From one point to another in `pieces`, each corner in between up to `waver` off the way. */
export function wavering(
  random: Random,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  waver: number,
  pieces = 4,
): number[] {
  const way = [x0, y0];
  for (let i = 1; i < pieces; i++) {
    const t = i / pieces;
    way.push(x0 + (x1 - x0) * t + random.normal() * waver, y0 + (y1 - y0) * t + random.normal() * waver);
  }
  way.push(x1, y1);
  return way;
}

/** A rectangle whose corners are x0, y0 and x1, y1. */
export function box(x0: number, y0: number, x1: number, y1: number): number[] {
  return [x0, y0, x1, y0, x1, y1, x0, y1];
}

/** An arc of an ellipse; angles in radians, clockwise from the right. */
export function arc(x: number, y: number, rx: number, ry: number, from: number, to: number, pieces = 8): number[] {
  const way: number[] = [];
  for (let i = 0; i <= pieces; i++) {
    const a = from + ((to - from) * i) / pieces;
    way.push(x + Math.cos(a) * rx, y + Math.sin(a) * ry);
  }
  return way;
}
