import type { Vec3 } from '#shared/vec.ts';
import type { WallMeasurement } from './state.ts';
import { angleOf, areaOf, lengthOf, type Measured } from './wall.ts';

/** Metres, square metres or radians, as the kind says. */
export function measure({ kind, points }: WallMeasurement): Measured {
  const [a, b, c] = points;
  if (kind === 'angle') return a && b && c ? angleOf([a, b, c]) : { value: 0, error: 0 };
  return kind === 'area' ? areaOf(points) : lengthOf(points);
}

/** Where its value is written: at the corner of an angle, in the middle of everything else. */
export function middleOf({ kind, points }: WallMeasurement): Vec3 {
  const corner = kind === 'angle' ? points[1] : undefined;
  if (corner) return corner.position;
  const sum = [0, 1, 2].map((axis) => points.reduce((total, { position }) => total + (position[axis] ?? 0), 0));
  return sum.map((total) => total / Math.max(1, points.length)) as unknown as Vec3;
}
