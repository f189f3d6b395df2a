import { directionOf, lengthOf, normalize, subtract, type Vec3 } from '#shared/vec.ts';
import { fromHalf } from '#sources/depth/half.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import type { Mat3 } from '#streaming/policy/eye.ts';
import { surfaceAlong } from './alongRay.ts';

/** How far behind what the picture says a relic may be before it counts as hidden: metres, and a share of the way. */
export const TOLERANCE = { metres: 0.015, share: 0.008 };

/** How far the nearest surface is in every direction, for pointing. What is unknown is far away. */
export class DepthField {
  /** The node's frame → the panorama's, row-major. */
  readonly toPanorama: Mat3;
  /** Of the nearest surface, one over metres. */
  readonly mostNearness: number;
  readonly #grid: DepthGrid;

  constructor(grid: DepthGrid, toPanorama: Mat3) {
    this.#grid = grid;
    this.toPanorama = toPanorama;
    this.mostNearness = mostOf(grid.nearness);
  }

  /** Metres to the nearest surface in a direction of the node's view; infinite where it is unknown. */
  distanceAt(yaw: number, pitch: number): number {
    return 1 / this.#nearnessAt(...directionOf(yaw, pitch));
  }

  /** Whether something at that distance lies behind a surface, from the middle. */
  hides(yaw: number, pitch: number, distance: number): boolean {
    return isBehind(distance, this.distanceAt(yaw, pitch));
  }

  /** Whether a point lies behind a surface for an eye beside the middle; both in the node's frame, metres. */
  hidesFrom(eye: Vec3, point: Vec3): boolean {
    const way = subtract(point, eye);
    const distance = lengthOf(way);
    if (distance === 0) return false;
    return isBehind(distance, surfaceAlong(this.#nearnessAt, eye, normalize(way), this.mostNearness, distance));
  }

  readonly #nearnessAt = (x: number, y: number, z: number): number => {
    const m = this.toPanorama;
    const size = Math.hypot(x, y, z);
    const px = m[0] * x + m[1] * y + m[2] * z;
    const py = m[3] * x + m[4] * y + m[5] * z;
    const pz = m[6] * x + m[7] * y + m[8] * z;
    const { width, height, nearness } = this.#grid;
    const u = Math.atan2(px, -pz) / (2 * Math.PI) + 0.5;
    const v = 0.5 - Math.asin(Math.min(1, Math.max(-1, py / size))) / Math.PI;
    const column = Math.min(width - 1, Math.floor(u * width));
    const row = Math.min(height - 1, Math.floor(v * height));
    return fromHalf(nearness[row * width + column] ?? 0);
  };
}

function isBehind(distance: number, surface: number): boolean {
  return distance > surface + TOLERANCE.metres + TOLERANCE.share * surface;
}

/** Half floats from 0 on are in the order of their bits. */
function mostOf(halves: Uint16Array): number {
  let most = 0;
  for (const half of halves) if (half > most) most = half;
  return fromHalf(most);
}
