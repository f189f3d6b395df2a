/** Moving and tilting the plane of a cut by hand. Pure. */
import { dot, normalize, type Vec3 } from '#shared/vec.ts';
import type { Section } from '#tour/relic/state.ts';

/** How far along `axis` from `base` the point lies that is nearest to a ray; null where they run side by side. */
export function along(axis: Vec3, base: Vec3, origin: Vec3, direction: Vec3): number | null {
  const b = dot(axis, direction);
  const slope = 1 - b * b;
  if (slope < 1e-4) return null;
  const from: Vec3 = [base[0] - origin[0], base[1] - origin[1], base[2] - origin[2]];
  return (b * dot(direction, from) - dot(axis, from)) / slope;
}

/** The offsets between which a plane along `normal` cuts a box. */
export function reachOf(normal: Vec3, min: Vec3, max: Vec3): { least: number; most: number } {
  let [least, most] = [0, 0];
  for (let k = 0; k < 3; k++) {
    const [a, b] = [(normal[k] ?? 0) * (min[k] ?? 0), (normal[k] ?? 0) * (max[k] ?? 0)];
    least += Math.min(a, b);
    most += Math.max(a, b);
  }
  return { least, most };
}

/** The same cut, moved by metres but never out of the relic. */
export function slide({ normal, offset }: Section, metres: number, min: Vec3, max: Vec3): Section {
  const { least, most } = reachOf(normal, min, max);
  return { normal, offset: Math.min(most, Math.max(least, offset + metres)) };
}

/** The cut through the same point of its plane, facing another way. */
export function tilt(pivot: Vec3, towards: Vec3): Section {
  const normal = normalize(towards);
  return { normal, offset: dot(normal, pivot) };
}

/** The point of the plane nearest to another. */
export function footOn({ normal, offset }: Section, point: Vec3): Vec3 {
  const height = dot(normal, point) - offset;
  return [point[0] - normal[0] * height, point[1] - normal[1] * height, point[2] - normal[2] * height];
}
