import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { dot } from '#shared/vec.ts';
import { createLookState } from '#tour/look/lookState.ts';
import { stepLook } from '#tour/look/step.ts';
import { guideTo } from '#tour/look/wishes.ts';
import { directionOf } from '#shared/vec.ts';
import type { View } from '#tour/state.ts';

const LIMITS = { minFov: toRadians(5), maxFov: toRadians(100), aspect: 16 / 9, isMotionReduced: false };
const DT = 1 / 60;
const VIEWS: readonly View[] = [
  [0, 0, 60], [179, 0, 60], [-170, 12, 75], [90, 89, 45], [-90, 90, 60], [10, -90, 60], [0, 80, 20], [120, -35, 100],
  [45, 45, 8], [-60, 5, 62],
].map(([yaw = 0, pitch = 0, fov = 0]) => ({ yaw: toRadians(yaw), pitch: toRadians(pitch), fov: toRadians(fov) })); // prettier-ignore
const PAIRS = VIEWS.flatMap((from) => VIEWS.map((to) => [from, to] as const)).filter(([from, to]) => from !== to);

/** The least turn that takes one level camera into another. */
function turnBetween(a: View, b: View): number {
  const axes = ({ yaw, pitch }: View) =>
    [directionOf(yaw, pitch), directionOf(yaw, pitch + Math.PI / 2), directionOf(yaw + Math.PI / 2, 0)] as const;
  const [one, other] = [axes(a), axes(b)];
  const trace = one.reduce((sum, axis, i) => sum + dot(axis, other[i] ?? axis), 0);
  return Math.acos(Math.min(1, Math.max(-1, (trace - 1) / 2)));
}

describe('the camera of a guided tour', () => {
  it('turns by at most 40° a second in every frame, whatever lies between, the poles as well', () => {
    let fastest = 0;
    for (const [from, to] of PAIRS) {
      const state = createLookState(from);
      guideTo(state, to);
      for (let frame = 0; frame < 3_000; frame++) {
        const before = { ...state.view };
        const isMoving = stepLook(state, DT, LIMITS);
        fastest = Math.max(fastest, turnBetween(before, state.view) / DT);
        if (!isMoving) break;
      }
      expect(Math.cos(state.view.yaw - to.yaw)).toBeCloseTo(1, 9);
      expect(state.view).toMatchObject({ pitch: expect.closeTo(to.pitch, 6), fov: expect.closeTo(to.fov, 6) });
    }
    expect(fastest).toBeLessThanOrEqual(toRadians(40));
    expect(fastest).toBeGreaterThan(toRadians(30));
  });

  it('sets out and stops gently: its speed changes by little from frame to frame', () => {
    for (const [from, to] of PAIRS) {
      const state = createLookState(from);
      guideTo(state, to);
      let last = 0;
      for (let isMoving = true; isMoving;) {
        const before = { ...state.view };
        isMoving = stepLook(state, DT, LIMITS);
        const speed = turnBetween(before, state.view) / DT;
        expect(Math.abs(speed - last)).toBeLessThan(toRadians(6));
        last = speed;
      }
    }
  });

  it('is there at once with reduced motion', () => {
    const [from, to] = PAIRS[3] ?? [];
    if (!from || !to) throw new Error('there are pairs');
    const state = createLookState(from);
    guideTo(state, to);
    stepLook(state, DT, { ...LIMITS, isMotionReduced: true });
    expect(state.view.pitch).toBe(to.pitch);
  });
});
