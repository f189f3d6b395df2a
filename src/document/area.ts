/** An area of a wall as the document has it, as a polygon of directions. */
import { toRadians } from '#shared/angle.ts';
import { type PolygonReading, readPolygon } from '#shared/polygon.ts';
import { directionOf } from '#shared/vec.ts';

/** `corners` are yaw and pitch in degrees. */
export function readArea(corners: readonly (readonly [yaw: number, pitch: number])[]): PolygonReading {
  return readPolygon(corners.map(([yaw, pitch]) => directionOf(toRadians(yaw), toRadians(pitch))));
}
