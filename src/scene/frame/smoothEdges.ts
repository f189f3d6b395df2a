/**
 * Smooth edges for what has any. The canvas is not antialiased, since panoramas have no edges; a layer that draws
 * bodies calls `begin` in its `frame`, and that frame's picture goes into a multisampled target and from there into the
 * canvas. Colours come out as on the canvas itself: the target counts as a screen (three's mark for a headset's), so
 * that the very same programs run with the same tone mapping and colour space.
 */
import { type Object3D, SRGBColorSpace, Vector2, WebGLRenderTarget } from 'three';
import type { WebGLRenderer } from 'three';
import { isSoftwareRenderer } from './softwareRenderer.ts';

/** Samples per pixel, and fewer where there are so many pixels that each is hardly seen. */
const SAMPLES = 4;
const FEW_SAMPLES = 2;
const MANY_PIXELS = 5e6;
/** Colour, depth and stencil of each sample; the resolved colour and depth. */
const BYTES_PER_SAMPLE = 8;
const BYTES_PER_PIXEL = 8;

export interface SmoothEdgesOptions {
  /** Also where the processor draws and it costs a multiple; `?smooth` in the address. */
  readonly isForced?: boolean;
}

export class SmoothEdges {
  /** Whether this machine is to have them. */
  readonly isOn: boolean;
  readonly #renderer: WebGLRenderer;
  readonly #size = new Vector2();
  #target: WebGLRenderTarget | null = null;
  #scene: Object3D | null = null;
  #after: Object3D['onAfterRender'] | null = null;

  constructor(renderer: WebGLRenderer, { isForced = asksForSmoothEdges() }: SmoothEdgesOptions = {}) {
    this.#renderer = renderer;
    this.isOn = isForced || !isSoftwareRenderer(renderer);
  }

  get gpuBytes(): number {
    if (!this.#target) return 0;
    const { width, height, samples } = this.#target;
    return width * height * (samples * BYTES_PER_SAMPLE + BYTES_PER_PIXEL);
  }

  /** Draws the coming picture of `scene` with smooth edges. Does nothing where another has begun already. */
  begin(scene: Object3D): void {
    const renderer = this.#renderer;
    if (!this.isOn || renderer.xr.isPresenting || this.#scene) return;
    if (renderer.getRenderTarget() !== null) return;
    renderer.getDrawingBufferSize(this.#size);
    renderer.setRenderTarget(this.#targetOf(this.#size.x, this.#size.y));
    this.#scene = scene;
    this.#after = scene.onAfterRender;
    scene.onAfterRender = this.#finish;
  }

  /** Gives the memory back while nothing needs smooth edges. */
  rest(): void {
    this.#target?.dispose();
    this.#target = null;
  }

  dispose(): void {
    this.#leave();
    this.rest();
  }

  readonly #finish: Object3D['onAfterRender'] = (...frame): void => {
    const after = this.#after;
    this.#leave();
    this.#copy();
    after?.(...frame);
  };

  #leave(): void {
    if (!this.#scene) return;
    if (this.#after) this.#scene.onAfterRender = this.#after;
    this.#scene = this.#after = null;
    if (this.#renderer.getRenderTarget() === this.#target) this.#renderer.setRenderTarget(null);
  }

  /** three has averaged the samples by now. A copy without a draw call, so that counts of draws stay true. */
  #copy(): void {
    const { state, properties } = this.#renderer;
    const gl = this.#renderer.getContext() as WebGL2RenderingContext;
    const held = properties.get(this.#target) as { readonly __webglFramebuffer?: WebGLFramebuffer };
    if (!this.#target || !held.__webglFramebuffer) return;
    const { width, height } = this.#target;
    state.bindFramebuffer(gl.READ_FRAMEBUFFER, held.__webglFramebuffer);
    state.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    state.bindFramebuffer(gl.READ_FRAMEBUFFER, null);
  }

  #targetOf(width: number, height: number): WebGLRenderTarget {
    const samples = width * height > MANY_PIXELS ? FEW_SAMPLES : SAMPLES;
    if (this.#target?.samples !== samples) this.rest();
    this.#target ??= createTarget(width, height, samples);
    this.#target.setSize(width, height);
    return this.#target;
  }
}

function createTarget(width: number, height: number, samples: number): WebGLRenderTarget {
  const target = new WebGLRenderTarget(width, height, {
    samples,
    depthBuffer: true,
    stencilBuffer: true,
    resolveDepthBuffer: false,
    colorSpace: SRGBColorSpace,
    generateMipmaps: false,
  });
  // The samples are averaged as they are stored: a texture that decodes them would refuse the copy.
  target.texture.internalFormat = 'RGBA8';
  // Only what three takes for a headset's screen is drawn with tone mapping and in the screen's colour space.
  return Object.assign(target, { isXRRenderTarget: true });
}

function asksForSmoothEdges(): boolean {
  return new URLSearchParams(location.search).has('smooth');
}
