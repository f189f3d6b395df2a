import { describe, expect, it } from 'vitest';
import { directionOf, dot, normalize, type Vec3 } from '#shared/vec.ts';
import type { Walls } from '#scene/hotspot/knownWalls.ts';
import { aimFromPoint, aimOnWall, wallPoint } from '#xr/grab/aimOnWall.ts';

/** A wall that is flat: all points p with n · p = d. */
const flat =
  (n: Vec3, d: number): Walls =>
  (yaw, pitch) => {
    const facing = dot(n, directionOf(yaw, pitch));
    return facing > 0.05 ? { metres: d / facing, error: 0 } : null;
  };
const round: Walls = () => ({ metres: 3, error: 0 });
/** A box-shaped cave, five metres by four by three. */
const cave: Walls = (yaw, pitch) => {
  const [x, y, z] = directionOf(yaw, pitch);
  return { metres: 1 / Math.max(Math.abs(x) / 2.5, Math.abs(y) / 1.5, Math.abs(z) / 2), error: 0 };
};

describe('what a ray points at', () => {
  it.each<[string, Vec3, Vec3]>([
    ['straight on', [0, 0, 0], [0, 0, -1]],
    ['from beside', [0.5, -0.4, -0.3], normalize([-0.3, 0.5, -1])],
    ['from behind', [0.1, 0.2, 0.6], normalize([1, 0, -0.2])],
  ])('without depth is its direction, %s', (_name, origin, direction) => {
    expect(aimOnWall({ origin, direction }, null)).toBe(direction);
    expect(aimFromPoint({ origin, direction }, null, [0.3, 0, 0])).toBe(direction);
  });

  const RAYS: readonly [string, Vec3, Vec3][] = [
    ['straight on', [0, 0, 0], [0, 0, -1]],
    ['a hand at the right', [0.35, -0.4, -0.3], [0, 0, -1]],
    ['a hand at the left that points across', [-0.4, -0.3, -0.25], normalize([1, 0.4, -1])],
    ['a hand before the chest that points down', [0.1, -0.35, -0.4], normalize([0.2, -0.4, -1])],
  ];
  it.each(RAYS)('with a flat wall is where it meets that, %s', (_name, origin, direction) => {
    const n: Vec3 = normalize([0.2, 0.1, -1]);
    const point = wallPoint({ origin, direction }, flat(n, 2.4));
    const way = (2.4 - dot(n, origin)) / dot(n, direction);
    [0, 1, 2].forEach((k) => expect(point?.[k]).toBeCloseTo((origin[k] ?? 0) + (direction[k] ?? 0) * way, 2));
  });
  it.each(RAYS)('in a cave lies on its walls and on the ray, %s', (_name, origin, direction) => {
    const point = wallPoint({ origin, direction }, cave) ?? [0, 0, 0];
    const [x, y, z] = point;
    expect(Math.max(Math.abs(x) / 2.5, Math.abs(y) / 1.5, Math.abs(z) / 2)).toBeCloseTo(1, 2);
    const from = normalize([x - origin[0], y - origin[1], z - origin[2]]);
    expect(dot(from, direction)).toBeCloseTo(1, 9);
  });

  it('seen from the centre lies beside the direction by what the hand is beside it', () => {
    const aim = aimOnWall({ origin: [0.3, 0, 0], direction: [0, 0, -1] }, flat([0, 0, -1], 2));
    expect(Math.atan2(aim[0], -aim[2])).toBeCloseTo(Math.atan2(0.3, 2), 3);
    const fromHead = aimFromPoint({ origin: [0.3, 0, 0], direction: [0, 0, -1] }, flat([0, 0, -1], 2), [0.3, 0, 0]);
    expect(fromHead[0]).toBeCloseTo(0, 6);
  });

  it.each<[string, Walls, Vec3, Vec3]>([
    ['no wall is known', () => null, [0.2, 0, 0], [0, 0, -1]],
    ['the ray leaves from beyond the wall', round, [0, 0, -4], [0, 0, -1]],
    ['the wall is infinitely far', () => ({ metres: Infinity, error: 0 }), [0.2, 0, 0], [0, 0, -1]],
  ])('is its direction where %s', (_name, walls, origin, direction) => {
    expect(aimOnWall({ origin, direction }, walls)).toBe(direction);
  });
});
