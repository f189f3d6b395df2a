import { describe, expect, it } from 'vitest';
import { TAU } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import { createAxes, writeAxes } from '#tour/relic/orbit/axes.ts';
import { createOrbitState, MAX_PITCH, noMotion, orbitAt } from '#tour/relic/orbit/orbitState.ts';
import { resolveRequest } from '#tour/relic/orbit/request.ts';
import { stepOrbit } from '#tour/relic/orbit/step.ts';
import {
  anchorZoom,
  easeTo,
  focusOn,
  grab,
  hold,
  jumpTo,
  pinchBy,
  release,
  showWhole,
  turnBy,
  zoomBy,
} from '#tour/relic/orbit/wishes.ts';
import type { Orbit } from '#tour/relic/state.ts';
import { eyeOf, FRAME, limitsOf, rest, seenAt, START } from './camera.ts';

describe('coming nearer to a relic', () => {
  it.each([
    { x: 0, y: 0 },
    { x: 0.3, y: 0 },
    { x: -0.2, y: 0.25 },
    { x: 0.4, y: -0.4 },
  ])('keeps the point of the surface under the pointer at ($x, $y)', ({ x, y }) => {
    const limits = limitsOf();
    const state = createOrbitState({ ...START, yaw: 0.5, pitch: 0.3 });
    // A point in front of the plane through the target, on the ray of the pointer.
    const axes = createAxes();
    writeAxes(axes, 0.5, 0.3);
    const depth = 1.4;
    const point = [0, 1, 2].map(
      (k) =>
        (axes.toward[k] ?? 0) * (2 - depth) +
        2 * limits.tangent * depth * (x * (axes.right[k] ?? 0) + y * (axes.up[k] ?? 0)),
    ) as unknown as Vec3;
    zoomBy(state, Math.log(2), x, y);
    anchorZoom(state, point);
    rest(state, limits);
    const [seenX, seenY] = seenAt(state, point, limits);
    expect(seenX).toBeCloseTo(x, 6);
    expect(seenY).toBeCloseTo(y, 6);
    expect(state.pose.distance).toBeCloseTo(1, 6);
  });

  it('keeps what is at the depth of the target where the surface is not known', () => {
    const limits = limitsOf();
    const state = createOrbitState(START);
    const height = 2 * limits.tangent * 2;
    zoomBy(state, Math.log(3), 0.25, 0.1);
    rest(state, limits);
    const [x, y] = seenAt(state, [0.25 * height, 0.1 * height, 0], limits);
    expect(x).toBeCloseTo(0.25, 6);
    expect(y).toBeCloseTo(0.1, 6);
  });

  it.each([
    { what: 'no nearer than the least distance', amount: 10, distance: 0.1 },
    { what: 'no farther than the greatest', amount: -10, distance: 4 },
    { what: 'half as far', amount: Math.log(2), distance: 1 },
    { what: 'not at all', amount: 0, distance: 2 },
  ])('comes $what', ({ amount, distance }) => {
    const state = createOrbitState(START);
    zoomBy(state, amount, 0, 0);
    rest(state);
    expect(state.pose.distance).toBeCloseTo(distance, 6);
  });

  it('never goes through the surface, though the target lies far behind it', () => {
    const limits = limitsOf();
    const state = createOrbitState(START);
    for (let i = 0; i < 20; i++) {
      zoomBy(state, 0.5, 0, 0);
      anchorZoom(state, [0, 0, 0.9]);
      rest(state, limits);
    }
    expect(eyeOf(state)[2]).toBeGreaterThanOrEqual(0.9 + limits.minDistance - 1e-9);
    expect(state.pose.target[2]).toBeGreaterThan(0.7);
  });

  it('has the whole in the middle again when one has gone far enough away', () => {
    const state = createOrbitState({ ...START, distance: 0.4, target: [0.5, 0.4, -0.3] });
    zoomBy(state, -Math.log(5), 0.2, 0.2);
    rest(state);
    state.pose.target.forEach((value) => expect(value).toBeCloseTo(0, 3));
  });

  it('follows two fingers at once, not eased', () => {
    const state = createOrbitState(START);
    grab(state);
    pinchBy(state, 2, 0, 0);
    stepOrbit(state, FRAME, limitsOf());
    expect(state.pose.distance).toBeCloseTo(1, 9);
  });

  it.each([0, -1, NaN])('takes no notice of a pinch by %f', (factor) => {
    const state = createOrbitState(START);
    grab(state);
    pinchBy(state, factor, 0, 0);
    stepOrbit(state, FRAME, limitsOf());
    expect(state.pose.distance).toBe(2);
  });

  it('comes nearer while a key is held, and goes away with the other', () => {
    const state = createOrbitState(START);
    hold(state, { ...noMotion(), nearer: 1 });
    for (let i = 0; i < 30; i++) stepOrbit(state, FRAME, limitsOf());
    expect(state.pose.distance).toBeLessThan(1.5);
    hold(state, { ...noMotion(), nearer: -1 });
    for (let i = 0; i < 60; i++) stepOrbit(state, FRAME, limitsOf());
    expect(state.pose.distance).toBeGreaterThan(2);
  });
});

