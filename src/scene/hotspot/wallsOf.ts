import { directionOf, type Vec3, yawPitchOf } from '#shared/vec.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import { readDistance, type DepthAccuracy } from '#sources/depth/readDistance.ts';
import type { Mat3 } from '#streaming/policy/eye.ts';
import type { Walls } from './knownWalls.ts';

/** The walls of a loaded depth picture. `toPanorama`: from the node's frame to the panorama's, row-major. */
export function wallsOf(grid: DepthGrid, toPanorama: Mat3, accuracy: DepthAccuracy): Walls {
  return (yaw, pitch) => {
    const own = yawPitchOf(turn(toPanorama, directionOf(yaw, pitch)));
    return readDistance(grid, own.yaw, own.pitch, accuracy);
  };
}

function turn(m: Mat3, [x, y, z]: Vec3): Vec3 {
  return [m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z];
}
