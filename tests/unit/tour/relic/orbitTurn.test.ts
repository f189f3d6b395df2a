import { describe, expect, it } from 'vitest';
import { TAU } from '#shared/angle.ts';
import { facing } from '#tour/relic/orbit/axes.ts';
import { createOrbitState, MAX_PITCH, noMotion, orbitAt } from '#tour/relic/orbit/orbitState.ts';
import { stepOrbit } from '#tour/relic/orbit/step.ts';
import { drop, grab, hold, panBy, release, turnBy } from '#tour/relic/orbit/wishes.ts';
import { dragged, eyeOf, FRAME, limitsOf, rest, seenAt, START } from './camera.ts';

describe('the camera around a relic', () => {
  it.each([
    { yaw: 0, pitch: 0, eye: [0, 0, 2] },
    { yaw: Math.PI / 2, pitch: 0, eye: [2, 0, 0] },
    { yaw: -Math.PI / 2, pitch: 0, eye: [-2, 0, 0] },
    { yaw: Math.PI, pitch: 0, eye: [0, 0, -2] },
    { yaw: 0, pitch: Math.PI / 6, eye: [0, 1, Math.sqrt(3)] },
    { yaw: 1, pitch: -Math.PI / 6, eye: [Math.sqrt(3) * Math.sin(1), -1, Math.sqrt(3) * Math.cos(1)] },
  ])('stands at $eye for yaw $yaw and pitch $pitch', ({ yaw, pitch, eye }) => {
    const got = eyeOf(createOrbitState({ ...START, yaw, pitch }));
    eye.forEach((value, k) => expect(got[k]).toBeCloseTo(value, 9));
    const back = facing(got);
    expect(Math.cos(back.yaw - yaw)).toBeCloseTo(1, 9);
    expect(back.pitch).toBeCloseTo(pitch, 9);
  });

  it.each([
    { what: 'half the view to the right shows the left side', right: 0.5, up: 0, yaw: -Math.PI / 2, pitch: 0 },
    { what: 'to the left shows the right side', right: -0.25, up: 0, yaw: Math.PI / 4, pitch: 0 },
    { what: 'downwards shows it from above', right: 0, up: -0.25, yaw: 0, pitch: Math.PI / 4 },
    { what: 'upwards shows it from below', right: 0, up: 0.25, yaw: 0, pitch: -Math.PI / 4 },
    { what: 'far downwards stops before the pole', right: 0, up: -3, yaw: 0, pitch: MAX_PITCH },
    { what: 'far upwards stops before the other pole', right: 0, up: 3, yaw: 0, pitch: -MAX_PITCH },
    { what: 'aslant turns both ways', right: 0.1, up: 0.1, yaw: -0.1 * Math.PI, pitch: -0.1 * Math.PI },
  ])('pulled $what', ({ right, up, yaw, pitch }) => {
    const { pose } = dragged(right, up);
    expect(pose.yaw).toBeCloseTo(yaw, 9);
    expect(pose.pitch).toBeCloseTo(pitch, 9);
    expect(pose.distance).toBe(2);
    expect(pose.target).toEqual([0, 0, 0]);
  });

  it('turns on when it is let go of, ever more slowly, and comes to rest', () => {
    const state = createOrbitState(START);
    grab(state);
    for (let i = 0; i < 10; i++) {
      turnBy(state, -0.02, 0);
      stepOrbit(state, FRAME, limitsOf());
    }
    const { yaw } = state.pose;
    release(state);
    expect(rest(state)).toBeGreaterThan(0.3);
    expect(state.pose.yaw).toBeGreaterThan(yaw + 0.1);
    expect(state.pose.yaw).toBeLessThan(yaw + 2);
  });

  it('stays where it is when the pointer rested before it let go', () => {
    const state = dragged(-0.1, 0);
    for (let i = 0; i < 60; i++) stepOrbit(state, FRAME, limitsOf());
    const { yaw } = state.pose;
    release(state);
    rest(state);
    expect(state.pose.yaw).toBeCloseTo(yaw, 3);
  });

  it('stays where it is when the hold was lost', () => {
    const state = dragged(-0.1, 0.02);
    const before = orbitAt(state.pose);
    drop(state);
    rest(state);
    expect(orbitAt(state.pose)).toEqual(before);
  });

  it('does not glide with reduced motion', () => {
    const limits = limitsOf({ isMotionReduced: true });
    const state = createOrbitState(START);
    grab(state);
    turnBy(state, -0.1, 0);
    stepOrbit(state, FRAME, limits);
    const { yaw } = state.pose;
    release(state);
    rest(state, limits);
    expect(state.pose.yaw).toBe(yaw);
  });

  it.each([1 / 240, 1 / 120, 1 / 60, 1 / 30, 1 / 12])('glides as far with frames of %f s', (dt) => {
    const state = createOrbitState(START);
    state.velocity.yaw = 2;
    rest(state, limitsOf(), dt);
    // The integral of 2 · 2^(−t / 0.16).
    expect(state.pose.yaw).toBeCloseTo((2 * 0.16) / Math.LN2, 2);
  });

  it.each([
    { key: 'yaw', sign: 1 },
    { key: 'yaw', sign: -1 },
    { key: 'pitch', sign: 1 },
    { key: 'pitch', sign: -1 },
  ] as const)('turns while a key is held: $key $sign', ({ key, sign }) => {
    const state = createOrbitState(START);
    hold(state, { ...noMotion(), [key]: sign });
    for (let i = 0; i < 30; i++) expect(stepOrbit(state, FRAME, limitsOf())).toBe(true);
    expect(state.pose[key] * sign).toBeGreaterThan(0.4);
    hold(state, noMotion());
    expect(rest(state)).toBeLessThan(2);
  });

  it('stops at the pole however long the key is held', () => {
    const state = createOrbitState(START);
    hold(state, { ...noMotion(), pitch: 1 });
    for (let i = 0; i < 300; i++) stepOrbit(state, FRAME, limitsOf());
    expect(state.pose.pitch).toBe(MAX_PITCH);
  });

  it('turns round and round without losing its yaw', () => {
    const state = createOrbitState(START);
    hold(state, { ...noMotion(), yaw: 1 });
    let turned = 0;
    for (let i = 0; i < 900; i++) {
      const { yaw } = state.pose;
      stepOrbit(state, FRAME, limitsOf());
      expect(Math.abs(state.pose.yaw)).toBeLessThanOrEqual(Math.PI);
      turned += (state.pose.yaw - yaw + TAU) % TAU;
    }
    expect(turned).toBeGreaterThan(3 * TAU);
  });
});

