/**
 * Uploads textures a part at a time. three copies a texture in one go, a tenth of a second for 4096²; so it only gets to
 * reserve the memory (`source.dataReady`), and the pixels follow in bands of rows. Small textures, and kinds whose rows
 * cannot be told apart, are three's alone.
 */
import {
  CompressedTexture, RGBAFormat, RGBA_PVRTC_2BPPV1_Format, RGBA_PVRTC_4BPPV1_Format, RGB_PVRTC_2BPPV1_Format,
  RGB_PVRTC_4BPPV1_Format, UnsignedByteType, WebGLUtils,
} from 'three'; // prettier-ignore
import type { Texture, WebGLRenderer } from 'three';

/** Of a band, and the size up to which a texture goes at once. */
const BAND_BYTES = 1e6;
/** Compressed pixels come in blocks of so many rows. */
const BLOCK_ROWS = 4;
const RGBA_BYTES = 4;
/** Of these a level can only be replaced whole. */
const WHOLE_ONLY: ReadonlySet<number> = new Set([
  RGB_PVRTC_4BPPV1_Format,
  RGB_PVRTC_2BPPV1_Format,
  RGBA_PVRTC_4BPPV1_Format,
  RGBA_PVRTC_2BPPV1_Format,
]);

interface Level {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export class TextureUploader {
  readonly #renderer: WebGLRenderer;
  readonly #utils: WebGLUtils;
  /** Textures with one source and one manner of sampling share one of these. */
  readonly #filled = new WeakSet<WebGLTexture>();

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer;
    this.#utils = new WebGLUtils(renderer.getContext(), renderer.extensions);
  }

  /** Yields the bytes of each part that has been uploaded. */
  *upload(texture: Texture): Generator<number, undefined> {
    if (!texture.image || texture.version === 0) return undefined;
    const bytes = bytesOf(texture);
    const isInBands = bytes > BAND_BYTES && this.#hasBands(texture);
    texture.source.dataReady = !isInBands;
    this.#renderer.initTexture(texture);
    texture.source.dataReady = true;
    if (!isInBands) {
      yield bytes;
      return undefined;
    }
    const handle = this.#handleOf(texture);
    if (this.#filled.has(handle)) return undefined;
    yield* texture instanceof CompressedTexture
      ? this.#uploadLevels(texture as CompressedTexture, handle)
      : this.#uploadBitmap(texture, handle);
    this.#filled.add(handle);
    return undefined;
  }

  #hasBands(texture: Texture): boolean {
    const { format, type, colorSpace, flipY } = texture;
    if (flipY || type !== UnsignedByteType) return false;
    if (texture instanceof CompressedTexture) {
      const isFlat = !('isCompressedArrayTexture' in texture) && !('isCompressedCubeTexture' in texture);
      return (
        isFlat &&
        !WHOLE_ONLY.has(format) &&
        this.#utils.convert(format, colorSpace) !== null &&
        texture.mipmaps.every(hasWholeBlocks)
      );
    }
    if (typeof ImageBitmap === 'undefined' || !(texture.image instanceof ImageBitmap)) return false;
    // What is larger than the GPU allows three makes smaller.
    const { width, height } = texture.image;
    return format === RGBAFormat && Math.max(width, height) <= this.#renderer.capabilities.maxTextureSize;
  }

