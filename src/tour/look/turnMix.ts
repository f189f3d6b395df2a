import type { LookState } from './lookState.ts';
import { turn } from './wishes.ts';

/** What one device asks for, −1 to 1 each; right, up and nearer are positive. */
export interface TurnWish {
  readonly right: number;
  readonly up: number;
  readonly nearer: number;
}

export const NO_TURN: TurnWish = { right: 0, up: 0, nearer: 0 };

/** Adds up what keys, buttons and sticks ask for at the same time. */
export class TurnMix {
  readonly #state: LookState;
  readonly #wishes: TurnWish[] = [];
  #isTurning = false;

  constructor(state: LookState) {
    this.#state = state;
  }

  /** Whether anything asks to turn at this moment. */
  get isTurning(): boolean {
    return this.#isTurning;
  }

  /** For a new device: what it says it wishes holds until it says something else. */
  addDevice(): (wish: TurnWish) => void {
    const index = this.#wishes.push(NO_TURN) - 1;
    return (wish) => {
      this.#wishes[index] = wish;
      this.#apply();
    };
  }

  #apply(): void {
    let [right, up, nearer] = [0, 0, 0];
    for (const wish of this.#wishes) {
      right += wish.right;
      up += wish.up;
      nearer += wish.nearer;
    }
    this.#isTurning = right !== 0 || up !== 0;
    turn(this.#state, right, up, nearer);
  }
}
