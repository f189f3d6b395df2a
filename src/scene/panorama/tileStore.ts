import { ExternalTexture } from 'three';
import type { WebGLRenderer } from 'three';
import type { BitmapTileImage } from '#sources/panorama/panoramaLoader.ts';
import type { TileImage, TileStore } from '#streaming/ports.ts';
import type { StorePlan } from './planStores.ts';

const BYTES_PER_TEXEL = 4;
const FEWEST_LAYERS = 12;

/**
 * Tile memory on the GPU: one texture array with immutable storage, no mipmaps (the engine chooses levels so that a
 * texel is never smaller than half a pixel). Texels stay as the picture has them, encoded in sRGB: the canvas wants them
 * so, and decoding and encoding every fragment costs as much again as all the rest of drawing it.
 *
 * Protocol: `upload` between construction and `dispose`; after a lost context, `restore` once the context is back,
 * and every layer is empty again. `layerCount` may be less than was planned where the GPU has not that much memory.
 */
export class GpuTileStore implements TileStore {
  readonly layerSize: number;
  readonly layerCount: number;
  /** For the sampler uniform; three binds it but neither fills nor frees it. */
  readonly texture = new ExternalTexture();
  uploads = 0;
  uploadedBytes = 0;
  longestUploadMs = 0;
  readonly #renderer: WebGLRenderer;
  #gpuTexture: WebGLTexture | null = null;

  constructor(renderer: WebGLRenderer, plan: StorePlan) {
    this.#renderer = renderer;
    this.layerSize = plan.layerSize;
    let layers = plan.layerCount;
    while (!this.#allocate(layers)) {
      if (layers <= FEWEST_LAYERS) {
        throw new Error(
          `the GPU has no memory for ${layers} tiles of ${plan.layerSize} px; close other pages that use 3D`,
        );
      }
      layers = Math.max(FEWEST_LAYERS, Math.floor(layers / 2));
    }
    this.layerCount = layers;
  }

  /** Texture memory that is reserved. */
  get bytes(): number {
    return this.layerCount * this.layerSize ** 2 * BYTES_PER_TEXEL;
  }

  upload(layer: number, image: TileImage): void {
    if (layer < 0 || layer >= this.layerCount) {
      throw new RangeError(`layer ${layer} is not one of the ${this.layerCount} layers of the store`);
    }
    if (image.width > this.layerSize || image.height > this.layerSize) {
      throw new RangeError(
        `a picture of ${image.width}×${image.height} px does not fit a layer of ${this.layerSize} px`,
      );
    }
    const gl = this.#gl();
    const { state } = this.#renderer;
    const start = performance.now();
    this.#bind();
    state.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    state.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    state.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
    state.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
    const { bitmap } = image as BitmapTileImage;
    gl.texSubImage3D(
      gl.TEXTURE_2D_ARRAY, 0, 0, 0, layer, image.width, image.height, 1, gl.RGBA, gl.UNSIGNED_BYTE, bitmap,
    ); // prettier-ignore
    this.uploads++;
    this.uploadedBytes += image.width * image.height * BYTES_PER_TEXEL;
    this.longestUploadMs = Math.max(this.longestUploadMs, performance.now() - start);
  }

  /** Reserves the memory anew after the context came back. */
  restore(): void {
    if (!this.#allocate(this.layerCount)) throw new Error('the GPU lost its memory and has none left for the tiles');
  }

  dispose(): void {
    this.#gl().deleteTexture(this.#gpuTexture);
    this.#gpuTexture = null;
    this.texture.sourceTexture = null;
    this.texture.dispose();
  }

  #allocate(layers: number): boolean {
    const gl = this.#gl();
    while (gl.getError() !== gl.NO_ERROR && !gl.isContextLost());
    this.#gpuTexture = gl.createTexture();
    this.texture.sourceTexture = this.#gpuTexture;
    this.#bind();
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.RGBA8, this.layerSize, this.layerSize, layers);
    if (gl.getError() !== gl.OUT_OF_MEMORY) return true;
    gl.deleteTexture(this.#gpuTexture);
    return false;
  }

  /** Through three's own bookkeeping, so that it never believes another texture to be bound. */
  #bind(): void {
    if (this.#gpuTexture) this.#renderer.state.bindTexture(this.#gl().TEXTURE_2D_ARRAY, this.#gpuTexture);
  }

  #gl(): WebGL2RenderingContext {
    return this.#renderer.getContext() as WebGL2RenderingContext;
  }
}
