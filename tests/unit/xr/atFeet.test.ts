import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf } from '#shared/vec.ts';
import { isAtFeet } from '#xr/point/atFeet.ts';

describe('a look at one’s feet', () => {
  it.each([
    ['gaze', -85, true],
    ['gaze', -70, true],
    ['gaze', -60, false],
    ['gaze', 85, false],
    ['transient', -80, true],
    ['transient', 0, false],
    ['controller', -85, false],
    ['hand', -85, false],
  ] as const)('of a %s at %d° is the menu’s: %s', (kind, pitch, isThere) => {
    for (const yaw of [0, 130, -90]) {
      expect(isAtFeet(kind, directionOf(toRadians(yaw), toRadians(pitch)))).toBe(isThere);
    }
  });
});
