import type { ExternalTexture, WebGLRenderer } from 'three';
import { fromHalf } from '#sources/depth/half.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import { NearnessTexture } from './nearnessTexture.ts';

/** What is brought to the GPU in one frame. */
const BYTES_PER_FRAME = 2 ** 18;
/** Seconds in which walls come to their distance, once it is known. */
const ARRIVAL_SECONDS = 0.3;

/**
 * The depth of one panorama on the GPU. It comes there some rows a frame, and then the walls come from infinity to where
 * they are: `advance` once a frame does both. `dispose` ends it.
 */
export class DepthSheet {
  /** Of the nearest thing, one over metres. */
  readonly mostNearness: number;
  /** 0 while the walls are at infinity, 1 once they are at their distance. */
  presence = 0;
  readonly #nearness: NearnessTexture;
  #completeSince = 0;

  constructor(renderer: WebGLRenderer, grid: DepthGrid) {
    this.mostNearness = fromHalf(grid.nearness.reduce((most, half) => Math.max(most, half), 0));
    this.#nearness = new NearnessTexture(renderer, grid);
  }

  get texture(): ExternalTexture {
    return this.#nearness.texture;
  }

  get gpuBytes(): number {
    return this.#nearness.gpuBytes;
  }

  /** `now` in seconds. */
  advance(now: number): void {
    if (!this.#nearness.isWhole) {
      this.#nearness.bringRows(BYTES_PER_FRAME);
      this.#completeSince = now;
      return;
    }
    const t = Math.min(1, Math.max(0, (now - this.#completeSince) / ARRIVAL_SECONDS));
    this.presence = t * t * (3 - 2 * t);
  }

  dispose(): void {
    this.#nearness.dispose();
  }
}
