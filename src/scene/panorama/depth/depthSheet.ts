import { ExternalTexture } from 'three';
import type { WebGLRenderer } from 'three';
import { fromHalf } from '#sources/depth/half.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';

/** What is brought to the GPU in one frame: a quarter of a megabyte. */
const CELLS_PER_FRAME = 2 ** 17;
/** Seconds in which walls come to their distance, once it is known. */
const ARRIVAL_SECONDS = 0.3;

/**
 * The depth of one panorama on the GPU, as nearness in half floats. It comes there some rows a frame, and then the walls
 * come from infinity to where they are: `advance` once a frame does both. `dispose` ends it.
 */
export class DepthSheet {
  /** For the sampler uniform; three binds it but neither fills nor frees it. */
  readonly texture = new ExternalTexture();
  /** Of the nearest thing, one over metres. */
  readonly mostNearness: number;
  /** 0 while the walls are at infinity, 1 once they are at their distance. */
  presence = 0;
  readonly gpuBytes: number;
  readonly #grid: DepthGrid;
  readonly #renderer: WebGLRenderer;
  #rowsThere = 0;
  #completeSince = 0;

  constructor(renderer: WebGLRenderer, grid: DepthGrid) {
    this.#renderer = renderer;
    this.#grid = grid;
    this.gpuBytes = grid.width * grid.height * 2;
    this.mostNearness = fromHalf(grid.nearness.reduce((most, half) => Math.max(most, half), 0));
    this.#allocate();
  }

  /** `now` in seconds. */
  advance(now: number): void {
    if (this.#rowsThere < this.#grid.height) {
      this.#bringRows();
      this.#completeSince = now;
      return;
    }
    const t = Math.min(1, Math.max(0, (now - this.#completeSince) / ARRIVAL_SECONDS));
    this.presence = t * t * (3 - 2 * t);
  }

  dispose(): void {
    this.#gl().deleteTexture(this.texture.sourceTexture);
    this.texture.sourceTexture = null;
    this.texture.dispose();
  }

  #allocate(): void {
    const gl = this.#gl();
    this.texture.sourceTexture = gl.createTexture();
    this.#bind();
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.REPEAT);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R16F, this.#grid.width, this.#grid.height);
  }

  #bringRows(): void {
    const gl = this.#gl();
    const { state } = this.#renderer;
    const { width, height, nearness } = this.#grid;
    const first = this.#rowsThere;
    const rows = Math.min(height - first, Math.max(1, Math.floor(CELLS_PER_FRAME / width)));
    this.#bind();
    state.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    state.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    state.pixelStorei(gl.UNPACK_ALIGNMENT, 2);
    gl.texSubImage2D(
      gl.TEXTURE_2D, 0, 0, first, width, rows, gl.RED, gl.HALF_FLOAT, nearness, first * width,
    ); // prettier-ignore
    this.#rowsThere += rows;
  }

  /** Through three's own bookkeeping, so that it never believes another texture to be bound. */
  #bind(): void {
    this.#renderer.state.bindTexture(this.#gl().TEXTURE_2D, this.texture.sourceTexture as WebGLTexture);
  }

  #gl(): WebGL2RenderingContext {
    return this.#renderer.getContext() as WebGL2RenderingContext;
  }
}
