import { describe, expect, it } from 'vitest';
import { gazeOf } from '#scene/compare/gaze.ts';
import { directionOf } from '#shared/vec.ts';

describe('the gaze of two eyes', () => {
  it('lies between them, over the date line too', () => {
    const eyes = [directionOf(Math.PI - 0.1, 0.2), directionOf(-Math.PI + 0.1, 0.2)].map((forward) => ({ forward }));
    const { yaw, pitch } = gazeOf(eyes);
    expect(Math.abs(yaw)).toBeCloseTo(Math.PI, 9);
    expect(pitch).toBeCloseTo(0.2, 2);
    expect(gazeOf([{ forward: directionOf(0.7, -0.3) }]).yaw).toBeCloseTo(0.7, 12);
    expect(gazeOf([{ forward: directionOf(0.7, -0.3) }]).pitch).toBeCloseTo(-0.3, 12);
  });
});
