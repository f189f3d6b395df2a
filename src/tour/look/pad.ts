/** What buttons on the page can do with the camera: every drag and pinch has its button there. */
export interface LookPad {
  /** Moves the camera, −1 to 1 each, until called again; right, up and nearer are positive, zeros let go. */
  turn(right: number, up: number, nearer: number): void;
  /** Turns slowly, radians per second to the right, until the visitor does anything; not with reduced motion. */
  startAutoTurn(speed: number): void;
  /** Whether this device can be turned in the hand to look around. */
  readonly canTilt: boolean;
  readonly isTilting: boolean;
  /**
   * Lets the device's own turning move the camera, from the heading one has; asks for permission where that is due, so
   * it must be called in a click. Resolves to whether it does now.
   */
  startTilting(): Promise<boolean>;
  stopTilting(): void;
  /** Calls back whenever `isTilting` changes. */
  onTilting(listener: (isTilting: boolean) => void): () => void;
}
