import { directionOf, type Vec3 } from '#shared/vec.ts';
import { toDevice } from '#scene/look/bindPointers.ts';
import { aimAt } from '#tour/look/projection.ts';
import type { View } from '#tour/state.ts';

export interface LampHandOptions {
  readonly element: HTMLElement;
  /** The point of the whole view that is seen at a point of the picture, both in normalised device coordinates. */
  readonly toView: (x: number, y: number) => { readonly x: number; readonly y: number };
  /** Whether a lamp is in the visitor's hand and lights the place. */
  readonly isCarried: () => boolean;
  readonly requestFrame: () => void;
}

/**
 * The hand that carries the lamp: it follows a mouse or pen, also while one drags the view with it, and holds the lamp
 * towards the middle of the view for fingers, keys and gamepads; in a headset it is the visitor's own, or goes with the
 * gaze.
 */
export class LampHand {
  readonly #leaving = new AbortController();
  readonly #aim = { yaw: 0, pitch: 0 };
  /** Of the pointer, normalised device coordinates; the middle while there is none. */
  #at = { x: 0, y: 0 };

  constructor({ element, toView, isCarried, requestFrame }: LampHandOptions) {
    const { signal } = this.#leaving;
    const moveTo = (at: { x: number; y: number }): void => {
      this.#at = at;
      if (isCarried()) requestFrame();
    };
    element.addEventListener(
      'pointermove',
      ({ clientX, clientY, pointerType }) => {
        if (pointerType === 'touch') return;
        const { x, y } = toDevice(element, clientX, clientY);
        moveTo(toView(x, y));
      },
      { signal },
    );
    element.addEventListener('pointerleave', () => moveTo({ x: 0, y: 0 }), { signal });
  }

  /** Along which unit direction a hand in the place holds it; null while none does. Asked in a headset alone. */
  handAxis: () => Vec3 | null = () => null;

  /** Writes the unit direction that the lamp shines in, in the world. */
  writeAxis(view: View, aspect: number, axis: [number, number, number]): void {
    aimAt(this.#aim, view, this.#at.x, this.#at.y, aspect);
    [axis[0], axis[1], axis[2]] = directionOf(this.#aim.yaw, this.#aim.pitch);
  }

  dispose(): void {
    this.#leaving.abort();
  }
}
