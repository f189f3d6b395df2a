export interface Point {
  x: number;
  y: number;
}

/** The middle of some points; of none, the origin. */
export function centreOf(points: Iterable<Point>): Point {
  let [x, y, count] = [0, 0, 0];
  for (const point of points) {
    x += point.x;
    y += point.y;
    count++;
  }
  return { x: x / (count || 1), y: y / (count || 1) };
}

/** The mean distance of some points from their middle; 0 for fewer than two. */
export function spreadOf(points: Iterable<Point>): number {
  const all = [...points];
  if (all.length < 2) return 0;
  const centre = centreOf(all);
  return all.reduce((sum, point) => sum + Math.hypot(point.x - centre.x, point.y - centre.y), 0) / all.length;
}
