import { Vector3 } from 'three';
import { jointIndex } from './handJoints.ts';

/** The joints of a hand that has been read. */
export interface JointPositions {
  position(index: number, out: Vector3): Vector3;
}

const WRIST = jointIndex('wrist');
const INDEX_BASE = jointIndex('index-finger-phalanx-proximal');
const MIDDLE_BASE = jointIndex('middle-finger-phalanx-proximal');
const PINKY_BASE = jointIndex('pinky-finger-phalanx-proximal');
const TIPS = [
  jointIndex('index-finger-tip'),
  jointIndex('middle-finger-tip'),
  jointIndex('ring-finger-tip'),
  jointIndex('pinky-finger-tip'),
];

/** Distances of fingertips from the wrist, in lengths of the palm. Stretched fingers are at 1.7 to 2, a pinch at 1.4. */
const CLOSED = 1.25;
const OPENED = 1.45;
const STRETCHED = 1.5;

/** Seconds that a palm has to be shown until the menu is called. */
export const PALM_SECONDS = 0.6;
/** Cosines of the angle between palm and face: to begin with (30°), and to go on (45°). */
const SHOWN = Math.cos(Math.PI / 6);
const STILL_SHOWN = Math.cos(Math.PI / 4);
/** Metres between eyes and palm. */
const NEAREST = 0.15;
const FARTHEST = 0.7;
/** Cosine of how far from the middle of the view a palm may be shown (50°). */
const IN_VIEW = Math.cos((50 * Math.PI) / 180);

/** What the hands' own gestures need of the head: where the eyes are and where they look, in the joints' space. */
export interface Face {
  readonly position: Vector3;
  readonly direction: Vector3;
}

export class HandGestures {
  #isFist = false;
  #palmSeconds = 0;
  #isPalmShown = false;
  readonly #wrist = new Vector3();
  readonly #a = new Vector3();
  readonly #b = new Vector3();
  readonly #palm = new Vector3();

  get isFist(): boolean {
    return this.#isFist;
  }

  /** The open palm of this hand has been turned to the face for long enough. */
  get callsMenu(): boolean {
    return this.#palmSeconds >= PALM_SECONDS;
  }

  step(joints: JointPositions, handedness: XRHandedness, face: Face | null, dt: number): void {
    joints.position(WRIST, this.#wrist);
    const palm = joints.position(MIDDLE_BASE, this.#a).distanceTo(this.#wrist);
    if (!(palm > 0)) return this.clear();
    let farthest = 0;
    let nearest = Infinity;
    for (const tip of TIPS) {
      const reach = joints.position(tip, this.#a).distanceTo(this.#wrist) / palm;
      farthest = Math.max(farthest, reach);
      nearest = Math.min(nearest, reach);
    }
    this.#isFist = farthest < (this.#isFist ? OPENED : CLOSED);
    this.#isPalmShown = face !== null && nearest > STRETCHED && this.#facesFace(joints, handedness, face);
    this.#palmSeconds = this.#isPalmShown ? this.#palmSeconds + dt : 0;
  }

  clear(): void {
    this.#isFist = false;
    this.#isPalmShown = false;
    this.#palmSeconds = 0;
  }

  #facesFace(joints: JointPositions, handedness: XRHandedness, face: Face): boolean {
    const wrist = this.#wrist;
    const palm = joints.position(INDEX_BASE, this.#palm).sub(wrist);
    palm.cross(joints.position(PINKY_BASE, this.#a).sub(wrist)).normalize();
    if (handedness === 'left') palm.negate();
    const middle = joints.position(MIDDLE_BASE, this.#a).add(wrist).multiplyScalar(0.5);
    const toFace = this.#b.copy(face.position).sub(middle);
    const distance = toFace.length();
    if (distance < NEAREST || distance > FARTHEST) return false;
    toFace.divideScalar(distance);
    if (-toFace.dot(face.direction) < IN_VIEW) return false;
    return palm.dot(toFace) > (this.#isPalmShown ? STILL_SHOWN : SHOWN);
  }
}
