/** Where a camera around a relic stands and how it is turned. Everything writes into what it is given: it runs in the frame. */
import type { Vec3 } from '#shared/vec.ts';

export type MutableVec3 = [x: number, y: number, z: number];

/** The camera's own axes in the model's frame, unit vectors; `toward` points from the target to the camera. */
export interface ViewAxes {
  readonly right: MutableVec3;
  readonly up: MutableVec3;
  readonly toward: MutableVec3;
}

export function createAxes(): ViewAxes {
  return { right: [1, 0, 0], up: [0, 1, 0], toward: [0, 0, 1] };
}

export function writeAxes(out: ViewAxes, yaw: number, pitch: number): void {
  const [sy, cy] = [Math.sin(yaw), Math.cos(yaw)];
  const [sp, cp] = [Math.sin(pitch), Math.cos(pitch)];
  set(out.right, cy, 0, -sy);
  set(out.up, -sy * sp, cp, -cy * sp);
  set(out.toward, sy * cp, sp, cy * cp);
}

/** Yaw and pitch of a camera that looks against a direction of any length but zero. */
export function facing(direction: Vec3): { yaw: number; pitch: number } {
  const [x, y, z] = direction;
  return { yaw: Math.atan2(x, z), pitch: Math.atan2(y, Math.hypot(x, z)) };
}

export function set(out: MutableVec3, x: number, y: number, z: number): void {
  out[0] = x;
  out[1] = y;
  out[2] = z;
}

export function copy(out: MutableVec3, from: Vec3): void {
  set(out, from[0], from[1], from[2]);
}

/** out += direction · amount */
export function shift(out: MutableVec3, direction: Vec3, amount: number): void {
  out[0] += direction[0] * amount;
  out[1] += direction[1] * amount;
  out[2] += direction[2] * amount;
}

export function distanceBetween(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
