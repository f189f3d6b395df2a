import { Matrix4, Quaternion, Vector3 } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { Liftable, LiftableRelics } from '#scene/relic/lift/lifting.ts';
import { writeMatrix, type RelicPose } from './pose.ts';
import type { RelicShape } from './shape.ts';
import { atHome, type GrabInput, type GrabState } from './state.ts';
import { stepGrab } from './stepGrab.ts';

/** One relic that is not in its place: in the hand, afloat, or on its way home. */
export class CarriedRelic {
  readonly hotspotId: string;
  readonly shape: RelicShape;
  state: GrabState;
  /** Who takes it, and whether it is to go home, in the next frame. */
  readonly takers: number[] = [];
  isPutBack = false;
  readonly #matrix = new Matrix4();

  constructor(lifted: Liftable) {
    this.hotspotId = lifted.hotspotId;
    this.shape = shapeOf(lifted);
    this.state = atHome(this.shape.home);
  }

  /** Moves it on by `dt` seconds; says whether it is out of its place still. */
  frame(input: Pick<GrabInput, 'pointers' | 'head' | 'isMotionReduced'>, dt: number, relics: LiftableRelics): boolean {
    this.state = stepGrab(this.state, { ...input, takers: this.takers, isPutBack: this.isPutBack }, this.shape, dt);
    this.takers.length = 0;
    this.isPutBack = false;
    if (this.state.phase === 'home') {
      relics.putDown(this.hotspotId);
      return false;
    }
    writeMatrix(this.state.pose, this.shape.middle, this.#matrix.elements);
    relics.carry(this.hotspotId, this.#matrix);
    return true;
  }

  /** The point beneath it on the side of the eyes. */
  footTowards(eye: Vec3): Vec3 {
    const { elements: m } = this.#matrix;
    const { half } = this.shape;
    const [x, y, z] = this.state.pose.position;
    const [toX, toZ] = [eye[0] - x, eye[2] - z];
    const away = Math.hypot(toX, toZ) || 1;
    const reach = (k: 0 | 1 | 2): number =>
      Math.abs(m[k] ?? 0) * half[0] + Math.abs(m[4 + k] ?? 0) * half[1] + Math.abs(m[8 + k] ?? 0) * half[2];
    const aside = Math.min(away / 2, Math.hypot((toX / away) * reach(0), (toZ / away) * reach(2)));
    return [x + (toX / away) * aside, y - reach(1), z + (toZ / away) * aside];
  }
}

function shapeOf({ placed, bounds: { min, max } }: Liftable): RelicShape {
  const middle: Vec3 = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2];
  const half: Vec3 = [(max[0] - min[0]) / 2, (max[1] - min[1]) / 2, (max[2] - min[2]) / 2];
  const [position, turn, scale] = [new Vector3(), new Quaternion(), new Vector3()];
  placed.matrix.decompose(position, turn, scale);
  const { x, y, z } = new Vector3(...middle).applyMatrix4(placed.matrix);
  const home: RelicPose = { position: [x, y, z], turn: [turn.x, turn.y, turn.z, turn.w], scale: scale.x };
  return { middle, half, home };
}
