/** One step of the walk. Speeds decay as exact integrals over `dt`, so the same walk comes out at any frame rate. */
import { type Floor, pushOut } from './floor.ts';
import { RAMP, type Route, STROLL, type WalkState } from './walkState.ts';

/** Gathering speed and losing it, rates per second: half of it within a tenth of a second. */
const START_RATE = Math.LN2 / 0.1;
const STOP_RATE = Math.LN2 / 0.08;
/** Slower than this one stands. */
const REST_SPEED = 0.02;
/** No way longer than this is gone between two looks at what is in the way. */
const STRIDE_CHECK = 0.1;
/** With reduced motion one is a stride farther at once, and again while the key is held. */
const STRIDE = 0.7;
const STRIDE_SECONDS = 0.45;

/**
 * Moves on by `dt` seconds with the view at `yaw`, and says whether another frame is wanted. A route goes its way
 * whatever the view does; with reduced motion it is over at once.
 */
export function stepWalk(state: WalkState, floor: Floor, yaw: number, dt: number, isMotionReduced: boolean): boolean {
  if (dt <= 0) return true;
  if (state.route) return followRoute(state, state.route, dt, isMotionReduced);
  const length = Math.max(1, Math.hypot(state.ahead, state.right));
  const ahead = state.ahead / length;
  const right = state.right / length;
  const s = Math.sin(yaw);
  const c = Math.cos(yaw);
  const wishX = s * ahead + c * right;
  const wishZ = -c * ahead + s * right;
  if (isMotionReduced) return stride(state, floor, wishX, wishZ, dt);
  const isHeld = ahead !== 0 || right !== 0;
  const rate = isHeld ? START_RATE : STOP_RATE;
  const left = Math.exp(-rate * dt);
  const wayX = wishX * STROLL * dt + ((state.vx - wishX * STROLL) * (1 - left)) / rate;
  const wayZ = wishZ * STROLL * dt + ((state.vz - wishZ * STROLL) * (1 - left)) / rate;
  state.vx = wishX * STROLL + (state.vx - wishX * STROLL) * left;
  state.vz = wishZ * STROLL + (state.vz - wishZ * STROLL) * left;
  go(state, floor, wayX, wayZ);
  if (!isHeld && Math.hypot(state.vx, state.vz) < REST_SPEED) {
    // What is left of the way, so that one stops where one would have come to.
    go(state, floor, state.vx / rate, state.vz / rate);
    state.vx = state.vz = 0;
  }
  return isHeld || state.vx !== 0 || state.vz !== 0;
}

/** Goes a way, sliding along whatever stands in it. */
function go(state: WalkState, floor: Floor, wayX: number, wayZ: number): void {
  const parts = Math.ceil(Math.hypot(wayX, wayZ) / STRIDE_CHECK);
  const { pushed } = state;
  for (let part = 0; part < parts; part++) {
    state.x += wayX / parts;
    state.z += wayZ / parts;
    if (!pushOut(floor, state, pushed)) continue;
    const into = state.vx * pushed.x + state.vz * pushed.z;
    if (into >= 0) continue;
    state.vx -= pushed.x * into;
    state.vz -= pushed.z * into;
  }
}

function stride(state: WalkState, floor: Floor, wishX: number, wishZ: number, dt: number): boolean {
  state.vx = state.vz = 0;
  if (wishX === 0 && wishZ === 0) return false;
  state.strideIn -= dt;
  if (state.strideIn <= 0) {
    state.strideIn = STRIDE_SECONDS;
    go(state, floor, wishX * STRIDE, wishZ * STRIDE);
  }
  return true;
}

function followRoute(state: WalkState, route: Route, dt: number, isMotionReduced: boolean): boolean {
  route.elapsed += dt;
  const isOver = isMotionReduced || route.elapsed >= route.duration;
  placeOn(state, route, isOver ? route.total : goneBy(route));
  if (isOver) state.route = null;
  return !isOver;
}

/** How much of a route is gone after its elapsed time: even speed between two ramps. */
function goneBy({ total, duration, elapsed }: Route): number {
  const ramp = Math.min(RAMP, duration / 2);
  const speed = total / (duration - ramp);
  if (elapsed < ramp) return (speed * elapsed * elapsed) / (2 * ramp);
  const left = duration - elapsed;
  if (left < ramp) return total - (speed * left * left) / (2 * ramp);
  return speed * (elapsed - ramp / 2);
}

function placeOn(state: WalkState, { points, lengths }: Route, way: number): void {
  let index = 1;
  while (index < points.length - 1 && (lengths[index] ?? 0) < way) index++;
  const from = points[index - 1];
  const to = points[index];
  if (!from || !to) return;
  const start = lengths[index - 1] ?? 0;
  const end = lengths[index] ?? 0;
  const share = end > start ? Math.min(1, Math.max(0, (way - start) / (end - start))) : 1;
  state.x = from.x + (to.x - from.x) * share;
  state.z = from.z + (to.z - from.z) * share;
}
