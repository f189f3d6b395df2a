import { CustomBlending, LessEqualDepth, Mesh, NoBlending, Vector3, Vector4 } from 'three';
import type { InstancedBufferGeometry, ShaderMaterial, Texture, WebGLRenderer } from 'three';
import type { FrameReport } from '#streaming/ports.ts';
import { MixBuffer } from '../mixBuffer.ts';
import { PatchBuffer } from '../patchBuffer.ts';
import { MIXED_ATTRIBUTES, PATCH_ATTRIBUTES, PatchInstances } from '../patchInstances.ts';
import { createPatchMaterial, createPatchUniforms, type PatchVariant } from '../patchMaterial.ts';
import { FIRST_RENDER_ORDER, isAnyEnlarged, LAYER_OF_EYES, writePatchUniforms } from '../patchMesh.ts';
import type { ShownPanorama } from '../shown.ts';
import type { GpuTileStore } from '../tileStore.ts';
import { DEPTH_SEGMENTS, DEPTH_SLOTS } from './depthShader.ts';
import type { DepthSheet } from './depthSheet.ts';
import { PartBuffer } from './partBuffer.ts';

const SEGMENTS = { cube: DEPTH_SEGMENTS, equirect: DEPTH_SEGMENTS, flat: DEPTH_SEGMENTS };
const PLAIN_PARTS = [...PATCH_ATTRIBUTES, 'patchPart'];
const MIXED_PARTS = [...MIXED_ATTRIBUTES, 'patchPart'];

/** The middle between the eyes in the place, and where in the panorama that counts as standing: metres. */
export interface Stand {
  readonly head: [number, number, number];
  readonly standing: [number, number, number];
}

/**
 * One panorama whose walls stand at their distance: one instanced draw call for each eye. Near walls hide far ones by the
 * depth buffer, which is empty again afterwards: for the panorama over it, and for what stands in the room. While it is
 * seen through, a call before it settles what is nearest, so that nothing is seen through itself.
 */
export class DisplacedMesh {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly mask: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly #slot: number;
  readonly #textures: readonly Texture[];
  readonly #layerSizes: readonly number[];
  readonly #plain: PatchBuffer;
  readonly #plainParts: PatchInstances<PartBuffer>;
  #mixed: { readonly buffer: MixBuffer; readonly parts: PatchInstances<PartBuffer> } | null = null;
  readonly #uniforms;
  readonly #materials = new Map<string, ShaderMaterial>();

  /** `slot`: how many panoramas lie beneath it. */
  constructor(slot: number, stores: readonly GpuTileStore[]) {
    this.#slot = slot;
    this.#textures = stores.map((store) => store.texture);
    this.#layerSizes = stores.map((store) => store.layerSize);
    this.#plain = new PatchBuffer(this.#layerSizes);
    this.#plainParts = new PatchInstances(new PartBuffer(this.#plain.floatsEach), PLAIN_PARTS, SEGMENTS);
    this.#uniforms = {
      ...createPatchUniforms(this.#textures),
      nearness: { value: null as Texture | null },
      presence: { value: 0 },
      head: { value: new Vector3() },
      standing: { value: new Vector3() },
      eyeShare: { value: 1 },
    };
    const variant = {
      projection: 'cube',
      onlyStore: -1,
      blendsEdges: false,
      hasWindow: false,
      mixesLight: false,
    } as const;
    this.mesh = this.#createMesh(`walls ${slot}`, this.#material(variant, false));
    this.mesh.renderOrder = FIRST_RENDER_ORDER + slot;
    this.mesh.onAfterRender = clearDepth;
    this.mask = this.#createMesh(`mask of walls ${slot}`, this.#mask(variant));
    this.mask.renderOrder = FIRST_RENDER_ORDER + slot - 0.5;
  }

