import type { LookPad } from '#tour/look/pad.ts';
import { startAutoTurn } from '#tour/look/wishes.ts';
import type { LookDesk } from './desk.ts';
import type { Tilting } from './tilting.ts';

/** The camera's buttons. */
export function createPad({ state, mix, wake }: LookDesk, tilting: Tilting): LookPad {
  const wish = mix.addDevice();
  return {
    turn(right, up, nearer) {
      wish({ right, up, nearer });
      wake();
    },
    startAutoTurn(speed) {
      startAutoTurn(state, speed);
      wake();
    },
    get canTilt() {
      return tilting.canTilt;
    },
    get isTilting() {
      return tilting.isTilting;
    },
    startTilting: () => tilting.start(),
    stopTilting: () => tilting.stop(),
    onTilting: (listener) => tilting.subscribe(listener),
  };
}
