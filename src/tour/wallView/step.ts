/**
 * One step of the picture of a wall, moved by the same hands as the camera: what was grabbed stays under the pointer,
 * what is zoomed about a point leaves the point where it is. A `LookState` holds the wishes; of its view only the field
 * of view is used, which follows the frame. Velocities are metres on the wall per second.
 */
import { approached, travelled } from '../look/step.ts';
import type { LookState } from '../look/lookState.ts';
import { keepInside, type FrameLimits } from './frame.ts';
import type { Wall, WallFrame } from './state.ts';

export type MutableFrame = { -readonly [K in keyof WallFrame]: WallFrame[K] };

export interface WallLimits extends FrameLimits {
  /** Whether nothing glides on or starts slowly, for visitors who asked for reduced motion. */
  readonly isMotionReduced: boolean;
  /** The nearest frame that there is; `keepInside` by default. */
  readonly keep?: (frame: WallFrame) => WallFrame;
}

/** Decay rates per second, as for the camera. */
const GLIDE_RATE = Math.LN2 / 0.18;
const TURN_RATE = Math.LN2 / 0.06;
const ZOOM_RATE = Math.LN2 / 0.07;
const GRIP_RATE = 20;
/** Of a held key: heights of the picture per second, and magnification's logarithm per second. */
const MOVE_SPEED = 0.8;
const ZOOM_SPEED = 0.9;
/** What is slower has come to rest: heights of the picture per second, logarithm per second, logarithm. */
const REST_SPEED = 0.003;
const REST_ZOOM_SPEED = 0.003;
const REST_ZOOM = 0.0005;

/** Moves `frame` on by `dt` seconds and says whether the motion goes on. */
export function stepWall(state: LookState, frame: MutableFrame, wall: Wall, dt: number, limits: WallLimits): boolean {
  if (dt <= 0) return true;
  const { x, y, width } = frame;
  zoom(state, frame, wall, dt, limits);
  if (state.grip.isHeld) follow(state, frame, dt, limits);
  else glide(state, frame, dt, limits);
  const kept = keep(wall, frame, limits);
  // At an edge nothing pushes on.
  if (kept.x !== frame.x) state.yawVelocity = 0;
  if (kept.y !== frame.y) state.pitchVelocity = 0;
  Object.assign(frame, kept);
  state.view.fov = 2 * Math.atan(frame.width / limits.aspect / 2 / wall.distance);
  const isGliding = state.yawVelocity !== 0 || state.pitchVelocity !== 0 || state.zoomVelocity !== 0;
  return frame.x !== x || frame.y !== y || frame.width !== width || isGliding || state.zoom.left !== 0;
}

function zoom(state: LookState, frame: MutableFrame, wall: Wall, dt: number, limits: WallLimits): void {
  const { grip, turn } = state;
  const pinched = Math.log(grip.pinch);
  grip.pinch = 1;
  const target = turn.nearer * ZOOM_SPEED;
  if (limits.isMotionReduced) state.zoomVelocity = target;
  const held = travelled(state.zoomVelocity, target, TURN_RATE, dt);
  state.zoomVelocity = approached(state.zoomVelocity, target, TURN_RATE, dt);
  if (target === 0 && Math.abs(state.zoomVelocity) < REST_ZOOM_SPEED) state.zoomVelocity = 0;
  const wish = state.zoom;
  const isLast = limits.isMotionReduced || Math.abs(wish.left) < REST_ZOOM;
  const part = isLast ? wish.left : wish.left * (1 - Math.exp(-ZOOM_RATE * dt));
  wish.left -= part;
  magnify(frame, wall, held, 0, 0, limits);
  magnify(frame, wall, part, wish.x, wish.y, limits);
  magnify(frame, wall, pinched, grip.seenX, grip.seenY, limits);
}

/** Comes nearer by e to the `amount` about a point of the picture, in normalised device coordinates. */
function magnify(frame: MutableFrame, wall: Wall, amount: number, x: number, y: number, limits: WallLimits): void {
  if (amount === 0) return;
  const { width } = keep(wall, { ...frame, width: frame.width * Math.exp(-amount) }, limits);
  const less = (frame.width - width) / 2;
  frame.x += x * less;
  frame.y += (y * less) / limits.aspect;
  frame.width = width;
}

function follow(state: LookState, frame: MutableFrame, dt: number, { aspect, isMotionReduced }: WallLimits): void {
  const { grip } = state;
  const across = ((grip.seenX - grip.x) * frame.width) / 2;
  const upward = ((grip.seenY - grip.y) * frame.width) / aspect / 2;
  grip.seenX = grip.x;
  grip.seenY = grip.y;
  frame.x += across;
  frame.y += upward;
  const share = isMotionReduced ? 0 : 1 - Math.exp(-GRIP_RATE * dt);
  state.yawVelocity = rested(state.yawVelocity + (across / dt - state.yawVelocity) * share, frame, aspect);
  state.pitchVelocity = rested(state.pitchVelocity + (upward / dt - state.pitchVelocity) * share, frame, aspect);
}

function glide(state: LookState, frame: MutableFrame, dt: number, { aspect, isMotionReduced }: WallLimits): void {
  const speed = (MOVE_SPEED * frame.width) / aspect;
  const [across, upward] = [state.turn.right * speed, state.turn.up * speed];
  if (isMotionReduced) {
    state.yawVelocity = across;
    state.pitchVelocity = upward;
  }
  const rateOf = (target: number): number => (target === 0 ? GLIDE_RATE : TURN_RATE);
  frame.x += travelled(state.yawVelocity, across, rateOf(across), dt);
  frame.y += travelled(state.pitchVelocity, upward, rateOf(upward), dt);
  state.yawVelocity = approached(state.yawVelocity, across, rateOf(across), dt);
  state.pitchVelocity = approached(state.pitchVelocity, upward, rateOf(upward), dt);
  if (across === 0) state.yawVelocity = rested(state.yawVelocity, frame, aspect);
  if (upward === 0) state.pitchVelocity = rested(state.pitchVelocity, frame, aspect);
}

function keep(wall: Wall, frame: WallFrame, limits: WallLimits): WallFrame {
  return limits.keep ? limits.keep(frame) : keepInside(wall, frame, limits);
}

function rested(speed: number, { width }: WallFrame, aspect: number): number {
  return Math.abs(speed) < (REST_SPEED * width) / aspect ? 0 : speed;
}
