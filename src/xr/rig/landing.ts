/** The ring on the floor where a jump would end: one draw, the same in both eyes. */
import { DoubleSide, Mesh, MeshBasicMaterial, RingGeometry } from 'three';
import type { FloorPoint } from '#tour/locomotion/rig.ts';

const PLASTER = 0xe8ddc6;
/** Metres: a body's width, and the width of the ring's line. */
const RADIUS = 0.34;
const LINE = 0.025;
/** Over the floor, so that the two do not quarrel. */
const LIFT = 0.012;
/** Over panoramas, marks and hall, beneath hands. */
const ORDER = 1_050;

export class Landing {
  readonly mesh: Mesh<RingGeometry, MeshBasicMaterial>;

  constructor() {
    const geometry = new RingGeometry(RADIUS - LINE, RADIUS, 48);
    geometry.rotateX(-Math.PI / 2);
    const material = new MeshBasicMaterial({
      color: PLASTER,
      transparent: true,
      opacity: 0.85,
      depthWrite: false,
      side: DoubleSide,
      toneMapped: false,
      fog: false,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.name = 'landing';
    this.mesh.renderOrder = ORDER;
    this.mesh.visible = false;
    this.mesh.raycast = () => undefined;
  }

  /** Null hides it; metres. */
  show(spot: FloorPoint | null, floorY: number): void {
    this.mesh.visible = spot !== null;
    if (spot) this.mesh.position.set(spot.x, floorY + LIFT, spot.z);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
