import { describe, expect, it } from 'vitest';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { beginGlide, placeCaption, stepGlide, type Glide } from '#xr/caption/glide.ts';

const FRAME = 1 / 90;

function look(glide: Glide, degrees: number, seconds: number): { glide: Glide; places: Set<number> } {
  const places = new Set<number>();
  let now = glide;
  for (let time = 0; time < seconds; time += FRAME) {
    now = stepGlide(now, toRadians(degrees), FRAME);
    if (now.opacity > 0) places.add(Math.round(toDegrees(now.yaw)));
  }
  return { glide: now, places };
}

describe('captions in a headset', () => {
  it.each([
    [0, 10, 0],
    [24, 10, 0],
    [-24, 10, 0],
    [60, 0.5, 0],
    [26, 10, 26],
    [-90, 10, -90],
    [180, 10, 180],
  ])('with the head turned by %d° for %d s stand at %d°', (degrees, seconds, expected) => {
    const { glide } = look(beginGlide(0), degrees, seconds);
    expect(toDegrees(glide.yaw)).toBeCloseTo(expected, 5);
  });

  it('are never seen between where they were and where they come to', () => {
    const { places, glide } = look(look(beginGlide(0), 0, 1).glide, 70, 3);
    expect([...places].sort((a, b) => a - b)).toEqual([0, 70]);
    expect(glide.opacity).toBe(1);
  });

  it('change their strength by no more than a twelfth in a frame', () => {
    let now = beginGlide(0);
    for (let frame = 0; frame < 300; frame++) {
      const next = stepGlide(now, toRadians(frame < 90 ? 0 : 70), FRAME);
      expect(Math.abs(next.opacity - now.opacity)).toBeLessThan(1 / 12);
      now = next;
    }
  });

  it('are 1.5 m from the eyes, below the horizon, whichever way they lie', () => {
    const { position, pitch } = placeCaption({ position: [2, 1.6, -3], yaw: 0 }, toRadians(90));
    expect(Math.hypot(position[0] - 2, position[1] - 1.6, position[2] + 3)).toBeCloseTo(1.5, 9);
    expect(position[0]).toBeGreaterThan(3);
    expect(position[1]).toBeLessThan(1.6);
    expect(toDegrees(pitch)).toBeCloseTo(-17, 9);
  });

  it('are above it where the visitor wants them there, as far away', () => {
    const { position, pitch } = placeCaption({ position: [0, 1.6, 0], yaw: 0 }, 0, 'above');
    expect(Math.hypot(position[0], position[1] - 1.6, position[2])).toBeCloseTo(1.5, 9);
    expect(position[1]).toBeGreaterThan(1.6);
    expect(toDegrees(pitch)).toBeCloseTo(13, 9);
  });
});
