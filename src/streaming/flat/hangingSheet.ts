/**
 * A flat picture before the eyes: upright on a plane, or bent round an upright axis as a wall round a seated visitor. It
 * is as large as the original. The middle of the world's frame looks along −Z at the point of the picture that lies
 * `along` metres to the right of its middle.
 */
import { clamp } from '#shared/clamp.ts';
import type { Sheet, SheetEye } from '../pyramid/pyramid.ts';

/** Largest angle of a part of a bent picture that is judged as one. */
const CELL = Math.PI / 8;

export class HangingSheet implements Sheet {
  /** Metres. */
  readonly width: number;
  readonly height: number;
  /** From the origin to the picture. */
  distance = 1;
  /** One over the radius of the bend; 0 for none. */
  bend = 0;
  along = 0;
  /** How far the middle of the picture is above the origin. */
  up = 0;
  /** The columns that are seen, as fractions: what lies beyond is rolled up, and not loaded. */
  from = 0;
  to = 1;
  speed = 0;
  #lead = 0;
  readonly #point = new Float64Array(9);
  readonly #at = new Float64Array(2);
  readonly #axis = new Float64Array(3);

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  write(u: number, v: number, from: ArrayLike<number>, out: Float64Array): void {
    const { width, height, bend, distance } = this;
    const s = this.#across(u);
    const sin = Math.sin(s * bend);
    const cos = Math.cos(s * bend);
    out[0] = (bend === 0 ? s : sin / bend) - (from[0] ?? 0);
    out[1] = (0.5 - v) * height + this.up - (from[1] ?? 0);
    out[2] = (bend === 0 ? 0 : (1 - cos) / bend) - distance - (from[2] ?? 0);
    out[3] = width * cos;
    out[4] = 0;
    out[5] = width * sin;
    out[6] = 0;
    out[7] = -height;
    out[8] = 0;
  }

  hit(from: ArrayLike<number>, rays: Float64Array, ray: number, at: Float64Array): boolean {
    const [x, y, z] = [rays[ray] ?? 0, rays[ray + 1] ?? 0, rays[ray + 2] ?? 0];
    const [fromX, fromY, fromZ] = [from[0] ?? 0, from[1] ?? 0, (from[2] ?? 0) + this.distance];
    const way = this.bend === 0 ? -fromZ / z : this.#wayToBend(fromX, fromZ, x, z);
    if (!(way > 0) || way === Infinity) return false;
    const across = fromX + way * x;
    const s = this.bend === 0 ? across : Math.atan2(across * this.bend, 1 - (fromZ + way * z) * this.bend) / this.bend;
    const u = (s + this.along + this.#lead) / this.width + 0.5;
    const v = 0.5 - (fromY + way * y - this.up) / this.height;
    at[0] = u;
    at[1] = v;
    return u >= this.from && u <= this.to && v >= 0 && v <= 1;
  }

  isVisible(eye: SheetEye, u0: number, v0: number, u1: number, v1: number): boolean {
    const first = Math.max(u0, this.from);
    const last = Math.min(u1, this.to);
    if (first >= last) return false;
    const angle = (last - first) * this.width * this.bend;
    const cells = Math.max(1, Math.ceil(angle / CELL));
    const step = (last - first) / cells;
    for (let cell = 0; cell < cells; cell++) {
      const from = first + cell * step;
      if (!this.#isCellOutside(eye, from, v0, from + step, v1)) return true;
    }
    return false;
  }

  isWithin(eye: SheetEye, radius: number, u0: number, v0: number, u1: number, v1: number): boolean {
    const least = Math.cos(radius);
    // The point of the rectangle nearest to where the axis meets the picture, or would meet it if that went on.
    for (let i = 0; i < 3; i++) this.#axis[i] = eye.basis[6 + i] ?? 0;
    this.hit(eye.position, this.#axis, 0, this.#at);
    if (this.#isAhead(eye, least, clamp(this.#at[0] ?? 0, u0, u1), clamp(this.#at[1] ?? 0, v0, v1))) return true;
    for (let i = 0; i < 9; i++) {
      const u = u0 + ((u1 - u0) * (i % 3)) / 2;
      if (this.#isAhead(eye, least, u, v0 + ((v1 - v0) * Math.floor(i / 3)) / 2)) return true;
    }
    return false;
  }

  /** Whether a point is no farther from an eye's axis than an angle of the cosine `least`. */
  #isAhead({ basis, position }: SheetEye, least: number, u: number, v: number): boolean {
    const p = this.#point;
    this.write(u, v, position, p);
    return dot(basis, 6, p) >= least * Math.hypot(p[0] ?? 0, p[1] ?? 0, p[2] ?? 0);
  }

  lookAhead(seconds: number): void {
    this.#lead = this.speed * seconds;
  }

  /** Metres to the right of the point before the origin. */
  #across(u: number): number {
    return (u - 0.5) * this.width - this.along - this.#lead;
  }

  /** A bent cell lies within the hull of its corners and of where the planes that touch it there meet. */
  #isCellOutside(eye: SheetEye, u0: number, v0: number, u1: number, v1: number): boolean {
    const half = (this.bend * (u1 - u0) * this.width) / 2;
    const bulge = half === 0 ? 1 : 1 / Math.cos(half);
    const p = this.#point;
    for (let plane = 0; plane < 12; plane += 3) {
      let isOutside = true;
      for (let corner = 0; corner < (half === 0 ? 4 : 6) && isOutside; corner++) {
        const u = corner > 3 ? (u0 + u1) / 2 : corner % 2 === 0 ? u0 : u1;
        const v = corner === 0 || corner === 1 || corner === 4 ? v0 : v1;
        this.write(u, v, eye.position, p);
        if (corner > 3) this.#pushOut(p, u, bulge);
        const length = Math.hypot(p[0] ?? 0, p[1] ?? 0, p[2] ?? 0);
        isOutside = dot(eye.planes, plane, p) <= eye.tolerance * length;
      }
      if (isOutside) return true;
    }
    return false;
  }

  /** Moves a point of a bent picture away from the axis, to `bulge` times the radius. */
  #pushOut(p: Float64Array, u: number, bulge: number): void {
    const turn = this.#across(u) * this.bend;
    const more = (bulge - 1) / this.bend;
    p[0] = (p[0] ?? 0) + Math.sin(turn) * more;
    p[2] = (p[2] ?? 0) - Math.cos(turn) * more;
  }

  /** How far along a ray the bend is met from inside; z counts from the picture's nearest line. */
  #wayToBend(fromX: number, fromZ: number, x: number, z: number): number {
    const radius = 1 / this.bend;
    const depth = fromZ - radius;
    const a = x * x + z * z;
    const b = fromX * x + depth * z;
    const c = fromX * fromX + depth * depth - radius * radius;
    const root = b * b - a * c;
    return a === 0 || root < 0 ? -1 : (Math.sqrt(root) - b) / a;
  }
}

function dot(a: ArrayLike<number>, i: number, p: ArrayLike<number>): number {
  return (a[i] ?? 0) * (p[0] ?? 0) + (a[i + 1] ?? 0) * (p[1] ?? 0) + (a[i + 2] ?? 0) * (p[2] ?? 0);
}
