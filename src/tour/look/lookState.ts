import type { View } from '#tour/state.ts';
import type { Aim, MutableView } from './projection.ts';

/**
 * Everything about the camera that lasts from frame to frame. `stepLook` is its only reader that moves time on; the
 * wishes of `wishes.ts` are how the visitor's hands reach it. It is changed in place, because the frame must not
 * allocate; it is still a function of (state, dt, limits) alone, without clock, randomness or anything outside.
 * Angles are radians, speeds radians per second; zoom is the natural logarithm of the magnification, since equal steps
 * of it look equal at every field of view.
 */
export interface LookState {
  readonly view: MutableView;
  /** What the camera's own momentum is: it follows the drag, the turning keys, and dies away after them. */
  yawVelocity: number;
  pitchVelocity: number;
  /** Growing magnification is positive. */
  zoomVelocity: number;
  /** How fast the view turned in the last step, whatever turned it. */
  yawSpeed: number;
  pitchSpeed: number;
  readonly grip: Grip;
  /** Keys, buttons and sticks held: −1 to 1 each; right, up and nearer are positive. */
  readonly turn: { right: number; up: number; nearer: number };
  readonly zoom: ZoomWish;
  readonly ease: Ease;
  /** How far the device was turned by hand and the view has not followed yet. */
  readonly tilt: Aim;
  /** Speed of the auto-rotation; 0 is off. */
  autoTurn: number;
}

/** The picture held by a pointer: what was grabbed stays under it. */
export interface Grip {
  isHeld: boolean;
  /** Where the pointer is, in normalised device coordinates. */
  x: number;
  y: number;
  /** Where the pointer was when the view last followed it, or when it took hold. */
  seenX: number;
  seenY: number;
  /** Whether `aim` has yet to be read off the view: after grabbing, and after something else turned the view. */
  isFresh: boolean;
  /** The direction that was grabbed. */
  readonly aim: Aim;
  /** The magnification that two fingers ask for since the last step, as a factor. */
  pinch: number;
}

/** Zoom still to be done, and the point of the picture that stays where it is. */
export interface ZoomWish {
  left: number;
  x: number;
  y: number;
  /** The field of view a double tap came from and the next one goes back to; 0 when there is none. */
  returnFov: number;
  readonly aim: Aim;
}

/** A motion towards a view, yaw by the shortest way. */
export interface Ease {
  isActive: boolean;
  /** Whether it is slow and even, as in a guided tour. */
  isGuided: boolean;
  elapsed: number;
  duration: number;
  readonly from: MutableView;
  readonly to: MutableView;
}

export function createLookState({ yaw, pitch, fov }: View): LookState {
  return {
    view: { yaw, pitch, fov },
    yawVelocity: 0,
    pitchVelocity: 0,
    zoomVelocity: 0,
    yawSpeed: 0,
    pitchSpeed: 0,
    grip: {
      isHeld: false,
      x: 0,
      y: 0,
      seenX: 0,
      seenY: 0,
      isFresh: false,
      aim: { yaw: 0, pitch: 0 },
      pinch: 1,
    },
    turn: { right: 0, up: 0, nearer: 0 },
    zoom: { left: 0, x: 0, y: 0, returnFov: 0, aim: { yaw: 0, pitch: 0 } },
    ease: {
      isActive: false,
      isGuided: false,
      elapsed: 0,
      duration: 0,
      from: { yaw, pitch, fov },
      to: { yaw, pitch, fov },
    },
    tilt: { yaw: 0, pitch: 0 },
    autoTurn: 0,
  };
}