describe('eased motions of the camera', () => {
  const there: Orbit = { yaw: 2, pitch: 0.5, distance: 0.5, target: [0.2, 0.1, 0] };

  it('arrive exactly', () => {
    const state = createOrbitState(START);
    easeTo(state, there);
    expect(rest(state)).toBeLessThan(1.5);
    expect(orbitAt(state.pose)).toEqual(there);
  });

  it('arrive at once with reduced motion', () => {
    const state = createOrbitState(START);
    easeTo(state, there);
    stepOrbit(state, FRAME, limitsOf({ isMotionReduced: true }));
    expect(orbitAt(state.pose)).toEqual(there);
  });

  it.each([
    { from: 3, to: -3, way: TAU - 6 },
    { from: -3, to: 3, way: TAU - 6 },
    { from: 0.5, to: -0.5, way: 1 },
  ])('turn by the shortest way from $from to $to', ({ from, to, way }) => {
    const state = createOrbitState({ ...START, yaw: from });
    easeTo(state, { ...START, yaw: to });
    let turned = 0;
    for (let last = from, isMoving = true; isMoving; last = state.pose.yaw) {
      isMoving = stepOrbit(state, FRAME, limitsOf());
      const step = Math.abs(state.pose.yaw - last);
      turned += Math.min(step, TAU - step);
    }
    expect(turned).toBeCloseTo(way, 6);
    expect(state.pose.yaw).toBeCloseTo(to, 9);
  });

  it('end as soon as the visitor takes hold', () => {
    const state = createOrbitState(START);
    easeTo(state, there);
    for (let i = 0; i < 5; i++) stepOrbit(state, FRAME, limitsOf());
    grab(state);
    const before = orbitAt(state.pose);
    for (let i = 0; i < 5; i++) stepOrbit(state, FRAME, limitsOf());
    expect(orbitAt(state.pose)).toEqual(before);
  });

  it('never pass over a pole', () => {
    const state = createOrbitState(START);
    easeTo(state, { ...there, pitch: Math.PI / 2 });
    rest(state);
    expect(state.pose.pitch).toBe(MAX_PITCH);
  });

  it.each([
    { what: 'the point that was double clicked is in the middle, from nearer', from: 2, to: 2 / 2.2 },
    { what: 'one that is near already stays as near', from: 0.15, to: 0.15 },
  ])('$what', ({ from, to }) => {
    const state = createOrbitState({ ...START, yaw: 1, distance: from });
    focusOn(state, [0.3, 0.2, 0.1], limitsOf());
    rest(state);
    expect(state.pose.target).toEqual([0.3, 0.2, 0.1]);
    expect(state.pose.distance).toBeCloseTo(to, 9);
    expect(state.pose.yaw).toBe(1);
  });

  it('know whether they show the whole, until the visitor comes nearer', () => {
    const limits = limitsOf();
    const state = createOrbitState({ ...START, distance: 0.5, target: [0.5, 0, 0] });
    showWhole(state, limits, true);
    rest(state, limits);
    expect(state.pose.distance).toBe(2);
    expect(state.isWhole).toBe(true);
    grab(state);
    turnBy(state, 0.1, 0);
    release(state);
    expect(state.isWhole).toBe(true);
    zoomBy(state, 0.1, 0, 0);
    expect(state.isWhole).toBe(false);
  });

  it('are not the whole when they were broken off', () => {
    const limits = limitsOf();
    const state = createOrbitState({ ...START, distance: 0.5 });
    showWhole(state, limits, true);
    stepOrbit(state, FRAME, limits);
    grab(state);
    expect(state.isWhole).toBe(false);
  });

  it('jump where they are told to', () => {
    const state = createOrbitState(START);
    jumpTo(state, { ...there, yaw: 2 + TAU, pitch: -2 });
    expect(state.pose.yaw).toBeCloseTo(2, 9);
    expect(state.pose.pitch).toBe(-MAX_PITCH);
    stepOrbit(state, FRAME, limitsOf());
    expect(stepOrbit(state, FRAME, limitsOf())).toBe(false);
  });
});

describe('a camera at rest', () => {
  it('wants no frame', () => {
    const state = createOrbitState(START);
    expect(stepOrbit(state, FRAME, limitsOf())).toBe(false);
  });

  it('wants no frame while it is held still', () => {
    const state = createOrbitState(START);
    grab(state);
    expect(stepOrbit(state, FRAME, limitsOf())).toBe(false);
  });
});

describe('a request for an orbit', () => {
  const limits = limitsOf({ wholeTarget: [0, 0.5, 0] });
  const now: Orbit = { yaw: 1, pitch: 0.2, distance: 0.7, target: [0.1, 0.2, 0.3] };

  it.each([
    { wish: null, means: { yaw: 1, pitch: 0.2, distance: 2, target: [0, 0.5, 0] } },
    { wish: { yaw: 0 }, means: { ...now, yaw: 0 } },
    { wish: { distance: 1 }, means: { ...now, distance: 1 } },
    { wish: { target: [0, 0, 0.1] as Vec3 }, means: { ...now, target: [0, 0, 0.1] } },
    { wish: { yaw: 2, distance: Infinity }, means: { yaw: 2, pitch: 0.2, distance: 2, target: [0, 0.5, 0] } },
    {
      wish: { distance: Infinity, target: [0, 0, 0.1] as Vec3 },
      means: { ...now, distance: 2, target: [0, 0, 0.1] },
    },
    { wish: { distance: 1e-9 }, means: { ...now, distance: 0.1 } },
    { wish: { distance: 900 }, means: { ...now, distance: 4 } },
    { wish: { pitch: 2 }, means: { ...now, pitch: MAX_PITCH } },
  ])('$wish means $means', ({ wish, means }) => {
    expect(resolveRequest(wish, now, limits)).toEqual(means);
  });
});
