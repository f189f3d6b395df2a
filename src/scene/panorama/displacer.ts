/** What draws panoramas as walls at their distance, for eyes that are not all at one point: `depth/`, sent for in a headset. */
import type { InstancedBufferGeometry, Mesh, Object3D } from 'three';
import type { MeshEye } from '#streaming/mesh/ports.ts';
import type { FrameReport } from '#streaming/ports.ts';
import type { ShownPanorama } from './shown.ts';

export type DrawnPanorama = Mesh<InstancedBufferGeometry>;

/** Each frame: `stand`, `reachOf` for every panorama, `show` for every slot. */
export interface Displacer {
  readonly group: Object3D;
  /** Where the eyes are in this frame, in the place's frame. */
  stand(eyes: readonly MeshEye[]): void;
  /** How far beside its direction something of a panorama may be seen from there, radians. */
  reachOf(panorama: ShownPanorama): number;
  /** Draws the panorama of a slot; false leaves it to whoever draws it at infinity, and nothing is shown of it here. */
  show(slot: number, report: FrameReport, panorama: ShownPanorama | undefined, focalPx: number): boolean;
  drawn(): Iterable<DrawnPanorama>;
}
