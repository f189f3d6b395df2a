/** Lengths, areas and angles between points on the walls of a place, with how far each may be wrong. */
import { cross, dot, normalize, subtract, type Vec3 } from '#shared/vec.ts';

/** A point on a wall as it is seen from the eye, in the node's frame, metres. */
export interface WallPoint {
  /** From the eye. */
  readonly position: Vec3;
  /** Bound of its error along the ray, metres. */
  readonly error: number;
}

export interface Measured {
  /** Metres, square metres or radians. */
  readonly value: number;
  /** Bound of its error, in the same unit. */
  readonly error: number;
}

/** Of the line from the first to the last point. */
export function lengthOf(points: readonly WallPoint[]): Measured {
  return bound(points, (at) => at.slice(1).reduce((sum, to, i) => sum + Math.hypot(...subtract(to, at[i] ?? to)), 0));
}

/** Of the polygon with these corners: that of its vector area, so for one that is not flat, of its mean plane. */
export function areaOf(points: readonly WallPoint[]): Measured {
  return bound(points, (at) => {
    const first = at[0] ?? [0, 0, 0];
    let sum: Vec3 = [0, 0, 0];
    for (let i = 1; i + 1 < at.length; i++) {
      const [x, y, z] = cross(subtract(at[i] ?? first, first), subtract(at[i + 1] ?? first, first));
      sum = [sum[0] + x, sum[1] + y, sum[2] + z];
    }
    return Math.hypot(...sum) / 2;
  });
}

/** At the second of three points, 0 to π. */
export function angleOf(points: readonly [WallPoint, WallPoint, WallPoint]): Measured {
  return bound(points, ([a, b, c]) => {
    if (!a || !b || !c) return 0;
    const cosine = dot(normalize(subtract(a, b)), normalize(subtract(c, b)));
    return Math.acos(Math.max(-1, Math.min(1, cosine)));
  });
}

/** The value, and the sum of how much each point alone, at either end of its interval, would change it. */
function bound(points: readonly WallPoint[], valueOf: (at: readonly Vec3[]) => number): Measured {
  const at = points.map(({ position }) => position);
  const value = valueOf(at);
  let error = 0;
  points.forEach(({ position, error: along }, index) => {
    const distance = Math.hypot(...position);
    if (distance === 0) return;
    const changes = [-along, along].map((step) => {
      const scale = 1 + step / distance;
      const moved = at.slice();
      moved[index] = [position[0] * scale, position[1] * scale, position[2] * scale];
      return Math.abs(valueOf(moved) - value);
    });
    error += Math.max(...changes);
  });
  return { value, error };
}
