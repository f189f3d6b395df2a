import type { LookState } from '#tour/look/lookState.ts';
import type { TurnMix } from '#tour/look/turnMix.ts';

/** How the visitor pointed: a finger is less exact than a mouse, and a key or button means the centre of the picture. */
export type PointingKind = 'fine' | 'coarse' | 'centre';

/** A direction the visitor pointed at, radians. */
export interface Pointing {
  readonly yaw: number;
  readonly pitch: number;
  readonly kind: PointingKind;
}

/** What the input devices of `scene/look` share: each turns its events into wishes of the one camera. */
export interface LookDesk {
  readonly element: HTMLElement;
  readonly state: LookState;
  readonly mix: TurnMix;
  /** Listeners added with it go when the controls are disposed of. */
  readonly signal: AbortSignal;
  readonly aspect: () => number;
  /** False while something else has the camera, such as a relic in the hand: then no device turns the view. */
  readonly isAwake: () => boolean;
  /** Whether one walks here, so that a gamepad's left stick is for the feet. */
  readonly isWalked: () => boolean;
  /** Asks for a frame, in which the wishes are carried out. */
  readonly wake: () => void;
  /** Whether something stood there and was opened or followed. */
  readonly pick: (pointing: Pointing) => boolean;
  /** The pointer rests over that direction; null when it left. Whether something stands there. */
  readonly hover: (pointing: Pointing | null) => boolean;
}
