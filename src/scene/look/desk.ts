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

/** Something in the picture that is moved in place of the view, from when it is taken hold of. */
export interface Taken {
  move(pointing: Pointing): void;
  /** Two fingers have gone apart by this factor since the latest call. */
  spread(factor: number): void;
  release(): void;
}

/** What the input devices of `scene/look` share: each turns its events into wishes of the one camera. */
export interface LookDesk {
  readonly element: HTMLElement;
  readonly state: LookState;
  readonly mix: TurnMix;
  /** Listeners added with it go when the controls are disposed of. */
  readonly signal: AbortSignal;
  readonly aspect: () => number;
  /** How far what is seen at a point of the picture, normalised device coordinates, is moved there; 0, 0 as a rule. */
  readonly shiftAt: (x: number, y: number) => readonly [number, number];
  /** False while something else has the camera, such as a relic in the hand: then no device turns the view. */
  readonly isAwake: () => boolean;
  /** Whether one walks here, so that a gamepad's left stick is for the feet. */
  readonly isWalked: () => boolean;
  /** Asks for a frame, in which the wishes are carried out. */
  readonly wake: () => void;
  /** Whether something stood there and was opened or followed. */
  readonly pick: (pointing: Pointing) => boolean;
  /** A press at that direction takes hold of what is there; null where that is the view itself. */
  readonly take: (pointing: Pointing) => Taken | null;
  /** The pointer rests over that direction; null when it left. Whether something stands there. */
  readonly hover: (pointing: Pointing | null) => boolean;
}
