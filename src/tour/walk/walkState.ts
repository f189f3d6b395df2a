/**
 * A visitor's feet: everything about walking that lasts from frame to frame. `stepWalk` moves it on; the wishes below
 * are how keys, taps and the tour reach it. Changed in place, because the frame must not allocate; still a function of
 * (state, floor, yaw, dt) alone. Metres, seconds.
 */
import type { Spot } from './floor.ts';

export interface WalkState {
  x: number;
  z: number;
  vx: number;
  vz: number;
  /** What keys and sticks hold, −1 to 1 each: ahead and to the right of where one looks. */
  ahead: number;
  right: number;
  /** Until the next stride where motion is reduced. */
  strideIn: number;
  /** A way that is walked by itself; null where the visitor walks. */
  route: Route | null;
  /** Which way one was last pushed by what stands in the way; scratch of the step. */
  readonly pushed: Spot;
}

/** A way along points, with the length of the way up to each. */
export interface Route {
  readonly points: readonly Spot[];
  readonly lengths: readonly number[];
  readonly total: number;
  readonly duration: number;
  elapsed: number;
}

/** As fast as one strolls; a long way is walked faster, or it would be tedious. */
export const STROLL = 1.4;
const FASTEST = 3.6;
const STROLLED = 4;
const FASTER_PER_METRE = 0.14;
/** Seconds in which a route gathers speed, and loses it at its end. */
export const RAMP = 0.45;

export function createWalkState(x: number, z: number): WalkState {
  return { x, z, vx: 0, vz: 0, ahead: 0, right: 0, strideIn: 0, route: null, pushed: { x: 0, z: 0 } };
}

/** Holds the walk going, until called again; ends a route. */
export function holdWalk(state: WalkState, ahead: number, right: number): void {
  if (ahead !== 0 || right !== 0) state.route = null;
  if (ahead === 0 && right === 0) state.strideIn = 0;
  state.ahead = Math.min(1, Math.max(-1, ahead));
  state.right = Math.min(1, Math.max(-1, right));
}

/** Walks along points, the first being where one stands. */
export function walkAlong(state: WalkState, points: readonly Spot[]): void {
  stopWalk(state);
  const lengths = [0];
  let total = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (a && b) total += Math.hypot(b.x - a.x, b.z - a.z);
    lengths.push(total);
  }
  if (total === 0) return;
  const speed = Math.min(FASTEST, STROLL + FASTER_PER_METRE * Math.max(0, total - STROLLED));
  state.route = { points, lengths, total, duration: total / speed + RAMP, elapsed: 0 };
}

/** Is there at once. */
export function standAt(state: WalkState, { x, z }: Spot): void {
  stopWalk(state);
  state.x = x;
  state.z = z;
}

export function stopWalk(state: WalkState): void {
  state.route = null;
  state.vx = state.vz = 0;
}

/** Where a route ends; null without one. */
export function goalOf({ route }: WalkState): Spot | null {
  return route?.points.at(-1) ?? null;
}
