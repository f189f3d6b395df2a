import {
  BufferAttribute, CustomBlending, DynamicDrawUsage, Group, InstancedBufferGeometry, InstancedInterleavedBuffer, InterleavedBufferAttribute, Mesh,
  NoBlending,
} from 'three'; // prettier-ignore
import type { Camera, ShaderMaterial, WebGLRenderer } from 'three';
import type { FrameReport } from '#streaming/ports.ts';
import type { Projection, Pyramid } from '#streaming/pyramid/pyramid.ts';
import { FLOATS_PER_PATCH, PatchBuffer } from './patchBuffer.ts';
import { createPatchMaterial, createPatchUniforms } from './patchMaterial.ts';
import type { PatchUniforms, PatchVariant } from './patchMaterial.ts';
import { GRID_SEGMENTS } from './patchShader.ts';
import type { ShownPanorama } from './shown.ts';
import type { GpuTileStore } from './tileStore.ts';

/** Panoramas come before everything else in the scene. */
const FIRST_RENDER_ORDER = -1000;
const LAYER_OF_EYES = { both: 0, left: 1, right: 2 } as const;

/**
 * One panorama on the screen: all its patches, of all tile stores, in one instanced draw call. The stores share the
 * call (the instance names its store), because tiles of one level may lie in different stores and only one call keeps
 * the painter's order.
 */
export class PatchMesh {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly #slot: number;
  readonly #stores: readonly GpuTileStore[];
  readonly #buffer: PatchBuffer;
  readonly #uniforms: PatchUniforms;
  /** Programs by variant, made when first needed. */
  readonly #materials = new Map<string, ShaderMaterial>();
  readonly #geometries = new Map<Projection, InstancedBufferGeometry>();
  readonly #range = { start: 0, count: 0 };
  #instances: InstancedInterleavedBuffer;

  /** `slot`: how many panoramas lie beneath it. */
  constructor(slot: number, stores: readonly GpuTileStore[]) {
    this.#slot = slot;
    this.#stores = stores;
    this.#buffer = new PatchBuffer(stores.map((store) => store.layerSize));
    this.#uniforms = createPatchUniforms(stores.map((store) => store.texture));
    this.#instances = this.#createInstances();
    this.mesh = new Mesh(
      this.#geometry('cube'),
      this.#material({ projection: 'cube', onlyStore: -1, blendsEdges: false, hasWindow: false }),
    );
    this.mesh.name = `panorama ${slot}`;
    this.mesh.renderOrder = FIRST_RENDER_ORDER + slot;
    this.mesh.frustumCulled = false;
    this.mesh.matrixAutoUpdate = false;
    this.mesh.visible = false;
    // A panorama is at infinity: a pointer's ray never ends on it.
    this.mesh.raycast = () => undefined;
  }

  /** Takes the frame's patches of this panorama over. `focalPx`: device pixels per unit of tangent from the view axis. */
  show(report: FrameReport, panorama: ShownPanorama, focalPx: number): void {
    const buffer = this.#buffer;
    const { capacity } = buffer;
    buffer.write(report, { panorama: this.#slot, isFineFirst: this.#slot > 0 });
    if (buffer.capacity !== capacity) this.#replaceInstances();
    else this.#markChanges();
    const { projection } = panorama.pyramid;
    this.mesh.geometry = this.#geometry(projection);
    const blendsEdges = isEnlarged(panorama.pyramid, focalPx * panorama.push);
    this.mesh.material = this.#material({
      projection,
      onlyStore: buffer.onlyStore,
      blendsEdges,
      hasWindow: panorama.window !== null,
    });
    // Without blending a pixel is written, not read back and mixed: most of a frame's cost on a software rasteriser.
    this.mesh.material.blending = this.#slot === 0 && buffer.isOpaque ? NoBlending : CustomBlending;
    this.mesh.geometry.instanceCount = buffer.count;
    this.mesh.visible = buffer.count > 0 && panorama.opacity > 0;
    this.mesh.layers.set(LAYER_OF_EYES[panorama.eyes]);
    // The bottom panorama has only the dark room behind it and is never seen through.
    this.#uniforms.opacity.value = this.#slot > 0 ? panorama.opacity : 1;
    this.#uniforms.push.value = panorama.push;
    this.#uniforms.shift.value.set(...panorama.shift);
    if (panorama.window) {
      this.#uniforms.windowAxis.value.set(...panorama.window.axis).normalize();
      this.#uniforms.rimPx.value = panorama.rimPx;
      this.#uniforms.windowCos.value = Math.cos(panorama.window.radius);
    }
    // Row-major world → panorama, read as column-major, is its transpose: panorama → world.
    this.#uniforms.toWorld.value.fromArray(panorama.toPyramid);
  }

