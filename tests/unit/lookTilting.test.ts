import { describe, expect, it, vi } from 'vitest';
import { toDegrees } from '#shared/angle.ts';
import type { LookDesk } from '#scene/look/desk.ts';
import { Tilting } from '#scene/look/tilting.ts';
import { zoomOfWheel } from '#scene/look/bindWheel.ts';
import { readGamepad } from '#scene/look/bindGamepad.ts';
import { createLookState } from '#tour/look/lookState.ts';
import { settle } from './look/camera.ts';

type Permission = 'granted' | 'denied';

/** As much of a window as tilting needs, held by a test instead of a hand. */
class Handheld extends EventTarget {
  readonly isSecureContext = true;
  readonly navigator = { maxTouchPoints: 5 };
  readonly screen = { orientation: { angle: 0 } };
  readonly DeviceOrientationEvent: { requestPermission?: () => Promise<Permission> } = {};
  readonly setTimeout = (act: () => void, ms: number) => setTimeout(act, ms);
  readonly clearTimeout = (timer: NodeJS.Timeout) => clearTimeout(timer);

  turnTo(alpha: number | null, beta: number, gamma: number): void {
    this.dispatchEvent(Object.assign(new Event('deviceorientation'), { alpha, beta, gamma }));
  }
}

function hold(permission?: Permission) {
  const handheld = new Handheld();
  if (permission) handheld.DeviceOrientationEvent.requestPermission = () => Promise.resolve(permission);
  const state = createLookState({ yaw: 1, pitch: 0, fov: 1 });
  const wake = vi.fn();
  const desk = { state, wake, isAwake: () => true, signal: new AbortController().signal } as unknown as LookDesk;
  const tilting = new Tilting(desk, handheld as unknown as Window & typeof globalThis);
  return { handheld, state, wake, tilting };
}

describe('turning the device', () => {
  it('keeps the heading one has, takes the device’s pitch, and follows from there', async () => {
    const { handheld, state, tilting } = hold();
    const started = tilting.start();
    await Promise.resolve();
    handheld.turnTo(123, 70, 0);
    expect(await started).toBe(true);
    settle(state);
    expect(state.view.yaw).toBeCloseTo(1, 9);
    expect(toDegrees(state.view.pitch)).toBeCloseTo(-20, 6);
    handheld.turnTo(93, 90, 0);
    settle(state);
    expect(toDegrees(state.view.yaw - 1)).toBeCloseTo(30, 0);
    expect(toDegrees(state.view.pitch)).toBeCloseTo(0, 0);
    tilting.stop();
    handheld.turnTo(0, 90, 0);
    expect(state.tilt.yaw).toBeCloseTo(0, 2);
    expect(tilting.isTilting).toBe(false);
  });

  it('asks for no frame while the hand only trembles', async () => {
    const { handheld, state, wake, tilting } = hold();
    const started = tilting.start();
    await Promise.resolve();
    handheld.turnTo(0, 90, 0);
    await started;
    settle(state);
    wake.mockClear();
    for (let i = 0; i < 50; i++) handheld.turnTo(i % 2 ? 0.03 : 0, 90, 0);
    expect(wake).not.toHaveBeenCalled();
    handheld.turnTo(1, 90, 0);
    expect(wake).toHaveBeenCalledOnce();
  });

  it('does not start where the visitor refuses, or where there is no sensor', async () => {
    expect(await hold('denied').tilting.start()).toBe(false);
    const { handheld, tilting } = hold('granted');
    vi.useFakeTimers();
    const started = tilting.start();
    await vi.advanceTimersByTimeAsync(500);
    handheld.turnTo(null, 0, 0);
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    expect(await started).toBe(false);
    expect(tilting.isTilting).toBe(false);
  });
});

describe('a wheel', () => {
  const wheel = (deltaY: number, rest = {}) => zoomOfWheel({ deltaY, deltaMode: 0, ctrlKey: false, ...rest });

  it('comes nearer when it is turned away from the visitor, alike in pixels and lines', () => {
    expect(wheel(-100)).toBeCloseTo(0.2, 9);
    expect(wheel(-3, { deltaMode: 1 })).toBeCloseTo(0.2, 1);
  });

  it('answers a pinch on a trackpad more strongly, and never leaps', () => {
    expect(wheel(-4, { ctrlKey: true })).toBeCloseTo(0.04, 9);
    expect(wheel(-10_000)).toBe(0.6);
    expect(wheel(2, { deltaMode: 2 })).toBe(-0.6);
  });
});

describe('a gamepad', () => {
  const button = (value: number) => ({ value, pressed: value > 0, touched: value > 0 });

  it('turns with a stick or the cross, up being up, and zooms with its triggers', () => {
    expect(readGamepad({ axes: [1, 1, 0, 0], buttons: [] })).toMatchObject({ right: 1, up: -1, nearer: 0 });
    const buttons = Array.from({ length: 16 }, () => button(0));
    buttons[7] = button(1);
    buttons[12] = button(1);
    buttons[0] = button(1);
    expect(readGamepad({ axes: [], buttons })).toEqual({ right: 0, up: 1, nearer: 1, isPressed: true });
  });
});
