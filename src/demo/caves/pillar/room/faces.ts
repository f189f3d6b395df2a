/** The frame of a pillar face: x to the right of who looks at it, y up, depth into the pillar. */
import type { SheetPoint, Vec3 } from '#demo/cave/cave.ts';
import { type Face, PILLAR_BODY } from './dimensions.ts';

/** A point `out` metres in front of (or, negative, inside) a square of half size `half` around the pillar's axis. */
export function onFace(face: Face, x: number, y: number, half: number): Vec3 {
  const c = Math.round(Math.cos(face.yaw));
  const s = Math.round(Math.sin(face.yaw));
  return [x * c + half * s, y, PILLAR_BODY.centreZ - x * s + half * c];
}

/** The same without allocation. */
export function putOnFace(face: Face, x: number, y: number, half: number, out: SheetPoint): void {
  const c = Math.round(Math.cos(face.yaw));
  const s = Math.round(Math.sin(face.yaw));
  out.x = x * c + half * s;
  out.y = y;
  out.z = PILLAR_BODY.centreZ - x * s + half * c;
}
