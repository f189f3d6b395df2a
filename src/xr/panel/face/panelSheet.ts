import { ExternalTexture, type WebGLRenderer } from 'three';

/** Brought to the GPU in one frame, bytes: as much as a tile of a panorama. */
const BYTES_PER_FRAME = 2 ** 20;
const BYTES_PER_TEXEL = 4;
/** What all smaller levels of a texture add to it. */
const MIPMAPS = 4 / 3;
const ANISOTROPY = 8;

/**
 * What is drawn on a panel, on the GPU. It comes there in bands from above, one a frame, so that no frame is lost to it.
 * `dispose` ends it.
 */
export class PanelSheet {
  /** For the sampler uniform, its first row the uppermost; three binds it but neither fills nor frees it. */
  readonly texture = new ExternalTexture();
  readonly #width: number;
  readonly #height: number;
  #renderer: WebGLRenderer | null = null;
  #pixels: Uint8ClampedArray | null = null;
  #rowsThere = 0;
  #lastFrame = -1;
  #hasBeenWhole = false;

  /** Pixels. */
  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** Whether a picture has come as a whole, be it an older one. */
  get isThere(): boolean {
    return this.#hasBeenWhole;
  }

  get gpuBytes(): number {
    return this.#renderer ? this.#width * this.#height * BYTES_PER_TEXEL * MIPMAPS : 0;
  }

  /** Takes the upper rows of what was drawn. */
  write(context: CanvasRenderingContext2D, rows: number): void {
    const height = Math.min(this.#height, Math.max(1, Math.ceil(rows)));
    this.#pixels = context.getImageData(0, 0, this.#width, height).data;
    this.#rowsThere = 0;
  }

  /** Brings the next band, before the panel is drawn; a second eye of the same frame brings none. */
  bring(renderer: WebGLRenderer): void {
    const { frame } = renderer.info.render;
    if (!this.#pixels || frame === this.#lastFrame) return;
    this.#lastFrame = frame;
    const gl = renderer.getContext() as WebGL2RenderingContext;
    if (!this.#renderer) this.#allocate(renderer, gl);
    else this.#bind(renderer, gl);
    const rowBytes = this.#width * BYTES_PER_TEXEL;
    const all = this.#pixels.length / rowBytes;
    const first = this.#rowsThere;
    const rows = Math.min(all - first, Math.max(1, Math.floor(BYTES_PER_FRAME / rowBytes)));
    const { state } = renderer;
    state.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    state.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    state.pixelStorei(gl.UNPACK_ALIGNMENT, BYTES_PER_TEXEL);
    const band = this.#pixels.subarray(first * rowBytes, (first + rows) * rowBytes);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, first, this.#width, rows, gl.RGBA, gl.UNSIGNED_BYTE, band);
    this.#rowsThere = first + rows;
    if (this.#rowsThere < all) return;
    gl.generateMipmap(gl.TEXTURE_2D);
    this.#pixels = null;
    this.#hasBeenWhole = true;
  }

  /** Whether bands are yet to come. */
  get isComing(): boolean {
    return this.#pixels !== null;
  }

  dispose(): void {
    const gl = this.#renderer?.getContext();
    gl?.deleteTexture(this.texture.sourceTexture);
    this.texture.sourceTexture = null;
    this.texture.dispose();
    this.#renderer = null;
    this.#pixels = null;
  }

  #allocate(renderer: WebGLRenderer, gl: WebGL2RenderingContext): void {
    this.#renderer = renderer;
    this.texture.sourceTexture = gl.createTexture();
    this.#bind(renderer, gl);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    const filter = gl.getExtension('EXT_texture_filter_anisotropic');
    if (filter) gl.texParameterf(gl.TEXTURE_2D, filter.TEXTURE_MAX_ANISOTROPY_EXT, ANISOTROPY);
    const levels = 1 + Math.floor(Math.log2(Math.max(this.#width, this.#height)));
    gl.texStorage2D(gl.TEXTURE_2D, levels, gl.SRGB8_ALPHA8, this.#width, this.#height);
  }

  /** Through three's own bookkeeping, so that it never believes another texture to be bound. */
  #bind(renderer: WebGLRenderer, gl: WebGL2RenderingContext): void {
    renderer.state.bindTexture(gl.TEXTURE_2D, this.texture.sourceTexture as WebGLTexture);
  }
}
