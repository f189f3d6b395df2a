/** Which triangle is seen at every sample of a square picture, and where on it. No perspective. */
import type { Part } from './parts.ts';

export interface View {
  /** Radians to the right of the front and above the level. */
  readonly yaw: number;
  readonly pitch: number;
  readonly centre: readonly number[];
  /** Of the sphere that fills the picture, metres. */
  readonly radius: number;
}

export class Raster {
  readonly side: number;
  readonly metresPerSample: number;
  readonly #depth: Float32Array;
  /** 1 more than the part's place; 0 where nothing is. */
  readonly parts: Uint16Array;
  readonly triangles: Uint32Array;
  /** Weights of a triangle's second and third corner. */
  readonly second: Float32Array;
  readonly third: Float32Array;
  /** Towards the eye, to its right, up. */
  readonly out: readonly number[];
  readonly #right: readonly number[];
  readonly #up: readonly number[];
  readonly #view: View;

  constructor(view: View, side: number) {
    const { yaw, pitch } = view;
    this.side = side;
    this.metresPerSample = (2 * view.radius) / side;
    this.#view = view;
    this.#depth = new Float32Array(side * side).fill(-Infinity);
    this.parts = new Uint16Array(side * side);
    this.triangles = new Uint32Array(side * side);
    this.second = new Float32Array(side * side);
    this.third = new Float32Array(side * side);
    this.out = [Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch)];
    this.#right = [Math.cos(yaw), 0, -Math.sin(yaw)];
    this.#up = [-Math.sin(yaw) * Math.sin(pitch), Math.cos(pitch), -Math.cos(yaw) * Math.sin(pitch)];
  }

  add(part: Part, place: number): void {
    const screen = this.#project(part.positions);
    const { indices } = part;
    for (let i = 0; i + 2 < indices.length; i += 3) this.#fill(part, place, i, screen);
  }

  /** x to the right and y down in samples, then nearness. */
  #project(positions: Float32Array): Float32Array {
    const { centre, radius } = this.#view;
    const screen = new Float32Array(positions.length);
    const half = this.side / 2;
    const along = (axis: readonly number[], x: number, y: number, z: number): number =>
      axis[0]! * x + axis[1]! * y + axis[2]! * z;
    for (let i = 0; i < positions.length; i += 3) {
      const x = positions[i]! - centre[0]!;
      const y = positions[i + 1]! - centre[1]!;
      const z = positions[i + 2]! - centre[2]!;
      screen[i] = half + (along(this.#right, x, y, z) / radius) * half;
      screen[i + 1] = half - (along(this.#up, x, y, z) / radius) * half;
      screen[i + 2] = along(this.out, x, y, z);
    }
    return screen;
  }

  #fill(part: Part, place: number, first: number, screen: Float32Array): void {
    const { indices, surface } = part;
    const a = indices[first]! * 3;
    const b = indices[first + 1]! * 3;
    const c = indices[first + 2]! * 3;
    const ax = screen[a]!;
    const ay = screen[a + 1]!;
    const abx = screen[b]! - ax;
    const aby = screen[b + 1]! - ay;
    const acx = screen[c]! - ax;
    const acy = screen[c + 1]! - ay;
    const area = abx * acy - acx * aby;
    // Seen from behind: y runs down here.
    if (area === 0 || (area > 0 && !surface.isDoubleSided)) return;
    const { side } = this;
    const left = Math.max(0, Math.ceil(ax + Math.min(0, abx, acx) - 0.5));
    const right = Math.min(side - 1, Math.floor(ax + Math.max(0, abx, acx) - 0.5));
    const top = Math.max(0, Math.ceil(ay + Math.min(0, aby, acy) - 0.5));
    const bottom = Math.min(side - 1, Math.floor(ay + Math.max(0, aby, acy) - 0.5));
    for (let y = top; y <= bottom; y++) {
      const py = y + 0.5 - ay;
      for (let x = left; x <= right; x++) {
        const px = x + 0.5 - ax;
        const u = (px * acy - acx * py) / area;
        const v = (abx * py - px * aby) / area;
        if (u < 0 || v < 0 || u + v > 1) continue;
        const depth = (1 - u - v) * screen[a + 2]! + u * screen[b + 2]! + v * screen[c + 2]!;
        const at = y * side + x;
        if (depth <= this.#depth[at]! || (surface.cutoff > 0 && isHole(part, first, u, v))) continue;
        this.#depth[at] = depth;
        this.parts[at] = place + 1;
        this.triangles[at] = first;
        this.second[at] = u;
        this.third[at] = v;
      }
    }
  }
}

function isHole({ indices, uvs, surface }: Part, first: number, u: number, v: number): boolean {
  if (!uvs || !surface.colour) return false;
  const mix = (k: number): number =>
    (1 - u - v) * uvs[indices[first]! * 2 + k]! + u * uvs[indices[first + 1]! * 2 + k]! + v * uvs[indices[first + 2]! * 2 + k]!; // prettier-ignore
  const texel = new Float32Array(4);
  surface.colour.read(mix(0), mix(1), 1, texel);
  return (texel[3]! / 255) * surface.factor[3]! < surface.cutoff;
}
