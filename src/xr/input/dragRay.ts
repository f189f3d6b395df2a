import { Vector3 } from 'three';

/** Metres along the ray at which the hand's motion is laid on. */
const REACH = 1.5;
/** How much farther than the hand the point there moves: a hand at half an arm's length turns the ray as an arm would. */
const GAIN = 3;
/** Metres by which a pinch moves a hand that is meant to hold still. */
const STILL = 0.01;

/** A ray that the eyes have chosen and a hand drags. */
export class DragRay {
  readonly origin = new Vector3();
  readonly direction = new Vector3();
  readonly #first = new Vector3();
  readonly #grip = new Vector3();
  #isBegun = false;
  #isHeld = false;
  #isDragged = false;

  get isBegun(): boolean {
    return this.#isBegun;
  }

  /** The ray that the eyes meant. */
  begin(origin: Vector3, direction: Vector3): void {
    this.#isBegun = true;
    this.origin.copy(origin);
    this.direction.copy(direction);
    this.#first.copy(direction);
  }

  /** Where the pinching hand is now. What counts is how far it went from where it was first seen. */
  drag(grip: Vector3): void {
    if (!this.#isHeld) {
      this.#isHeld = true;
      this.#grip.copy(grip);
      return;
    }
    const way = this.direction.copy(grip).sub(this.#grip);
    const length = way.length();
    this.#isDragged ||= length > STILL;
    if (!this.#isDragged) {
      this.direction.copy(this.#first);
      return;
    }
    // Begins where it stood still, so that it does not jump.
    way.multiplyScalar((GAIN * Math.max(0, length - STILL)) / (length || 1));
    way.addScaledVector(this.#first, REACH).normalize();
  }
}
