/** The ways a held key, button or stick moves the camera. */
export const LOOK_WAYS = ['left', 'right', 'up', 'down', 'nearer', 'farther'] as const;
export type LookWay = (typeof LOOK_WAYS)[number];

/** What buttons on the page can do with the camera: every drag and pinch has its button here. */
export interface LookPad {
  /** Moves the camera that way until the function it returns is called. */
  hold(way: LookWay): () => void;
  /** One press: a quarter of the picture that way, or half as near again. */
  nudge(way: LookWay): void;
  /** Whether this device can be turned in the hand to look around. */
  readonly canTilt: boolean;
  readonly isTilting: boolean;
  /**
   * Lets the device's own turning move the camera, from the heading one has; asks for permission where that is due, so
   * it must be called in a click. Resolves to whether it does now.
   */
  startTilting(): Promise<boolean>;
  stopTilting(): void;
  /** Turns slowly, radians per second to the right, until the visitor does anything; not with reduced motion. */
  startAutoTurn(speed: number): void;
  /** Calls back whenever `isTilting` changes. */
  onTilting(listener: (isTilting: boolean) => void): () => void;
}
