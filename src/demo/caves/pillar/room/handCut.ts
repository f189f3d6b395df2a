/**
 * Nothing in a cave is straight: a slow wandering of up to 3 cm, and walls that lean inwards, shared by every surface so
 * that edges stay closed. It dies out at the cliff face and on the floor, which must meet the site.
 */
import type { SheetPoint, Vec3 } from '#demo/cave/cave.ts';

const REACH = 0.011;
const LEAN = 0.008;

/** Moves a point in place. */
export function cutByHand(point: SheetPoint): void {
  const { x, y, z } = point;
  const inside = z > 6.4 ? 0 : z > 5.3 ? (6.4 - z) / 1.1 : 1;
  const above = y < 0.4 ? y / 0.4 : 1;
  const lean = 1 - LEAN * y * inside;
  point.x =
    x * lean +
    inside *
      REACH *
      (Math.sin(1.3 * y + 0.9 * z + 0.4) + Math.sin(2.1 * z - 1.7 * y + 1.1 * x) + 0.6 * Math.sin(3.7 * y + 2.9 * z));
  point.y = y + inside * above * REACH * (Math.sin(0.8 * x + 1.1 * z + 2.2) + 0.7 * Math.sin(2.3 * x - 1.9 * z));
  point.z =
    z +
    inside *
      REACH *
      (Math.sin(1.1 * y + 1.2 * x + 1.9) + Math.sin(2.2 * x + 1.6 * y - 0.8 * z) + 0.6 * Math.sin(3.3 * x - 2.7 * y));
}

/** Where a point of the plan really is. */
export function placed(x: number, y: number, z: number): Vec3 {
  const point = { x, y, z, u: 0, v: 0 };
  cutByHand(point);
  return [point.x, point.y, point.z];
}
