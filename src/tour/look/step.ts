/**
 * One step of the camera. In order: an eased motion, momentum and held keys, the device's tilt, zoom about its point,
 * and last the grip, which has the final word: what was grabbed is under the pointer.
 * All decays are exact integrals over `dt`, so that the same motion comes out at any frame rate.
 */
import { clamp } from '#shared/clamp.ts';
import { wrapAngle } from '#shared/angle.ts';
import { guidedShare } from './guidedPace.ts';
import { type LookLimits, MAX_PITCH } from './limits.ts';
import type { LookState } from './lookState.ts';
import { aimAt, bringUnder, travelBetween } from './projection.ts';

/** Decay rates per second. Gliding halves in 0.18 s, a held key reaches half its speed in 0.06 s. */
const GLIDE_RATE = Math.LN2 / 0.18;
const TURN_RATE = Math.LN2 / 0.06;
const ZOOM_RATE = Math.LN2 / 0.07;
const TILT_RATE = Math.LN2 / 0.03;
/** How fast the grip's measured speed forgets: what counts for the glide is the last twentieth of a second. */
const GRIP_RATE = 20;
/** Speed of a held key, in fields of view per second, and of a held zoom, in magnification's logarithm per second. */
const TURN_SPEED = 0.8;
const ZOOM_SPEED = 0.9;
/** Near a pole a turn looks slower than it is; it is sped up, but no more than this. */
const MAX_POLE_GAIN = 3;
/** Gliding slower than this many fields of view per second stops: what is left of the way is under a pixel. */
const REST_SPEED = 0.003;
const REST_ZOOM_SPEED = 0.003;
const REST_ZOOM = 0.0005;
/** A device at rest in the hand trembles; turns below this do not wake the picture. */
const REST_TILT = 0.001;
/** No glide is faster, radians per second. */
const MAX_GLIDE = 5;

/** Moves `state` on by `dt` seconds and says whether another frame is wanted, since the motion is not over. */
export function stepLook(state: LookState, dt: number, limits: LookLimits): boolean {
  // A frame of no length moves nothing and has no speed; the next one will.
  if (dt <= 0) return true;
  const { view } = state;
  const { yaw, pitch, fov } = view;

  advanceEase(state, dt, limits);
  if (!state.grip.isHeld) advanceTurn(state, dt, limits);
  advanceTilt(state, dt, limits);
  advanceZoom(state, dt, limits);
  view.fov = Math.min(view.fov, limits.maxFov);
  if (view.yaw !== yaw || view.pitch !== pitch) state.grip.isFresh = true;
  if (state.grip.isHeld) followGrip(state, fov, limits);
  view.pitch = clamp(view.pitch, -MAX_PITCH, MAX_PITCH);

  const yawChange = view.yaw - yaw;
  const pitchChange = view.pitch - pitch;
  state.yawSpeed = yawChange / dt;
  state.pitchSpeed = pitchChange / dt;
  if (state.grip.isHeld) measureGrip(state, dt, limits);
  wrapYaw(state);
  return yawChange !== 0 || pitchChange !== 0 || view.fov !== fov || isUnderWay(state);
}

/** Whether the device was turned by more than a trembling hand does, so that a frame is due. */
export function isTilted({ tilt }: LookState): boolean {
  return Math.hypot(tilt.yaw, tilt.pitch) >= REST_TILT;
}

function advanceEase(state: LookState, dt: number, { isMotionReduced }: LookLimits): void {
  const { ease, view } = state;
  if (!ease.isActive) return;
  ease.elapsed += dt;
  if (isMotionReduced || ease.elapsed >= ease.duration) {
    ease.isActive = false;
    view.yaw = ease.to.yaw;
    view.pitch = ease.to.pitch;
    view.fov = ease.to.fov;
    return;
  }
  const t = ease.elapsed / ease.duration;
  const share = ease.isGuided ? guidedShare(t) : t * t * (3 - 2 * t);
  view.yaw = ease.from.yaw + (ease.to.yaw - ease.from.yaw) * share;
  view.pitch = ease.from.pitch + (ease.to.pitch - ease.from.pitch) * share;
  const zoom = Math.log(Math.tan(ease.from.fov / 2) / Math.tan(ease.to.fov / 2));
  view.fov = magnify(ease.from.fov, zoom * share);
}

/** Momentum that tends towards what the held keys ask for, or towards rest. */
function advanceTurn(state: LookState, dt: number, { isMotionReduced }: LookLimits): void {
  const { view, turn } = state;
  const auto = isMotionReduced ? 0 : state.autoTurn;
  const speed = TURN_SPEED * view.fov;
  const yawTarget = auto + (turn.right * speed) / Math.max(Math.cos(view.pitch), 1 / MAX_POLE_GAIN);
  const yawRate = yawTarget === 0 ? GLIDE_RATE : TURN_RATE;
  const pitchTarget = turn.up * speed;
  const pitchRate = pitchTarget === 0 ? GLIDE_RATE : TURN_RATE;
  if (isMotionReduced) {
    // Held keys still turn, since that is the visitor's own doing; nothing starts slowly or glides on.
    state.yawVelocity = yawTarget;
    state.pitchVelocity = pitchTarget;
  }
  view.yaw += travelled(state.yawVelocity, yawTarget, yawRate, dt);
  view.pitch += travelled(state.pitchVelocity, pitchTarget, pitchRate, dt);
  state.yawVelocity = approached(state.yawVelocity, yawTarget, yawRate, dt);
  state.pitchVelocity = approached(state.pitchVelocity, pitchTarget, pitchRate, dt);
  if (Math.abs(view.pitch) >= MAX_PITCH && state.pitchVelocity * view.pitch > 0) state.pitchVelocity = 0;
  const rest = REST_SPEED * view.fov;
  if (yawTarget === 0 && Math.abs(state.yawVelocity) < rest) state.yawVelocity = 0;
  if (pitchTarget === 0 && Math.abs(state.pitchVelocity) < rest) state.pitchVelocity = 0;
}

