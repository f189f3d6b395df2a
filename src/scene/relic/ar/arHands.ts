/** Moves and turns a relic that stands in the room: a drag along its floor, two fingers, a thumbstick. */
import { Matrix4, Vector3 } from 'three';
import type { Object3D } from 'three';
import { type FingerPair, meetLevel, pairOf, turnBetween } from './gesture.ts';

/** Radians in a second with the stick pushed over. */
const STICK_SPEED = 1.8;
const STICK_REST = 0.15;
const SCALE = { least: 0.05, most: 20 };

export class ArHands {
  readonly #session: XRSession;
  readonly #place: Object3D;
  readonly #mayScale: boolean;
  #held: XRInputSource | null = null;
  /** From the point the ray meets the floor at to the relic; null until it is known. */
  #offset: Vector3 | null = null;
  #pair: FingerPair | null = null;
  #lastTime = 0;
  readonly #matrix = new Matrix4();
  readonly #origin = new Vector3();
  readonly #direction = new Vector3();

  constructor(session: XRSession, place: Object3D, mayScale: boolean) {
    this.#session = session;
    this.#place = place;
    this.#mayScale = mayScale;
    session.addEventListener('selectstart', this.#take);
    session.addEventListener('selectend', this.#letGo);
  }

  get isHolding(): boolean {
    return this.#held !== null;
  }

  /** Whether the relic was moved or turned. */
  step(frame: XRFrame, space: XRReferenceSpace): boolean {
    const seconds = Math.min(Math.max(frame.predictedDisplayTime - this.#lastTime, 0) / 1_000, 0.1) || 0;
    this.#lastTime = frame.predictedDisplayTime;
    const fingers = [...this.#session.inputSources].filter(({ targetRayMode }) => targetRayMode === 'screen');
    if (fingers.length >= 2) return this.#twist(fingers);
    this.#pair = null;
    const isTurned = this.#turnByStick(seconds);
    return this.#drag(frame, space) || isTurned;
  }

  dispose(): void {
    this.#session.removeEventListener('selectstart', this.#take);
    this.#session.removeEventListener('selectend', this.#letGo);
    this.#held = null;
  }

  readonly #take = ({ inputSource }: XRInputSourceEvent): void => {
    // What has just been set must not be dragged by the same tap.
    if (!this.#place.visible || this.#held) return;
    this.#held = inputSource;
    this.#offset = null;
  };

  readonly #letGo = ({ inputSource }: XRInputSourceEvent): void => {
    if (inputSource === this.#held) this.#held = null;
  };

  #drag(frame: XRFrame, space: XRReferenceSpace): boolean {
    const pose = this.#held && frame.getPose(this.#held.targetRaySpace, space);
    if (!pose) return false;
    this.#matrix.fromArray(pose.transform.matrix);
    const { x, y, z } = this.#origin.setFromMatrixPosition(this.#matrix);
    const ray = this.#direction.set(0, 0, -1).transformDirection(this.#matrix);
    const { position } = this.#place;
    const point = meetLevel([x, y, z], [ray.x, ray.y, ray.z], position.y);
    if (!point) return false;
    if (!this.#offset) {
      this.#offset = new Vector3(position.x - point[0], 0, position.z - point[2]);
      return false;
    }
    const [nextX, nextZ] = [point[0] + this.#offset.x, point[2] + this.#offset.z];
    const isMoved = nextX !== position.x || nextZ !== position.z;
    position.set(nextX, position.y, nextZ);
    return isMoved;
  }

  #twist([first, second]: readonly XRInputSource[]): boolean {
    this.#offset = null;
    const [a, b] = [first?.gamepad?.axes, second?.gamepad?.axes];
    if (!a || !b) return false;
    const aspect = innerWidth / Math.max(innerHeight, 1);
    const now = pairOf([a[0] ?? 0, a[1] ?? 0], [b[0] ?? 0, b[1] ?? 0], aspect);
    const before = this.#pair;
    this.#pair = now;
    if (!before) return false;
    this.#place.rotation.y += turnBetween(before, now);
    if (this.#mayScale && before.distance > 0) {
      const scale = this.#place.scale.x * (now.distance / before.distance);
      this.#place.scale.setScalar(Math.min(Math.max(scale, SCALE.least), SCALE.most));
    }
    return true;
  }

  #turnByStick(seconds: number): boolean {
    let turn = 0;
    for (const { targetRayMode, gamepad } of this.#session.inputSources) {
      const push = targetRayMode === 'tracked-pointer' ? (gamepad?.axes[2] ?? 0) : 0;
      if (Math.abs(push) > STICK_REST) turn += push;
    }
    this.#place.rotation.y += turn * STICK_SPEED * seconds;
    return turn !== 0;
  }
}
