import * as z from 'zod/mini';
import { toRadians } from '#shared/angle.ts';
import type { SphereRectangle } from '#streaming/pyramid/pyramid.ts';
import { degrees } from './fields.ts';

/** The part of the sphere that the panorama covers, in degrees; outside of it there is no picture. */
export const coverageSchema = z.strictObject({
  yawMin: degrees(-360, 360),
  yawMax: degrees(-360, 720),
  pitchMin: degrees(-90, 90),
  pitchMax: degrees(-90, 90),
});

export type Coverage = z.infer<typeof coverageSchema>;

/** The same rectangle in radians, as the streaming engine counts. */
export function sphereRectangleOf(coverage: Coverage): SphereRectangle {
  return {
    yawMin: toRadians(coverage.yawMin),
    yawMax: toRadians(coverage.yawMax),
    pitchMin: toRadians(coverage.pitchMin),
    pitchMax: toRadians(coverage.pitchMax),
  };
}
