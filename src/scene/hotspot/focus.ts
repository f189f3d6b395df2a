import type { Mark } from '#tour/marks.ts';

/**
 * Which mark the visitor has in mind: the one the page speaks of (a list's focus or hover) and the one the pointer
 * rests on in the picture. Both are lit; neither is part of the visit's state.
 */
export class MarkFocus {
  #named: string | null = null;
  #pointed: string | null = null;
  readonly #listeners = new Set<() => void>();

  /** Whether the mark with that key is lit. */
  isLit(key: string): boolean {
    return key === this.#named || key === this.#pointed;
  }

  /** The page speaks of a mark, or of none any more. */
  set(mark: Mark | null): void {
    const key = mark?.key ?? null;
    if (key === this.#named) return;
    this.#named = key;
    this.#tell();
  }

  /** The pointer rests on a mark in the picture, or on none. */
  point(mark: Mark | null): void {
    const key = mark?.key ?? null;
    if (key === this.#pointed) return;
    this.#pointed = key;
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
