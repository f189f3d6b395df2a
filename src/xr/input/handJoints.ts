import type { Vector3 } from 'three';

/** The joints of a hand in the order of WebXR, which is that of every array here. */
export const JOINTS = [
  'wrist',
  'thumb-metacarpal',
  'thumb-phalanx-proximal',
  'thumb-phalanx-distal',
  'thumb-tip',
  'index-finger-metacarpal',
  'index-finger-phalanx-proximal',
  'index-finger-phalanx-intermediate',
  'index-finger-phalanx-distal',
  'index-finger-tip',
  'middle-finger-metacarpal',
  'middle-finger-phalanx-proximal',
  'middle-finger-phalanx-intermediate',
  'middle-finger-phalanx-distal',
  'middle-finger-tip',
  'ring-finger-metacarpal',
  'ring-finger-phalanx-proximal',
  'ring-finger-phalanx-intermediate',
  'ring-finger-phalanx-distal',
  'ring-finger-tip',
  'pinky-finger-metacarpal',
  'pinky-finger-phalanx-proximal',
  'pinky-finger-phalanx-intermediate',
  'pinky-finger-phalanx-distal',
  'pinky-finger-tip',
] as const;

export type Joint = (typeof JOINTS)[number];

/** The two calls that give all joints at once, which the published types lack and not every browser has. */
interface FillingFrame {
  fillPoses?(spaces: readonly XRSpace[], baseSpace: XRSpace, transforms: Float32Array): boolean;
  fillJointRadii?(joints: readonly XRJointSpace[], radii: Float32Array): boolean;
}

export function jointIndex(joint: Joint): number {
  return JOINTS.indexOf(joint);
}

/** Where the joints of one hand are, in the reference space of the session. */
export class HandJoints {
  /** Column-major 4×4 matrices in the order of `JOINTS`: −Z along the bone, +Y out of the back of the hand. */
  readonly matrices = new Float32Array(16 * JOINTS.length);
  /** Metres; 0 where the device does not say. */
  readonly radii = new Float32Array(JOINTS.length);
  readonly #spaces: XRJointSpace[] = [];
  #isTracked = false;

  constructor(hand: XRHand) {
    for (const joint of JOINTS) {
      const space = hand.get(joint);
      if (space) this.#spaces.push(space);
    }
  }

  /** Whether every joint is known in this frame. */
  get isTracked(): boolean {
    return this.#isTracked;
  }

  read(frame: XRFrame, referenceSpace: XRSpace): void {
    this.#isTracked = this.#spaces.length === JOINTS.length && this.#fill(frame, referenceSpace);
  }

  /** Where a joint is. */
  position(index: number, out: Vector3): Vector3 {
    return out.fromArray(this.matrices, index * 16 + 12);
  }

  #fill(frame: XRFrame & FillingFrame, referenceSpace: XRSpace): boolean {
    if (frame.fillPoses && frame.fillJointRadii) {
      const isWhole = frame.fillPoses(this.#spaces, referenceSpace, this.matrices);
      if (isWhole) frame.fillJointRadii(this.#spaces, this.radii);
      return isWhole;
    }
    for (let i = 0; i < JOINTS.length; i++) {
      const pose = frame.getJointPose?.(this.#spaces[i]!, referenceSpace);
      if (!pose) return false;
      this.matrices.set(pose.transform.matrix, i * 16);
      this.radii[i] = pose.radius ?? 0;
    }
    return true;
  }
}
