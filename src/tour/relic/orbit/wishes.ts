/**
 * What hands (or the tour) want of the camera around a relic. A wish only notes itself in the state; `stepOrbit`
 * carries it out in the next frame. Every wish of the visitor ends an eased motion.
 * Movements of a pointer are in heights of the view, to the right and up.
 */
import { wrapAngle } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { Orbit } from '../state.ts';
import { copy, distanceBetween } from './axes.ts';
import {
  copyPose,
  isStill,
  MAX_PITCH,
  type Motion,
  type OrbitLimits,
  type OrbitState,
  stopMotion,
} from './orbitState.ts';

/** Half a turn for a drag as long as the view is high. */
const TURN_PER_HEIGHT = Math.PI;
/** Seconds that an eased motion takes at least and at most, and what it takes on top of the least. */
const EASE_MIN = 0.3;
const EASE_MAX = 1.4;
const EASE_PER_RADIAN = 0.3;
/** A double click comes this much nearer, unless one is near already. */
const FOCUS_ZOOM = 2.2;

/** Takes hold of the relic; it stops gliding. */
export function grab(state: OrbitState): void {
  interrupt(state);
  stopMotion(state.velocity);
  state.grip.isHeld = true;
}

/** Turns the relic under the pointer: what one pulls to the right shows more of its left. */
export function turnBy(state: OrbitState, right: number, up: number): void {
  if (!state.grip.isHeld) return;
  interrupt(state);
  state.grip.moved.yaw -= right * TURN_PER_HEIGHT;
  state.grip.moved.pitch -= up * TURN_PER_HEIGHT;
}

/** Moves the relic with the pointer. */
export function panBy(state: OrbitState, right: number, up: number): void {
  if (!state.grip.isHeld) return;
  leaveWhole(state);
  state.grip.moved.panRight -= right;
  state.grip.moved.panUp -= up;
}

/** Two fingers that moved apart by a factor, about a point between them. */
export function pinchBy(state: OrbitState, factor: number, x: number, y: number): void {
  if (!state.grip.isHeld || !(factor > 0) || factor === 1) return;
  leaveWhole(state);
  state.grip.moved.nearer += Math.log(factor);
  state.zoom.x = x;
  state.zoom.y = y;
}

/** Lets go; the relic turns on as it was turned. */
export function release(state: OrbitState): void {
  state.grip.isHeld = false;
}

/** Lets go of the relic where it is. */
export function drop(state: OrbitState): void {
  release(state);
  stopMotion(state.velocity);
}

/** Comes nearer, eased, about what is under a point; `amount` is the logarithm of the magnification. */
export function zoomBy(state: OrbitState, amount: number, x: number, y: number): void {
  leaveWhole(state);
  const { zoom } = state;
  // The point that was found belongs to where the pointer was.
  if (zoom.x !== x || zoom.y !== y) zoom.hasPoint = false;
  zoom.left += amount;
  zoom.x = x;
  zoom.y = y;
}

/** What the pointer of the latest zoom lies over; null where it is beside the relic. */
export function anchorZoom(state: OrbitState, point: Vec3 | null): void {
  state.zoom.hasPoint = point !== null;
  if (point) copy(state.zoom.point, point);
}

/** Holds the camera turning, panning and zooming until called again. */
export function hold(state: OrbitState, motion: Motion): void {
  if (!isStill(motion)) interrupt(state);
  if (motion.panRight !== 0 || motion.panUp !== 0 || motion.nearer !== 0) leaveWhole(state);
  // Keys come nearer to what is in the middle.
  if (motion.nearer !== 0 && motion.nearer !== state.held.nearer) {
    state.zoom.x = state.zoom.y = 0;
    state.zoom.hasPoint = false;
  }
  Object.assign(state.held, motion);
}

/** Looks at a point, from nearer, along the same direction. */
export function focusOn(state: OrbitState, point: Vec3, limits: OrbitLimits): void {
  const { pose } = state;
  const near = Math.max(limits.minDistance, limits.wholeDistance / (2 * FOCUS_ZOOM * FOCUS_ZOOM));
  const distance = Math.max(Math.min(pose.distance, near), pose.distance / FOCUS_ZOOM);
  easeTo(state, { yaw: pose.yaw, pitch: pose.pitch, distance, target: point });
}

/** Shows the whole relic from where one is, and keeps it whole as the view changes its shape. */
export function showWhole(state: OrbitState, limits: OrbitLimits, isEased: boolean): void {
  const { yaw, pitch } = state.pose;
  const whole = { yaw, pitch, distance: limits.wholeDistance, target: limits.wholeTarget };
  if (isEased) easeTo(state, whole);
  else jumpTo(state, whole);
  state.isWhole = true;
}

/** Moves to an orbit, yaw by the shortest way, the longer the farther. */
export function easeTo(state: OrbitState, orbit: Orbit): void {
  stopEverything(state);
  const { ease, pose } = state;
  copyPose(ease.from, pose);
  copyPose(ease.to, orbit);
  ease.to.yaw = pose.yaw + wrapAngle(orbit.yaw - pose.yaw);
  ease.to.pitch = Math.min(MAX_PITCH, Math.max(-MAX_PITCH, orbit.pitch));
  const angle = Math.hypot(ease.to.yaw - pose.yaw, ease.to.pitch - pose.pitch);
  const zoom = Math.abs(Math.log(orbit.distance / pose.distance));
  const way = distanceBetween(orbit.target, pose.target) / Math.min(orbit.distance, pose.distance);
  ease.duration = Math.min(EASE_MAX, EASE_MIN + EASE_PER_RADIAN * (angle + zoom + way));
  ease.elapsed = 0;
  ease.isActive = true;
}

/** Is there at once. */
export function jumpTo(state: OrbitState, orbit: Orbit): void {
  stopEverything(state);
  copyPose(state.pose, orbit);
  state.pose.yaw = wrapAngle(orbit.yaw);
  state.pose.pitch = Math.min(MAX_PITCH, Math.max(-MAX_PITCH, orbit.pitch));
}

function interrupt(state: OrbitState): void {
  // On the way to the whole it is not whole yet.
  if (state.ease.isActive) state.isWhole = false;
  state.ease.isActive = false;
}

function leaveWhole(state: OrbitState): void {
  interrupt(state);
  state.isWhole = false;
}

function stopEverything(state: OrbitState): void {
  leaveWhole(state);
  stopMotion(state.velocity);
  stopMotion(state.grip.moved);
  state.zoom.left = 0;
  state.zoom.hasPoint = false;
}
