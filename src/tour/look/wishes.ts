/**
 * What the visitor (or the tour) wants of the camera. A wish only notes itself in the state; `stepLook` carries it out
 * in the next frame. Every wish of the visitor ends an eased motion and the auto-rotation.
 * Points are normalised device coordinates: x to the right, y upward, −1 to 1.
 */
import { clamp } from '#shared/clamp.ts';
import { wrapAngle } from '#shared/angle.ts';
import type { View } from '#tour/state.ts';
import { guidedSeconds } from './guidedPace.ts';
import type { LookState } from './lookState.ts';

/** Magnification of a double tap. */
const DOUBLE_TAP_ZOOM = Math.log(2.5);
/** Seconds that an eased motion takes at least and at most, and what it takes on top of the least per radian. */
const EASE_MIN = 0.25;
const EASE_MAX = 1;
const EASE_PER_RADIAN = 0.35;

/** Takes hold of the picture at a point. Called again while held, when fingers come or go, it takes a new hold. */
export function grab(state: LookState, x: number, y: number): void {
  interrupt(state);
  const { grip } = state;
  if (!grip.isHeld) stopGliding(state);
  grip.isHeld = true;
  grip.isFresh = true;
  grip.x = grip.seenX = x;
  grip.y = grip.seenY = y;
}

/** Moves the held picture. `magnification` is the factor by which two fingers moved apart since the last call. */
export function drag(state: LookState, x: number, y: number, magnification = 1): void {
  const { grip } = state;
  if (!grip.isHeld) return;
  interrupt(state);
  grip.x = x;
  grip.y = y;
  if (magnification !== 1) {
    grip.pinch *= magnification;
    state.zoom.returnFov = 0;
  }
}

/** Lets go of the picture; it glides on with the speed it had. */
export function release(state: LookState): void {
  state.grip.isHeld = false;
}

/** Lets go of the picture where it is. */
export function drop(state: LookState): void {
  release(state);
  stopGliding(state);
}

/** Zooms, eased, about a point: `amount` is the logarithm of the magnification, positive comes nearer. */
export function zoomBy(state: LookState, amount: number, x: number, y: number): void {
  interrupt(state);
  const { zoom } = state;
  zoom.left += amount;
  zoom.x = x;
  zoom.y = y;
  zoom.returnFov = 0;
}

/** Comes nearer about a point, or goes back to the field of view from before when the last zoom was one of these. */
export function toggleZoom(state: LookState, x: number, y: number): void {
  const { zoom, view } = state;
  const { returnFov } = zoom;
  zoom.left = 0;
  if (returnFov > 0) {
    zoomBy(state, Math.log(Math.tan(view.fov / 2) / Math.tan(returnFov / 2)), x, y);
  } else {
    zoomBy(state, DOUBLE_TAP_ZOOM, x, y);
    zoom.returnFov = view.fov;
  }
}

/** Holds the camera turning and zooming, −1 to 1 each, until called again; 0 lets it come to rest. */
export function turn(state: LookState, right: number, up: number, nearer: number): void {
  if (right !== 0 || up !== 0 || nearer !== 0) interrupt(state);
  if (nearer !== 0) state.zoom.returnFov = 0;
  state.turn.right = clamp(right, -1, 1);
  state.turn.up = clamp(up, -1, 1);
  state.turn.nearer = clamp(nearer, -1, 1);
}

/** Adds a turn that the visitor's hands gave the device; it joins whatever else moves the view. */
export function tiltBy(state: LookState, yaw: number, pitch: number): void {
  state.autoTurn = 0;
  state.tilt.yaw += yaw;
  state.tilt.pitch += pitch;
}

/** Moves to a view, yaw by the shortest way, the faster the farther, in a quarter of a second to a whole one. */
export function easeTo(state: LookState, { yaw, pitch, fov }: View): void {
  stopEverything(state);
  const { ease, view } = state;
  ease.from.yaw = view.yaw;
  ease.from.pitch = view.pitch;
  ease.from.fov = view.fov;
  ease.to.yaw = view.yaw + wrapAngle(yaw - view.yaw);
  ease.to.pitch = pitch;
  ease.to.fov = fov;
  const angle = Math.hypot(ease.to.yaw - view.yaw, pitch - view.pitch);
  const zoom = Math.abs(Math.log(Math.tan(fov / 2) / Math.tan(view.fov / 2)));
  ease.duration = clamp(EASE_MIN + EASE_PER_RADIAN * (angle + zoom), EASE_MIN, EASE_MAX);
  ease.elapsed = 0;
  ease.isActive = true;
  ease.isGuided = false;
}

/** Moves to a view as a guided tour does. */
export function guideTo(state: LookState, to: View): void {
  const duration = guidedSeconds(state.view, to);
  easeTo(state, to);
  state.ease.duration = duration;
  state.ease.isGuided = true;
}

/** Is at a view at once. A picture that is held is held anew. */
export function jumpTo(state: LookState, { yaw, pitch, fov }: View): void {
  stopEverything(state);
  state.view.yaw = yaw;
  state.view.pitch = pitch;
  state.view.fov = fov;
}

/** Turns slowly to the right (radians per second; negative to the left) until the visitor does anything. */
export function startAutoTurn(state: LookState, speed: number): void {
  state.autoTurn = speed;
}

function interrupt(state: LookState): void {
  state.ease.isActive = false;
  state.autoTurn = 0;
}

function stopGliding(state: LookState): void {
  state.yawVelocity = state.pitchVelocity = state.zoomVelocity = 0;
}

function stopEverything(state: LookState): void {
  interrupt(state);
  stopGliding(state);
  state.zoom.left = 0;
  state.zoom.returnFov = 0;
  state.tilt.yaw = state.tilt.pitch = 0;
  const { grip } = state;
  grip.seenX = grip.x;
  grip.seenY = grip.y;
  grip.isFresh = true;
}
