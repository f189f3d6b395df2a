/** Jumps, and what a session hears. */
import { describe, expect, it } from 'vitest';
import { headIn } from '#tour/locomotion/rig.ts';
import { FADE_SECONDS, SEATED_LIFT, heightOf, stepLocomotion } from '#tour/locomotion/step.ts';
import { COMFORTABLE, MOST_OFFSET, type Ground, type HandInput, type LocomotionInput } from '#tour/locomotion/state.ts';
import {
  ASIDE,
  CAVE,
  CENTRE,
  FRAME,
  HALL,
  IDLE,
  NEXT,
  ORIGIN,
  SMOOTH,
  THERE,
  degreesTurned,
  press,
  run,
  stick,
  times,
} from './run.ts';

describe('a jump', () => {
  const LONG = times(40, IDLE);

  it.each<[string, HandInput[][]]>([
    ['of a trigger or pinch', [[IDLE], [press(THERE)], ...LONG]],
    [
      'of a stick pushed ahead and let go',
      [[IDLE], [{ ...stick(0, 1), target: THERE }], [{ ...IDLE, target: THERE }], ...LONG],
    ],
  ])('%s takes the head to the spot', (_title, frames) => {
    for (const yaw of [0, 1.2, -2.5]) {
      const { state } = run(frames, { rig: { ...ORIGIN, yaw }, head: ASIDE });
      const at = headIn(state.rig, ASIDE);
      expect(at.x).toBeCloseTo(3, 9);
      expect(at.z).toBeCloseTo(-2, 9);
      expect(state.rig.yaw).toBe(yaw);
    }
  });

  it.each<[string, HandInput[][]]>([
    ['where a hand points at nothing', [[IDLE], [press(null)], ...LONG]],
    ['where the trigger was down when the hand came', [[press(THERE)], [press(THERE)], ...LONG]],
    ['where the stick is still held', [[IDLE], ...times(40, { ...stick(0, 1), target: THERE })]],
    [
      'where the ray left the floor before the stick was let go',
      [[IDLE], [{ ...stick(0, 1), target: THERE }], [IDLE], ...LONG],
    ],
    ['of a stick drawn back', [[IDLE], [{ ...stick(0, -1), target: THERE }], [{ ...IDLE, target: THERE }], ...LONG]],
  ])('does not come %s', (_title, frames) => {
    expect(run(frames).state.rig).toMatchObject({ x: 0, z: 0 });
  });

  it('does not come of a press on the floor of a panorama, but a link leads on from there', () => {
    expect(run([[IDLE], [press(THERE)], ...LONG], { ground: CAVE }).state.rig).toMatchObject({ x: 0, z: 0 });
    expect(run([[IDLE], [press(NEXT)], ...LONG], { ground: CAVE }).went).toEqual(['next']);
  });

  it('happens once for a trigger that is held', () => {
    expect(run([[IDLE], ...times(200, press(NEXT))]).went).toEqual(['next']);
  });

  it('happens in the dark, within 0.3 seconds, and ends in light', () => {
    const { darkest, went, state } = run([[IDLE], [press(NEXT)], ...LONG]);
    expect(went).toEqual(['next']);
    expect(Math.max(...darkest)).toBe(1);
    expect(darkest.filter((dark) => dark > 0).length * FRAME).toBeLessThanOrEqual(0.3);
    expect(FADE_SECONDS).toBeLessThanOrEqual(0.3);
    expect(darkest.at(-1)).toBe(0);
    expect(state.fade).toBeNull();
  });

  it('is dark in the very frame that moves, however slow the frames', () => {
    const before = run([[IDLE], [press(THERE)]], { dt: 0.1 });
    const input: LocomotionInput = { head: CENTRE, hands: [IDLE], isListening: true };
    let { state } = before;
    for (let i = 0; i < 4; i++) {
      const step = stepLocomotion(state, input, COMFORTABLE, HALL, 0.1);
      if (step.state.rig.x !== state.rig.x) expect(step.darkness).toBe(1);
      state = step.state;
    }
    expect(state.rig.x).toBe(3);
  });

  it('hears nothing else while it happens', () => {
    const { state, went } = run([
      [IDLE, IDLE],
      [press(THERE), IDLE],
      [IDLE, press(NEXT)],
      [IDLE, stick(1)],
      ...times(40, IDLE, IDLE),
    ]);
    expect(went).toEqual([]);
    expect(state.rig).toMatchObject({ x: 3, z: -2, yaw: 0 });
  });

  it('ends where a body has room', () => {
    const ground: Ground = { ...HALL, settle: ({ x }) => ({ x: Math.min(2, x), z: 0 }) };
    expect(run([[IDLE], [press(THERE)], ...LONG], { ground }).state.rig).toMatchObject({ x: 2, z: 0 });
  });

  it('is asked by the hand that points, the other one being anywhere', () => {
    expect(run([[IDLE, IDLE], [{ ...IDLE, target: NEXT }, press(THERE)], ...LONG]).state.rig).toMatchObject({
      x: 3,
      z: -2,
    });
  });
});

describe('what was held before', () => {
  it.each<[string, HandInput]>([
    ['a stick', stick(1)],
    ['a trigger', press(NEXT)],
  ])('does not count once the session listens again: %s', (_title, held) => {
    const { state, went } = run([[IDLE], ...times(60, held)], { isListening: (frame) => frame < 1 || frame > 10 });
    expect(went).toEqual([]);
    expect(state.rig.yaw).toBe(0);
  });

  it('counts anew when it was let go', () => {
    const frames = [[IDLE], ...times(20, stick(1)), [IDLE], [stick(1)]];
    expect(degreesTurned(run(frames, { isListening: (frame) => frame < 1 || frame > 10 }))).toBe(30);
  });

  it('does not move anything while the session is hidden', () => {
    expect(run(times(60, stick(0, 1)), { settings: SMOOTH, isListening: () => false }).state.rig).toMatchObject({
      x: 0,
      z: 0,
    });
  });
});

describe('the height of the eyes', () => {
  it.each([
    [false, 0, 0],
    [true, 0, SEATED_LIFT],
    [true, -0.1, SEATED_LIFT - 0.1],
    [false, 5, MOST_OFFSET],
    [false, -5, -MOST_OFFSET],
  ])('seated %s with an offset of %d is raised by %d', (isSeated, heightOffset, height) => {
    expect(heightOf({ isSeated, heightOffset })).toBeCloseTo(height, 12);
  });

  it('is over the floor of the place, wherever that lies', () => {
    const { state } = run([[IDLE]], { ground: { ...HALL, floorY: -2 }, settings: { ...COMFORTABLE, isSeated: false } });
    expect(state.rig.y).toBe(-2);
  });
});

describe('nobody moves the visitor unasked', () => {
  it('with hands at rest, none, or a stick that does not rest quite in its middle', () => {
    for (const hands of [[], [IDLE], [stick(0.12, -0.15), stick(-0.1, 0.18)]]) {
      const { state, went } = run(times(200, ...hands), { head: ASIDE, settings: SMOOTH });
      expect(state.rig).toMatchObject({ x: 0, z: 0, yaw: 0 });
      expect(went).toEqual([]);
    }
  });
});
