import type { WallFrame } from '../wallView/state.ts';
import type { Opening } from './opening.ts';
import type { FlatShape } from './shape.ts';

/** A flat picture as it is on the page in this very frame. */
export interface FlatNow {
  readonly shape: FlatShape;
  readonly frame: WallFrame;
  /** Width of the page by its height, and CSS pixels of the page across. */
  readonly aspect: number;
  readonly cssWidthPx: number;
  /** Device pixels across. */
  readonly widthPx: number;
  readonly opening: Opening;
  /** Whether it unrolls by itself. */
  readonly isAuto: boolean;
}

/** Told by the scene, at most once a frame and only of changes; it never enters the store. Null elsewhere. */
export class LiveFlat {
  #current: FlatNow | null = null;
  readonly #listeners = new Set<(now: FlatNow | null) => void>();

  get current(): FlatNow | null {
    return this.#current;
  }

  write(now: FlatNow | null): void {
    if (now === this.#current) return;
    this.#current = now;
    for (const listener of this.#listeners) listener(now);
  }

  subscribe(listener: (now: FlatNow | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
