/**
 * Where a point of a pyramid's picture lies on the sphere, and how fast it moves there.
 * Written into arrays that the caller keeps, because the level policy asks thousands of times a frame.
 */
import type { Surface } from './pyramid.ts';

/** Rows of [origin, ∂/∂u, ∂/∂v] coefficients per cube face: direction = o + u·a + v·b. */
const CUBE = [
  [-1, 1, -1, 2, 0, 0, 0, -2, 0],
  [1, 1, -1, 0, 0, 2, 0, -2, 0],
  [1, 1, 1, -2, 0, 0, 0, -2, 0],
  [-1, 1, 1, 0, 0, -2, 0, -2, 0],
  [-1, 1, 1, 2, 0, 0, 0, 0, -2],
  [-1, -1, -1, 2, 0, 0, 0, 0, 2],
] as const;

const MIDDLE = [0, 0, 0] as const;

/**
 * Writes the direction of a face point (u, v in 0 to 1) to out[0..2] and its derivatives by u and v to out[3..8].
 * The direction has unit length for an equirectangular picture and lies on the unit cube for cube faces; of a flat
 * picture it is the way there from the eye at `from`.
 */
export function writeDirection(
  surface: Surface,
  face: number,
  u: number,
  v: number,
  out: Float64Array,
  from: ArrayLike<number> = MIDDLE,
): void {
  if (typeof surface === 'object') {
    surface.write(u, v, from, out);
    return;
  }
  if (surface === 'cube') {
    const c = CUBE[face];
    if (!c) throw new RangeError(`a cube has faces 0 to 5, not ${face}`);
    out[0] = c[0] + u * c[3] + v * c[6];
    out[1] = c[1] + u * c[4] + v * c[7];
    out[2] = c[2] + u * c[5] + v * c[8];
    for (let i = 3; i < 9; i++) out[i] = c[i] ?? 0;
    return;
  }
  const yaw = (u - 0.5) * 2 * Math.PI;
  const pitch = (0.5 - v) * Math.PI;
  const sy = Math.sin(yaw);
  const cy = Math.cos(yaw);
  const sp = Math.sin(pitch);
  const cp = Math.cos(pitch);
  out[0] = sy * cp;
  out[1] = sp;
  out[2] = -cy * cp;
  out[3] = 2 * Math.PI * cy * cp;
  out[4] = 0;
  out[5] = 2 * Math.PI * sy * cp;
  out[6] = Math.PI * sy * sp;
  out[7] = -Math.PI * cp;
  out[8] = -Math.PI * cy * sp;
}
