import { Quaternion } from 'three';
import { turnTowards } from '#shared/quat.ts';
import { add, times, type Vec3 } from '#shared/vec.ts';
import type { XrPointer } from '../input/pointer.ts';
import type { Pose } from './pose.ts';
import type { GrabPointer } from './state.ts';

/** Of someone who points with the eyes and whose device hides the hand: it is taken to be this far before them, metres. */
const BEFORE_EYES = 0.5;

/** What relics follow: remembers where a hand was held while it is not seen. */
export class Anchors {
  readonly #known = new Map<number, Pose>();
  readonly #turn = new Quaternion();

  /** `isLetGo`: it counts as open whatever is pressed. */
  read(pointers: readonly XrPointer[], isLetGo: (id: number) => boolean): GrabPointer[] {
    for (const id of this.#known.keys()) if (pointers.every((pointer) => pointer.id !== id)) this.#known.delete(id);
    return pointers.map((pointer) => ({
      id: pointer.id,
      kind: pointer.kind,
      anchor: this.#anchorOf(pointer),
      ray: pointer.ray,
      isHolding: (pointer.isPressed || pointer.isSqueezed) && !isLetGo(pointer.id),
      stickX: pointer.stickX,
      stickY: pointer.stickY,
    }));
  }

  #anchorOf({ id, kind, grip, ray }: XrPointer): Pose {
    if (!grip) {
      const position = kind === 'transient' ? add(ray.origin, times(ray.direction, BEFORE_EYES)) : ray.origin;
      return this.#known.get(id) ?? { position, turn: turnTowards(ray.direction) };
    }
    const { elements: m } = grip;
    const position: Vec3 = [m[12], m[13], m[14]];
    const { x, y, z, w } = this.#turn.setFromRotationMatrix(grip);
    const pose: Pose = { position, turn: [x, y, z, w] };
    this.#known.set(id, pose);
    return pose;
  }
}
