/**
 * Cube faces and directions. On every face u runs right and v down as seen from inside the cube, so the faces
 * f r b l join left to right, the lower edge of `u` joins the upper edge of `f`, the upper edge of `d` its lower one.
 */
import type { Vec3 } from '#shared/vec.ts';

/** The direction (not of unit length: one component is ±1) through a point of a face, u and v in 0 to 1. */
export function faceDirection(face: number, u: number, v: number): Vec3 {
  const s = 2 * u - 1;
  const t = 1 - 2 * v;
  switch (face) {
    case 0: return [s, t, -1];
    case 1: return [1, t, s];
    case 2: return [-s, t, 1];
    case 3: return [-1, t, -s];
    case 4: return [s, 1, t];
    case 5: return [s, -1, -t];
    default: throw new RangeError(`a cube has faces 0 to 5, not ${face}`);
  } // prettier-ignore
}

/** The face a direction points through and where, u and v in 0 to 1. */
export function facePoint(direction: Vec3): { face: number; u: number; v: number } {
  const [x, y, z] = direction;
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const az = Math.abs(z);
  let face: number;
  let s: number;
  let t: number;
  if (az >= ax && az >= ay) {
    face = z < 0 ? 0 : 2;
    s = (z < 0 ? x : -x) / az;
    t = y / az;
  } else if (ax >= ay) {
    face = x > 0 ? 1 : 3;
    s = (x > 0 ? z : -z) / ax;
    t = y / ax;
  } else {
    face = y > 0 ? 4 : 5;
    s = x / ay;
    t = (y > 0 ? z : -z) / ay;
  }
  return { face, u: (s + 1) / 2, v: (1 - t) / 2 };
}
