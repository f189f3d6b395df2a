import type { ExternalTexture, WebGLRenderer } from 'three';
import { NearnessTexture } from '#scene/panorama/depth/nearnessTexture.ts';
import { directionOf } from '#shared/vec.ts';
import { fromHalf } from '#sources/depth/half.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import type { Mat3 } from '#streaming/policy/eye.ts';

/** How far behind what the picture says a relic may be before it counts as hidden: metres, and a share of the way. */
export const TOLERANCE = { metres: 0.015, share: 0.008 };

/** What is brought to the GPU in one frame: less than a tile of a panorama. */
const BYTES_PER_FRAME = 2 ** 19;

/**
 * How far the nearest surface is in every direction: on the GPU for drawing, on this side for pointing. `bring` once a
 * frame while it is true; nearness, not distance, as it is even on flat surfaces and what is unknown is far away.
 */
export class DepthPicture {
  /** The node's frame → the panorama's, row-major. */
  readonly toPanorama: Mat3;
  readonly #grid: DepthGrid;
  readonly #nearness: NearnessTexture;

  constructor(renderer: WebGLRenderer, grid: DepthGrid, toPanorama: Mat3) {
    this.#grid = grid;
    this.toPanorama = toPanorama;
    this.#nearness = new NearnessTexture(renderer, grid);
  }

  get texture(): ExternalTexture {
    return this.#nearness.texture;
  }

  get gpuBytes(): number {
    return this.#nearness.gpuBytes;
  }

  /** Brings the next part of it to the GPU; false where all of it is there already. */
  bring(): boolean {
    if (this.#nearness.isWhole) return false;
    this.#nearness.bringRows(BYTES_PER_FRAME);
    return true;
  }

  /** After a lost context. */
  restore(): void {
    this.#nearness.restore();
  }

  /** Metres to the nearest surface in a direction of the node's view; infinite where it is unknown. */
  distanceAt(yaw: number, pitch: number): number {
    const [x, y, z] = directionOf(yaw, pitch);
    const m = this.toPanorama;
    const px = m[0] * x + m[1] * y + m[2] * z;
    const py = m[3] * x + m[4] * y + m[5] * z;
    const pz = m[6] * x + m[7] * y + m[8] * z;
    const { width, height, nearness } = this.#grid;
    const u = Math.atan2(px, -pz) / (2 * Math.PI) + 0.5;
    const v = 0.5 - Math.asin(Math.min(1, Math.max(-1, py))) / Math.PI;
    const column = Math.min(width - 1, Math.floor(u * width));
    const row = Math.min(height - 1, Math.floor(v * height));
    return 1 / fromHalf(nearness[row * width + column] ?? 0);
  }

  /** Whether something at that distance lies behind a surface. */
  hides(yaw: number, pitch: number, distance: number): boolean {
    const surface = this.distanceAt(yaw, pitch);
    return distance > surface + TOLERANCE.metres + TOLERANCE.share * surface;
  }

  dispose(): void {
    this.#nearness.dispose();
  }
}
