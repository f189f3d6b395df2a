import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { directionOf, type Vec3 } from '#shared/vec.ts';
import { toHalf } from '#sources/depth/half.ts';
import type { DepthGrid } from '#sources/depth/readDepth.ts';
import { readDistance } from '#sources/depth/readDistance.ts';
import { angleOf, areaOf, lengthOf, type WallPoint } from '#tour/measure/wall.ts';

/** A room 6 m wide, 4 m high and 8 m long, seen from its middle. */
const HALVES = [3, 2, 4] as const;
const UNIT = { metresPerUnit: 0.001 };

function distanceInRoom(direction: Vec3): number {
  return Math.min(...HALVES.map((half, i) => half / Math.abs(direction[i] ?? 0)));
}

function makeRoom(width: number): DepthGrid {
  const height = width / 2;
  const nearness = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const direction = directionOf(((x + 0.5) / width - 0.5) * 2 * Math.PI, (0.5 - (y + 0.5) / height) * Math.PI);
      nearness[y * width + x] = toHalf(1 / distanceInRoom(direction));
    }
  }
  return { width, height, nearness };
}

const room = makeRoom(512);

function pointAt(yaw: number, pitch: number): WallPoint {
  const found = readDistance(room, yaw, pitch, UNIT);
  if (!found) throw new Error('the room has no hole');
  const [x, y, z] = directionOf(yaw, pitch);
  return { position: [x * found.metres, y * found.metres, z * found.metres], error: found.error };
}

/** The direction of a point of the room. */
function towards([x, y, z]: Vec3): WallPoint {
  return pointAt(Math.atan2(x, -z), Math.atan2(y, Math.hypot(x, z)));
}

describe('the distance of a wall', () => {
  it('is right within its stated error in 99 of 100 directions, on walls, in corners and across the date line', () => {
    let right = 0;
    for (let i = 0; i < 2_000; i++) {
      const yaw = ((i * 137.507) % 360) - 180;
      const pitch = ((i * 71.309) % 160) - 80;
      const truth = distanceInRoom(directionOf(toRadians(yaw), toRadians(pitch)));
      const found = readDistance(room, toRadians(yaw), toRadians(pitch), UNIT);
      if (found && Math.abs(found.metres - truth) <= found.error) right++;
    }
    expect(right).toBeGreaterThanOrEqual(1_980);
  });

  it('goes on over the poles: the ceiling is one surface whatever the yaw', () => {
    for (const [pitch, truth] of [
      [90, 2],
      [89.9, 2],
      [-90, 2],
      [-89.8, 2],
    ] as const) {
      for (let yaw = -180; yaw < 180; yaw += 15) {
        const found = readDistance(room, toRadians(yaw), toRadians(pitch), UNIT);
        const there = truth / Math.sin(toRadians(Math.abs(pitch)));
        expect(Math.abs((found?.metres ?? NaN) - there)).toBeLessThan(0.0015);
        expect(found?.error).toBeLessThan(0.002);
      }
    }
  });

  it('has an error that grows where the wall bends and by what the document says of it', () => {
    const flat = readDistance(room, 0, 0, UNIT)?.error ?? NaN;
    const corner = readDistance(room, Math.atan2(3, 4), 0, UNIT)?.error ?? NaN;
    expect(flat).toBeLessThan(0.003);
    expect(corner).toBeGreaterThan(2 * flat);
    expect(readDistance(room, 0, 0, { ...UNIT, error: 0.02 })?.error).toBeCloseTo(flat + 0.02, 9);
    expect(readDistance(room, 0, 0, { ...UNIT, errorShare: 0.01 })?.error).toBeCloseTo(flat + 0.04, 4);
    expect(readDistance(room, 0, 0, { ...UNIT, errorNearness: 0.001 })?.error).toBeCloseTo(flat + 0.016, 4);
  });

  it('is unknown where the picture has a hole, and never a mixture of two surfaces', () => {
    const holed = { ...room, nearness: room.nearness.slice() };
    holed.nearness[(room.height / 2) * room.width + room.width / 2] = 0;
    const cell = (2 * Math.PI) / room.width;
    expect(readDistance(holed, cell / 2, -cell / 2, UNIT)).toBeNull();
    const pillar = { ...room, nearness: room.nearness.slice() };
    for (let y = 0; y < room.height; y++) pillar.nearness[y * room.width + room.width / 2] = toHalf(1);
    for (let step = -20; step <= 20; step++) {
      const found = readDistance(pillar, cell / 2 + (step / 10) * cell, -cell / 2, UNIT)?.metres ?? NaN;
      expect(Math.min(Math.abs(found - 1), Math.abs(found - 4))).toBeLessThan(0.02);
    }
  });
});

describe('what is measured on walls', () => {
  it('is a length, an area and an angle, each within its stated error', () => {
    // A rectangle of 2 m by 1.5 m on the far wall.
    const corners = [[-1, -0.5, -4], [1, -0.5, -4], [1, 1, -4], [-1, 1, -4]] as const; // prettier-ignore
    const points = corners.map(towards);
    const length = lengthOf(points.slice(0, 2));
    expect(Math.abs(length.value - 2)).toBeLessThanOrEqual(length.error);
    expect(length.error).toBeLessThan(0.01);
    const area = areaOf(points);
    expect(Math.abs(area.value - 3)).toBeLessThanOrEqual(area.error);
    expect(area.error).toBeLessThan(0.05);
    const [a, b, c] = points;
    if (!a || !b || !c) throw new Error('three corners');
    const angle = angleOf([a, b, c]);
    expect(Math.abs(angle.value - Math.PI / 2)).toBeLessThanOrEqual(angle.error);
  });

  it('is from wall to wall, and the way along several points', () => {
    const across = lengthOf([towards([-3, 0.5, -1]), towards([3, 0.5, -1])]);
    expect(Math.abs(across.value - 6)).toBeLessThanOrEqual(across.error);
    const way = lengthOf([towards([-1, 0, -4]), towards([1, 0, -4]), towards([1, 1, -4])]);
    expect(Math.abs(way.value - 3)).toBeLessThanOrEqual(way.error);
  });

  it('is as exact as its points: an error along the line counts in full, one across it hardly', () => {
    const ahead: WallPoint = { position: [0, 0, -4], error: 0.1 };
    expect(lengthOf([ahead, { position: [0, 0, -2], error: 0 }]).error).toBeCloseTo(0.1, 9);
    expect(lengthOf([ahead, { position: [2, 0, -4], error: 0 }]).error).toBeLessThan(0.005);
  });
});
