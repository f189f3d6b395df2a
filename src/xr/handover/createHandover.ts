/** Gives a shared headset to the next visitor: when it was taken off, when the time is over, when the staff says so. */
import type { Tour } from '#tour/store.ts';
import { beginTurn, stepTurn, type Sharing } from './stepTurn.ts';

export interface Handover {
  /** A session has begun: somebody has put the headset on. */
  begin(): void;
  /** While the session lasts. */
  readonly isShared: boolean;
  /** To the next visitor now. */
  next(): void;
  end(): void;
}

/** How often the time is looked at while no frame comes, milliseconds. */
const TICK_MS = 500;

/** @param sharing Null for a headset of the visitor's own, of which nothing is ever taken away. */
export function createHandover({ store, commands }: Tour, sharing: Sharing | null, clock: () => number): Handover {
  let turn = sharing && beginTurn(sharing);
  let last = 0;
  let timer: ReturnType<typeof setInterval> | undefined;

  const tick = (): void => {
    const { headset } = store.getState();
    if (!sharing || !turn || !headset) return;
    const now = clock();
    const { isVisible, isWelcoming, menu } = headset;
    const isFarewellOpen = menu === 'farewell';
    const input = { isWorn: isVisible, hasBegun: !isWelcoming, isFarewellOpen, dt: now - last };
    last = now;
    const stepped = stepTurn(turn, input, sharing);
    turn = stepped.turn;
    if (stepped.event === 'farewell') commands.headset.openMenu('farewell');
    else if (stepped.event === 'handOver') commands.headset.handOver();
  };

  return {
    isShared: sharing !== null,
    begin() {
      if (!sharing) return;
      turn = beginTurn(sharing);
      last = clock();
      clearInterval(timer);
      timer = setInterval(tick, TICK_MS);
    },
    next() {
      if (sharing) turn = beginTurn(sharing);
      commands.headset.handOver();
    },
    end() {
      clearInterval(timer);
      if (sharing) commands.headset.handOver();
    },
  };
}
