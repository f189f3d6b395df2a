/**
 * Uploads the buffers of geometry a part at a time. three uploads all buffers of a geometry at the moment it is first
 * drawn, each in one go. So each buffer is lent to a geometry of its own, of which nothing is drawn into a target of one
 * pixel; while three makes the buffer it is only reserved, and its bytes follow in parts.
 */
import {
  BufferGeometry, Camera, InterleavedBufferAttribute, Points, RawShaderMaterial, Scene, Sphere, WebGLRenderTarget,
} from 'three'; // prettier-ignore
import type { BufferAttribute, Object3D, TypedArray, WebGLRenderer } from 'three';
import type { GpuBuffer } from './listResources.ts';

const PART_BYTES = 1e6;

interface LinkingProgram {
  isReady(): boolean;
}

export class BufferUploader {
  readonly #renderer: WebGLRenderer;
  readonly #target = new WebGLRenderTarget(1, 1, { depthBuffer: false });
  readonly #scene = new Scene();
  readonly #camera = new Camera();
  readonly #material = new RawShaderMaterial({
    vertexShader: 'void main() { gl_Position = vec4(0.0); }',
    fragmentShader: 'void main() { gl_FragColor = vec4(0.0); }',
  });
  /** Geometries that borrow a content's buffers, until those are gone. */
  readonly #lent = new Map<Object3D, BufferGeometry[]>();

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer;
    // Begins to make its program.
    this.isReady();
  }

  /** False while its program is made, which nobody waits for. */
  isReady(): boolean {
    const known = this.#renderer.properties.get(this.#material) as { currentProgram?: LinkingProgram };
    if (!known.currentProgram) this.#renderer.compile(new Points(new BufferGeometry(), this.#material), this.#camera);
    return known.currentProgram?.isReady() ?? true;
  }

  /** Yields the bytes of each part that has been uploaded; to be called once it is ready. */
  *upload(root: Object3D, buffer: GpuBuffer): Generator<number, undefined> {
    const { attribute } = buffer;
    const { array } = attribute instanceof InterleavedBufferAttribute ? attribute.data : attribute;
    if (array.byteLength <= PART_BYTES) {
      this.#draw(root, buffer);
      yield array.byteLength;
      return undefined;
    }
    const handle = this.#reserve(array, () => this.#draw(root, buffer));
    // Made already, for a content that shares it.
    if (!handle) return undefined;
    const gl = this.#gl;
    const step = Math.floor(PART_BYTES / array.BYTES_PER_ELEMENT);
    for (let at = 0; at < array.length; at += step) {
      const length = Math.min(step, array.length - at);
      // A buffer of indices may be bound here, and no vertex array takes note of it.
      gl.bindBuffer(gl.COPY_WRITE_BUFFER, handle);
      gl.bufferSubData(gl.COPY_WRITE_BUFFER, at * array.BYTES_PER_ELEMENT, array, at, length);
      gl.bindBuffer(gl.COPY_WRITE_BUFFER, null);
      yield length * array.BYTES_PER_ELEMENT;
    }
    return undefined;
  }

  /** After the content's own geometry was disposed. */
  forget(root: Object3D): void {
    for (const geometry of this.#lent.get(root) ?? []) geometry.dispose();
    this.#lent.delete(root);
  }

  /** It may be used again afterwards. */
  dispose(): void {
    for (const root of [...this.#lent.keys()]) this.forget(root);
    this.#target.dispose();
    this.#material.dispose();
  }

  /** What three would fill with `array` during `draw` is only reserved; the buffer, or null where it made none. */
  #reserve(array: TypedArray, draw: () => void): WebGLBuffer | null {
    const gl = this.#gl;
    let made: WebGLBuffer | null = null;
    const fill = gl.bufferData.bind(gl);
    const reserve = (target: GLenum, data: unknown, usage: GLenum): void => {
      if (data !== array) {
        fill(target, data as AllowSharedBufferSource, usage);
        return;
      }
      fill(target, array.byteLength, usage);
      const isIndex = target === gl.ELEMENT_ARRAY_BUFFER;
      made = gl.getParameter(isIndex ? gl.ELEMENT_ARRAY_BUFFER_BINDING : gl.ARRAY_BUFFER_BINDING) as WebGLBuffer;
    };
    Object.defineProperty(gl, 'bufferData', { value: reserve, configurable: true });
    try {
      draw();
    } finally {
      Reflect.deleteProperty(gl, 'bufferData');
    }
    return made;
  }

  #draw(root: Object3D, { attribute, isIndex }: GpuBuffer): void {
    const geometry = new BufferGeometry();
    geometry.setDrawRange(0, 0);
    // three would measure it, whatever the numbers in it mean.
    geometry.boundingSphere = new Sphere();
    if (isIndex) geometry.setIndex(attribute as BufferAttribute);
    else geometry.setAttribute('position', attribute);
    this.#lent.set(root, [...(this.#lent.get(root) ?? []), geometry]);
    const points = new Points(geometry, this.#material);
    points.frustumCulled = false;
    this.#scene.add(points);
    this.#render();
    this.#scene.remove(points);
  }

  #render(): void {
    const renderer = this.#renderer;
    const target = renderer.getRenderTarget();
    const { enabled } = renderer.xr;
    renderer.xr.enabled = false;
    renderer.setRenderTarget(this.#target);
    renderer.render(this.#scene, this.#camera);
    renderer.setRenderTarget(target);
    renderer.xr.enabled = enabled;
  }

  get #gl(): WebGL2RenderingContext {
    return this.#renderer.getContext() as WebGL2RenderingContext;
  }
}
