import { Plane, Vector3 } from 'three';
import { dot, type Vec3 } from '#shared/vec.ts';
import type { Section } from '#tour/relic/state.ts';
import { footOn } from './slide.ts';

/** Half of the way to the plane's new place is done in this time, seconds. */
const RATE = Math.LN2 / 0.05;
/** What is left of the way is no wider than a pixel, as a share of the relic's size. */
const REST = 0.0005;

/** The cut of this frame: it follows the state's, eased where it only moves, and the hand at once. */
export class Cut {
  /** As three clips: what its normal points to stays. */
  readonly planes: readonly [Plane] = [new Plane()];
  readonly foot = new Vector3();
  readonly normal = new Vector3(0, 0, 1);
  #current: Section | null = null;
  #goal: Section | null = null;

  get current(): Section | null {
    return this.#current;
  }

  /** Says whether it began or ended. */
  follow(goal: Section | null, isMotionReduced: boolean): boolean {
    const before = this.#current;
    this.#goal = goal;
    const isMoved = before !== null && goal !== null && dot(before.normal, goal.normal) > 0.99999;
    if (!isMoved || isMotionReduced) this.#current = goal;
    return (before === null) !== (goal === null);
  }

  hold(section: Section): void {
    this.#goal = this.#current = section;
  }

  /** Says whether the plane has moved; `middle` and `size` are the relic's. */
  step(dt: number, middle: Vector3, size: number): boolean {
    const [goal, current] = [this.#goal, this.#current];
    if (!goal || !current) return false;
    const way = goal.offset - current.offset;
    if (current !== goal) {
      const isLast = Math.abs(way) < size * REST;
      const offset = current.offset + way * (1 - Math.exp(-RATE * dt));
      this.#current = isLast ? goal : { normal: goal.normal, offset };
    }
    return this.#place(this.#current ?? goal, [middle.x, middle.y, middle.z]);
  }

  #place(section: Section, middle: Vec3): boolean {
    const [plane] = this.planes;
    const { x, y, z } = plane.normal;
    const { constant } = plane;
    this.normal.set(...section.normal);
    plane.normal.copy(this.normal).negate();
    plane.constant = section.offset;
    this.foot.set(...footOn(section, middle));
    return x !== plane.normal.x || y !== plane.normal.y || z !== plane.normal.z || constant !== plane.constant;
  }
}
