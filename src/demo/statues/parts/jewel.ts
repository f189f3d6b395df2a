/** Ornaments: strings of beads, rings about limbs, pendants. */
import { sphere } from '#demo/form/fields.ts';

type Point = readonly [number, number, number];

/** Beads of a radius threaded along straight pieces between points, `pitch` metres apart. */
export function beadString(
  x: number,
  y: number,
  z: number,
  points: readonly Point[],
  radius: number,
  pitch: number,
): number {
  let nearest = 9;
  for (let i = 0; i + 1 < points.length; i++) {
    const a = points[i]!;
    const b = points[i + 1]!;
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const dz = b[2] - a[2];
    const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    const along = ((x - a[0]) * dx + (y - a[1]) * dy + (z - a[2]) * dz) / length;
    const beads = Math.max(1, Math.round(length / pitch));
    const bead = Math.round((Math.max(0, Math.min(length, along)) / length) * beads) / beads;
    nearest = Math.min(nearest, sphere(x, y, z, a[0] + dx * bead, a[1] + dy * bead, a[2] + dz * bead, radius));
  }
  return nearest;
}

/** A ring of round section about `axis` (unit length) through `centre`. */
export function ring(
  x: number,
  y: number,
  z: number,
  centre: Point,
  axis: Point,
  radius: number,
  thickness: number,
): number {
  const dx = x - centre[0];
  const dy = y - centre[1];
  const dz = z - centre[2];
  const along = dx * axis[0] + dy * axis[1] + dz * axis[2];
  const away = Math.sqrt(Math.max(0, dx * dx + dy * dy + dz * dz - along * along)) - radius;
  return Math.sqrt(along * along + away * away) - thickness;
}

/** A necklace that lies on the chest: `skin` is the distance to the body there; `ax` the distance from its middle. */
export function necklace(ax: number, y: number, z: number, skin: number, radius: number, thickness: number): number {
  const around = Math.hypot(ax, (y - 0.915) * (z > 0 ? 0.8 : 2)) - radius;
  const rise = skin - 0.003;
  return Math.sqrt(around * around + rise * rise) - thickness;
}
