/** From points in a place to the directions that the exhibition document wants. */
import type { Vec3 } from '#demo/cave/cave.ts';
import type { Spot } from './place.ts';

const DEGREES = 180 / Math.PI;

/** Degrees as the document has them: yaw 0 towards −Z, growing to the right; pitch growing upward; one decimal. */
export function directionTo(eye: Vec3, spot: Spot): { yaw: number; pitch: number } {
  if (!('point' in spot)) return { yaw: spot.yaw, pitch: spot.pitch };
  const [yaw, pitch] = anglesTo(eye, spot.point, 10);
  return { yaw, pitch };
}

/** A corner of an area, [yaw, pitch] in degrees; two decimals, a pixel at most. */
export function cornerAt(eye: Vec3, point: Vec3): [yaw: number, pitch: number] {
  return anglesTo(eye, point, 100);
}

function anglesTo(eye: Vec3, point: Vec3, parts: number): [number, number] {
  const x = point[0] - eye[0];
  const y = point[1] - eye[1];
  const z = point[2] - eye[2];
  const round = (degrees: number): number => Math.round(degrees * parts) / parts + 0;
  return [round(Math.atan2(x, -z) * DEGREES), round(Math.atan2(y, Math.hypot(x, z)) * DEGREES)];
}
