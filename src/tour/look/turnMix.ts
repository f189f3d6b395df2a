import type { LookState } from './lookState.ts';
import type { LookWay } from './pad.ts';
import { turn } from './wishes.ts';

/** What one device asks for: −1 to 1 each. */
export interface TurnSource {
  right: number;
  up: number;
  nearer: number;
}

/** Adds up what keys, buttons and sticks ask for at the same time. */
export class TurnMix {
  readonly #state: LookState;
  readonly #sources: TurnSource[] = [];
  readonly #held = new Map<LookWay, number>();
  readonly #ways = this.source();

  constructor(state: LookState) {
    this.#state = state;
  }

  /** A new device; it writes its wishes there and calls `apply`. */
  source(): TurnSource {
    const source = { right: 0, up: 0, nearer: 0 };
    this.#sources.push(source);
    return source;
  }

  /** One more key or button held that way; the returned function lets it go, once. */
  hold(way: LookWay): () => void {
    this.#count(way, 1);
    let isHeld = true;
    return () => {
      if (isHeld) this.#count(way, -1);
      isHeld = false;
    };
  }

  apply(): void {
    let [right, up, nearer] = [0, 0, 0];
    for (const source of this.#sources) {
      right += source.right;
      up += source.up;
      nearer += source.nearer;
    }
    turn(this.#state, right, up, nearer);
  }

  #count(way: LookWay, by: number): void {
    this.#held.set(way, (this.#held.get(way) ?? 0) + by);
    const isHeld = (one: LookWay): number => ((this.#held.get(one) ?? 0) > 0 ? 1 : 0);
    this.#ways.right = isHeld('right') - isHeld('left');
    this.#ways.up = isHeld('up') - isHeld('down');
    this.#ways.nearer = isHeld('nearer') - isHeld('farther');
    this.apply();
  }
}