  show(
    report: FrameReport,
    panorama: ShownPanorama,
    focalPx: number,
    sheet: DepthSheet,
    { head, standing }: Stand,
  ): void {
    const { mix = null, eyes, pyramid, window, opacity } = panorama;
    const isSeenThrough = this.#slot > 0 && opacity < 1;
    const { patches, parts } = this.#write(report, panorama, isSeenThrough);
    parts.buffer.write(patches, pyramid.projection);
    parts.update();
    const { mesh, mask } = this;
    mesh.geometry = mask.geometry = parts.geometry(pyramid.projection);
    mesh.geometry.instanceCount = parts.buffer.count;
    const variant = {
      projection: pyramid.projection,
      onlyStore: patches.onlyStore,
      blendsEdges: isAnyEnlarged(panorama, focalPx),
      hasWindow: window !== null,
      mixesLight: mix !== null,
    };
    mesh.material = this.#material(variant, isSeenThrough);
    mesh.material.blending = isSeenThrough || window || !patches.isOpaque ? CustomBlending : NoBlending;
    mesh.visible = parts.buffer.count > 0 && opacity > 0;
    mask.visible = mesh.visible && isSeenThrough;
    if (mask.visible) mask.material = this.#mask(variant);
    mesh.layers.set(LAYER_OF_EYES[eyes]);
    mask.layers.set(LAYER_OF_EYES[eyes]);
    writePatchUniforms(this.#uniforms, panorama, this.#slot);
    this.#uniforms.nearness.value = sheet.texture;
    this.#uniforms.presence.value = sheet.presence;
    this.#uniforms.head.value.set(...head);
    this.#uniforms.standing.value.set(...standing);
    this.#uniforms.eyeShare.value = eyes === 'both' ? 1 : 0;
  }

  hide(): void {
    this.mesh.visible = this.mask.visible = false;
  }

  dispose(): void {
    this.#plainParts.dispose();
    this.#mixed?.parts.dispose();
    for (const material of this.#materials.values()) material.dispose();
  }

  #write(report: FrameReport, { mix = null }: ShownPanorama, isSeenThrough: boolean) {
    const order = { panorama: this.#slot, isFineFirst: isSeenThrough };
    if (!mix) {
      this.#plain.write(report, order);
      return { patches: this.#plain, parts: this.#plainParts };
    }
    this.#mixed ??= this.#createMixed();
    this.#mixed.buffer.write(report, order, mix.companion);
    return { patches: this.#mixed.buffer, parts: this.#mixed.parts };
  }

  #createMixed() {
    const buffer = new MixBuffer(this.#layerSizes);
    return { buffer, parts: new PatchInstances(new PartBuffer(buffer.floatsEach), MIXED_PARTS, SEGMENTS) };
  }

  #createMesh(name: string, material: ShaderMaterial): Mesh<InstancedBufferGeometry, ShaderMaterial> {
    const mesh = new Mesh(this.#plainParts.geometry('cube'), material);
    mesh.name = name;
    mesh.frustumCulled = false;
    mesh.matrixAutoUpdate = false;
    mesh.visible = false;
    mesh.raycast = () => undefined;
    return mesh;
  }

  #mask(variant: PatchVariant): ShaderMaterial {
    return this.#made(`mask ${nameOf(variant)}`, () => {
      const material = this.#create(variant, 0);
      material.colorWrite = false;
      return material;
    });
  }

  #material(variant: PatchVariant, isSeenThrough: boolean): ShaderMaterial {
    const claim = isSeenThrough ? this.#slot : 0;
    return this.#made(`${claim} ${nameOf(variant)}`, () => this.#create(variant, claim));
  }

  #made(name: string, create: () => ShaderMaterial): ShaderMaterial {
    let material = this.#materials.get(name);
    if (!material) {
      material = create();
      this.#materials.set(name, material);
    }
    return material;
  }

  #create(variant: PatchVariant, claim: number): ShaderMaterial {
    const material = createPatchMaterial(variant, this.#textures, this.#uniforms, claim, DEPTH_SLOTS);
    material.name = `walls-${variant.projection}`;
    material.defines['GRID_SEGMENTS'] = DEPTH_SEGMENTS;
    material.depthTest = material.depthWrite = true;
    material.depthFunc = LessEqualDepth;
    return material;
  }
}

function nameOf({ projection, onlyStore, blendsEdges, hasWindow, mixesLight }: PatchVariant): string {
  return `${projection} ${onlyStore} ${blendsEdges} ${hasWindow} ${mixesLight}`;
}

const viewport = new Vector4();

/** Of the eye that is being drawn alone: the other one's may have been handed to the headset. */
function clearDepth(renderer: WebGLRenderer): void {
  const { state } = renderer;
  const gl = renderer.getContext();
  const hadScissor = gl.isEnabled(gl.SCISSOR_TEST);
  renderer.getCurrentViewport(viewport);
  state.scissor(viewport);
  state.setScissorTest(true);
  renderer.clearDepth();
  state.setScissorTest(hadScissor);
}
