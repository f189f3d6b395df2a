/**
 * How many device pixels a texel covers: the measure by which a tile is refined.
 *
 * A point d(u, v) of the picture lands on the screen at (x/z, y/z)·focal in the eye's basis, so its speed on the
 * screen is focal·((x′z − xz′)/z², (y′z − yz′)/z²); divided by the picture's pixels per unit of u (or v) this is
 * device pixels per texel. The larger of both axes and of all sample points in view counts, so that no visible
 * part is coarser than asked for. Points sampled: a grid on the tile, and the view's own ray grid where it hits the
 * tile, so that a view that lies wholly inside one tile is measured too.
 */
import { writeDirection } from '../pyramid/direction.ts';
import type { Surface } from '../pyramid/pyramid.ts';
import type { Eye } from './eye.ts';

const GRID = 3;

export class Density {
  readonly #point = new Float64Array(9);
  readonly #at = new Float64Array(3);

  /**
   * Device pixels per texel of a face picture of widthPx × heightPx, the most over the part of the rectangle that the
   * eye sees; 0 where it sees none of the sample points.
   */
  pixelsPerTexel(
    eye: Eye,
    surface: Surface,
    face: number,
    u0: number,
    v0: number,
    u1: number,
    v1: number,
    widthPx: number,
    heightPx: number,
  ): number {
    let most = 0;
    for (let row = 0; row < GRID; row++) {
      for (let column = 0; column < GRID; column++) {
        const u = u0 + ((u1 - u0) * column) / (GRID - 1);
        const v = v0 + ((v1 - v0) * row) / (GRID - 1);
        most = Math.max(most, this.#measure(eye, surface, face, u, v, widthPx, heightPx));
      }
    }
    for (let ray = 0; ray < 75; ray += 3) {
      if (!this.#hit(eye, ray, surface, face)) continue;
      const u = this.#at[0] ?? 0;
      const v = this.#at[1] ?? 0;
      if (u < u0 || u > u1 || v < v0 || v > v1) continue;
      most = Math.max(most, this.#measure(eye, surface, face, u, v, widthPx, heightPx));
    }
    return most;
  }

  #measure(eye: Eye, surface: Surface, face: number, u: number, v: number, widthPx: number, heightPx: number): number {
    const p = this.#point;
    writeDirection(surface, face, u, v, p, eye.position);
    const b = eye.basis;
    const z = along(b, 6, p, 0);
    if (z <= 1e-6) return 0;
    const x = along(b, 0, p, 0);
    const y = along(b, 3, p, 0);
    // A small margin, so that points on the very edge of the view count despite rounding.
    const margin = 1e-6 * z;
    if (x < -eye.tanLeft * z - margin || x > eye.tanRight * z + margin) return 0;
    if (y < -eye.tanBottom * z - margin || y > eye.tanTop * z + margin) return 0;
    const alongU = this.#screenSpeed(eye, 3, x, y, z) / widthPx;
    const alongV = this.#screenSpeed(eye, 6, x, y, z) / heightPx;
    return Math.max(alongU, alongV);
  }

  #screenSpeed(eye: Eye, at: number, x: number, y: number, z: number): number {
    const b = eye.basis;
    const p = this.#point;
    const dx = along(b, 0, p, at);
    const dy = along(b, 3, p, at);
    const dz = along(b, 6, p, at);
    return Math.hypot((eye.focalX * (dx * z - x * dz)) / (z * z), (eye.focalY * (dy * z - y * dz)) / (z * z));
  }

  /** Writes the face point that a ray hits to #at[0..1]; false where it hits another face. */
  #hit({ rays, position }: Eye, ray: number, surface: Surface, face: number): boolean {
    if (typeof surface === 'object') return surface.hit(position, rays, ray, this.#at);
    const x = rays[ray] ?? 0;
    const y = rays[ray + 1] ?? 0;
    const z = rays[ray + 2] ?? 0;
    const at = this.#at;
    if (surface === 'equirect') {
      at[0] = Math.atan2(x, -z) / (2 * Math.PI) + 0.5;
      at[1] = 0.5 - Math.atan2(y, Math.hypot(x, z)) / Math.PI;
      return true;
    }
    const depth = face === 0 ? -z : face === 1 ? x : face === 2 ? z : face === 3 ? -x : face === 4 ? y : -y;
    if (depth <= 1e-9) return false;
    const s = (face === 1 ? z : face === 2 ? -x : face === 3 ? -z : x) / depth;
    const t = (face === 4 ? z : face === 5 ? -z : y) / depth;
    at[0] = (s + 1) / 2;
    at[1] = (1 - t) / 2;
    return s >= -1 && s <= 1 && t >= -1 && t <= 1;
  }
}

function along(a: Float64Array, i: number, b: Float64Array, j: number): number {
  return (a[i] ?? 0) * (b[j] ?? 0) + (a[i + 1] ?? 0) * (b[j + 1] ?? 0) + (a[i + 2] ?? 0) * (b[j + 2] ?? 0);
}
