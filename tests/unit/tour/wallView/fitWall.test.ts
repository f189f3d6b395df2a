import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf, dot, type Vec3 } from '#shared/vec.ts';
import { fitWall, type ReadWall } from '#tour/wallView/fitWall.ts';
import type { Wall } from '#tour/wallView/state.ts';

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Normally distributed (Box and Muller). */
function normalFrom(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A room 6 m wide, 4 m high and 8 m long, turned by some degrees to the right and seen from off its middle. */
const TURN = toRadians(20);
const WALLS: readonly { readonly normal: Vec3; readonly distance: number }[] = [
  { normal: directionOf(TURN, 0), distance: 3.2 },
  { normal: directionOf(TURN + Math.PI, 0), distance: 4.8 },
  { normal: directionOf(TURN + Math.PI / 2, 0), distance: 2.5 },
  { normal: directionOf(TURN - Math.PI / 2, 0), distance: 3.5 },
  { normal: [0, 1, 0], distance: 2.4 },
  { normal: [0, -1, 0], distance: 1.6 },
];

function inRoom(direction: Vec3): number {
  return Math.min(...WALLS.map(({ normal, distance }) => distance / Math.max(1e-9, dot(normal, direction))));
}

const ERROR = 0.001;
const exact: ReadWall = (direction) => ({ metres: inRoom(direction), error: ERROR });

function found(read: ReadWall, yaw: number, pitch: number): Wall {
  const wall = fitWall(read, { yaw: toRadians(yaw), pitch: toRadians(pitch) });
  if (typeof wall === 'string') throw new Error(wall);
  return wall;
}

const angleBetween = (a: Vec3, b: Vec3): number => Math.acos(Math.min(1, dot(a, b)));

describe('a flat wall', () => {
  it.each([
    [20, 0, 0], [45, 10, 0], [-5, -15, 0], [100, 5, 2], [20, 70, 4], [60, -60, 5],
  ])('is found at yaw %d, pitch %d: its plane, upright axes, and where it ends', (yaw, pitch, index) => {
    const wall = found(exact, yaw, pitch);
    const { normal, distance } = WALLS[index]!;
    expect(angleBetween(wall.normal, normal)).toBeLessThan(1e-4);
    expect(wall.distance).toBeCloseTo(distance, 4);
    expect(wall.flatness).toBeLessThan(1e-4);
    expect(wall.scaleError).toBeLessThan(0.001);
    expect(dot(wall.right, wall.up)).toBeCloseTo(0, 9);
    expect(dot(wall.right, wall.normal)).toBeCloseTo(0, 9);
    expect(wall.up[1]).toBeGreaterThan(index < 4 ? 0.999 : -1e-9);
  }); // prettier-ignore

  it('ends at the corners of its room', () => {
    const { extent, distance } = found(exact, 20, 0);
    const cell = 0.06 * distance * 1.6;
    expect(Math.abs(extent.left + 3.5)).toBeLessThan(cell);
    expect(Math.abs(extent.right - 2.5)).toBeLessThan(cell);
    expect(Math.abs(extent.top - 2.4)).toBeLessThan(cell);
    expect(Math.abs(extent.bottom + 1.6)).toBeLessThan(cell);
  });

  it('has the upper edge of the view for up where it is a ceiling', () => {
    const { up } = found(exact, 30, 70);
    // Tipping one's head back, what is behind one comes into the upper half of the picture.
    expect(angleBetween(up, directionOf(toRadians(30 + 180), 0))).toBeLessThan(1e-3);
  });

  it('is recovered under noise and a third of outliers, within the flatness that is stated', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomFrom(seed);
      const normal = normalFrom(random);
      const noisy: ReadWall = (direction) => {
        const away = inRoom(direction);
        const metres = random() < 0.33 ? away * (0.3 + 0.5 * random()) : away + 0.004 * normal();
        return { metres, error: ERROR };
      };
      // The middle itself has to be of the wall.
      const middle = directionOf(toRadians(30), toRadians(5));
      const read: ReadWall = (direction) => (dot(direction, middle) > 1 - 1e-12 ? exact(direction) : noisy(direction));
      const wall = found(read, 30, 5);
      expect(angleBetween(wall.normal, WALLS[0]!.normal)).toBeLessThan(0.003);
      expect(Math.abs(wall.distance - 3.2)).toBeLessThan(0.003);
      // 95 of 100 of a normal error lie within twice its deviation.
      expect(wall.flatness).toBeGreaterThan(0.005);
      expect(wall.flatness).toBeLessThan(0.012);
    }
  });

  it('comes out the same every time', () => {
    expect(found(exact, 33.3, -4)).toEqual(found(exact, 33.3, -4));
  });
});

describe('an uneven wall', () => {
  it('states how far its scale is true: every point of it shows within that', () => {
    // A shallow barrel about an upright axis.
    const barrel: ReadWall = (direction) => {
      const [x, , z] = direction;
      const flat = Math.hypot(x, z);
      // A circle of 12 m, its middle 9 m behind the visitor: 3 m ahead.
      const b = -z * 9;
      const c = 81 - 144;
      const along = (-b / flat + Math.sqrt((b / flat) ** 2 - c)) / 1;
      return { metres: along / flat, error: ERROR };
    };
    const wall = found(barrel, 0, 0);
    expect(wall.scaleError).toBeGreaterThan(0.005);
    expect(wall.scaleError).toBeLessThan(0.04);
    expect(wall.flatness / wall.distance).toBeLessThanOrEqual(wall.scaleError);
  });
});

describe('no wall', () => {
  it('is said where its distance is unknown', () => {
    expect(fitWall(() => null, { yaw: 0, pitch: 0 })).toBe('no-depth');
  });

  it('is said where half of what one sees lies off any plane', () => {
    const random = randomFrom(7);
    expect(fitWall(() => ({ metres: 1 + 3 * random(), error: ERROR }), { yaw: 0, pitch: 0 })).toBe('no-plane');
  });

  it('is said of a ball before a wall that is far behind it', () => {
    const ball: ReadWall = (direction) => {
      const along = dot(direction, [0, 0, -1]) * 2;
      const rest = along ** 2 - 4 + 0.04;
      return { metres: rest >= 0 ? along - Math.sqrt(rest) : 9, error: ERROR };
    };
    expect(fitWall(ball, { yaw: 0, pitch: 0 })).toBe('no-plane');
  });

  it('is said where it is seen too much from the side', () => {
    // 81° from the normal of the long wall at the right.
    const long: ReadWall = (direction) => ({ metres: 1 / Math.max(1e-9, direction[0]), error: ERROR });
    expect(fitWall(long, { yaw: toRadians(9 + 1), pitch: 0 })).toBe('too-oblique');
  });
});
