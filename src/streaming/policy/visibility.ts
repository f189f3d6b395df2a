/**
 * Whether a part of a pyramid's face is inside an eye's view. Exact for cube faces: a tile and a view are convex
 * cones, and two convex cones are apart exactly when the plane of one of their sides parts them. An equirectangular
 * tile is cut into cells, each judged by its bounding cone, which errs towards visible.
 */
import { writeDirection } from '../pyramid/direction.ts';
import type { Surface } from '../pyramid/pyramid.ts';
import type { Eye } from './eye.ts';

/** Largest edge of a cell of an equirectangular tile, radians. */
const CELL = Math.PI / 8;

export class Visibility {
  readonly #corners = new Float64Array(12);
  readonly #point = new Float64Array(9);

  /** Fractions of the face, u right and v down. */
  isVisible(eye: Eye, surface: Surface, face: number, u0: number, v0: number, u1: number, v1: number): boolean {
    if (typeof surface === 'object') return surface.isVisible(eye, u0, v0, u1, v1);
    if (surface === 'cube') {
      this.#writeCorner(0, face, u0, v0);
      this.#writeCorner(3, face, u1, v0);
      this.#writeCorner(6, face, u1, v1);
      this.#writeCorner(9, face, u0, v1);
      return !this.#isOutsideView(eye) && !this.#isViewOutside(eye);
    }
    return this.#isEquirectVisible(eye, u0, v0, u1, v1);
  }

  #writeCorner(at: number, face: number, u: number, v: number): void {
    const point = this.#point;
    writeDirection('cube', face, u, v, point);
    const k = 1 / Math.hypot(point[0] ?? 0, point[1] ?? 0, point[2] ?? 0);
    for (let i = 0; i < 3; i++) this.#corners[at + i] = (point[i] ?? 0) * k;
  }

  #isOutsideView(eye: Eye): boolean {
    for (let plane = 0; plane < 12; plane += 3) {
      let isOutside = true;
      for (let corner = 0; corner < 12 && isOutside; corner += 3) {
        isOutside = dotAt(eye.planes, plane, this.#corners, corner) <= eye.tolerance;
      }
      if (isOutside) return true;
    }
    return false;
  }

  #isViewOutside(eye: Eye): boolean {
    const c = this.#corners;
    for (let i = 0; i < 12; i += 3) {
      const j = (i + 3) % 12;
      // The side's plane holds corners i and j; corners run clockwise seen from inside, so i × j points inward.
      let nx = (c[i + 1] ?? 0) * (c[j + 2] ?? 0) - (c[i + 2] ?? 0) * (c[j + 1] ?? 0);
      let ny = (c[i + 2] ?? 0) * (c[j] ?? 0) - (c[i] ?? 0) * (c[j + 2] ?? 0);
      let nz = (c[i] ?? 0) * (c[j + 1] ?? 0) - (c[i + 1] ?? 0) * (c[j] ?? 0);
      const k = 1 / Math.hypot(nx, ny, nz);
      nx *= k;
      ny *= k;
      nz *= k;
      let isOutside = true;
      for (let r = 0; r < 12 && isOutside; r += 3) {
        const e = eye.corners;
        isOutside = nx * (e[r] ?? 0) + ny * (e[r + 1] ?? 0) + nz * (e[r + 2] ?? 0) <= eye.tolerance;
      }
      if (isOutside) return true;
    }
    return false;
  }

  #isEquirectVisible(eye: Eye, u0: number, v0: number, u1: number, v1: number): boolean {
    const columns = Math.max(1, Math.ceil(((u1 - u0) * 2 * Math.PI) / CELL));
    const rows = Math.max(1, Math.ceil(((v1 - v0) * Math.PI) / CELL));
    const stepU = (u1 - u0) / columns;
    const stepV = (v1 - v0) / rows;
    // Half the diagonal of a cell at the equator bounds the cell at every latitude.
    const radius = Math.hypot(stepU * Math.PI, (stepV * Math.PI) / 2);
    const margin = -Math.sin(Math.min(radius, Math.PI / 2));
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        writeDirection('equirect', 0, u0 + (column + 0.5) * stepU, v0 + (row + 0.5) * stepV, this.#point);
        let isInside = true;
        for (let plane = 0; plane < 12 && isInside; plane += 3) {
          isInside = dotAt(eye.planes, plane, this.#point, 0) > margin;
        }
        if (isInside) return true;
      }
    }
    return false;
  }
}

function dotAt(a: Float64Array, i: number, b: Float64Array, j: number): number {
  return (a[i] ?? 0) * (b[j] ?? 0) + (a[i + 1] ?? 0) * (b[j + 1] ?? 0) + (a[i + 2] ?? 0) * (b[j + 2] ?? 0);
}
