/**
 * The lamp in a visitor's hand. In a place with two lights it is the tour's lamp, which the page and the menu know of as
 * well; elsewhere, as in a hall, it is one that only this visitor has.
 */
import { flickerAt } from '#tour/light/flicker.ts';
import { lightOf } from '#tour/light/lightOf.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { XrPointer } from '../input/pointer.ts';
import { isHand, pointerOf, primaryHand, type HandOf } from './handOf.ts';

export class CarriedLamp {
  readonly #tour: Tour;
  readonly #unsubscribe: () => void;
  #hand: HandOf | null = null;
  /** Who pressed last, and so asked. */
  #asking: HandOf | null = null;
  #isMine = false;

  constructor(tour: Tour) {
    this.#tour = tour;
    this.#unsubscribe = tour.store.subscribe((state, before) => this.#hear(state, before));
    if (isCarried(tour.store.getState())) this.#hand = NOBODY_YET;
  }

  /** Whose hand has it; null while it is put away. */
  get hand(): HandOf | null {
    return this.#hand;
  }

  /** Takes the lamp into that hand, from the other one too, or puts it away where it is in that hand already. */
  toggle(pointer: XrPointer): void {
    const isHere = this.#hand !== null && this.#hand.id === pointer.id;
    this.#hand = isHere ? null : { id: pointer.id, handedness: pointer.handedness };
    this.#tell();
  }

  /** The pointer that holds it in this frame; null where no hand does, and the gaze leads it. */
  frame(pointers: readonly XrPointer[]): XrPointer | null {
    for (const pointer of pointers) {
      if ((pointer.isPressed || pointer.isSqueezed) && isHand(pointer)) this.#noteAsking(pointer);
    }
    if (!this.#hand) return null;
    if (this.#hand === NOBODY_YET) {
      const first = primaryHand(pointers, this.#asking);
      if (!first) return null;
      this.#hand = { id: first.id, handedness: first.handedness };
    }
    const pointer = pointerOf(pointers, this.#hand);
    if (pointer && pointer.id !== this.#hand.id) this.#hand = { id: pointer.id, handedness: pointer.handedness };
    return pointer;
  }

  /** How bright it burns, 0 to 1 and a little about it where the flame moves. */
  strengthAt(now: number, isMotionReduced: boolean): number {
    if (!this.#hand) return 0;
    const { light } = this.#tour.store.getState();
    const strength = light?.lampStrength ?? 1;
    return light?.isFlickering === false || isMotionReduced ? strength : strength * flickerAt(now);
  }

  dispose(): void {
    this.#unsubscribe();
  }

  #noteAsking({ id, handedness }: XrPointer): void {
    if (this.#asking?.id !== id) this.#asking = { id, handedness };
  }

  /** The tour's lamp is lit and put out with it, where there is one. */
  #tell(): void {
    const { store, commands } = this.#tour;
    const { exhibition, nodeId, light } = store.getState();
    if (!light && !lightOf(exhibition, nodeId)) return;
    this.#isMine = true;
    commands.light.set(this.#hand ? { isLampLit: true, isLampCarried: true } : { isLampLit: false });
    this.#isMine = false;
  }

  #hear(state: TourState, before: TourState): void {
    if (this.#isMine) return;
    if (state.headset?.menu === 'welcome' && before.headset?.menu !== 'welcome') this.#hand = null;
    if (state.light !== before.light) {
      if (isCarried(state) && !isCarried(before)) this.#hand ??= this.#asking ?? NOBODY_YET;
      else if (!isCarried(state) && isCarried(before)) this.#hand = null;
    }
    // A lamp that is carried into a place with two lights burns there too.
    if (state.nodeId !== before.nodeId && this.#hand && !isCarried(state)) this.#tell();
  }
}

/** For the first hand that is seen. */
const NOBODY_YET: HandOf = { id: NaN, handedness: 'none' };

function isCarried({ light }: TourState): boolean {
  return light !== null && light.isLampLit && light.isLampCarried;
}
