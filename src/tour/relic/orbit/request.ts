import { clamp } from '#shared/clamp.ts';
import type { Orbit, OrbitRequest } from '../state.ts';
import { MAX_PITCH, type OrbitLimits } from './orbitState.ts';

/** Where a relic is first seen from, where the document says nothing: its front, a little from above. */
export const FIRST_VIEW = { yaw: 0.35, pitch: 0.24 };

/**
 * The orbit that a request means. What it leaves out stays as it is in `now`; a distance without end is the whole
 * relic's, and its target, unless one is given, then the relic's middle. Null is the whole from where one is.
 */
export function resolveRequest(wish: OrbitRequest['orbit'], now: Orbit, limits: OrbitLimits): Orbit {
  const { wholeTarget, wholeDistance, minDistance, maxDistance } = limits;
  const whole = { distance: wholeDistance, target: [...wholeTarget] as const };
  if (!wish) return { yaw: now.yaw, pitch: now.pitch, ...whole };
  const isWhole = wish.distance === Infinity;
  const distance = isWhole ? wholeDistance : (wish.distance ?? now.distance);
  return {
    yaw: wish.yaw ?? now.yaw,
    pitch: clamp(wish.pitch ?? now.pitch, -MAX_PITCH, MAX_PITCH),
    distance: clamp(distance, minDistance, Math.max(maxDistance, now.distance)),
    target: wish.target ?? (isWhole ? whole.target : now.target),
  };
}

/** Whether the request shows the relic whole and in the middle, and so keeps doing in a view of another shape. */
export function isWholeRequest(wish: OrbitRequest['orbit']): boolean {
  return wish === null || (wish.distance === Infinity && wish.target === undefined);
}

/** A relic that is seen whole stays so while it is only turned: what a request leaves out stays as it is. */
export function keepWhole(wish: OrbitRequest['orbit'], isWhole: boolean): OrbitRequest['orbit'] {
  const isTurned = wish !== null && wish.distance === undefined && wish.target === undefined;
  return isWhole && isTurned ? { ...wish, distance: Infinity } : wish;
}
