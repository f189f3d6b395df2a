/** The pillow under head and hand: a long firm cushion. The figure's frame, metres. */
import { ellipsoid, roundBox, smoothMax } from '#demo/form/fields.ts';

export const PILLOW = { x: -2.88, y: 0.12, z: 0.03, halfLength: 0.74, halfHeight: 0.12, halfDepth: 0.56 } as const;

export function pillow(x: number, y: number, z: number): number {
  // It swells towards its middle and gives way under the head.
  const u = (x - PILLOW.x) / PILLOW.halfLength;
  const v = (z - PILLOW.z) / PILLOW.halfDepth;
  const swell = 0.04 * Math.max(0, 1 - u * u) * Math.max(0, 1 - v * v);
  const height = PILLOW.halfHeight + swell;
  let d = roundBox(x, y, z, PILLOW.x, height - 0.003, PILLOW.z, PILLOW.halfLength, height, PILLOW.halfDepth, 0.1);
  d = smoothMax(d, -ellipsoid(x, y, z, -2.68, 0.5, 0.02, 0.5, 0.3, 0.42), 0.06);
  return smoothMax(d, -0.003 - y, 0.01);
}
