import type { ExternalTexture, WebGLRenderer } from 'three';
import { NearnessTexture } from '#scene/panorama/depth/nearnessTexture.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import type { Mat3 } from '#streaming/policy/eye.ts';
import { DepthField } from './depthField.ts';

/** What is brought to the GPU in one frame: less than a tile of a panorama. */
const BYTES_PER_FRAME = 2 ** 19;

/**
 * How far the nearest surface is in every direction, on the GPU for drawing as well. `bring` once a frame while it is
 * true; nearness, not distance, as it is even on flat surfaces.
 */
export class DepthPicture extends DepthField {
  readonly #nearness: NearnessTexture;

  constructor(renderer: WebGLRenderer, grid: DepthGrid, toPanorama: Mat3) {
    super(grid, toPanorama);
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

  dispose(): void {
    this.#nearness.dispose();
  }
}
