import { toRadians } from '#shared/angle.ts';
import type { PanoramaAsset } from '#document/schema.ts';
import { IDENTITY, type Mat3 } from '#streaming/policy/eye.ts';

/**
 * The rotation, row-major, that takes a direction in the node's frame to the panorama's own, from the pose of the
 * document in degrees. The pose turns the panorama: its centre appears at yaw `heading` and at `pitch` above the
 * horizon, and it is rolled clockwise as one looks at its centre, as the camera was. That is heading · pitch · roll in
 * the turned frame, with the signs of GPano; what is returned is its inverse.
 */
export function rotationToPanorama(pose: PanoramaAsset['pose']): Mat3 {
  if (!pose) return IDENTITY;
  const heading = toRadians(pose.heading ?? 0);
  const pitch = toRadians(pose.pitch ?? 0);
  const roll = toRadians(pose.roll ?? 0);
  const [sh, ch] = [Math.sin(heading), Math.cos(heading)];
  const [sp, cp] = [Math.sin(pitch), Math.cos(pitch)];
  const [sr, cr] = [Math.sin(roll), Math.cos(roll)];
  // Rows are the panorama's right, up and backward axes as they lie in the node's frame.
  return [
    ch * cr + sh * sp * sr, -cp * sr, sh * cr - ch * sp * sr,
    ch * sr - sh * sp * cr, cp * cr, sh * sr + ch * sp * cr,
    -sh * cp, -sp, ch * cp,
  ]; // prettier-ignore
}
