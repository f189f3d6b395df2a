/** The staff's corner: five presses in the upper left corner of the screen call for the code. */
import type { StaffCode } from '#document/kioskSchema.ts';
import { createStore } from 'zustand/vanilla';
import { type CodeEvent, type CodePad, EMPTY_PAD, knock, stepCodePad } from '#tour/kiosk/codePad.ts';
import type { Kiosk } from '#tour/kiosk/createKiosk.ts';
import type { StaffTools } from '#tour/kiosk/staff.ts';
import { MOST_LOUDNESS } from '#tour/sound/state.ts';
import type { Tour } from '#tour/store.ts';
import { canCheckCodes, checkCode } from './checkCode.ts';
import type { DeviceShelf } from './deviceShelf.ts';

/** Of the shorter side of the screen. */
const CORNER = 0.12;
const SECOND_MS = 1_000;

export interface StaffParts {
  readonly tour: Tour;
  readonly kiosk: Kiosk;
  readonly shelf: DeviceShelf;
  readonly code: StaffCode;
  readonly reload: () => void;
}

/** Null where this page cannot compare codes; then there is no corner. */
export function openStaff({ tour, kiosk, shelf, code, reload }: StaffParts): StaffTools | null {
  if (!canCheckCodes(crypto)) return null;
  let knocks: readonly number[] = [];
  const onPress = ({ clientX, clientY }: PointerEvent): void => {
    const size = CORNER * Math.min(innerWidth, innerHeight);
    if (clientX > size || clientY > size) return;
    const knocked = knock(knocks, performance.now() / 1_000);
    knocks = knocked.knocks;
    if (knocked.isEnough) kiosk.set({ isStaff: true });
  };
  addEventListener('pointerdown', onPress, { capture: true, passive: true });
  const pad = createStore<CodePad>(() => EMPTY_PAD);
  const tell = (event: CodeEvent): void => pad.setState(stepCodePad(pad.getState(), event), true);
  const unlockLater = (): void => {
    if (pad.getState().locked <= 0) return;
    tell({ kind: 'wait', dt: 1 });
    setTimeout(unlockLater, SECOND_MS);
  };
  return {
    pad,
    press: (digit) => tell({ kind: 'digit', digit }),
    erase: () => tell({ kind: 'erase' }),
    async check() {
      const isRight = await checkCode(pad.getState().digits, code);
      tell({ kind: isRight ? 'right' : 'wrong' });
      unlockLater();
      return isRight;
    },
    status() {
      const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } };
      return {
        version: import.meta.env['VITE_GROTTO_VERSION'] as string,
        seconds: performance.now() / 1_000,
        visitors: kiosk.store.getState().resets,
        memoryBytes: memory?.usedJSHeapSize ?? null,
      };
    },
    entries: () => shelf.entries(),
    volume: () => shelf.volume() ?? tour.store.getState().sound.master,
    setVolume(volume) {
      shelf.setVolume(Math.min(MOST_LOUDNESS, Math.max(0, Math.round(volume))));
      tour.commands.sound.set({ master: volume });
    },
    reload,
  };
}