function advanceTilt(state: LookState, dt: number, { isMotionReduced }: LookLimits): void {
  const { tilt, view } = state;
  if (!isTilted(state)) return;
  const share = isMotionReduced ? 1 : 1 - Math.exp(-TILT_RATE * dt);
  view.yaw += tilt.yaw * share;
  view.pitch += tilt.pitch * share;
  tilt.yaw -= tilt.yaw * share;
  tilt.pitch -= tilt.pitch * share;
}

function advanceZoom(state: LookState, dt: number, limits: LookLimits): void {
  const { view, zoom, turn, grip } = state;
  let amount = Math.log(grip.pinch);
  grip.pinch = 1;

  const target = turn.nearer * ZOOM_SPEED;
  if (limits.isMotionReduced) state.zoomVelocity = target;
  amount += travelled(state.zoomVelocity, target, TURN_RATE, dt);
  state.zoomVelocity = approached(state.zoomVelocity, target, TURN_RATE, dt);
  if (target === 0 && Math.abs(state.zoomVelocity) < REST_ZOOM_SPEED) state.zoomVelocity = 0;

  const isAboutPoint = zoom.left !== 0 && !grip.isHeld;
  if (zoom.left !== 0) {
    const isLast = limits.isMotionReduced || Math.abs(zoom.left) < REST_ZOOM;
    const part = isLast ? zoom.left : zoom.left * (1 - Math.exp(-ZOOM_RATE * dt));
    zoom.left -= part;
    amount += part;
  }
  if (amount === 0) return;

  const wanted = magnify(view.fov, amount);
  // A view that was asked for may be narrower than the limit: zooming does not throw it back.
  const fov = clamp(wanted, Math.min(limits.minFov, view.fov), limits.maxFov);
  if (fov !== wanted) zoom.left = state.zoomVelocity = 0;
  if (fov === view.fov) return;
  if (!isAboutPoint) {
    view.fov = fov;
    return;
  }
  aimAt(zoom.aim, view, zoom.x, zoom.y, limits.aspect);
  const travel = travelBetween(zoom.x, zoom.y, view.fov, zoom.x, zoom.y, fov, limits.aspect);
  view.fov = fov;
  bringUnder(view, zoom.aim, zoom.x, zoom.y, limits.aspect, MAX_PITCH, travel);
}

function followGrip({ grip, view }: LookState, seenFov: number, { aspect }: LookLimits): void {
  const { fov } = view;
  if (grip.isFresh) {
    grip.isFresh = false;
    view.fov = seenFov;
    aimAt(grip.aim, view, grip.seenX, grip.seenY, aspect);
    view.fov = fov;
  }
  const travel = travelBetween(grip.seenX, grip.seenY, seenFov, grip.x, grip.y, fov, aspect);
  grip.seenX = grip.x;
  grip.seenY = grip.y;
  if (travel === 0) return;
  const isUnder = bringUnder(view, grip.aim, grip.x, grip.y, aspect, MAX_PITCH, travel);
  // Past a pole what was grabbed slips; from here on the picture is held where the pointer is now.
  if (!isUnder) aimAt(grip.aim, view, grip.x, grip.y, aspect);
}

/** The grip's speed becomes the momentum with which the picture glides on. */
function measureGrip(state: LookState, dt: number, { isMotionReduced }: LookLimits): void {
  const share = isMotionReduced ? 0 : 1 - Math.exp(-GRIP_RATE * dt);
  state.yawVelocity += (clamp(state.yawSpeed, -MAX_GLIDE, MAX_GLIDE) - state.yawVelocity) * share;
  state.pitchVelocity += (clamp(state.pitchSpeed, -MAX_GLIDE, MAX_GLIDE) - state.pitchVelocity) * share;
  const rest = REST_SPEED * state.view.fov;
  if (Math.abs(state.yawVelocity) < rest) state.yawVelocity = 0;
  if (Math.abs(state.pitchVelocity) < rest) state.pitchVelocity = 0;
}

/** Keeps yaw in [−π, π) without touching one that is there already. An eased motion turns with it. */
function wrapYaw({ view, ease }: LookState): void {
  if (view.yaw >= -Math.PI && view.yaw < Math.PI) return;
  const wrapped = wrapAngle(view.yaw);
  const turn = wrapped - view.yaw;
  view.yaw = wrapped;
  ease.from.yaw += turn;
  ease.to.yaw += turn;
}

function isUnderWay(state: LookState): boolean {
  const { ease, zoom } = state;
  const isGliding = state.yawVelocity !== 0 || state.pitchVelocity !== 0 || state.zoomVelocity !== 0;
  return ease.isActive || zoom.left !== 0 || isGliding || isTilted(state);
}

/** The field of view after a magnification by e to the `amount`. */
function magnify(fov: number, amount: number): number {
  return 2 * Math.atan(Math.tan(fov / 2) * Math.exp(-amount));
}

/** A speed that tends exponentially towards `target`, after `dt`. */
export function approached(speed: number, target: number, rate: number, dt: number): number {
  return target + (speed - target) * Math.exp(-rate * dt);
}

/** The way gone meanwhile. */
export function travelled(speed: number, target: number, rate: number, dt: number): number {
  return target * dt + ((speed - target) * (1 - Math.exp(-rate * dt))) / rate;
}
