/** What a ray meets in a depth picture for an eye beside its middle, against a room that is known to the last bit. */
import { describe, expect, it } from 'vitest';
import { surfaceAlong } from '#scene/relic/place/alongRay.ts';
import { DepthField, TOLERANCE } from '#scene/relic/place/depthField.ts';
import { toRadians } from '#shared/angle.ts';
import { directionOf, lengthOf, normalize, times, add, type Vec3 } from '#shared/vec.ts';
import { toHalf } from '#sources/depth/half.ts';
import { castRay, PILLAR } from '../../e2e/panorama/analyticRoom.ts';

const nearnessAt = (x: number, y: number, z: number): number => 1 / castRay([0, 0, 0], normalize([x, y, z])).metres;
const MOST_NEARNESS = 1 / Math.min(1.5, Math.hypot(PILLAR.x, PILLAR.z) - PILLAR.radius);
const FAR = 20;

const EYES: readonly Vec3[] = [
  [0.3, 0, 0],
  [-0.3, 0.05, 0],
  [0.032, 0, 0],
  [0.1, -0.2, -0.25],
  [0, 0, 0.33],
];

/** Directions all around. */
function* around(degrees: number): Generator<Vec3> {
  for (let pitch = -75; pitch <= 75; pitch += degrees)
    for (let yaw = -180; yaw < 180; yaw += degrees) yield directionOf(toRadians(yaw), toRadians(pitch));
}

/** Whether the middle sees what a ray ends on, and everything within a degree of it. */
function isInTheOpen(eye: Vec3, ray: Vec3, metres: number): boolean {
  const point = add(eye, times(ray, metres));
  const towards = normalize(point);
  const isSeen = (direction: Vec3): boolean => {
    const seen = castRay([0, 0, 0], direction);
    return Math.abs(seen.metres / lengthOf(point) - 1) < 0.2;
  };
  return [-0.02, 0, 0.02].every((aside) =>
    isSeen(normalize(add(towards, [-aside * towards[2], 0, aside * towards[0]]))),
  );
}

describe('the surface along a ray', () => {
  it('is in the middle what the picture says', () => {
    for (const ray of around(15))
      expect(surfaceAlong(nearnessAt, [0, 0, 0], ray, MOST_NEARNESS, FAR)).toBe(1 / nearnessAt(...ray));
  });

  it('is the very wall for an eye beside the middle, wherever the middle sees it', () => {
    for (const eye of EYES) {
      let [count, worst] = [0, 0];
      for (const ray of around(4)) {
        const { metres } = castRay(eye, ray);
        if (!isInTheOpen(eye, ray, metres)) continue;
        count++;
        const found = surfaceAlong(nearnessAt, eye, ray, MOST_NEARNESS, FAR);
        worst = Math.max(worst, Math.abs(found / metres - 1));
      }
      expect(worst, eye.join(' ')).toBeLessThan(TOLERANCE.share);
      expect(count).toBeGreaterThan(2_000);
    }
  });

  it('is not said to be before the end of a ray that ends before it', () => {
    let least = Infinity;
    for (const eye of EYES) {
      for (const ray of around(6)) {
        const { metres } = castRay(eye, ray);
        least = Math.min(least, surfaceAlong(nearnessAt, eye, ray, MOST_NEARNESS, 0.9 * metres) / metres);
      }
    }
    expect(least).toBeGreaterThanOrEqual(0.89);
  });
});

describe('what hides a relic', () => {
  const width = 1_024;
  const nearness = Uint16Array.from({ length: (width * width) / 2 }, (_, i) => {
    const yaw = (((i % width) + 0.5) / width - 0.5) * 2 * Math.PI;
    const pitch = (0.5 - (Math.floor(i / width) + 0.5) / (width / 2)) * Math.PI;
    return toHalf(nearnessAt(...directionOf(yaw, pitch)));
  });
  const picture = new DepthField({ width, height: width / 2, nearness }, [1, 0, 0, 0, 1, 0, 0, 0, 1]);

  it('is the pillar as an eye beside the middle sees it, to a third of a degree of its edges', () => {
    // Behind the pillar, before the wall.
    const distance = 2.5;
    let [hidden, seen] = [0, 0];
    for (const eye of EYES) {
      for (let yaw = -10; yaw <= 40; yaw += 0.25) {
        const ray = directionOf(toRadians(yaw), 0);
        const at = (degrees: number) => castRay(eye, directionOf(toRadians(yaw + degrees), 0)).isPillar;
        if (at(-0.34) !== at(0.34)) continue;
        const point = add(eye, times(ray, distance));
        expect(picture.hidesFrom(eye, point), `${eye.join(' ')} ${yaw}`).toBe(at(0));
        if (at(0)) hidden++;
        else seen++;
      }
    }
    expect(Math.min(hidden, seen)).toBeGreaterThan(100);
  });
});
