import { Matrix4, Quaternion, Vector3, type ArrayCamera, type Group } from 'three';
import { headIn } from '#tour/locomotion/rig.ts';
import type { Head as HandsHead } from '../grab/lensHand.ts';
import type { HeadPlace } from '../panel/placing.ts';
import type { Travel } from './createTravel.ts';
import { createHead, writeHead, type MutableHead } from './headPose.ts';

export interface SeenHead {
  /** In the reference space. */
  readonly head: MutableHead;
  /** Since the frame before. */
  readonly seconds: number;
  readonly now: number;
}

const UP = new Vector3(0, 1, 0);

/** Head and rig of one session, frame by frame. */
export class RigFrame {
  /** The reference space → the place. */
  readonly matrix = new Matrix4();
  readonly #rig: Group;
  readonly #travel: Travel;
  readonly #clock: () => number;
  readonly #head = createHead();
  readonly #pose = new Matrix4();
  readonly #turn = new Quaternion();
  readonly #at = new Vector3();
  readonly #size = new Vector3();
  #space: XRReferenceSpace | null = null;
  #last = -1;

  constructor(rig: Group, travel: Travel, clock: () => number) {
    this.#rig = rig;
    this.#travel = travel;
    this.#clock = clock;
  }

  /** Null while nobody knows where the head is. At first the head is put where the tour is, looking along `yaw`. */
  begin(frame: XRFrame, space: XRReferenceSpace, yaw: number): SeenHead | null {
    const pose = frame.getViewerPose(space);
    if (!pose) return null;
    if (space !== this.#space) {
      this.dispose();
      this.#space = space;
      space.addEventListener('reset', this.#onReset);
    }
    writeHead(this.#head, pose.transform.matrix);
    this.#pose.fromArray(pose.transform.matrix);
    const now = this.#clock();
    if (this.#last < 0) {
      this.#last = now;
      this.#travel.begin(this.#head, yaw);
      this.setRig();
    }
    const seconds = now - this.#last;
    this.#last = now;
    return { head: this.#head, seconds, now };
  }

  setRig(): void {
    const { x, y, z, yaw } = this.#travel.rig;
    this.#rig.position.set(x, y, z);
    this.#rig.rotation.set(0, -yaw, 0);
    this.#rig.updateMatrixWorld();
    this.matrix.compose(this.#at.set(x, y, z), this.#turn.setFromAxisAngle(UP, -yaw), this.#size.setScalar(1));
  }

  headInPlace(): HeadPlace {
    const { x, y, z, yaw } = headIn(this.#travel.rig, this.#head);
    return { position: [x, y, z], yaw };
  }

  /** As those who hold things want it. */
  headForHands({ cameras }: ArrayCamera): HandsHead {
    const { position } = this.headInPlace();
    this.#turn.setFromRotationMatrix(this.#pose).premultiply(this.#rig.quaternion);
    const { x, y, z, w } = this.#turn;
    const scale = cameras[0]?.projectionMatrix.elements[0] ?? 1;
    return { position, turn: [x, y, z, w], tanWidth: 2 / scale };
  }

  dispose(): void {
    this.#space?.removeEventListener('reset', this.#onReset);
    this.#space = null;
  }

  readonly #onReset = (): void => this.#travel.resetSpace();
}
