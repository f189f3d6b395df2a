import { describe, expect, it } from 'vitest';
import { TAU, toDegrees, toRadians, wrapAngle } from '#shared/angle.ts';
import type { LookLimits } from '#tour/look/limits.ts';
import { createLookState, type LookState } from '#tour/look/lookState.ts';
import { aimAt } from '#tour/look/projection.ts';
import { stepLook } from '#tour/look/step.ts';
import {
  drag,
  drop,
  easeTo,
  grab,
  jumpTo,
  release,
  startAutoTurn,
  tiltBy,
  toggleZoom,
  turn,
  zoomBy,
} from '#tour/look/wishes.ts';

const LIMITS: LookLimits = {
  minFov: toRadians(2),
  maxFov: toRadians(100),
  aspect: 16 / 9,
  isMotionReduced: false,
};
const REDUCED: LookLimits = { ...LIMITS, isMotionReduced: true };

function looking(yaw: number, pitch: number, fov = 70): LookState {
  return createLookState({ yaw: toRadians(yaw), pitch: toRadians(pitch), fov: toRadians(fov) });
}

/** Steps until the camera rests; fails when it never does. */
function settle(state: LookState, limits = LIMITS, hz = 60): number {
  for (let frames = 1; frames < 20 * hz; frames++) {
    if (!stepLook(state, 1 / hz, limits)) return frames;
  }
  throw new Error('the camera never comes to rest');
}

function angleUnder(state: LookState, x: number, y: number, of: { yaw: number; pitch: number }): number {
  const aim = { yaw: 0, pitch: 0 };
  aimAt(aim, state.view, x, y, LIMITS.aspect);
  const cos =
    Math.sin(aim.pitch) * Math.sin(of.pitch) + Math.cos(aim.pitch) * Math.cos(of.pitch) * Math.cos(aim.yaw - of.yaw);
  return toDegrees(Math.acos(Math.min(1, cos)));
}

function aimUnder(state: LookState, x: number, y: number): { yaw: number; pitch: number } {
  const aim = { yaw: 0, pitch: 0 };
  aimAt(aim, state.view, x, y, LIMITS.aspect);
  return aim;
}

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
