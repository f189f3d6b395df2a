/** Turns in space as unit quaternions; products are read from right to left, as of matrices. */
import { cross, dot, normalize, type Vec3 } from './vec.ts';

export type Quat = readonly [x: number, y: number, z: number, w: number];

export const NO_TURN: Quat = [0, 0, 0, 1];
/** Directions whose cosine is below this are opposite to each other. */
const OPPOSITE = -1 + 1e-9;

/** A turn about a unit axis, radians, counter-clockwise as seen from its tip. */
export function turnAbout(axis: Vec3, angle: number): Quat {
  const s = Math.sin(angle / 2);
  return [axis[0] * s, axis[1] * s, axis[2] * s, Math.cos(angle / 2)];
}

/** First `b`, then `a`. */
export function multiply(a: Quat, b: Quat): Quat {
  return [
    a[3] * b[0] + a[0] * b[3] + a[1] * b[2] - a[2] * b[1],
    a[3] * b[1] - a[0] * b[2] + a[1] * b[3] + a[2] * b[0],
    a[3] * b[2] + a[0] * b[1] - a[1] * b[0] + a[2] * b[3],
    a[3] * b[3] - a[0] * b[0] - a[1] * b[1] - a[2] * b[2],
  ];
}

export function inverse([x, y, z, w]: Quat): Quat {
  return [-x, -y, -z, w];
}

/** Of unit length again, after many products. */
export function unit([x, y, z, w]: Quat): Quat {
  const length = Math.hypot(x, y, z, w);
  return length > 0 ? [x / length, y / length, z / length, w / length] : NO_TURN;
}

export function rotate([x, y, z, w]: Quat, v: Vec3): Vec3 {
  const axis: Vec3 = [x, y, z];
  const t = cross(axis, v);
  const u = cross(axis, t);
  return [v[0] + 2 * (w * t[0] + u[0]), v[1] + 2 * (w * t[1] + u[1]), v[2] + 2 * (w * t[2] + u[2])];
}

/** The shortest turn that takes one unit direction to another; about any axis across where they are opposite. */
export function turnBetween(from: Vec3, to: Vec3): Quat {
  const cosine = dot(from, to);
  if (cosine > OPPOSITE) {
    const [x, y, z] = cross(from, to);
    return unit([x, y, z, 1 + cosine]);
  }
  const across = Math.abs(from[0]) < 0.9 ? cross(from, [1, 0, 0]) : cross(from, [0, 1, 0]);
  const [x, y, z] = normalize(across);
  return [x, y, z, 0];
}

/** Part of the way from one turn to another along the shorter arc; `t` 0 to 1. */
export function blend(a: Quat, b: Quat, t: number): Quat {
  const cosine = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
  const angle = Math.acos(Math.min(1, Math.abs(cosine)));
  const sine = Math.sin(angle);
  const ofA = sine > 1e-6 ? Math.sin((1 - t) * angle) / sine : 1 - t;
  const ofB = (sine > 1e-6 ? Math.sin(t * angle) / sine : t) * (cosine < 0 ? -1 : 1);
  return unit([
    a[0] * ofA + b[0] * ofB,
    a[1] * ofA + b[1] * ofB,
    a[2] * ofA + b[2] * ofB,
    a[3] * ofA + b[3] * ofB,
  ]); // prettier-ignore
}

/** The turn of something that looks along a unit direction (its −Z) and stands as upright as it can. */
export function turnTowards([x, y, z]: Vec3): Quat {
  const yaw = Math.hypot(x, z) > 1e-9 ? Math.atan2(-x, -z) : 0;
  const pitch = Math.atan2(y, Math.hypot(x, z));
  return multiply(turnAbout([0, 1, 0], yaw), turnAbout([1, 0, 0], pitch));
}