  *#uploadBitmap(texture: Texture, handle: WebGLTexture): Generator<number, undefined> {
    const gl = this.#gl;
    const bitmap = texture.image as ImageBitmap;
    const rows = Math.max(1, Math.floor(BAND_BYTES / (bitmap.width * RGBA_BYTES)));
    for (let y = 0; y < bitmap.height; y += rows) {
      const height = Math.min(rows, bitmap.height - y);
      this.#bind(handle);
      this.#renderer.state.pixelStorei(gl.UNPACK_SKIP_ROWS, y);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, y, bitmap.width, height, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
      this.#renderer.state.pixelStorei(gl.UNPACK_SKIP_ROWS, 0);
      this.#renderer.state.unbindTexture();
      yield bitmap.width * height * RGBA_BYTES;
    }
    if (!texture.generateMipmaps) return undefined;
    this.#bind(handle);
    gl.generateMipmap(gl.TEXTURE_2D);
    this.#renderer.state.unbindTexture();
    yield 0;
    return undefined;
  }

  *#uploadLevels(texture: CompressedTexture, handle: WebGLTexture): Generator<number, undefined> {
    const levels = texture.mipmaps as unknown as readonly Level[];
    const isPlain = (texture.format as number) === RGBAFormat;
    for (const [index, { data, width, height }] of levels.entries()) {
      const blockRows = isPlain ? height : Math.ceil(height / BLOCK_ROWS);
      const rowBytes = data.byteLength / blockRows;
      const step = Math.max(1, Math.floor(BAND_BYTES / rowBytes));
      for (let row = 0; row < blockRows; row += step) {
        const rows = Math.min(step, blockRows - row);
        const y = isPlain ? row : row * BLOCK_ROWS;
        const most = isPlain ? rows : rows * BLOCK_ROWS;
        const part = data.subarray(row * rowBytes, (row + rows) * rowBytes);
        this.#bind(handle);
        this.#copy(texture, index, y, width, Math.min(most, height - y), part);
        this.#renderer.state.unbindTexture();
        yield part.byteLength;
      }
    }
    return undefined;
  }

  #copy(texture: CompressedTexture, level: number, y: number, width: number, height: number, part: Uint8Array): void {
    const gl = this.#gl;
    const format = this.#utils.convert(texture.format, texture.colorSpace) ?? gl.RGBA;
    if ((texture.format as number) === RGBAFormat) {
      gl.texSubImage2D(gl.TEXTURE_2D, level, 0, y, width, height, format, gl.UNSIGNED_BYTE, part);
    } else gl.compressedTexSubImage2D(gl.TEXTURE_2D, level, 0, y, width, height, format, part);
  }

  /** Through three's own bookkeeping, so that it never believes another texture to be bound or pixels to be packed so. */
  #bind(handle: WebGLTexture): void {
    const gl = this.#gl;
    const { state } = this.#renderer;
    state.bindTexture(gl.TEXTURE_2D, handle);
    state.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    state.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    state.pixelStorei(gl.UNPACK_COLORSPACE_CONVERSION_WEBGL, gl.NONE);
    state.pixelStorei(gl.UNPACK_ALIGNMENT, 4);
  }

  #handleOf(texture: Texture): WebGLTexture {
    const { __webglTexture: handle } = this.#renderer.properties.get(texture) as { __webglTexture?: WebGLTexture };
    if (!handle) throw new Error('the GPU has no memory for a texture; close other pages that use 3D');
    return handle;
  }

  get #gl(): WebGL2RenderingContext {
    return this.#renderer.getContext() as WebGL2RenderingContext;
  }
}

/** Formats whose blocks lie in another order than row by row have other sizes as well. */
function hasWholeBlocks(level: unknown): boolean {
  const { data, width, height } = level as Partial<Level>;
  if (!data || !width || !height) return false;
  const blocks = Math.ceil(width / BLOCK_ROWS) * Math.ceil(height / BLOCK_ROWS);
  const isPlain = data.byteLength === width * height * RGBA_BYTES;
  return isPlain || data.byteLength === blocks * 8 || data.byteLength === blocks * 16;
}

function bytesOf(texture: Texture): number {
  const { mipmaps = [] } = texture;
  let bytes = 0;
  for (const mipmap of mipmaps) bytes += (mipmap as { data?: ArrayBufferView }).data?.byteLength ?? 0;
  if (bytes > 0) return bytes;
  const { width = 0, height = 0 } = texture.image as { width?: number; height?: number };
  return width * height * RGBA_BYTES;
}
