import { CustomBlending, Group, Mesh, NoBlending } from 'three';
import type { Camera, InstancedBufferGeometry, ShaderMaterial, WebGLRenderer } from 'three';
import type { FrameReport } from '#streaming/ports.ts';
import type { Projection, Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { PanoramaQuad } from './onQuad.ts';
import { writeMixUniforms, type LightMix } from './lightMix.ts';
import { MixBuffer } from './mixBuffer.ts';
import { PatchBuffer, type PatchOrder } from './patchBuffer.ts';
import { MIXED_ATTRIBUTES, PATCH_ATTRIBUTES, PatchInstances } from './patchInstances.ts';
import { createPatchMaterial, createPatchUniforms } from './patchMaterial.ts';
import type { PatchUniforms, PatchVariant } from './patchMaterial.ts';
import type { ShownPanorama } from './shown.ts';
import type { GpuTileStore } from './tileStore.ts';

/** Panoramas come before everything else in the scene. */
export const FIRST_RENDER_ORDER = -1000;
/** The variant of a panorama that is shown as it is, no larger than it is. */
const PLAIN = { blendsEdges: false, hasWindow: false, mixesLight: false } as const;
/** On a board after the board itself, which comes after all panoramas. */
const FIRST_ORDER_ON_QUAD = -800;
/** What a panorama has claimed in the stencil around a board is none of what it claims on it. */
const CLAIMED_ON_QUAD = 128;
export const LAYER_OF_EYES = { both: 0, left: 1, right: 2 } as const;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * One panorama on the screen: all its patches, of all tile stores, in one instanced draw call. The stores share the
 * call (the instance names its store), because tiles of one level may lie in different stores and only one call keeps
 * the painter's order.
 */
export class PatchMesh {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  /** The same patches on a board, made when one is first shown. */
  onQuad: Mesh<InstancedBufferGeometry, ShaderMaterial> | null = null;
  readonly #variant: Mutable<PatchVariant> = { ...PLAIN, projection: 'cube', onlyStore: -1, isOnQuad: true };
  readonly #slot: number;
  readonly #order: PatchOrder;
  readonly #stores: readonly GpuTileStore[];
  readonly #layerSizes: readonly number[];
  readonly #plain: PatchInstances<PatchBuffer>;
  /** Made when the first mixture is shown. */
  #mixed: PatchInstances<MixBuffer> | null = null;
  readonly #uniforms: PatchUniforms;
  /** Programs by variant, made when first needed. */
  readonly #materials = new Map<string, ShaderMaterial>();

  /** `slot`: how many panoramas lie beneath it. */
  constructor(slot: number, stores: readonly GpuTileStore[]) {
    this.#slot = slot;
    this.#order = { panorama: slot, isFineFirst: slot > 0 };
    this.#stores = stores;
    this.#layerSizes = stores.map((store) => store.layerSize);
    this.#plain = new PatchInstances(new PatchBuffer(this.#layerSizes), PATCH_ATTRIBUTES);
    this.#uniforms = createPatchUniforms(stores.map((store) => store.texture));
    this.mesh = this.#createMesh(`panorama ${slot}`, FIRST_RENDER_ORDER + slot, {
      ...PLAIN,
      projection: 'cube',
      onlyStore: -1,
    });
  }

  /** Takes the frame's patches of this panorama over. `focalPx`: device pixels per unit of tangent from the view axis. */
  show(report: FrameReport, panorama: ShownPanorama, focalPx: number): void {
    const { mix = null } = panorama;
    const instances = mix ? this.#writeMixed(report, mix) : this.#writePlain(report);
    const { buffer } = instances;
    const { projection } = panorama.pyramid;
    this.mesh.geometry = instances.geometry(projection);
    const blendsEdges = isAnyEnlarged(panorama, focalPx);
    this.mesh.material = this.#material({
      projection,
      onlyStore: buffer.onlyStore,
      blendsEdges,
      hasWindow: panorama.window !== null,
      mixesLight: mix !== null,
    });
    // Without blending a pixel is written, not read back and mixed: most of a frame's cost on a software rasteriser.
    this.mesh.material.blending = this.#slot === 0 && buffer.isOpaque ? NoBlending : CustomBlending;
    this.mesh.geometry.instanceCount = buffer.count;
    this.mesh.visible = buffer.count > 0 && panorama.opacity > 0;
    this.mesh.layers.set(LAYER_OF_EYES[panorama.eyes]);
    writePatchUniforms(this.#uniforms, panorama, this.#slot);
  }

  /** Shows on a board what `show` has just taken over: nothing but the program differs. With two eyes, the left one's. */
  showOnQuad({ pyramid, opacity, eyes, mix = null, window }: ShownPanorama, quad: PanoramaQuad | null): void {
    if (!quad || eyes === 'right') {
      if (this.onQuad) this.onQuad.visible = false;
      return;
    }
    const variant = this.#variant;
    const { buffer } = mix && this.#mixed ? this.#mixed : this.#plain;
    variant.projection = pyramid.projection;
    variant.onlyStore = buffer.onlyStore;
    variant.blendsEdges = isEnlarged(pyramid, quad.focalPx) || (mix !== null && isEnlarged(mix.pyramid, quad.focalPx));
    variant.hasWindow = window !== null;
    variant.mixesLight = mix !== null;
    this.onQuad ??= this.#createMesh(`panorama ${this.#slot} on a board`, FIRST_ORDER_ON_QUAD + this.#slot, variant);
    this.onQuad.geometry = this.mesh.geometry;
    this.onQuad.material = this.#material(variant);
    this.onQuad.visible = buffer.count > 0 && opacity > 0;
    this.#uniforms.toQuad.value.copy(quad.toQuad);
    this.#uniforms.quadAxes.value.copy(quad.axes);
  }

  hide(): void {
    this.mesh.visible = false;
    if (this.onQuad) this.onQuad.visible = false;
  }

  /**
   * Has the GPU make the programs of a projection that are needed first, beside the waiting for the first tiles: the
   * ones for preview and tiles together, and for either alone.
   */
  link(renderer: WebGLRenderer, camera: Camera, projection: Projection): void {
    const group = new Group();
    for (let onlyStore = -1; onlyStore < this.#stores.length; onlyStore++) {
      group.add(new Mesh(this.#plain.geometry(projection), this.#material({ ...PLAIN, projection, onlyStore })));
    }
    renderer.compile(group, camera);
  }

  dispose(): void {
    this.#plain.dispose();
    this.#mixed?.dispose();
    for (const material of this.#materials.values()) material.dispose();
  }

  #writePlain(report: FrameReport): PatchInstances<PatchBuffer> {
    this.#plain.buffer.write(report, this.#order);
    this.#plain.update();
    return this.#plain;
  }

  #writeMixed(report: FrameReport, { companion }: LightMix): PatchInstances<MixBuffer> {
    this.#mixed ??= new PatchInstances(new MixBuffer(this.#layerSizes), MIXED_ATTRIBUTES);
    this.#mixed.buffer.write(report, this.#order, companion);
    this.#mixed.update();
    return this.#mixed;
  }

  #createMesh(name: string, order: number, variant: PatchVariant): Mesh<InstancedBufferGeometry, ShaderMaterial> {
    const mesh = new Mesh(this.#plain.geometry(variant.projection), this.#material(variant));
    mesh.name = name;
    mesh.renderOrder = order;
    mesh.frustumCulled = false;
    mesh.matrixAutoUpdate = false;
    mesh.visible = false;
    // A panorama is at infinity: a pointer's ray never ends on it.
    mesh.raycast = () => undefined;
    return mesh;
  }

  #material(variant: PatchVariant): ShaderMaterial {
    const { projection, onlyStore, blendsEdges, hasWindow, mixesLight, isOnQuad = false } = variant;
    const name = `${projection} ${onlyStore} ${blendsEdges} ${hasWindow} ${mixesLight} ${isOnQuad}`;
    let material = this.#materials.get(name);
    if (!material) {
      const textures = this.#stores.map((store) => store.texture);
      material = createPatchMaterial(
        variant,
        textures,
        this.#uniforms,
        this.#slot > 0 && isOnQuad ? this.#slot + CLAIMED_ON_QUAD : this.#slot,
      );
      this.#materials.set(name, material);
    }
    return material;
  }
}

