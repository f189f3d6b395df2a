/**
 * One step of the camera around a relic. In order: an eased motion, momentum and held keys, the grip, zoom about its
 * point, and last the limits. All decays are exact integrals over `dt`: the same motion at any frame rate.
 */
import { clamp } from '#shared/clamp.ts';
import { wrapAngle } from '#shared/angle.ts';
import { type MutableVec3, shift, writeAxes } from './axes.ts';
import { isStill, MAX_PITCH, type Motion, type OrbitLimits, type OrbitState, stopMotion } from './orbitState.ts';

/** Decay rates per second: a glide halves in 0.16 s, a held key reaches half its speed in 0.06 s. */
const GLIDE_RATE = Math.LN2 / 0.16;
const HOLD_RATE = Math.LN2 / 0.06;
const ZOOM_RATE = Math.LN2 / 0.07;
/** What counts of a drag for the glide is its last twentieth of a second. */
const GRIP_RATE = 20;
/** Of held keys, per second: radians, heights of the view, logarithm of the magnification. */
const TURN_SPEED = 1.4;
const PAN_SPEED = 0.7;
const ZOOM_SPEED = 1.1;
/** No glide is faster. */
const MAX_TURN = 7;
const MAX_PAN = 3;
/** What is slower stands still: what is left of the way is less than a pixel. */
const REST = 0.004;
const REST_ZOOM = 0.0005;

/** Moves `state` on by `dt` seconds and says whether another frame is wanted. */
export function stepOrbit(state: OrbitState, dt: number, limits: OrbitLimits): boolean {
  const { pose, axes, grip } = state;
  if (dt <= 0) return true;
  const { yaw, pitch, distance } = pose;
  const [x, y, z] = pose.target;

  advanceEase(state, dt, limits);
  if (!state.ease.isActive) {
    advanceHeld(state, dt, limits);
    if (grip.isHeld) measureGrip(state, dt, limits);
    followGrip(state, limits);
    writeAxes(axes, pose.yaw, pose.pitch);
    advanceZoom(state, dt, limits);
    keepWithin(pose.target, limits);
  }
  writeAxes(axes, pose.yaw, pose.pitch);
  wrapYaw(state);
  const hasMoved =
    wrapAngle(pose.yaw - yaw) !== 0 ||
    pose.pitch !== pitch ||
    pose.distance !== distance ||
    pose.target[0] !== x ||
    pose.target[1] !== y ||
    pose.target[2] !== z;
  return hasMoved || state.ease.isActive || state.zoom.left !== 0 || !isStill(state.velocity) || !isStill(state.held);
}

function advanceEase({ ease, pose }: OrbitState, dt: number, { isMotionReduced }: OrbitLimits): void {
  if (!ease.isActive) return;
  ease.elapsed += dt;
  const isOver = isMotionReduced || ease.elapsed >= ease.duration;
  if (isOver) ease.isActive = false;
  const t = isOver ? 1 : ease.elapsed / ease.duration;
  const share = t * t * (3 - 2 * t);
  const { from, to } = ease;
  pose.yaw = isOver ? to.yaw : from.yaw + (to.yaw - from.yaw) * share;
  pose.pitch = isOver ? to.pitch : from.pitch + (to.pitch - from.pitch) * share;
  pose.distance = isOver ? to.distance : from.distance * (to.distance / from.distance) ** share;
  for (let k = 0; k < 3; k++) {
    const [a, b] = [from.target[k] ?? 0, to.target[k] ?? 0];
    pose.target[k] = isOver ? b : a + (b - a) * share;
  }
}

/** Momentum that tends towards what the held keys ask for, or towards rest. */
function advanceHeld(state: OrbitState, dt: number, limits: OrbitLimits): void {
  const { velocity, held, pose, axes, grip } = state;
  if (grip.isHeld) return;
  const height = 2 * limits.tangent * pose.distance;
  pose.yaw += advance(velocity, 'yaw', held.yaw * TURN_SPEED, dt, limits);
  pose.pitch += advance(velocity, 'pitch', held.pitch * TURN_SPEED, dt, limits);
  if (Math.abs(pose.pitch) > MAX_PITCH) {
    pose.pitch = Math.sign(pose.pitch) * MAX_PITCH;
    velocity.pitch = 0;
  }
  writeAxes(axes, pose.yaw, pose.pitch);
  shift(pose.target, axes.right, height * advance(velocity, 'panRight', held.panRight * PAN_SPEED, dt, limits));
  shift(pose.target, axes.up, height * advance(velocity, 'panUp', held.panUp * PAN_SPEED, dt, limits));
}

/** The way gone in `dt` by one of the motions, whose speed tends towards `target`. */
function advance(
  velocity: Motion,
  key: keyof Motion,
  target: number,
  dt: number,
  { isMotionReduced }: OrbitLimits,
): number {
  // Held keys still turn, since that is the visitor's own doing; nothing starts slowly or glides on.
  if (isMotionReduced) velocity[key] = target;
  const rate = target === 0 ? GLIDE_RATE : HOLD_RATE;
  const lag = velocity[key] - target;
  const decay = Math.exp(-rate * dt);
  velocity[key] = target + lag * decay;
  if (target === 0 && Math.abs(velocity[key]) < REST) velocity[key] = 0;
  return target * dt + (lag * (1 - decay)) / rate;
}

