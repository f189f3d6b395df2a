import { describe, expect, it } from 'vitest';
import { TAU, toDegrees, toRadians } from '#shared/angle.ts';
import { type LookState } from '#tour/look/lookState.ts';
import { stepLook } from '#tour/look/step.ts';
import { drag, easeTo, grab, release, startAutoTurn, tiltBy, toggleZoom, turn, zoomBy } from '#tour/look/wishes.ts';
import { aimUnder, angleUnder, LIMITS, looking, REDUCED, settle } from './look/camera.ts';

describe('zooming', () => {
  it('keeps the point under the pointer and magnifies by what was asked', () => {
    const state = looking(50, -30, 60);
    const fixed = aimUnder(state, -0.6, 0.5);
    zoomBy(state, Math.log(3), -0.6, 0.5);
    settle(state);
    expect(angleUnder(state, -0.6, 0.5, fixed)).toBeLessThan(1e-4);
    expect(Math.tan(state.view.fov / 2)).toBeCloseTo(Math.tan(toRadians(30)) / 3, 9);
  });

  it('stops at the limits, and does not throw back a view that is narrower', () => {
    const state = looking(0, 0, 60);
    zoomBy(state, 10, 0, 0);
    settle(state);
    expect(toDegrees(state.view.fov)).toBeCloseTo(2, 9);
    zoomBy(state, -20, 0, 0);
    settle(state);
    expect(toDegrees(state.view.fov)).toBeCloseTo(100, 9);

    const narrow = looking(0, 0, 1);
    zoomBy(narrow, 1, 0, 0);
    settle(narrow);
    expect(toDegrees(narrow.view.fov)).toBeCloseTo(1, 9);
  });

  it('narrows a view that became too wide for the picture', () => {
    const state = looking(0, 0, 100);
    expect(stepLook(state, 1 / 60, { ...LIMITS, maxFov: toRadians(80) })).toBe(true);
    expect(toDegrees(state.view.fov)).toBeCloseTo(80, 10);
  });

  it('comes nearer on a double tap and goes back on the next, unless the visitor zoomed in between', () => {
    const state = looking(0, 0, 60);
    toggleZoom(state, 0.5, 0.5);
    settle(state);
    expect(Math.tan(toRadians(30)) / Math.tan(state.view.fov / 2)).toBeCloseTo(2.5, 9);
    toggleZoom(state, 0, 0);
    settle(state);
    expect(toDegrees(state.view.fov)).toBeCloseTo(60, 9);

    toggleZoom(state, 0, 0);
    settle(state);
    zoomBy(state, 0.1, 0, 0);
    settle(state);
    const before = state.view.fov;
    toggleZoom(state, 0, 0);
    settle(state);
    expect(state.view.fov).toBeLessThan(before);
  });

  it('is done in one step with reduced motion', () => {
    const state = looking(0, 0, 60);
    zoomBy(state, 0.5, 0, 0);
    stepLook(state, 1 / 60, REDUCED);
    expect(stepLook(state, 1 / 60, REDUCED)).toBe(false);
    expect(Math.tan(state.view.fov / 2)).toBeCloseTo(Math.tan(toRadians(30)) * Math.exp(-0.5), 9);
  });
});

describe('held keys', () => {
  it.each([
    ['right', 1, 0, 0],
    ['left', -1, 0, 0],
    ['up', 0, 1, 0],
    ['down', 0, -1, 0],
    ['nearer', 0, 0, 1],
    ['farther', 0, 0, -1],
  ])('move the view %s and only so', (_name, right, up, nearer) => {
    const state = looking(0, 0);
    const { fov } = state.view;
    turn(state, right, up, nearer);
    for (let i = 0; i < 30; i++) stepLook(state, 1 / 60, LIMITS);
    expect(Math.sign(state.view.yaw)).toBe(right);
    expect(Math.sign(state.view.pitch)).toBe(up);
    expect(Math.sign(fov - state.view.fov)).toBe(nearer);
    turn(state, 0, 0, 0);
    settle(state);
  });

  it('turn slower the narrower the view', () => {
    const [wide, narrow] = [80, 8].map((fov) => {
      const state = looking(0, 0, fov);
      turn(state, 1, 0, 0);
      for (let i = 0; i < 60; i++) stepLook(state, 1 / 60, LIMITS);
      return state.view.yaw;
    });
    expect((wide ?? 0) / (narrow ?? 1)).toBeCloseTo(10, 6);
  });

  it('turn by the same angle at 30 and at 120 frames a second', () => {
    const [slow, fast] = [30, 120].map((hz) => {
      const state = looking(0, 0);
      turn(state, 1, 0, 0);
      for (let i = 0; i < hz / 2; i++) stepLook(state, 1 / hz, LIMITS);
      turn(state, 0, 0, 0);
      settle(state, LIMITS, hz);
      return toDegrees(state.view.yaw);
    });
    expect(Math.abs((slow ?? 0) - (fast ?? 0))).toBeLessThan(0.1);
  });

  it('want no frame once the view stands at a pole', () => {
    const state = looking(0, 89);
    turn(state, 0, 1, 0);
    settle(state);
    expect(toDegrees(state.view.pitch)).toBeCloseTo(90, 10);
  });

  it('go round and round with yaw between −180° and 180°', () => {
    const state = looking(170, 0);
    turn(state, 1, 0, 0);
    for (let i = 0; i < 1000; i++) {
      stepLook(state, 1 / 60, LIMITS);
      expect(Math.abs(state.view.yaw)).toBeLessThanOrEqual(Math.PI);
      expect(Math.abs(state.yawSpeed)).toBeLessThan(TAU);
    }
  });

  it('turn at once and stop at once with reduced motion', () => {
    const state = looking(0, 0);
    turn(state, 1, 0, 0);
    stepLook(state, 1 / 60, REDUCED);
    expect(toDegrees(state.view.yaw)).toBeCloseTo((0.8 * 70) / 60, 6);
    turn(state, 0, 0, 0);
    expect(stepLook(state, 1 / 60, REDUCED)).toBe(false);
  });
});

