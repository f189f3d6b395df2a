import type { View } from '#tour/state.ts';

/**
 * The view of this very frame, for things that follow the camera (compass, plan, script API). The scene writes it;
 * it never enters the store. Listeners run inside the frame and must neither allocate much nor throw.
 * Nothing is allocated here either: `current`, and what a listener is given, is one object for ever, overwritten each
 * frame. Copy what you want to keep.
 */
export class LiveView {
  readonly #view: { yaw: number; pitch: number; fov: number };
  readonly #listeners = new Set<(view: View) => void>();

  constructor(view: View) {
    this.#view = { yaw: view.yaw, pitch: view.pitch, fov: view.fov };
  }

  get current(): View {
    return this.#view;
  }

  write(view: View): void {
    this.#view.yaw = view.yaw;
    this.#view.pitch = view.pitch;
    this.#view.fov = view.fov;
    for (const listener of this.#listeners) listener(this.#view);
  }

  subscribe(listener: (view: View) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
