/**
 * Nothing in the hall is straight. Walls lean inwards, wander by some two centimetres, and the plaster on them is uneven
 * by a millimetre or two, as lamps that stand close to it show. One field for all surfaces, so that edges stay closed.
 */
import type { SheetPoint, Vec3 } from '#demo/cave/cave.ts';
import { HALL } from '#demo/caves/hall/dimensions.ts';

/** Metres of the slow wandering and of the plaster's unevenness. */
const WANDER = 0.0085;
const PLASTER = 0.0011;
/** Inward lean, metres for each metre of height. */
const LEAN = 0.012;
const OUTER = HALL.depth / 2 + HALL.door.length;

/** Moves a point in place. At the cliff face and below the floor's level nothing moves. */
export function cutByHand(point: SheetPoint): void {
  const { x, y, z } = point;
  const inside = z < HALL.depth / 2 ? 1 : Math.max(0, (OUTER - z) / HALL.door.length);
  const above = y < 0.5 ? Math.max(0, y / 0.5) : 1;
  const lean = 1 - LEAN * Math.min(y, HALL.wallHeight) * inside;
  const wander = WANDER * inside;
  const plaster = PLASTER * inside;
  point.x =
    x * lean +
    wander *
      (Math.sin(1.2 * z + 1.5 * y + 0.3) +
        Math.sin(2.3 * z - 1.9 * y + 0.7 * x + 1.1) +
        0.5 * Math.sin(4.1 * y + 3.3 * z)) +
    plaster * (Math.sin(13 * z + 7 * y) + Math.sin(11 * y - 9 * z + 2) + 0.6 * Math.sin(27 * y + 19 * z + 1));
  point.y =
    y +
    above * wander * 0.7 * (Math.sin(0.9 * x + 1.3 * z + 2.1) + Math.sin(2.1 * x - 1.7 * z + 0.4)) +
    plaster * (Math.sin(12 * x + 8 * z) + Math.sin(10 * z - 8 * x + 2) + 0.6 * Math.sin(25 * x + 21 * z + 3));
  point.z =
    z * lean +
    wander *
      (Math.sin(1.3 * x + 1.1 * y + 1.8) + Math.sin(2.1 * x + 1.8 * y - 0.6 * z) + 0.5 * Math.sin(3.9 * x - 3.1 * y)) +
    plaster * (Math.sin(12 * x + 8 * y + 1) + Math.sin(9 * y - 11 * x) + 0.6 * Math.sin(26 * x + 20 * y + 2));
  if (z > HALL.depth / 2) point.z = z + (point.z - z) * inside;
}

/** Where a point of the plan really is. */
export function placed(x: number, y: number, z: number): Vec3 {
  const point = { x, y, z, u: 0, v: 0 };
  cutByHand(point);
  return [point.x, point.y, point.z];
}
