/**
 * An eye's view turned into a pyramid's own frame: basis, the four planes of its frustum, its corner rays.
 * Kept and rewritten every frame; nothing here allocates after construction.
 */
import type { EyeView, ViewSample } from '../ports.ts';

/** A panorama's own frame, and who sees how much of it. */
export interface Seen {
  readonly toPyramid: Mat3;
  readonly eyes?: 'both' | 'left' | 'right';
  readonly reach?: number;
}

const ORIGIN = [0, 0, 0] as const;
/** No view reaches farther from its axis, radians, however much wider it is made. */
const WIDEST = 1.4;

/** A rotation, row-major: rows are the images' coordinates, out = m · v. */
export type Mat3 = readonly [number, number, number, number, number, number, number, number, number];

export const IDENTITY: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export class Eye {
  /** right, up, forward: three unit vectors. */
  readonly basis = new Float64Array(9);
  /** Where it is; what lies at infinity does not ask. */
  readonly position = new Float64Array(3);
  /** Unit normals of the left, right, bottom and top planes, pointing inward. */
  readonly planes = new Float64Array(12);
  /** Unit directions of the four corners. */
  readonly corners = new Float64Array(12);
  /** A 5 × 5 grid of unit directions across the view, from corner to corner. */
  readonly rays = new Float64Array(75);
  tanLeft = 1;
  tanRight = 1;
  tanTop = 1;
  tanBottom = 1;
  /** Device pixels per unit of tangent, along x and y. */
  focalX = 1;
  focalY = 1;
  /** Directions closer than this to an edge, in radians, do not count as inside: a quarter of a device pixel. */
  tolerance = 0;

  /**
   * Takes a view over. `turnYaw` and `turnPitch` (radians) turn it further about the world's Y and its own right
   * axis, to look ahead of a moving camera; `reach` (radians) makes it wider on all sides at the same pixels per tangent.
   */
  set(view: EyeView, toPyramid: Mat3, turnYaw = 0, turnPitch = 0, reach = 0): void {
    const { basis } = this;
    writeRow(basis, 0, view.right);
    writeRow(basis, 3, view.up);
    writeRow(basis, 6, view.forward);
    if (turnPitch !== 0) rotatePitch(basis, turnPitch);
    if (turnYaw !== 0) rotateYaw(basis, turnYaw);
    for (let i = 0; i < 9; i += 3) multiply(toPyramid, basis, i);
    writeRow(this.position, 0, view.position ?? ORIGIN);
    multiply(toPyramid, this.position, 0);
    this.tanLeft = widen(view.tanLeft, reach);
    this.tanRight = widen(view.tanRight, reach);
    this.tanTop = widen(view.tanTop, reach);
    this.tanBottom = widen(view.tanBottom, reach);
    this.focalX = view.widthPx / (view.tanLeft + view.tanRight);
    this.focalY = view.heightPx / (view.tanTop + view.tanBottom);
    this.tolerance = 0.25 / Math.max(this.focalX, this.focalY, 1);
    this.#writePlanes();
    this.#writeRays();
  }

  #writePlanes(): void {
    this.#writePlane(0, 1, 0, this.tanLeft);
    this.#writePlane(3, -1, 0, this.tanRight);
    this.#writePlane(6, 0, 1, this.tanBottom);
    this.#writePlane(9, 0, -1, this.tanTop);
  }

  #writePlane(at: number, x: number, y: number, z: number): void {
    const { basis: b, planes: p } = this;
    const k = 1 / Math.hypot(x, y, z);
    for (let i = 0; i < 3; i++) p[at + i] = ((b[i] ?? 0) * x + (b[3 + i] ?? 0) * y + (b[6 + i] ?? 0) * z) * k;
  }

  #writeRays(): void {
    for (let row = 0; row < 5; row++) {
      const y = -this.tanBottom + ((this.tanTop + this.tanBottom) * row) / 4;
      for (let column = 0; column < 5; column++) {
        const x = -this.tanLeft + ((this.tanLeft + this.tanRight) * column) / 4;
        this.#writeRay(this.rays, (row * 5 + column) * 3, x, y);
      }
    }
    this.#writeRay(this.corners, 0, -this.tanLeft, -this.tanBottom);
    this.#writeRay(this.corners, 3, this.tanRight, -this.tanBottom);
    this.#writeRay(this.corners, 6, this.tanRight, this.tanTop);
    this.#writeRay(this.corners, 9, -this.tanLeft, this.tanTop);
  }

  #writeRay(out: Float64Array, at: number, x: number, y: number): void {
    const b = this.basis;
    const k = 1 / Math.hypot(x, y, 1);
    for (let i = 0; i < 3; i++) out[at + i] = ((b[i] ?? 0) * x + (b[3 + i] ?? 0) * y + (b[6 + i] ?? 0)) * k;
  }
}

/** Sets `eyes` to those views of the sample that see a panorama, turned further by yaw and pitch; how many there are. */
export function turnEyes(eyes: Eye[], sample: ViewSample, seen: Seen, yaw: number, pitch: number): number {
  const { toPyramid, eyes: seenBy = 'both', reach = 0 } = seen;
  const isShared = seenBy === 'both' || sample.eyes.length < 2;
  const first = isShared || seenBy === 'left' ? 0 : 1;
  const count = isShared ? sample.eyes.length : 1;
  for (let i = 0; i < count; i++) {
    const view = sample.eyes[first + i];
    if (view) (eyes[i] ??= new Eye()).set(view, toPyramid, yaw, pitch, reach);
  }
  return count;
}

function widen(tangent: number, reach: number): number {
  if (reach === 0) return tangent;
  return Math.max(tangent, Math.tan(Math.min(WIDEST, Math.atan(tangent) + reach)));
}

function writeRow(out: Float64Array, at: number, v: readonly [number, number, number]): void {
  out[at] = v[0];
  out[at + 1] = v[1];
  out[at + 2] = v[2];
}

function multiply(m: Mat3, v: Float64Array, at: number): void {
  const x = v[at] ?? 0;
  const y = v[at + 1] ?? 0;
  const z = v[at + 2] ?? 0;
  v[at] = m[0] * x + m[1] * y + m[2] * z;
  v[at + 1] = m[3] * x + m[4] * y + m[5] * z;
  v[at + 2] = m[6] * x + m[7] * y + m[8] * z;
}

/** Turns all three rows to the right by `angle` about +Y (yaw grows clockwise seen from above). */
function rotateYaw(b: Float64Array, angle: number): void {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  for (let i = 0; i < 9; i += 3) {
    const x = b[i] ?? 0;
    const z = b[i + 2] ?? 0;
    b[i] = c * x - s * z;
    b[i + 2] = s * x + c * z;
  }
}

/** Tips forward and up upwards by `angle` about the right axis. */
function rotatePitch(b: Float64Array, angle: number): void {
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  for (let i = 0; i < 3; i++) {
    const up = b[3 + i] ?? 0;
    const forward = b[6 + i] ?? 0;
    b[3 + i] = c * up - s * forward;
    b[6 + i] = s * up + c * forward;
  }
}
