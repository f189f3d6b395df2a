import { BufferAttribute, BufferGeometry } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import { fromFrame } from '#tour/gallery/plan.ts';

/** What a surface is made of; the shader tells them apart by these numbers. Eights on top are a tag, such as of a door. */
export const MATTER = { floor: 0, plaster: 1, stone: 2, wood: 3, ceiling: 4, glow: 5, beyond: 6, metal: 7 } as const;
export type Matter = keyof typeof MATTER;

/** Where a part stands: its own x to the right, z towards whoever looks at its front. */
export interface Frame {
  readonly x: number;
  readonly z: number;
  readonly turn: number;
}

type Span = readonly [from: number, to: number];
export type Face = 'left' | 'right' | 'bottom' | 'top' | 'back' | 'front';

/** Gathers flat quadrangles into one geometry: everything of a room's architecture is one draw call. */
export class MeshBuilder {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #matter: number[] = [];
  readonly #indices: number[] = [];

  /** Corners counter-clockwise as seen from the front. */
  quad(corners: readonly [Vec3, Vec3, Vec3, Vec3], matter: Matter, tag = 0): void {
    const [a, b, c] = corners;
    const normal = normalOf(a, b, c);
    const first = this.#positions.length / 3;
    for (const corner of corners) {
      this.#positions.push(...corner);
      this.#normals.push(...normal);
      this.#matter.push(MATTER[matter] + 8 * tag);
    }
    this.#indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  }

  /** An upright rectangle in a frame, at a depth, that looks to the front. */
  sheet(frame: Frame, [x0, x1]: Span, [y0, y1]: Span, z: number, matter: Matter, tag = 0): void {
    const at = (x: number, y: number): Vec3 => fromFrame(frame.x, frame.z, frame.turn, [x, y, z]);
    this.quad([at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1)], matter, tag);
  }

  /** The faces of a box in a frame; those that are never seen are best left out. */
  box(frame: Frame, [x0, x1]: Span, [y0, y1]: Span, [z0, z1]: Span, matter: Matter, faces: readonly Face[]): void {
    const at = (x: number, y: number, z: number): Vec3 => fromFrame(frame.x, frame.z, frame.turn, [x, y, z]);
    const sides: Record<Face, readonly [Vec3, Vec3, Vec3, Vec3]> = {
      front: [at(x0, y0, z1), at(x1, y0, z1), at(x1, y1, z1), at(x0, y1, z1)],
      back: [at(x1, y0, z0), at(x0, y0, z0), at(x0, y1, z0), at(x1, y1, z0)],
      left: [at(x0, y0, z0), at(x0, y0, z1), at(x0, y1, z1), at(x0, y1, z0)],
      right: [at(x1, y0, z1), at(x1, y0, z0), at(x1, y1, z0), at(x1, y1, z1)],
      top: [at(x0, y1, z1), at(x1, y1, z1), at(x1, y1, z0), at(x0, y1, z0)],
      bottom: [at(x0, y0, z0), at(x1, y0, z0), at(x1, y0, z1), at(x0, y0, z1)],
    };
    for (const face of faces) this.quad(sides[face], matter);
  }

  build(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.#positions), 3));
    geometry.setAttribute('normal', new BufferAttribute(new Float32Array(this.#normals), 3));
    geometry.setAttribute('matter', new BufferAttribute(new Float32Array(this.#matter), 1));
    geometry.setIndex(this.#indices);
    geometry.computeBoundingSphere();
    return geometry;
  }
}

function normalOf([ax, ay, az]: Vec3, [bx, by, bz]: Vec3, [cx, cy, cz]: Vec3): Vec3 {
  const [ux, uy, uz] = [bx - ax, by - ay, bz - az];
  const [vx, vy, vz] = [cx - ax, cy - ay, cz - az];
  const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