describe('an eased motion', () => {
  it('arrives exactly, by the shortest way, within a second', () => {
    const state = looking(170, 0, 70);
    easeTo(state, { yaw: toRadians(-160), pitch: toRadians(30), fov: toRadians(20) });
    let least = state.view.yaw;
    let elapsed = 0;
    while (stepLook(state, 1 / 60, LIMITS)) {
      elapsed += 1 / 60;
      if (state.view.yaw > 0) least = Math.min(least, state.view.yaw);
    }
    expect(toDegrees(least)).toBeGreaterThanOrEqual(170 - 1e-9);
    expect(elapsed).toBeGreaterThan(0.2);
    expect(elapsed).toBeLessThan(1.05);
    expect(toDegrees(state.view.yaw)).toBeCloseTo(-160, 9);
    expect(toDegrees(state.view.pitch)).toBeCloseTo(30, 9);
    expect(toDegrees(state.view.fov)).toBeCloseTo(20, 9);
  });

  it('ends when the visitor takes hold', () => {
    const state = looking(0, 0);
    easeTo(state, { yaw: 1, pitch: 0, fov: 1 });
    stepLook(state, 0.1, LIMITS);
    grab(state, 0, 0);
    const { yaw } = state.view;
    settle(state);
    expect(state.view.yaw).toBe(yaw);
  });

  it('is a jump with reduced motion', () => {
    const state = looking(0, 0);
    easeTo(state, { yaw: 1, pitch: 0.5, fov: 1 });
    stepLook(state, 1 / 60, REDUCED);
    expect(state.view).toEqual({ yaw: 1, pitch: 0.5, fov: 1 });
    expect(stepLook(state, 1 / 60, REDUCED)).toBe(false);
  });
});

describe('the device in the hand', () => {
  it('turns the view as far as it was turned', () => {
    const state = looking(40, 0);
    tiltBy(state, toRadians(10), toRadians(-5));
    settle(state);
    expect(toDegrees(state.view.yaw)).toBeCloseTo(50, 0);
    expect(toDegrees(state.view.pitch)).toBeCloseTo(-5, 0);
  });

  it('does not wake the picture by trembling', () => {
    const state = looking(0, 0);
    for (let i = 0; i < 100; i++) {
      tiltBy(state, i % 2 ? 0.0005 : -0.0005, 0);
      expect(stepLook(state, 1 / 60, LIMITS)).toBe(false);
    }
  });

  it('joins a drag without a jump when the pointer moves on', () => {
    const state = looking(0, 0);
    grab(state, 0, 0);
    tiltBy(state, 0.5, 0);
    settle(state);
    const { yaw } = state.view;
    drag(state, -0.001, 0);
    stepLook(state, 1 / 60, LIMITS);
    expect(Math.abs(state.view.yaw - yaw)).toBeLessThan(0.005);
  });
});

describe('auto-rotation', () => {
  it('turns until the visitor does anything', () => {
    for (const wish of [
      (state: LookState) => grab(state, 0, 0),
      (state: LookState) => zoomBy(state, 0.1, 0, 0),
      (state: LookState) => turn(state, 0, 1, 0),
      (state: LookState) => tiltBy(state, 0.1, 0),
    ]) {
      const state = looking(0, 0);
      startAutoTurn(state, 0.1);
      for (let i = 0; i < 60; i++) expect(stepLook(state, 1 / 60, LIMITS)).toBe(true);
      expect(state.view.yaw).toBeGreaterThan(0.05);
      wish(state);
      release(state);
      turn(state, 0, 0, 0);
      settle(state);
    }
  });

  it('does nothing with reduced motion', () => {
    const state = looking(0, 0);
    startAutoTurn(state, 0.1);
    expect(stepLook(state, 1 / 60, REDUCED)).toBe(false);
    expect(state.view.yaw).toBe(0);
  });
});
