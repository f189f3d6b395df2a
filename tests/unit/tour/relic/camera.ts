/** A camera around a relic for tests: two metres from the origin, in front of it. */
import type { Vec3 } from '#shared/vec.ts';
import { createAxes, writeAxes } from '#tour/relic/orbit/axes.ts';
import {
  createOrbitLimits,
  createOrbitState,
  type OrbitLimits,
  type OrbitState,
} from '#tour/relic/orbit/orbitState.ts';
import { stepOrbit } from '#tour/relic/orbit/step.ts';
import { grab, turnBy } from '#tour/relic/orbit/wishes.ts';
import type { Orbit } from '#tour/relic/state.ts';

export const FRAME = 1 / 60;
export const START: Orbit = { yaw: 0, pitch: 0, distance: 2, target: [0, 0, 0] };

export function limitsOf(changes: Partial<OrbitLimits> = {}): OrbitLimits {
  return { ...createOrbitLimits(), minDistance: 0.1, maxDistance: 4, wholeDistance: 2, ...changes };
}

/** Steps until the camera rests, at most ten seconds; answers how long it took. */
export function rest(state: OrbitState, limits = limitsOf(), dt = FRAME): number {
  let time = 0;
  while (stepOrbit(state, dt, limits)) {
    time += dt;
    if (time > 10) throw new Error('the camera does not come to rest');
  }
  return time;
}

export function eyeOf({ pose }: OrbitState): Vec3 {
  const axes = createAxes();
  writeAxes(axes, pose.yaw, pose.pitch);
  const at = (k: 0 | 1 | 2): number => pose.target[k] + axes.toward[k] * pose.distance;
  return [at(0), at(1), at(2)];
}

/** Where a point is seen, in heights of the view to the right of the target and above it. */
export function seenAt(state: OrbitState, point: Vec3, { tangent }: OrbitLimits): [number, number] {
  const axes = createAxes();
  writeAxes(axes, state.pose.yaw, state.pose.pitch);
  const eye = eyeOf(state);
  const from = [point[0] - eye[0], point[1] - eye[1], point[2] - eye[2]] as const;
  const along = (axis: readonly number[]): number =>
    from[0] * (axis[0] ?? 0) + from[1] * (axis[1] ?? 0) + from[2] * (axis[2] ?? 0);
  const depth = -along(axes.toward);
  return [along(axes.right) / depth / (2 * tangent), along(axes.up) / depth / (2 * tangent)];
}

export function dragged(right: number, up: number, start = START): OrbitState {
  const state = createOrbitState(start);
  grab(state);
  turnBy(state, right, up);
  stepOrbit(state, FRAME, limitsOf());
  return state;
}
