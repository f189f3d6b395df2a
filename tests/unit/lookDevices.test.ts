import { describe, expect, it } from 'vitest';
import { toDegrees, wrapAngle } from '#shared/angle.ts';
import { aimOfDevice } from '#tour/look/deviceAim.ts';
import { createLookState } from '#tour/look/lookState.ts';
import { shapeStick } from '#tour/look/stick.ts';
import { NO_TURN, TurnMix } from '#tour/look/turnMix.ts';

function aim(alpha: number, beta: number, gamma: number, screen = 0): { yaw: number; pitch: number } {
  const out = { yaw: 0, pitch: 0 };
  aimOfDevice(out, alpha, beta, gamma, screen);
  return { yaw: toDegrees(wrapAngle(out.yaw)), pitch: toDegrees(out.pitch) };
}

describe('a device turned in the hand', () => {
  it.each([
    ['upright, facing north', [0, 90, 0], 0, 0],
    ['upright, turned right to the east', [270, 90, 0], 90, 0],
    ['upright, turned left to the west', [90, 90, 0], -90, 0],
    ['leaned back to look up', [0, 120, 0], 0, 30],
    ['leaned forward to look down', [0, 60, 0], 0, -30],
    ['on its left side', [0, 0, -90], 90, 0],
    ['on its left side, leaned back', [0, 0, -90 + 180], -90, 0],
  ] as const)('looks the right way when %s', (_name, [alpha, beta, gamma], yaw, pitch) => {
    expect(aim(alpha, beta, gamma).yaw).toBeCloseTo(yaw, 6);
    expect(aim(alpha, beta, gamma).pitch).toBeCloseTo(pitch, 6);
  });

  it('keeps its heading when it lies flat and looks at the floor, in each orientation of the screen', () => {
    expect(aim(0, 0, 0)).toEqual({ yaw: 0, pitch: -90 });
    expect(aim(300, 0, 0).yaw).toBeCloseTo(60, 6);
    // Turned a quarter to the left, the content a quarter to the right: the content's upper edge points north again.
    expect(aim(90, 0, 0, 90).yaw).toBeCloseTo(0, 6);
  });

  it('does not jump where the heading changes its source', () => {
    for (const alpha of [0, 77, 200]) {
      let previous = aim(alpha, 0, 0);
      for (let beta = 0.5; beta <= 180; beta += 0.5) {
        const next = aim(alpha, beta, 0);
        expect(Math.abs(next.yaw - previous.yaw) % 360).toBeLessThan(1e-6);
        expect(Math.abs(next.pitch - previous.pitch)).toBeLessThan(0.6);
        previous = next;
      }
    }
  });
});

describe('a stick', () => {
  it('is at rest near its centre and reaches one at its edge, on both sides', () => {
    expect(shapeStick(0.1)).toBe(0);
    expect(shapeStick(-0.15)).toBe(0);
    expect(shapeStick(1)).toBe(1);
    expect(shapeStick(-1.2)).toBe(-1);
    expect(shapeStick(0.5)).toBeGreaterThan(0);
    expect(shapeStick(0.5)).toBeLessThan(0.35);
    expect(shapeStick(-0.5)).toBe(-shapeStick(0.5));
  });
});

describe('keys, buttons and sticks together', () => {
  it('add up, to no more than a full turn, until each lets go', () => {
    const state = createLookState({ yaw: 0, pitch: 0, fov: 1 });
    const mix = new TurnMix(state);
    const tellStick = mix.addDevice();
    const tellKeys = mix.addDevice();
    tellStick({ right: 0.6, up: -0.4, nearer: 0 });
    expect(state.turn).toEqual({ right: 0.6, up: -0.4, nearer: 0 });
    tellKeys({ right: 1, up: 0, nearer: -1 });
    expect(state.turn).toEqual({ right: 1, up: -0.4, nearer: -1 });
    tellKeys(NO_TURN);
    tellStick(NO_TURN);
    expect(state.turn).toEqual({ right: 0, up: 0, nearer: 0 });
  });
});
