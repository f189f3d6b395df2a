import type { PictureScale } from './viewScale.ts';

/**
 * The scale of the picture in this very frame; null while nothing is known of it. The scene writes it; it never enters
 * the store. Listeners run inside the frame and are told only of changes.
 */
export class LiveScale {
  #current: PictureScale | null = null;
  readonly #listeners = new Set<(scale: PictureScale | null) => void>();

  get current(): PictureScale | null {
    return this.#current;
  }

  write(scale: PictureScale | null): void {
    if (isSame(scale, this.#current)) return;
    this.#current = scale;
    for (const listener of this.#listeners) listener(scale);
  }

  subscribe(listener: (scale: PictureScale | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function isSame(a: PictureScale | null, b: PictureScale | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.metresPerPx === b.metresPerPx &&
    a.error === b.error &&
    a.distance === b.distance &&
    a.isEverywhere === b.isEverywhere
  );
}
