import { toRadians } from '#shared/angle.ts';
import { rotationInto } from '#shared/pose.ts';
import type { PanoramaAsset } from '#document/schema.ts';
import { IDENTITY, type Mat3 } from '#streaming/policy/eye.ts';

/**
 * The rotation, row-major, that takes a direction in the node's frame to the panorama's own, from the pose of the
 * document in degrees; what the numbers mean stands at `rotationInto`.
 */
export function rotationToPanorama(pose: PanoramaAsset['pose']): Mat3 {
  if (!pose) return IDENTITY;
  return rotationInto(toRadians(pose.heading ?? 0), toRadians(pose.pitch ?? 0), toRadians(pose.roll ?? 0));
}
