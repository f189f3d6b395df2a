import { Group } from 'three';
import type { MeshEye } from '#streaming/mesh/ports.ts';
import type { FrameReport } from '#streaming/ports.ts';
import type { Displacer, DrawnPanorama } from '../displacer.ts';
import type { ShownPanorama } from '../shown.ts';
import type { GpuTileStore } from '../tileStore.ts';
import type { DepthSheet } from './depthSheet.ts';
import { DisplacedMesh } from './displacedMesh.ts';
import { angleAside, writeStanding } from './standing.ts';

/** The depth of a picture by the id of its pyramid; null where it is not known, or not here yet. */
export type SheetOf = (pyramidId: string) => DepthSheet | null;

/** Draws every panorama whose depth is here as walls at their distance, and leaves the others to be drawn at infinity. */
export class WallsAtDistance implements Displacer {
  readonly group = new Group();
  /** The middle between the eyes, metres, in the place's frame; and where in the panorama that counts as standing. */
  readonly head: [number, number, number] = [0, 0, 0];
  readonly standing: [number, number, number] = [0, 0, 0];
  readonly #stores: readonly GpuTileStore[];
  readonly #sheetOf: SheetOf;
  readonly #onFrame: () => void;
  readonly #slots: DisplacedMesh[] = [];
  /** Half the distance between the eyes. */
  #aside = 0;

  /** `onFrame` is called at the beginning of every frame. */
  constructor(stores: readonly GpuTileStore[], sheetOf: SheetOf, onFrame: () => void) {
    this.#stores = stores;
    this.#sheetOf = sheetOf;
    this.#onFrame = onFrame;
    this.group.name = 'walls at their distance';
    this.group.matrixAutoUpdate = false;
  }

  stand(eyes: readonly MeshEye[]): void {
    this.#onFrame();
    const { head } = this;
    head.fill(0);
    for (const { position } of eyes)
      for (let k = 0; k < 3; k++) head[k] = (head[k] ?? 0) + (position[k] ?? 0) / eyes.length;
    this.#aside = 0;
    for (const { position } of eyes) {
      const [x, y, z] = position;
      this.#aside = Math.max(this.#aside, Math.hypot(x - head[0], y - head[1], z - head[2]));
    }
    writeStanding(head, this.standing);
  }

  reachOf({ pyramid, eyes }: ShownPanorama): number {
    const sheet = this.#sheetOf(pyramid.id);
    if (!sheet) return 0;
    const metres = Math.hypot(...this.standing) + (eyes === 'both' ? this.#aside : 0);
    return angleAside(metres, sheet.presence * sheet.mostNearness);
  }

  show(slot: number, report: FrameReport, panorama: ShownPanorama | undefined, focalPx: number): boolean {
    const sheet = panorama && this.#sheetOf(panorama.pyramid.id);
    if (!panorama || !sheet || sheet.presence === 0) {
      this.#slots[slot]?.hide();
      return false;
    }
    this.#slotAt(slot).show(report, panorama, focalPx, sheet, this);
    return true;
  }

  *drawn(): Generator<DrawnPanorama> {
    for (const { mask, mesh } of this.#slots) {
      yield mask;
      yield mesh;
    }
  }

  dispose(): void {
    for (const slot of this.#slots) slot.dispose();
    this.group.clear();
    this.#slots.length = 0;
  }

  #slotAt(slot: number): DisplacedMesh {
    for (let next = this.#slots.length; next <= slot; next++) {
      const made = new DisplacedMesh(next, this.#stores);
      this.#slots.push(made);
      this.group.add(made.mask, made.mesh);
    }
    const found = this.#slots[slot];
    if (!found) throw new RangeError(`no panorama lies at ${slot}`);
    return found;
  }
}