describe('moving a relic in the view', () => {
  it.each([
    { yaw: 0, pitch: 0, right: 0.1, up: 0 },
    { yaw: 1, pitch: 0.4, right: 0, up: 0.1 },
    { yaw: -2, pitch: -0.7, right: -0.2, up: 0.15 },
  ])('keeps what was grabbed under the pointer (yaw $yaw, pitch $pitch)', ({ yaw, pitch, right, up }) => {
    const limits = limitsOf();
    const state = createOrbitState({ ...START, yaw, pitch });
    grab(state);
    panBy(state, right, up);
    stepOrbit(state, FRAME, limits);
    const [x, y] = seenAt(state, START.target, limits);
    expect(x).toBeCloseTo(right, 9);
    expect(y).toBeCloseTo(up, 9);
  });

  it('never leaves the relic behind', () => {
    const state = createOrbitState(START);
    grab(state);
    panBy(state, -100, 100);
    stepOrbit(state, FRAME, limitsOf());
    expect(state.pose.target[0]).toBe(1);
    expect(state.pose.target[1]).toBe(-1);
  });

  it('pans with held keys by shares of the view, so the slower the nearer', () => {
    const way = (distance: number): number => {
      const state = createOrbitState({ ...START, distance });
      hold(state, { ...noMotion(), panRight: 1 });
      for (let i = 0; i < 30; i++) stepOrbit(state, FRAME, limitsOf());
      return state.pose.target[0];
    };
    expect(way(1) / way(0.5)).toBeCloseTo(2, 6);
  });
});
