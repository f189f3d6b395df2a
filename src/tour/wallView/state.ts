/** A flat piece of a wall seen straight on: every pixel of the picture is as many metres of it. */
import type { Vec3 } from '#shared/vec.ts';

/** A flat piece of wall. Its axes and the foot of the perpendicular from the eye are the origin of its metres. */
export interface Wall {
  /** Unit vectors in the node's frame: from the eye to the wall, and to the right and upward on it. */
  readonly normal: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
  /** From the eye to its plane, metres. */
  readonly distance: number;
  /** 95 of 100 of its points lie no farther from the plane, metres. */
  readonly flatness: number;
  /** How far a length on it may be wrong, as a part of it: by its unevenness and by the recorded depth. */
  readonly scaleError: number;
  /** How far it reaches, metres on its axes. */
  readonly extent: WallExtent;
}

export interface WallExtent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Which part of a wall fills the picture: its middle and the width of the picture, metres on the wall's axes. */
export interface WallFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Why there is no such view: nothing is known of the distance, nothing is flat, it is seen too much from the side. */
export type WallRefusal = 'no-depth' | 'no-plane' | 'too-oblique';

export interface WallDirection {
  /** In the node's view, radians. */
  readonly yaw: number;
  readonly pitch: number;
}

export type WallView =
  | {
      readonly kind: 'asked';
      /** Where the wall is looked for. */
      readonly asked: WallDirection;
      /** The part of it to be shown; null for as much as the view shows of it. */
      readonly frame: WallFrame | null;
    }
  | { readonly kind: 'refused'; readonly reason: WallRefusal }
  | { readonly kind: 'open'; readonly asked: WallDirection; readonly wall: Wall; readonly frame: WallFrame };
