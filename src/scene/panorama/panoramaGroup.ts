import { Group } from 'three';
import type { Camera, WebGLRenderer } from 'three';
import type { Projection } from '#streaming/pyramid/pyramid.ts';
import type { FrameReport } from '#streaming/ports.ts';
import type { MeshEye } from '#streaming/mesh/ports.ts';
import type { Displacer, DrawnPanorama } from './displacer.ts';
import type { PanoramaQuad } from './onQuad.ts';
import { PatchMesh } from './patchMesh.ts';
import type { ShownPanorama } from './shown.ts';
import type { GpuTileStore } from './tileStore.ts';

/**
 * Everything of the panoramas that three draws: one call per panorama on the screen, so one at rest and two or three
 * while walking.
 *
 * How panoramas are laid over each other: the bottom one paints its patches coarse to fine. The upper one's patches
 * overlap each other as well, so blending each would let its coarse tiles shine through its fine ones; it is drawn
 * fine to coarse instead and each pixel it colours is claimed in the stencil, so every pixel gets its finest patch
 * once, at the panorama's opacity. Patches do not fade in on their own meanwhile.
 */
export class PanoramaGroup {
  readonly group = new Group();
  readonly #stores: readonly GpuTileStore[];
  readonly #meshes: PatchMesh[] = [];
  #displacer: Displacer | null = null;
  /** Who draws flat pictures; none before the first is shown. */
  #hanger: Displacer | null = null;

  constructor(stores: readonly GpuTileStore[]) {
    this.#stores = stores;
    this.group.name = 'panoramas';
    this.group.matrixAutoUpdate = false;
  }

  /** Who draws panoramas as walls at their distance from now on; null leaves all of them at infinity. */
  displace(displacer: Displacer | null): void {
    if (this.#displacer) this.group.remove(this.#displacer.group);
    this.#displacer = displacer;
    if (displacer) this.group.add(displacer.group);
  }

  /** Who draws flat pictures from now on. */
  hang(hanger: Displacer): void {
    this.#hanger = hanger;
    this.group.add(hanger.group);
  }

  /** Says, before the engine is asked, how far beside its direction each panorama may be seen by these eyes. */
  aim(eyes: readonly MeshEye[], ...lists: readonly (readonly ShownPanorama[])[]): void {
    this.#displacer?.stand(eyes);
    this.#hanger?.stand(eyes);
    for (const list of lists) for (const panorama of list) panorama.reach = this.#displacer?.reachOf(panorama) ?? 0;
  }

  /**
   * `shown` is the very list that the engine's report was made for; `focalPx` is how many device pixels a unit of
   * tangent from the view axis has, `quad` a board that shows a part of them once more.
   */
  show(report: FrameReport, shown: readonly ShownPanorama[], focalPx: number, quad: PanoramaQuad | null = null): void {
    while (this.#meshes.length < shown.length) this.#add();
    for (let slot = 0; slot < this.#meshes.length; slot++) {
      const panorama = shown[slot];
      const isHung = this.#hanger?.show(slot, report, panorama, focalPx) ?? false;
      const isAtItsDistance = this.#displacer?.show(slot, report, panorama, focalPx) ?? false;
      const patches = this.#meshes[slot];
      if (!patches) continue;
      if (!panorama || isHung || (isAtItsDistance && !quad)) {
        patches.hide();
        continue;
      }
      patches.show(report, panorama, focalPx);
      patches.showOnQuad(panorama, quad);
      // On a board there are the very patches, whoever draws them around it.
      if (isAtItsDistance) patches.mesh.visible = false;
      if (patches.onQuad && !patches.onQuad.parent) this.group.add(patches.onQuad);
    }
  }

  /** Makes the programs for the first picture ahead of it. */
  link(renderer: WebGLRenderer, camera: Camera, projection: Projection): void {
    if (this.#meshes.length === 0) this.#add();
    this.#meshes[0]?.link(renderer, camera, projection);
  }

  /** What the latest frame's panoramas take to draw, over all `eyes`: each is drawn once for every eye that sees it. */
  cost(eyes: number): { readonly draws: number; readonly triangles: number } {
    let [draws, triangles] = [0, 0];
    for (const { visible, layers, geometry } of this.#drawn()) {
      if (!visible) continue;
      const times = layers.isEnabled(0) ? eyes : 1;
      draws += times;
      triangles += (times * geometry.instanceCount * (geometry.index?.count ?? 0)) / 3;
    }
    return { draws, triangles };
  }

  dispose(): void {
    this.displace(null);
    for (const patches of this.#meshes) patches.dispose();
    this.group.clear();
    this.#meshes.length = 0;
  }

  *#drawn(): Generator<DrawnPanorama> {
    for (const { mesh, onQuad } of this.#meshes) {
      yield mesh;
      if (onQuad) yield onQuad;
    }
    if (this.#displacer) yield* this.#displacer.drawn();
    if (this.#hanger) yield* this.#hanger.drawn();
  }

  #add(): void {
    const patches = new PatchMesh(this.#meshes.length, this.#stores);
    this.#meshes.push(patches);
    this.group.add(patches.mesh);
  }
}