/** The grip's speed becomes the momentum with which the relic turns on. */
function measureGrip({ velocity, grip }: OrbitState, dt: number, { isMotionReduced }: OrbitLimits): void {
  const share = isMotionReduced ? 0 : 1 - Math.exp(-GRIP_RATE * dt);
  const { moved } = grip;
  follow(velocity, 'yaw', moved.yaw / dt, MAX_TURN, share);
  follow(velocity, 'pitch', moved.pitch / dt, MAX_TURN, share);
  follow(velocity, 'panRight', moved.panRight / dt, MAX_PAN, share);
  follow(velocity, 'panUp', moved.panUp / dt, MAX_PAN, share);
}

function follow(velocity: Motion, key: keyof Motion, speed: number, most: number, share: number): void {
  velocity[key] += (clamp(speed, -most, most) - velocity[key]) * share;
  if (Math.abs(velocity[key]) < REST) velocity[key] = 0;
}

function followGrip(state: OrbitState, limits: OrbitLimits): void {
  const { pose, axes, grip } = state;
  const { moved } = grip;
  pose.yaw += moved.yaw;
  pose.pitch = clamp(pose.pitch + moved.pitch, -MAX_PITCH, MAX_PITCH);
  writeAxes(axes, pose.yaw, pose.pitch);
  const height = 2 * limits.tangent * pose.distance;
  shift(pose.target, axes.right, height * moved.panRight);
  shift(pose.target, axes.up, height * moved.panUp);
  if (moved.nearer !== 0) zoomAbout(state, moved.nearer, limits);
  stopMotion(moved);
}

function advanceZoom(state: OrbitState, dt: number, limits: OrbitLimits): void {
  const { zoom, velocity, held, grip } = state;
  let amount = grip.isHeld ? 0 : advance(velocity, 'nearer', held.nearer * ZOOM_SPEED, dt, limits);
  if (zoom.left !== 0) {
    const isLast = limits.isMotionReduced || Math.abs(zoom.left) < REST_ZOOM;
    const part = isLast ? zoom.left : zoom.left * (1 - Math.exp(-ZOOM_RATE * dt));
    zoom.left -= part;
    amount += part;
  }
  if (amount !== 0 && !zoomAbout(state, amount, limits)) zoom.left = velocity.nearer = 0;
}

/** Comes nearer by e to the `amount` towards the zoom's point; says whether it could. */
function zoomAbout({ pose, axes, zoom }: OrbitState, amount: number, limits: OrbitLimits): boolean {
  const { target, distance } = pose;
  if (!zoom.hasPoint) placeOnTargetPlane(zoom.point, zoom.x, zoom.y, pose.distance, limits, target, axes);
  const wanted = distance * Math.exp(-amount);
  let next = clamp(wanted, Math.min(limits.minDistance, distance), Math.max(limits.maxDistance, distance));
  if (amount > 0) {
    // What counts is how far away the surface is that one comes nearer to.
    let gap = 0;
    for (let k = 0; k < 3; k++) {
      gap += ((target[k] ?? 0) + (axes.toward[k] ?? 0) * distance - (zoom.point[k] ?? 0)) * (axes.toward[k] ?? 0);
    }
    if (gap > 0) next = Math.min(distance, Math.max(next, (distance * limits.minDistance) / gap));
  }
  const scale = next / distance;
  for (let k = 0; k < 3; k++) {
    const about = zoom.point[k] ?? 0;
    target[k] = about + ((target[k] ?? 0) - about) * scale;
  }
  pose.distance = next;
  if (amount < 0) returnToMiddle(target, distance, next, limits);
  return next !== distance;
}

/** Where the zoom's pointer meets the plane through the target that faces the camera. */
function placeOnTargetPlane(
  out: MutableVec3,
  x: number,
  y: number,
  distance: number,
  { tangent }: OrbitLimits,
  target: MutableVec3,
  { right, up }: OrbitState['axes'],
): void {
  const height = 2 * tangent * distance;
  for (let k = 0; k < 3; k++) out[k] = (target[k] ?? 0) + height * (x * (right[k] ?? 0) + y * (up[k] ?? 0));
}

/** The farther one goes, the more the whole comes back to the middle; it is there when the whole is in the view. */
function returnToMiddle(target: MutableVec3, from: number, to: number, limits: OrbitLimits): void {
  const before = 1 - from / limits.wholeDistance;
  const after = 1 - to / limits.wholeDistance;
  const share = before <= 0 ? 0 : clamp(after / before, 0, 1);
  for (let k = 0; k < 3; k++) {
    const middle = limits.wholeTarget[k] ?? 0;
    target[k] = middle + ((target[k] ?? 0) - middle) * share;
  }
}

function keepWithin(target: MutableVec3, { min, max }: OrbitLimits): void {
  for (let k = 0; k < 3; k++) target[k] = clamp(target[k] ?? 0, min[k] ?? 0, max[k] ?? 0);
}

/** Keeps yaw in [−π, π); an eased motion turns with it. */
function wrapYaw({ pose, ease }: OrbitState): void {
  if (pose.yaw >= -Math.PI && pose.yaw < Math.PI) return;
  const turn = wrapAngle(pose.yaw) - pose.yaw;
  pose.yaw += turn;
  ease.from.yaw += turn;
  ease.to.yaw += turn;
}
