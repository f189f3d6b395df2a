/** How a tileset stands in the frame of a relic: Y up, its middle on the origin where that is wanted. */
import { Box3, Matrix4, Vector3 } from 'three';
import type { TilesRenderer } from '3d-tiles-renderer/three';

export interface Upright {
  /** From the tileset's frame to the relic's. */
  readonly matrix: Matrix4;
  /** Around the whole tileset, in the relic's frame. */
  readonly bounds: Box3;
}

export interface UprightOptions {
  /** The axis that points up in the tileset. */
  readonly up: 'y' | 'z';
  readonly isCentred: boolean;
}

/** Z up becomes Y up; what was north lies at −Z, straight ahead of a visitor who looks along yaw 0. */
const Z_UP = new Matrix4().makeRotationX(-Math.PI / 2);
/** Metres above or below the sea within which something counts as standing on the Earth. */
const HIGHEST = 100_000;

/** Null before the tileset is there. */
export function findUpright(tiles: TilesRenderer, { up, isCentred }: UprightOptions): Upright | null {
  const bounds = new Box3();
  const box = new Matrix4();
  if (!tiles.getOrientedBoundingBox(bounds, box)) return null;
  const middle = bounds.getCenter(new Vector3()).applyMatrix4(box);
  const matrix = up === 'z' ? Z_UP.clone() : new Matrix4();
  if (isCentred && up === 'z' && isOnEarth(tiles, middle)) {
    // Where something stands on the globe, up is away from it.
    const { lat, lon, height } = tiles.ellipsoid.getPositionToCartographic(middle, {});
    matrix.multiply(tiles.ellipsoid.getEastNorthUpFrame(lat, lon, height, new Matrix4()).invert());
  } else if (isCentred) {
    matrix.multiply(new Matrix4().makeTranslation(-middle.x, -middle.y, -middle.z));
  }
  return { matrix, bounds: bounds.applyMatrix4(box.premultiply(matrix)) };
}

function isOnEarth({ ellipsoid }: TilesRenderer, { x, y, z }: Vector3): boolean {
  const { radius } = ellipsoid;
  const length = Math.hypot(x, y, z);
  return length > radius.z - HIGHEST && length < radius.x + HIGHEST;
}
