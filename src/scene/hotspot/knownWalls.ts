/**
 * How far the walls of panoramas are, as far as somebody has loaded that. Nobody loads it for the marks: whoever does,
 * for relics or for the tape, tells it here, and what hangs on the walls moves to where they are.
 */
import { directionOf, type Vec3, yawPitchOf } from '#shared/vec.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import { readDistance, type WallDistance } from '#sources/depth/readDistance.ts';
import type { Mat3 } from '#streaming/policy/eye.ts';

/** Metres to the wall in a direction of the node's view, radians; null where it is unknown. */
export type Walls = (yaw: number, pitch: number) => WallDistance | null;

export class KnownWalls {
  readonly #walls = new Map<string, Walls>();
  readonly #listeners = new Set<() => void>();

  /** Of a panorama asset; null where nobody has loaded them. */
  of(assetId: string): Walls | null {
    return this.#walls.get(assetId) ?? null;
  }

  /** Keeps the walls of the latest panorama alone: a grid weighs megabytes. */
  tell(assetId: string, walls: Walls): void {
    if (this.#walls.has(assetId)) return;
    this.#walls.clear();
    this.#walls.set(assetId, walls);
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** `toPanorama`: from the node's frame to the panorama's, row-major. */
export function wallsOf(grid: DepthGrid, toPanorama: Mat3, metresPerUnit: number): Walls {
  return (yaw, pitch) => {
    const own = yawPitchOf(turn(toPanorama, directionOf(yaw, pitch)));
    return readDistance(grid, own.yaw, own.pitch, { metresPerUnit });
  };
}

function turn(m: Mat3, [x, y, z]: Vec3): Vec3 {
  return [m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z];
}
