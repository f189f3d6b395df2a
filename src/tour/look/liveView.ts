import type { View } from '#tour/state.ts';

/**
 * The view of this very frame, for things that follow the camera (compass, plan, script API). The scene writes it;
 * it never enters the store. Listeners run inside the frame and must neither allocate much nor throw.
 */
export class LiveView {
  #view: View;
  readonly #listeners = new Set<(view: View) => void>();

  constructor(view: View) {
    this.#view = view;
  }

  get current(): View {
    return this.#view;
  }

  write(view: View): void {
    this.#view = view;
    for (const listener of this.#listeners) listener(view);
  }

  subscribe(listener: (view: View) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
