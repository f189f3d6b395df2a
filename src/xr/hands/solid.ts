import type { Vec3 } from '#shared/vec.ts';

/** Metres from a point to a bone whose radius goes from `ra` to `rb`; negative inside. */
export function bone(x: number, y: number, z: number, a: Vec3, b: Vec3, ra: number, rb: number): number {
  const t = along(x, y, z, a, b);
  const dx = x - a[0] - (b[0] - a[0]) * t;
  const dy = y - a[1] - (b[1] - a[1]) * t;
  const dz = z - a[2] - (b[2] - a[2]) * t;
  return Math.hypot(dx, dy, dz) - ra - (rb - ra) * t;
}

/** How far along a line a point lies, 0 to 1. */
export function along(x: number, y: number, z: number, a: Vec3, b: Vec3): number {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const length = ux * ux + uy * uy + uz * uz || 1;
  return Math.min(1, Math.max(0, ((x - a[0]) * ux + (y - a[1]) * uy + (z - a[2]) * uz) / length));
}

/** Two solids as one, with a fillet of about `k` metres where they meet. */
export function melt(a: number, b: number, k: number): number {
  const h = Math.max(0, k - Math.abs(a - b)) / k;
  return Math.min(a, b) - (h * h * k) / 4;
}
