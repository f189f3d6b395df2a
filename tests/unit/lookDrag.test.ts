import { describe, expect, it } from 'vitest';
import { toDegrees, toRadians, wrapAngle } from '#shared/angle.ts';
import { type LookState } from '#tour/look/lookState.ts';
import { stepLook } from '#tour/look/step.ts';
import { drag, drop, grab, jumpTo, release } from '#tour/look/wishes.ts';
import { aimUnder, angleUnder, LIMITS, looking, REDUCED, settle } from './look/camera.ts';

describe('the direction under a point', () => {
  it('is the view direction at the centre, and half the field of view above it at the upper edge', () => {
    const state = looking(30, 10, 60);
    expect(toDegrees(aimUnder(state, 0, 0).yaw)).toBeCloseTo(30, 10);
    expect(toDegrees(aimUnder(state, 0, 0).pitch)).toBeCloseTo(10, 10);
    expect(toDegrees(aimUnder(state, 0, 1).pitch)).toBeCloseTo(40, 10);
    expect(toDegrees(aimUnder(looking(0, 0, 90), 1, 0).yaw)).toBeCloseTo(toDegrees(Math.atan(16 / 9)), 10);
  });

  it('passes over the zenith to the far side', () => {
    const beyond = aimUnder(looking(0, 80, 60), 0, 1);
    expect(toDegrees(beyond.pitch)).toBeCloseTo(70, 10);
    expect(Math.abs(toDegrees(beyond.yaw))).toBeCloseTo(180, 10);
  });
});

describe('dragging', () => {
  it.each([
    ['across the horizon', 0, 0, 70, 0, 0, 0.6, -0.4],
    ['from a corner', 120, -20, 70, 0.9, 0.9, -0.8, -0.9],
    ['over the yaw seam', 179, 5, 90, -0.5, 0.2, -0.9, 0.1],
    ['high up', -40, 55, 70, 0.1, -0.3, 0.35, 0.2],
    ['straight up through the zenith line', 0, 70, 60, 0, 0.5, 0, 0.2],
    ['at one degree', 10, 40, 1, -0.7, 0.3, 0.9, -0.9],
  ])('keeps the grabbed point under the pointer %s', (_name, yaw, pitch, fov, x0, y0, x1, y1) => {
    const state = looking(yaw, pitch, fov);
    const grabbed = aimUnder(state, x0, y0);
    grab(state, x0, y0);
    for (let i = 1; i <= 30; i++) {
      const x = x0 + ((x1 - x0) * i) / 30;
      const y = y0 + ((y1 - y0) * i) / 30;
      drag(state, x, y);
      stepLook(state, 1 / 60, LIMITS);
      expect(angleUnder(state, x, y, grabbed)).toBeLessThan(1e-5);
    }
  });

  it('reaches both poles and stops there', () => {
    for (const sign of [1, -1]) {
      const state = looking(20, sign * 60);
      grab(state, 0, sign * 0.5);
      for (let i = 0; i < 60; i++) {
        drag(state, 0, sign * (0.5 - i / 40));
        stepLook(state, 1 / 60, LIMITS);
      }
      expect(toDegrees(state.view.pitch)).toBeCloseTo(sign * 90, 10);
      expect(toDegrees(state.view.yaw)).toBeCloseTo(20, 6);
    }
  });

  it('turns back at once after pushing against a pole', () => {
    const state = looking(0, 85);
    grab(state, 0, 0.5);
    for (const y of [0, -0.5, -1]) {
      drag(state, 0, y);
      stepLook(state, 1 / 60, LIMITS);
    }
    drag(state, 0, -0.9);
    stepLook(state, 1 / 60, LIMITS);
    expect(toDegrees(state.view.pitch)).toBeLessThan(89);
  });

  it('never spins by more than eight times the movement of the pointer', () => {
    const state = looking(0, 86);
    grab(state, 0.02, 0.1);
    let previous = state.view.yaw;
    for (let i = 0; i <= 200; i++) {
      drag(state, 0.02 + Math.sin(i / 20) * 0.5, 0.1 - i / 250);
      stepLook(state, 1 / 60, LIMITS);
      // One step of this path is at most 0.045 of half the picture's width: 0.045 × 1.24 radians.
      expect(Math.abs(wrapAngle(state.view.yaw - previous))).toBeLessThan(8 * 0.06);
      previous = state.view.yaw;
    }
  });

  it('shows the picture larger or smaller about two fingers', () => {
    const state = looking(10, 20, 60);
    const grabbed = aimUnder(state, 0.4, -0.3);
    grab(state, 0.4, -0.3);
    drag(state, 0.3, -0.2, 2);
    stepLook(state, 1 / 60, LIMITS);
    expect(Math.tan(state.view.fov / 2)).toBeCloseTo(Math.tan(toRadians(30)) / 2, 10);
    expect(angleUnder(state, 0.3, -0.2, grabbed)).toBeLessThan(1e-5);
  });

  it('starts anew after the tour took the camera elsewhere', () => {
    const state = looking(0, 0);
    grab(state, 0, 0);
    jumpTo(state, { yaw: 2, pitch: 0, fov: 1 });
    stepLook(state, 1 / 60, LIMITS);
    expect(state.view.yaw).toBe(2);
    const held = aimUnder(state, 0, 0);
    drag(state, 0.1, 0);
    stepLook(state, 1 / 60, LIMITS);
    expect(angleUnder(state, 0.1, 0, held)).toBeLessThan(1e-5);
  });
});

