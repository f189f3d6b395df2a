/** From points in a place to the directions that the exhibition document wants. */
import type { Vec3 } from '#demo/cave/cave.ts';
import type { Spot } from './place.ts';

const DEGREES = 180 / Math.PI;

/** Degrees as the document has them: yaw 0 towards −Z, growing to the right; pitch growing upward; one decimal. */
export function directionTo(eye: Vec3, spot: Spot): { yaw: number; pitch: number } {
  if (!('point' in spot)) return { yaw: spot.yaw, pitch: spot.pitch };
  const x = spot.point[0] - eye[0];
  const y = spot.point[1] - eye[1];
  const z = spot.point[2] - eye[2];
  return { yaw: round(Math.atan2(x, -z) * DEGREES), pitch: round(Math.atan2(y, Math.hypot(x, z)) * DEGREES) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}
