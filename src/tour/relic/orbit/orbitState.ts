import type { Vec3 } from '#shared/vec.ts';
import type { Orbit } from '../state.ts';
import { createAxes, type MutableVec3, type ViewAxes } from './axes.ts';

/** An orbit that is kept and changed. */
export interface Pose {
  yaw: number;
  pitch: number;
  distance: number;
  readonly target: MutableVec3;
}

/**
 * Everything about the camera around a relic that lasts from frame to frame. `stepOrbit` alone moves time on; the
 * wishes of `wishes.ts` are how hands reach it. Changed in place, as a frame allocates nothing; still a function of
 * (state, dt, limits) alone. Angles are radians; shares of the view are of its height; zoom is the natural logarithm
 * of the magnification, growing as one comes nearer.
 */
export interface OrbitState {
  readonly pose: Pose;
  readonly axes: ViewAxes;
  /** Momentum: follows the drag and the keys, dies away after them. Radians, view heights, logarithm per second. */
  readonly velocity: Motion;
  readonly grip: Grip;
  /** Keys, buttons and sticks held: −1 to 1 each; to the right, up and nearer are positive, as the camera moves. */
  readonly held: Motion;
  readonly zoom: ZoomWish;
  readonly ease: Ease;
  /** Whether it shows the whole relic, and goes on doing so when the view changes its shape. */
  isWhole: boolean;
}

export interface Motion {
  yaw: number;
  pitch: number;
  panRight: number;
  panUp: number;
  nearer: number;
}

/** The relic held by pointers: what they asked for since the last step. */
export interface Grip {
  isHeld: boolean;
  readonly moved: Motion;
}

/** Zoom still to be done, and what stays where it is seen. */
export interface ZoomWish {
  left: number;
  /** Where the pointer is, view heights from the point that the target is seen at; to the right and up. */
  x: number;
  y: number;
  /** The point of the surface under the pointer, once it is known. */
  hasPoint: boolean;
  readonly point: MutableVec3;
}

export interface Ease {
  isActive: boolean;
  elapsed: number;
  duration: number;
  readonly from: Pose;
  readonly to: Pose;
}

/** Of the relic in the view at hand; may change from frame to frame. */
export interface OrbitLimits {
  /** Metres, of the camera from what it looks at. */
  minDistance: number;
  maxDistance: number;
  /** The whole relic in the view: where one looks and from how far. */
  readonly wholeTarget: MutableVec3;
  wholeDistance: number;
  /** The target stays within. */
  readonly min: MutableVec3;
  readonly max: MutableVec3;
  /** Tangent of half the vertical field of view. */
  tangent: number;
  isMotionReduced: boolean;
}

/** Close to the poles but never over them. */
export const MAX_PITCH = (89 / 180) * Math.PI;

export function createOrbitState(orbit: Orbit): OrbitState {
  return {
    pose: poseOf(orbit),
    axes: createAxes(),
    velocity: noMotion(),
    grip: { isHeld: false, moved: noMotion() },
    held: noMotion(),
    zoom: { left: 0, x: 0, y: 0, hasPoint: false, point: [0, 0, 0] },
    ease: { isActive: false, elapsed: 0, duration: 0, from: poseOf(orbit), to: poseOf(orbit) },
    isWhole: false,
  };
}

export function createOrbitLimits(): OrbitLimits {
  return {
    minDistance: 0.01,
    maxDistance: 10,
    wholeTarget: [0, 0, 0],
    wholeDistance: 1,
    min: [-1, -1, -1],
    max: [1, 1, 1],
    tangent: Math.tan(Math.PI / 12),
    isMotionReduced: false,
  };
}

export function noMotion(): Motion {
  return { yaw: 0, pitch: 0, panRight: 0, panUp: 0, nearer: 0 };
}

export function stopMotion(motion: Motion): void {
  motion.yaw = motion.pitch = motion.panRight = motion.panUp = motion.nearer = 0;
}

export function isStill(motion: Motion): boolean {
  return motion.yaw === 0 && motion.pitch === 0 && motion.panRight === 0 && motion.panUp === 0 && motion.nearer === 0;
}

export function copyPose(out: Pose, { yaw, pitch, distance, target }: Orbit): void {
  out.yaw = yaw;
  out.pitch = pitch;
  out.distance = distance;
  for (let k = 0; k < 3; k++) out.target[k] = target[k] ?? 0;
}

/** As the store keeps it. */
export function orbitAt({ yaw, pitch, distance, target }: Pose): Orbit {
  const [x, y, z] = target;
  return { yaw, pitch, distance, target: [x, y, z] satisfies Vec3 };
}

/** Whether a pose is exactly an orbit as the store keeps it. */
export function isAt({ yaw, pitch, distance, target }: Pose, orbit: Orbit | null): boolean {
  if (!orbit || yaw !== orbit.yaw || pitch !== orbit.pitch || distance !== orbit.distance) return false;
  return target[0] === orbit.target[0] && target[1] === orbit.target[1] && target[2] === orbit.target[2];
}

function poseOf({ yaw, pitch, distance, target }: Orbit): Pose {
  return { yaw, pitch, distance, target: [target[0], target[1], target[2]] };
}
