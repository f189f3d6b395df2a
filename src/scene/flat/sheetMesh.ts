import { CustomBlending, Group, Mesh, NoBlending, Vector2, Vector4 } from 'three';
import type { InstancedBufferGeometry, ShaderMaterial, Texture } from 'three';
import type { Displacer, DrawnPanorama } from '#scene/panorama/displacer.ts';
import { PatchBuffer } from '#scene/panorama/patchBuffer.ts';
import { PATCH_ATTRIBUTES, PatchInstances } from '#scene/panorama/patchInstances.ts';
import { createPatchMaterial, createPatchUniforms } from '#scene/panorama/patchMaterial.ts';
import { FIRST_RENDER_ORDER, writePatchUniforms } from '#scene/panorama/patchMesh.ts';
import type { ShownPanorama } from '#scene/panorama/shown.ts';
import type { GpuTileStore } from '#scene/panorama/tileStore.ts';
import { HangingSheet } from '#streaming/flat/hangingSheet.ts';
import type { MeshEye } from '#streaming/mesh/ports.ts';
import type { FrameReport } from '#streaming/ports.ts';
import { SHEET_SLOTS } from './sheetShader.ts';

/** Draws the flat picture of a place where its sheet hangs: one instanced draw call for each eye. There is one at a time. */
export class SheetMesh implements Displacer {
  readonly group = new Group();
  readonly #textures: readonly Texture[];
  readonly #instances: PatchInstances<PatchBuffer>;
  readonly #uniforms;
  readonly #materials = new Map<string, ShaderMaterial>();
  readonly #mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  /** How far the nearest eye is before the plane of the picture. */
  #nearest = 1;

  constructor(stores: readonly GpuTileStore[]) {
    this.#textures = stores.map((store) => store.texture);
    const layerSizes = stores.map((store) => store.layerSize);
    this.#instances = new PatchInstances(new PatchBuffer(layerSizes), PATCH_ATTRIBUTES);
    this.#uniforms = {
      ...createPatchUniforms(this.#textures),
      sheetSize: { value: new Vector2(1, 1) },
      sheetOpen: { value: new Vector2(0, 1) },
      sheetPlace: { value: new Vector4() },
    };
    this.#mesh = new Mesh(this.#instances.geometry('flat'), this.#material(-1, false));
    this.#mesh.name = 'flat picture';
    this.#mesh.renderOrder = FIRST_RENDER_ORDER;
    this.#mesh.frustumCulled = false;
    this.#mesh.matrixAutoUpdate = false;
    this.#mesh.visible = false;
    this.#mesh.raycast = () => undefined;
    this.group.name = 'flat pictures';
    this.group.matrixAutoUpdate = false;
    this.group.add(this.#mesh);
  }

  stand(eyes: readonly MeshEye[]): void {
    this.#nearest = Infinity;
    for (const { position } of eyes) this.#nearest = Math.min(this.#nearest, position[2]);
  }

  reachOf(): number {
    return 0;
  }

  show(slot: number, report: FrameReport, panorama: ShownPanorama | undefined, focalPx: number): boolean {
    const sheet = panorama?.pyramid.sheet;
    if (!panorama || !(sheet instanceof HangingSheet)) {
      if (slot === 0) this.#mesh.visible = false;
      return false;
    }
    const { buffer } = this.#instances;
    buffer.write(report, { panorama: slot, isFineFirst: false });
    this.#instances.update();
    const mesh = this.#mesh;
    mesh.geometry = this.#instances.geometry('flat');
    mesh.geometry.instanceCount = buffer.count;
    mesh.visible = buffer.count > 0;
    const perMetre = focalPx / Math.max(1e-3, sheet.distance + this.#nearest);
    const texels = (panorama.pyramid.levels.at(-1)?.widthPx ?? 1) / sheet.width;
    mesh.material = this.#material(buffer.onlyStore, perMetre > texels);
    mesh.material.blending = buffer.isOpaque ? NoBlending : CustomBlending;
    writePatchUniforms(this.#uniforms, panorama, 0);
    this.#uniforms.sheetSize.value.set(sheet.width, sheet.height);
    this.#uniforms.sheetOpen.value.set(sheet.from, sheet.to);
    this.#uniforms.sheetPlace.value.set(sheet.along, sheet.up, sheet.distance, sheet.bend);
    return true;
  }

  *drawn(): Generator<DrawnPanorama> {
    yield this.#mesh;
  }

  dispose(): void {
    this.#instances.dispose();
    for (const material of this.#materials.values()) material.dispose();
  }

  #material(onlyStore: number, blendsEdges: boolean): ShaderMaterial {
    const name = `${onlyStore} ${blendsEdges}`;
    let material = this.#materials.get(name);
    if (!material) {
      const variant = { projection: 'flat', onlyStore, blendsEdges, hasWindow: false, mixesLight: false } as const;
      material = createPatchMaterial(variant, this.#textures, this.#uniforms, 0, SHEET_SLOTS);
      material.name = 'flat-picture';
      this.#materials.set(name, material);
    }
    return material;
  }
}
