/**
 * Where the reference space of a headset lies in a place, and the moves that keep the head where it should be: people
 * walk about in their own room, so the head is hardly ever over the rig's origin.
 */
import { wrapAngle } from '#shared/angle.ts';

/** The origin of the reference space, metres, and how it is turned about the upright axis: radians, as yaw. */
export interface Rig {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
}

/** A pose of the head in the reference space: metres, and radians as yaw. */
export interface Head {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
}

/** A point of the floor, metres. */
export interface FloorPoint {
  readonly x: number;
  readonly z: number;
}

/** A vector along the floor, turned by `yaw` to the right. */
export function turned({ x, z }: FloorPoint, yaw: number): FloorPoint {
  const [s, c] = [Math.sin(yaw), Math.cos(yaw)];
  return { x: x * c - z * s, z: x * s + z * c };
}

/** The head in the place. */
export function headIn(rig: Rig, head: Head): Head {
  const at = turned(head, rig.yaw);
  return { x: rig.x + at.x, y: rig.y + head.y, z: rig.z + at.z, yaw: wrapAngle(rig.yaw + head.yaw) };
}

/** The rig with the head over a point of the floor: the head's own way from the origin is turned with the rig. */
export function withHeadOver(rig: Rig, head: Head, target: FloorPoint): Rig {
  const off = turned(head, rig.yaw);
  return { ...rig, x: target.x - off.x, z: target.z - off.z };
}

/** The rig turned about the head, which stays over the same point of the floor. */
export function turnedAboutHead(rig: Rig, head: Head, step: number): Rig {
  const at = headIn(rig, head);
  return withHeadOver({ ...rig, yaw: wrapAngle(rig.yaw + step) }, head, at);
}

/** The rig with the head over a point of the floor, looking along `yaw`. */
export function recentred(rig: Rig, head: Head, target: FloorPoint, yaw: number): Rig {
  return withHeadOver({ ...rig, yaw: wrapAngle(yaw - head.yaw) }, head, target);
}
