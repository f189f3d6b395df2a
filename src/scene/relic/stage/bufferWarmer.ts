/**
 * Has three upload single buffers: it only does so for a geometry that is drawn, all its buffers at once. So each
 * buffer is lent to a geometry of its own, of which nothing is drawn into a target of one pixel.
 */
import {
  BufferGeometry,
  Camera,
  InterleavedBufferAttribute,
  Points,
  PointsMaterial,
  Scene,
  Sphere,
  WebGLRenderTarget,
} from 'three';
import type { BufferAttribute, Object3D, WebGLRenderer } from 'three';
import type { GpuBuffer } from './listResources.ts';

export class BufferWarmer {
  readonly #renderer: WebGLRenderer;
  readonly #target = new WebGLRenderTarget(1, 1, { depthBuffer: false });
  readonly #scene = new Scene();
  readonly #camera = new Camera();
  readonly #material = new PointsMaterial();
  /** Geometries that borrow a content's buffers, until those are gone. */
  readonly #lent = new Map<Object3D, BufferGeometry[]>();

  constructor(renderer: WebGLRenderer) {
    this.#renderer = renderer;
  }

  /** Returns the bytes of the buffer that is on the GPU from now on. */
  upload(root: Object3D, { attribute, isIndex }: GpuBuffer): number {
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
    this.#draw();
    this.#scene.remove(points);
    return (attribute instanceof InterleavedBufferAttribute ? attribute.data : attribute).array.byteLength;
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

  #draw(): void {
    const renderer = this.#renderer;
    const target = renderer.getRenderTarget();
    const { enabled } = renderer.xr;
    renderer.xr.enabled = false;
    renderer.setRenderTarget(this.#target);
    renderer.render(this.#scene, this.#camera);
    renderer.setRenderTarget(target);
    renderer.xr.enabled = enabled;
  }
}
