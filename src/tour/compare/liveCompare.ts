import type { CompareSettings, Lens } from './state.ts';

/**
 * Lens, curtain and blend of this very frame. Whoever moves one writes it here while it moves and tells the store where
 * it came to rest; the scene draws from here. One object for ever: copy what you want to keep.
 */
export class LiveCompare {
  readonly #current: { lens: { -readonly [K in keyof Lens]: Lens[K] }; curtain: number; blend: number } = {
    lens: { yaw: 0, pitch: 0, radius: 0.2 },
    curtain: 0.5,
    blend: 0.5,
  };

  /**
   * Where a hand in the place leads a lens that is not pinned, radians; null while none does. Asked in a headset alone,
   * where the lens goes with the gaze otherwise.
   */
  lensAim: () => Pick<Lens, 'yaw' | 'pitch'> | null = () => null;

  get current(): CompareSettings {
    return this.#current;
  }

  write({ lens, curtain, blend }: Partial<CompareSettings>): void {
    if (lens) Object.assign(this.#current.lens, lens);
    if (curtain !== undefined) this.#current.curtain = curtain;
    if (blend !== undefined) this.#current.blend = blend;
  }
}
