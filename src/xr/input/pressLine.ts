/** Changes that may wait to be shown; more than these are shortened by whole presses. */
const MOST_WAITING = 3;

/**
 * One button between the events of a session and its frames. Events say when it goes down and up; frames ask how it is,
 * and each sees at most one change, so that neither a press nor a release between two frames is lost.
 */
export class PressLine {
  #isDown = false;
  #isShown = false;
  #waiting = 0;

  /** Whether frames have yet to see what has happened. */
  get isWaiting(): boolean {
    return this.#waiting > 0;
  }

  note(isDown: boolean): void {
    if (isDown === this.#isDown) return;
    this.#isDown = isDown;
    // Two changes fewer leave it as it is.
    this.#waiting += this.#waiting === MOST_WAITING ? -1 : 1;
  }

  /** How it is in this frame. */
  read(): boolean {
    if (this.#waiting > 0) {
      this.#waiting -= 1;
      this.#isShown = !this.#isShown;
    }
    return this.#isShown;
  }

  /** Up, and nothing to be shown. */
  clear(): void {
    this.#isDown = false;
    this.#isShown = false;
    this.#waiting = 0;
  }
}
