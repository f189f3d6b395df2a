import { Group } from 'three';
import type { Camera, WebGLRenderer } from 'three';
import type { Projection } from '#streaming/pyramid/pyramid.ts';
import type { FrameReport } from '#streaming/ports.ts';
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

  constructor(stores: readonly GpuTileStore[]) {
    this.#stores = stores;
    this.group.name = 'panoramas';
    this.group.matrixAutoUpdate = false;
  }

  /**
   * `shown` is the very list that the engine's report was made for; `focalPx` is how many device pixels a unit of
   * tangent from the view axis has, `quad` a board that shows a part of them once more.
   */
  show(report: FrameReport, shown: readonly ShownPanorama[], focalPx: number, quad: PanoramaQuad | null = null): void {
    while (this.#meshes.length < shown.length) this.#add();
    for (let slot = 0; slot < this.#meshes.length; slot++) {
      const panorama = shown[slot];
      const patches = this.#meshes[slot];
      if (!patches) continue;
      if (panorama) {
        patches.show(report, panorama, focalPx);
        patches.showOnQuad(panorama, quad);
        if (patches.onQuad && !patches.onQuad.parent) this.group.add(patches.onQuad);
      } else patches.hide();
    }
  }

  /** Makes the programs for the first picture ahead of it. */
  link(renderer: WebGLRenderer, camera: Camera, projection: Projection): void {
    if (this.#meshes.length === 0) this.#add();
    this.#meshes[0]?.link(renderer, camera, projection);
  }

  /** Panoramas in the latest frame, each one draw call per eye; on a board, one more. */
  get visibleCount(): number {
    return this.#meshes.reduce(
      (count, { mesh, onQuad }) => count + (mesh.visible ? 1 : 0) + (onQuad?.visible ? 1 : 0),
      0,
    );
  }

  dispose(): void {
    for (const patches of this.#meshes) patches.dispose();
    this.group.clear();
    this.#meshes.length = 0;
  }

  #add(): void {
    const patches = new PatchMesh(this.#meshes.length, this.#stores);
    this.#meshes.push(patches);
    this.group.add(patches.mesh);
  }
}