/** Everything of a panorama but its patches, as the one of its slot. */
export function writePatchUniforms(uniforms: PatchUniforms, panorama: ShownPanorama, slot: number): void {
  const { window, mix = null } = panorama;
  // The bottom panorama has only the dark room behind it and is never seen through.
  uniforms.opacity.value = slot > 0 ? panorama.opacity : 1;
  uniforms.push.value = panorama.push;
  uniforms.shift.value.set(...panorama.shift);
  if (window) {
    uniforms.windowAxis.value.set(...window.axis).normalize();
    uniforms.rimPx.value = panorama.rimPx;
    uniforms.windowCos.value = Math.cos(window.radius);
  }
  if (mix) writeMixUniforms(uniforms, mix);
  // Row-major world → panorama, read as column-major, is its transpose: panorama → world.
  uniforms.toWorld.value.fromArray(panorama.toPyramid);
}

/** Whether a picture that it is made of is larger on the screen than it is. */
export function isAnyEnlarged({ pyramid, mix = null, push }: ShownPanorama, focalPx: number): boolean {
  return isEnlarged(pyramid, focalPx * push) || (mix !== null && isEnlarged(mix.pyramid, focalPx * push));
}

/** Whether texels of the finest level are larger than device pixels somewhere near the view's centre. */
function isEnlarged({ levels, projection }: Pyramid, focalPx: number): boolean {
  const finestPx = levels.at(-1)?.widthPx ?? 0;
  return focalPx > (projection === 'cube' ? finestPx / 2 : finestPx / (2 * Math.PI));
}
