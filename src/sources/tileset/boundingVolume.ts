/** Bounding volumes of 3D Tiles: a box (centre and three half axes), a sphere, or a region of the globe. */
import { FARTHEST } from './limits.ts';

export type BoundingVolume =
  /** Centre and three half axes, 12 numbers, metres. */
  | { readonly box: readonly number[] }
  /** Centre and radius, 4 numbers, metres. */
  | { readonly sphere: readonly number[] }
  /** West, south, east, north in radians; least and greatest height above the ellipsoid, metres. */
  | { readonly region: readonly number[] };

export type VolumeReading = { readonly volume: BoundingVolume } | { readonly problem: string };

/** A copy with nothing else in it, or what is wrong as the end of a sentence. */
export function readBoundingVolume(value: unknown): VolumeReading {
  if (typeof value !== 'object' || value === null) {
    return { problem: 'is missing; expected a box, a sphere or a region around everything in the tile' };
  }
  const { box, sphere, region } = value as Record<string, unknown>;
  if (box !== undefined) {
    return isNumbers(box, 12)
      ? { volume: { box: [...box] } }
      : { problem: 'box: expected 12 finite numbers, the centre and three half axes in metres' };
  }
  if (sphere !== undefined) {
    return isNumbers(sphere, 4) && (sphere[3] ?? -1) >= 0
      ? { volume: { sphere: [...sphere] } }
      : { problem: 'sphere: expected 4 finite numbers, the centre and a radius of 0 or more in metres' };
  }
  if (region !== undefined) {
    return isNumbers(region, 6) && isRegion(region)
      ? { volume: { region: [...region] } }
      : { problem: 'region: expected west, south, east, north in radians and least and greatest height in metres' };
  }
  return { problem: 'is of no kind that is known; expected a box, a sphere or a region' };
}

function isRegion([west = 9, south = 9, east = 9, north = 9, least = 1, greatest = 0]: readonly number[]): boolean {
  const isLongitude = Math.abs(west) <= TURN && Math.abs(east) <= TURN;
  const isLatitude = Math.abs(south) <= QUARTER && Math.abs(north) <= QUARTER && south <= north;
  return isLongitude && isLatitude && least <= greatest;
}

/** Radians, a little more for what was rounded. */
const QUARTER = Math.PI / 2 + 1e-6;
const TURN = 2 * Math.PI + 1e-6;

export function isNumbers(value: unknown, length: number): value is number[] {
  return Array.isArray(value) && value.length === length && value.every(isNear);
}

function isNear(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= FARTHEST;
}

/** Whether a point in the volume's own frame lies in it. A region of the globe is not tested and holds everything. */
export function holdsPoint(volume: BoundingVolume, x: number, y: number, z: number): boolean {
  if ('sphere' in volume) {
    const [cx = 0, cy = 0, cz = 0, radius = 0] = volume.sphere;
    return Math.hypot(x - cx, y - cy, z - cz) <= radius;
  }
  if ('region' in volume) return true;
  const [cx = 0, cy = 0, cz = 0, ...axes] = volume.box;
  for (let axis = 0; axis < 9; axis += 3) {
    const [ax = 0, ay = 0, az = 0] = [axes[axis], axes[axis + 1], axes[axis + 2]];
    if (Math.abs((x - cx) * ax + (y - cy) * ay + (z - cz) * az) > ax * ax + ay * ay + az * az) return false;
  }
  return true;
}
