import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { surfaceAlong } from '#scene/relic/place/alongRay.ts';
import { add, directionOf, lengthOf, normalize, subtract, times, type Vec3 } from '#shared/vec.ts';
import { castRay } from '../../e2e/panorama/analyticRoom.ts';
import { seenFromCentre, type WallsAround } from '#xr/point/seenFrom.ts';

/** A room 6 m wide, 5 m deep and 3.2 m high around the centre. */
const room: WallsAround = (yaw, pitch) => {
  const [x, y, z] = directionOf(yaw, pitch);
  return { metres: Math.min(3 / Math.abs(x), 1.6 / Math.abs(y), 2.5 / Math.abs(z)) };
};
const HAND: Vec3 = [0.25, -0.4, -0.3];

describe('what a ray from a hand means in a picture', () => {
  it('is what lies in its own direction, as seen from the centre itself', () => {
    for (const [yaw, pitch] of [
      [0, 0],
      [50, 20],
      [-170, -60],
    ] as const) {
      const seen = seenFromCentre(
        { origin: [0, 0, 0], direction: directionOf(toRadians(yaw), toRadians(pitch)) },
        null,
      );
      expect(seen.yaw).toBeCloseTo(toRadians(yaw), 9);
      expect(seen.pitch).toBeCloseTo(toRadians(pitch), 9);
      expect(seen.distance).toBeCloseTo(5, 9);
    }
  });

  it.each([
    ['the wall ahead', [0.4, 0.2, -2.5]],
    ['the wall ahead, far to the left', [-2.6, -1, -2.5]],
    ['the wall on the right', [3, 0.9, -0.4]],
    ['the wall behind', [1.1, 0.3, 2.5]],
    ['the floor', [0.8, -1.6, -1.2]],
    ['the ceiling', [-0.7, 1.6, -1.4]],
  ] as const)('is the point that it ends on: %s', (_name, point) => {
    const direction = normalize([point[0] - HAND[0], point[1] - HAND[1], point[2] - HAND[2]]);
    const seen = seenFromCentre({ origin: HAND, direction }, room);
    const off = Math.hypot(seen.point[0] - point[0], seen.point[1] - point[1], seen.point[2] - point[2]);
    // A hand's breadth in a room; marks are larger.
    expect(off).toBeLessThan(0.06);
    expect(Math.cos(seen.yaw - Math.atan2(point[0], -point[2]))).toBeGreaterThan(0.9995);
  });

  it('is the mark that hangs on a wall, on the very ray that meets the wall there, with head and hand 0.3 m aside', () => {
    const wallAt = (yaw: number, pitch: number) => ({ metres: castRay([0, 0, 0], directionOf(yaw, pitch)).metres });
    const nearnessAt = (x: number, y: number, z: number) => 1 / castRay([0, 0, 0], normalize([x, y, z])).metres;
    let [count, worst] = [0, 0];
    for (const eye of [[0.3, 0, 0], [-0.2, -0.2, 0.1], [0, 0.1, -0.28]] as const) {
      for (let yaw = -172.5; yaw < 180; yaw += 15) {
        for (const pitch of [-40, -10, 20]) {
          const towards = directionOf(toRadians(yaw), toRadians(pitch));
          const mark = times(towards, castRay([0, 0, 0], towards).metres);
          const ray = normalize(subtract(mark, eye));
          const away = lengthOf(subtract(mark, eye));
          // Not what the pillar hides from this eye.
          if (castRay(eye, ray).metres < away - 0.01) continue;
          count++;
          const { point } = seenFromCentre({ origin: eye, direction: ray }, wallAt);
          const drawn = add(eye, times(ray, surfaceAlong(nearnessAt, eye, ray, 1, 2 * away)));
          worst = Math.max(worst, lengthOf(subtract(point, mark)), lengthOf(subtract(drawn, mark)));
        }
      }
    } // prettier-ignore
    expect(count).toBeGreaterThan(180);
    expect(worst).toBeLessThan(0.02);
  });

  it('is something ahead of the hand even where the hand is beyond the wall', () => {
    const seen = seenFromCentre({ origin: [0, 0, -9], direction: [0, 0, -1] }, null);
    expect(seen.distance).toBe(0);
    expect(seen.yaw).toBeCloseTo(0, 9);
    const back = seenFromCentre({ origin: [0, 0, -9], direction: [0, 0, 1] }, null);
    expect(back.distance).toBeCloseTo(4, 9);
  });
});
