import type { Vec3 } from '#shared/vec.ts';
import type { PointerKind, Ray } from '../input/pointer.ts';
import type { Pose, RelicPose } from './pose.ts';

/** What a pointer does with a relic in this frame. */
export interface GrabPointer {
  readonly id: number;
  readonly kind: PointerKind;
  /** What the relic follows: the hand; where the device does not say where that is, the beginning of the ray. */
  readonly anchor: Pose;
  readonly ray: Ray;
  /** Whether it holds on. */
  readonly isHolding: boolean;
  /** −1 to 1, right and forward positive. */
  readonly stickX: number;
  readonly stickY: number;
}

export interface GrabInput {
  readonly pointers: readonly GrabPointer[];
  /** Who takes it in this frame. */
  readonly takers: readonly number[];
  readonly isPutBack: boolean;
  readonly head: Pose;
  readonly isMotionReduced: boolean;
}

/** `home`: it stands in its place. `floating`: it stays where it was let go. */
export type GrabPhase = 'home' | 'held' | 'floating' | 'returning';

/** One hand on the relic. */
export interface Grip {
  readonly pointerId: number;
  /** The relic in the frame of the anchor. */
  readonly local: RelicPose;
  /** Where the anchor was in the latest frame. */
  readonly at: Vec3;
}

/** Two hands on the relic. */
export interface Spread {
  /** Between the hands when the second one came, metres, and the scale of that moment. */
  readonly distance: number;
  readonly scale: number;
}

/** The relic is on its way to its goal. */
export interface Approach {
  readonly from: RelicPose;
  /** Seconds since it left, and that it takes. */
  readonly elapsed: number;
  readonly seconds: number;
}

export interface GrabState {
  readonly phase: GrabPhase;
  /** Where it is drawn. */
  readonly pose: RelicPose;
  /** Where hands would have it, the head left out of account. */
  readonly goal: RelicPose;
  /** Two at most. */
  readonly grips: readonly Grip[];
  readonly spread: Spread | null;
  readonly approach: Approach | null;
  /** Whether letting go of it near its place puts it back: it has been away, or a hand took it right there. */
  readonly isSnapping: boolean;
}

export function atHome(home: RelicPose): GrabState {
  return { phase: 'home', pose: home, goal: home, grips: [], spread: null, approach: null, isSnapping: false };
}