describe('gliding on', () => {
  function fling(hz: number): LookState {
    const state = looking(0, 0);
    grab(state, 0, 0);
    for (let i = 1; i <= hz / 4; i++) {
      drag(state, (-0.4 * i) / (hz / 4), (0.1 * i) / (hz / 4));
      stepLook(state, 1 / hz, LIMITS);
    }
    release(state);
    return state;
  }

  it('goes the way of the drag, slows down and ends', () => {
    const state = fling(60);
    const { yaw } = state.view;
    const speed = state.yawVelocity;
    stepLook(state, 0.18, LIMITS);
    expect(state.yawVelocity).toBeCloseTo(speed / 2, 6);
    const frames = settle(state);
    expect(state.view.yaw).toBeGreaterThan(yaw + 0.1);
    expect(frames).toBeLessThan(150);
    expect(state.yawVelocity).toBe(0);
    expect(stepLook(state, 1 / 60, LIMITS)).toBe(false);
  });

  it('ends at the same place at 30 and at 120 frames a second', () => {
    const slow = fling(30);
    const fast = fling(120);
    settle(slow, LIMITS, 30);
    settle(fast, LIMITS, 120);
    expect(toDegrees(Math.abs(slow.view.yaw - fast.view.yaw))).toBeLessThan(1.5);
    expect(toDegrees(Math.abs(slow.view.pitch - fast.view.pitch))).toBeLessThan(0.5);
  });

  it('does not happen when the pointer rested before it let go', () => {
    const state = looking(0, 0);
    grab(state, 0, 0);
    drag(state, -0.4, 0);
    settle(state);
    const { yaw } = state.view;
    release(state);
    settle(state);
    expect(state.view.yaw).toBe(yaw);
  });

  it('does not happen when the hold is taken away, or with reduced motion', () => {
    const dropped = looking(0, 0);
    grab(dropped, 0, 0);
    drag(dropped, -0.4, 0);
    stepLook(dropped, 1 / 60, LIMITS);
    drop(dropped);
    expect(stepLook(dropped, 1 / 60, LIMITS)).toBe(false);

    const reduced = looking(0, 0);
    grab(reduced, 0, 0);
    drag(reduced, -0.4, 0);
    stepLook(reduced, 1 / 60, REDUCED);
    release(reduced);
    expect(stepLook(reduced, 1 / 60, REDUCED)).toBe(false);
  });
});
