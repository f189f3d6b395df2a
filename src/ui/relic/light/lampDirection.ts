/** Where a lamp stands, in whole degrees and in words; and raking light, which grazes what the visitor faces. */
import { toDegrees, toRadians, wrapAngle } from '#shared/angle.ts';
import type { Lamp } from '#tour/relic/state.ts';

export const RAKES = ['left', 'right', 'above'] as const;
export type Rake = (typeof RAKES)[number];

/** The lamp stands this far round from the visitor: beyond a right angle, it would leave the face in the dark. */
const GRAZING = toRadians(80);

/** @param yaw Of the camera, radians. */
export function rake(from: Rake, yaw: number): Lamp {
  if (from === 'above') return { yaw: wrapAngle(yaw), pitch: GRAZING, mix: 1 };
  return { yaw: wrapAngle(yaw + (from === 'left' ? -GRAZING : GRAZING)), pitch: toRadians(8), mix: 1 };
}

export function degreesOf(radians: number): number {
  // Adding zero turns −0 into 0.
  return Math.round(toDegrees(wrapAngle(radians))) + 0;
}
