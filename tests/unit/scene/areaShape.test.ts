import { describe, expect, it } from 'vitest';
import { shapeOf } from '#scene/area/shape.ts';
import { triangulate } from '#scene/area/triangulate.ts';
import { toRadians } from '#shared/angle.ts';
import { isInside, readPolygon, solidAngleOf, type SphericalPolygon } from '#shared/polygon.ts';
import { cross, directionOf, dot, normalize, type Vec3 } from '#shared/vec.ts';

type Flat = readonly [number, number];

const area = ([a, b, c]: readonly Flat[]): number =>
  a && b && c ? ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2 : NaN;

function trianglesOf(corners: readonly Flat[]): Flat[][] {
  const indices = triangulate(corners);
  return Array.from({ length: indices.length / 3 }, (_, i) =>
    indices.slice(3 * i, 3 * i + 3).map((index) => corners[index] ?? [NaN, NaN]),
  );
}

/** A star with that many points. */
const star = (points: number): Flat[] =>
  Array.from({ length: points * 2 }, (_, i) => {
    const radius = i % 2 === 0 ? 3 : 1;
    const angle = (i * Math.PI) / points;
    return [Math.cos(angle) * radius, Math.sin(angle) * radius];
  });

describe('cutting a polygon into triangles', () => {
  it.each<[string, Flat[], number]>([
    ['a triangle', [[0, 0], [4, 0], [0, 2]], 4],
    ['a square', [[0, 0], [2, 0], [2, 2], [0, 2]], 4],
    ['an arrow', [[0, 0], [4, 4], [0, 2], [-4, 4]], 8],
    ['a U', [[0, 0], [3, 0], [3, 3], [2, 3], [2, 1], [1, 1], [1, 3], [0, 3]], 7],
    ['corners on a straight edge', [[0, 0], [1, 0], [2, 0], [2, 2], [1, 2], [0, 2]], 4],
    ['a star', star(7), 7 * 3 * Math.sin(Math.PI / 7)],
    ['a star of 200 corners', star(100), 100 * 3 * Math.sin(Math.PI / 100)],
  ])('covers %s once, whichever way it runs', (_name, corners, whole) => {
    for (const one of [corners, [...corners].reverse()]) {
      const triangles = trianglesOf(one);
      expect(triangles).toHaveLength(corners.length - 2);
      const signed = triangles.map(area);
      // All turn the same way, so that what they cover adds up only where none lies over another.
      expect(new Set(signed.map(Math.sign).filter((sign) => sign !== 0)).size).toBe(1);
      expect(Math.abs(signed.reduce((sum, one) => sum + one, 0))).toBeCloseTo(whole, 9);
    }
  }); // prettier-ignore
});

function polygon(corners: readonly Flat[]): SphericalPolygon {
  const reading = readPolygon(corners.map(([yaw, pitch]) => directionOf(toRadians(yaw), toRadians(pitch))));
  if (reading.fault) throw new Error(reading.fault.kind);
  return reading.polygon;
}

describe('what is drawn of an area', () => {
  const wide = polygon([[-70, -5], [60, -5], [60, 20], [10, 20], [10, 5], [-70, 25]]); // prettier-ignore
  const { outline, inside } = shapeOf(wide);

  it('is an outline along the arcs between its corners, in short stretches', () => {
    for (const corner of wide.corners) expect(outline).toContain(corner);
    outline.forEach((from, i) => {
      const to = outline[(i + 1) % outline.length] ?? from;
      expect(Math.acos(Math.min(1, dot(from, to)))).toBeLessThanOrEqual(0.0701);
    });
    const [a, b] = wide.corners;
    const normal = normalize(cross(a ?? [0, 0, 0], b ?? [0, 0, 0]));
    const between = outline.slice(0, outline.indexOf(b ?? [0, 0, 0]));
    expect(between.length).toBeGreaterThan(20);
    for (const point of between) {
      expect(dot(normal, point)).toBeCloseTo(0, 12);
      expect(Math.hypot(...point)).toBeCloseTo(1, 12);
    }
  });

  it('is an inside of small triangles, as large as the area and nowhere outside of it', () => {
    let sum = 0;
    for (let i = 0; i < inside.length; i += 3) {
      const [a, b, c] = inside.slice(i, i + 3) as [Vec3, Vec3, Vec3];
      const middle = normalize([a[0] + b[0] + c[0], a[1] + b[1] + c[1], a[2] + b[2] + c[2]]);
      expect(isInside(wide, middle)).toBe(true);
      expect(Math.min(dot(a, b), dot(b, c), dot(c, a))).toBeGreaterThanOrEqual(Math.cos(0.2001));
      sum += solidAngleOf({ corners: [a, b, c], axis: middle });
    }
    expect(sum).toBeCloseTo(solidAngleOf(wide), 9);
  });
});