  hide(): void {
    this.mesh.visible = false;
  }

  /**
   * Has the GPU make the programs of a projection that are needed first, beside the waiting for the first tiles: the
   * ones for preview and tiles together, and for either alone.
   */
  link(renderer: WebGLRenderer, camera: Camera, projection: Projection): void {
    const group = new Group();
    for (let onlyStore = -1; onlyStore < this.#stores.length; onlyStore++) {
      const material = this.#material({ projection, onlyStore, blendsEdges: false, hasWindow: false });
      group.add(new Mesh(this.#geometry(projection), material));
    }
    renderer.compile(group, camera);
  }

  dispose(): void {
    for (const geometry of this.#geometries.values()) geometry.dispose();
    for (const material of this.#materials.values()) material.dispose();
  }

  #markChanges(): void {
    const { changedStart, changedEnd } = this.#buffer;
    if (changedEnd === changedStart) return;
    this.#range.start = changedStart;
    this.#range.count = changedEnd - changedStart;
    this.#instances.clearUpdateRanges();
    this.#instances.updateRanges.push(this.#range);
    this.#instances.needsUpdate = true;
  }

  #replaceInstances(): void {
    for (const geometry of this.#geometries.values()) geometry.dispose();
    this.#geometries.clear();
    this.#instances = this.#createInstances();
  }

  #createInstances(): InstancedInterleavedBuffer {
    return new InstancedInterleavedBuffer(this.#buffer.array, FLOATS_PER_PATCH, 1).setUsage(DynamicDrawUsage);
  }

  #material(variant: PatchVariant): ShaderMaterial {
    const name = `${variant.projection} ${variant.onlyStore} ${variant.blendsEdges} ${variant.hasWindow}`;
    let material = this.#materials.get(name);
    if (!material) {
      const textures = this.#stores.map((store) => store.texture);
      material = createPatchMaterial(variant, textures, this.#uniforms, this.#slot);
      this.#materials.set(name, material);
    }
    return material;
  }

  #geometry(projection: Projection): InstancedBufferGeometry {
    let geometry = this.#geometries.get(projection);
    if (!geometry) {
      geometry = createGrid(GRID_SEGMENTS[projection]);
      geometry.setAttribute('patchRectangle', new InterleavedBufferAttribute(this.#instances, 4, 0));
      geometry.setAttribute('patchPlace', new InterleavedBufferAttribute(this.#instances, 4, 4));
      geometry.setAttribute('patchPixels', new InterleavedBufferAttribute(this.#instances, 4, 8));
      geometry.setAttribute('patchBefore', new InterleavedBufferAttribute(this.#instances, 4, 12));
      geometry.setAttribute('patchAfter', new InterleavedBufferAttribute(this.#instances, 4, 16));
      this.#geometries.set(projection, geometry);
    }
    return geometry;
  }
}

/** Whether texels of the finest level are larger than device pixels somewhere near the view's centre. */
function isEnlarged({ levels, projection }: Pyramid, focalPx: number): boolean {
  const finestPx = levels.at(-1)?.widthPx ?? 0;
  return focalPx > (projection === 'cube' ? finestPx / 2 : finestPx / (2 * Math.PI));
}

/** A unit square of `segments` × `segments` cells with its corners as vec2 `corner`. */
function createGrid(segments: number): InstancedBufferGeometry {
  const side = segments + 1;
  const corners = new Float32Array(side * side * 2);
  const indices = new Uint16Array(segments * segments * 6);
  for (let y = 0, at = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      corners[at++] = x / segments;
      corners[at++] = y / segments;
    }
  }
  for (let y = 0, at = 0; y < segments; y++) {
    for (let x = 0; x < segments; x++) {
      const first = y * side + x;
      indices.set([first, first + side, first + 1, first + 1, first + side, first + side + 1], at);
      at += 6;
    }
  }
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('corner', new BufferAttribute(corners, 2));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
}
