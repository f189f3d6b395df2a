import { wrapAngle } from '#shared/angle.ts';
import type { Lamp } from '#tour/relic/state.ts';

/** Half of the way to a lamp's new place is done in this time, seconds. */
const RATE = Math.LN2 / 0.07;
const REST = 0.002;

/** The lamp of this frame: it follows the state's, eased, and the hand at once. */
export class LiveLamp {
  readonly current: { yaw: number; pitch: number; mix: number };
  #goal: Lamp;

  constructor(lamp: Lamp) {
    this.current = { ...lamp };
    this.#goal = lamp;
  }

  follow(lamp: Lamp): void {
    this.#goal = lamp;
  }

  jump(lamp: Lamp): void {
    this.#goal = lamp;
    Object.assign(this.current, lamp);
  }

  /** Whether it has changed, and so wants another frame. */
  step(dt: number, isMotionReduced: boolean): boolean {
    const { current } = this;
    const yaw = wrapAngle(this.#goal.yaw - current.yaw);
    const pitch = this.#goal.pitch - current.pitch;
    const mix = this.#goal.mix - current.mix;
    if (yaw === 0 && pitch === 0 && mix === 0) return false;
    const isLast = isMotionReduced || Math.abs(yaw) + Math.abs(pitch) + Math.abs(mix) < REST;
    if (isLast) {
      Object.assign(current, this.#goal);
      return true;
    }
    const share = 1 - Math.exp(-RATE * dt);
    current.yaw = wrapAngle(current.yaw + yaw * share);
    current.pitch += pitch * share;
    current.mix += mix * share;
    return true;
  }
}
