/** A finger that comes upon a relic strikes it, once until it has left it. */
import type { Vec3 } from '#shared/vec.ts';
import type { Ray, XrPointer } from '../input/pointer.ts';

export interface FingerStrokesOptions {
  /** The relic that a half-line meets; `distance` is 0 where it begins inside. */
  readonly relicOn: (ray: Ray) => { readonly hotspotId: string; readonly distance: number } | null;
  readonly strike: (hotspotId: string, pointerId: number) => void;
}

/** Seconds from one stroke of a finger to its next: one that trembles at the rim strikes once. */
const REST_SECONDS = 0.4;

interface Finger {
  touched: string | null;
  rest: number;
}

export class FingerStrokes {
  readonly #options: FingerStrokesOptions;
  readonly #fingers = new Map<number, Finger>();

  constructor(options: FingerStrokesOptions) {
    this.#options = options;
  }

  /** One frame of a pointer. @param isFree Whether it is not about something else. */
  step({ id, fingertip, ray, isPressed, isSqueezed }: XrPointer, isFree: boolean, seconds: number): void {
    if (!fingertip) {
      this.#fingers.delete(id);
      return;
    }
    const before = this.#fingers.get(id);
    const finger = before ?? { touched: null, rest: 0 };
    this.#fingers.set(id, finger);
    finger.rest = Math.max(0, finger.rest - seconds);
    const touched = this.#touchedBy(fingertip, ray.direction);
    // A hand that closes takes hold, and a finger that appears within something has not come upon it.
    const strikes = isFree && before && !isPressed && !isSqueezed && finger.rest === 0;
    if (touched !== null && touched !== finger.touched && strikes) {
      finger.rest = REST_SECONDS;
      this.#options.strike(touched, id);
    }
    finger.touched = touched;
  }

  forget(id: number): void {
    this.#fingers.delete(id);
  }

  #touchedBy(origin: Vec3, direction: Vec3): string | null {
    const met = this.#options.relicOn({ origin, direction });
    return met && met.distance <= 0 ? met.hotspotId : null;
  }
}
