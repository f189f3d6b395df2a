import { ExternalTexture, type WebGLRenderer } from 'three';
import type { DepthGrid } from '#sources/depth/readDepth.ts';

const BYTES_PER_CELL = 2;

/**
 * The nearness of what is seen in every direction, in half floats on the GPU. It comes there some rows at a time:
 * `bringRows` once a frame until `isWhole`, and before each drawing of it. `restore` after a lost context; `dispose` ends it.
 */
export class NearnessTexture {
  /** For the sampler uniform; three binds it but neither fills nor frees it. */
  readonly texture = new ExternalTexture();
  readonly gpuBytes: number;
  readonly #renderer: WebGLRenderer;
  readonly #grid: DepthGrid;
  #rowsThere = 0;

  constructor(renderer: WebGLRenderer, grid: DepthGrid) {
    this.#renderer = renderer;
    this.#grid = grid;
    this.gpuBytes = grid.width * grid.height * BYTES_PER_CELL;
    this.#allocate();
  }

  get isWhole(): boolean {
    return this.#rowsThere === this.#grid.height;
  }

  /** Brings the next rows, `mostBytes` of them or a single one; none where all are there. */
  bringRows(mostBytes: number): void {
    const gl = this.#gl();
    const { state } = this.#renderer;
    const { width, height, nearness } = this.#grid;
    const first = this.#rowsThere;
    const rows = Math.min(height - first, Math.max(1, Math.floor(mostBytes / BYTES_PER_CELL / width)));
    if (rows === 0) return;
    this.#bind();
    state.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    state.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    state.pixelStorei(gl.UNPACK_ALIGNMENT, BYTES_PER_CELL);
    gl.texSubImage2D(
      gl.TEXTURE_2D, 0, 0, first, width, rows, gl.RED, gl.HALF_FLOAT, nearness, first * width,
    ); // prettier-ignore
    this.#rowsThere += rows;
  }

  /** Reserves the memory anew; the rows are to be brought again. */
  restore(): void {
    this.#allocate();
    this.#rowsThere = 0;
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

  /** Through three's own bookkeeping, so that it never believes another texture to be bound. */
  #bind(): void {
    this.#renderer.state.bindTexture(this.#gl().TEXTURE_2D, this.texture.sourceTexture as WebGLTexture);
  }

  #gl(): WebGL2RenderingContext {
    return this.#renderer.getContext() as WebGL2RenderingContext;
  }
}
