/**
 * A panorama of which only a part is shown: within an angle of an axis, as a lens shows it, or on one side of a plane
 * through the eye (an angle of a right angle), as a curtain does. Only tiles that touch that part are wanted.
 */
import type { ViewWindow } from '../ports.ts';
import { writeDirection } from '../pyramid/direction.ts';
import type { Projection } from '../pyramid/pyramid.ts';
import type { Mat3 } from './eye.ts';

/** Largest edge of a cell of an equirectangular tile, radians. */
const CELL = Math.PI / 8;

/** A `ViewWindow` in a pyramid's own frame. Kept and set again every frame; nothing allocates after construction. */
export class WindowInPyramid {
  readonly #axis = new Float64Array(3);
  readonly #point = new Float64Array(9);
  readonly #corners = new Float64Array(12);
  #radius = Math.PI;

  /** @param margin Radians by which the soft rim reaches beyond the window. */
  set({ axis, radius }: ViewWindow, m: Mat3, margin: number): void {
    const [x, y, z] = axis;
    const k = 1 / (Math.hypot(x, y, z) || 1);
    for (let row = 0; row < 3; row++) {
      this.#axis[row] = ((m[row * 3] ?? 0) * x + (m[row * 3 + 1] ?? 0) * y + (m[row * 3 + 2] ?? 0) * z) * k;
    }
    this.#radius = radius + margin;
  }

  /** Whether a part of a face lies in it; fractions of the face. Exact for cubes, errs towards yes otherwise. */
  touches(projection: Projection, face: number, u0: number, v0: number, u1: number, v1: number): boolean {
    if (this.#radius >= Math.PI) return true;
    return projection === 'cube'
      ? this.#angleToQuad(face, u0, v0, u1, v1) <= this.#radius
      : this.#touchesEquirect(u0, v0, u1, v1);
  }

  /** From the axis to the nearest point of a flat tile: 0 inside of it, else to one of its sides. */
  #angleToQuad(face: number, u0: number, v0: number, u1: number, v1: number): number {
    this.#writeCorner(0, face, u0, v0);
    this.#writeCorner(3, face, u1, v0);
    this.#writeCorner(6, face, u1, v1);
    this.#writeCorner(9, face, u0, v1);
    let isInside = true;
    let least = Math.PI;
    for (let from = 0; from < 12; from += 3) {
      const to = (from + 3) % 12;
      const side = this.#sideOf(from, to);
      if (side < 0) isInside = false;
      least = Math.min(least, this.#angleToArc(from, to));
    }
    return isInside ? 0 : least;
  }

  #writeCorner(at: number, face: number, u: number, v: number): void {
    const p = this.#point;
    writeDirection('cube', face, u, v, p);
    const k = 1 / Math.hypot(p[0] ?? 0, p[1] ?? 0, p[2] ?? 0);
    for (let i = 0; i < 3; i++) this.#corners[at + i] = (p[i] ?? 0) * k;
  }

  /** Above 0 where the axis lies on the inner side of a side's plane; corners run clockwise seen from inside. */
  #sideOf(i: number, j: number): number {
    const { x, y, z } = this.#crossOf(i, j);
    return x * (this.#axis[0] ?? 0) + y * (this.#axis[1] ?? 0) + z * (this.#axis[2] ?? 0);
  }

  #angleToArc(i: number, j: number): number {
    const c = this.#corners;
    const a = this.#axis;
    const { x, y, z } = this.#crossOf(i, j);
    const length = Math.hypot(x, y, z);
    const toPlane = (x * (a[0] ?? 0) + y * (a[1] ?? 0) + z * (a[2] ?? 0)) / length;
    // The foot of the axis on the side's plane; between the corners where it turns the same way from both.
    const fx = (a[0] ?? 0) - (toPlane * x) / length;
    const fy = (a[1] ?? 0) - (toPlane * y) / length;
    const fz = (a[2] ?? 0) - (toPlane * z) / length;
    const fromFirst = this.#turn(c[i] ?? 0, c[i + 1] ?? 0, c[i + 2] ?? 0, fx, fy, fz, x, y, z);
    const toSecond = this.#turn(fx, fy, fz, c[j] ?? 0, c[j + 1] ?? 0, c[j + 2] ?? 0, x, y, z);
    if (fromFirst >= 0 && toSecond >= 0) return Math.asin(Math.min(1, Math.abs(toPlane)));
    const nearer = Math.max(dotAt(c, i, a), dotAt(c, j, a));
    return Math.acos(Math.max(-1, Math.min(1, nearer)));
  }

  /** (p × q) · n. */
  #turn(
    px: number,
    py: number,
    pz: number,
    qx: number,
    qy: number,
    qz: number,
    x: number,
    y: number,
    z: number,
  ): number {
    return (py * qz - pz * qy) * x + (pz * qx - px * qz) * y + (px * qy - py * qx) * z;
  }

  readonly #cross = { x: 0, y: 0, z: 0 };
  #crossOf(i: number, j: number): { readonly x: number; readonly y: number; readonly z: number } {
    const c = this.#corners;
    this.#cross.x = (c[i + 1] ?? 0) * (c[j + 2] ?? 0) - (c[i + 2] ?? 0) * (c[j + 1] ?? 0);
    this.#cross.y = (c[i + 2] ?? 0) * (c[j] ?? 0) - (c[i] ?? 0) * (c[j + 2] ?? 0);
    this.#cross.z = (c[i] ?? 0) * (c[j + 1] ?? 0) - (c[i + 1] ?? 0) * (c[j] ?? 0);
    return this.#cross;
  }

  #touchesEquirect(u0: number, v0: number, u1: number, v1: number): boolean {
    const columns = Math.max(1, Math.ceil(((u1 - u0) * 2 * Math.PI) / CELL));
    const rows = Math.max(1, Math.ceil(((v1 - v0) * Math.PI) / CELL));
    const stepU = (u1 - u0) / columns;
    const stepV = (v1 - v0) / rows;
    const reach = Math.min(Math.PI, this.#radius + Math.hypot(stepU * Math.PI, (stepV * Math.PI) / 2));
    const least = Math.cos(reach);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        writeDirection('equirect', 0, u0 + (column + 0.5) * stepU, v0 + (row + 0.5) * stepV, this.#point);
        if (dotAt(this.#point, 0, this.#axis) >= least) return true;
      }
    }
    return false;
  }
}

function dotAt(a: Float64Array, i: number, b: Float64Array): number {
  return (a[i] ?? 0) * (b[0] ?? 0) + (a[i + 1] ?? 0) * (b[1] ?? 0) + (a[i + 2] ?? 0) * (b[2] ?? 0);
}
