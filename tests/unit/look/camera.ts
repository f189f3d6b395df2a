/** A camera to try things on. Angles in degrees where they are given. */
import { toDegrees, toRadians } from '#shared/angle.ts';
import type { LookLimits } from '#tour/look/limits.ts';
import { createLookState, type LookState } from '#tour/look/lookState.ts';
import { aimAt } from '#tour/look/projection.ts';
import { stepLook } from '#tour/look/step.ts';

export const LIMITS: LookLimits = {
  minFov: toRadians(2),
  maxFov: toRadians(100),
  aspect: 16 / 9,
  isMotionReduced: false,
};
export const REDUCED: LookLimits = { ...LIMITS, isMotionReduced: true };

export function looking(yaw: number, pitch: number, fov = 70): LookState {
  return createLookState({ yaw: toRadians(yaw), pitch: toRadians(pitch), fov: toRadians(fov) });
}

/** Steps until the camera rests; fails when it never does. */
export function settle(state: LookState, limits = LIMITS, hz = 60): number {
  for (let frames = 1; frames < 20 * hz; frames++) {
    if (!stepLook(state, 1 / hz, limits)) return frames;
  }
  throw new Error('the camera never comes to rest');
}

export function angleUnder(state: LookState, x: number, y: number, of: { yaw: number; pitch: number }): number {
  const aim = { yaw: 0, pitch: 0 };
  aimAt(aim, state.view, x, y, LIMITS.aspect);
  const cos =
    Math.sin(aim.pitch) * Math.sin(of.pitch) + Math.cos(aim.pitch) * Math.cos(of.pitch) * Math.cos(aim.yaw - of.yaw);
  return toDegrees(Math.acos(Math.min(1, cos)));
}

export function aimUnder(state: LookState, x: number, y: number): { yaw: number; pitch: number } {
  const aim = { yaw: 0, pitch: 0 };
  aimAt(aim, state.view, x, y, LIMITS.aspect);
  return aim;
}
