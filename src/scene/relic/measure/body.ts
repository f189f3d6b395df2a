/** A relic's surface, ready to be asked. Plain geometry: the same in a worker and in a test. */
import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three';
import { CENTER, MeshBVH } from 'three-mesh-bvh';
import { dot, type Vec3 } from '#shared/vec.ts';
import { findClosed } from './closed.ts';
import type { BodyFacts, Cut, Hit, MeshPart } from './protocol.ts';
import { unpack } from './unpack.ts';

const ray = (origin: Vec3, direction: Vec3): Ray => new Ray(new Vector3(...origin), new Vector3(...direction));

export class Body {
  readonly facts: BodyFacts;
  /** Metres. */
  readonly diagonal: number;
  readonly #bvh: MeshBVH | null;
  readonly #positions: Float32Array;
  #index: ArrayLike<number>;

  constructor(parts: readonly MeshPart[]) {
    const soup = unpack(parts);
    this.facts = { triangles: soup.index.length / 3, isClosed: findClosed(soup) };
    this.#positions = soup.positions;
    this.#index = soup.index;
    if (soup.index.length === 0) {
      this.#bvh = null;
      this.diagonal = 0;
      return;
    }
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(soup.positions, 3));
    geometry.setIndex(new BufferAttribute(soup.index, 1));
    // Quick to build counts for more than quick to ask: a visitor asks once per frame at most.
    this.#bvh = new MeshBVH(geometry, { strategy: CENTER, targetLeafSize: 8, verbose: false });
    this.#index = geometry.index?.array ?? soup.index;
    geometry.computeBoundingBox();
    this.diagonal = geometry.boundingBox?.getSize(new Vector3()).length() ?? 0;
  }

  /** The first surface along a ray, or the filled cut where the ray comes into the relic through it. */
  pick(origin: Vec3, direction: Vec3, cut: Cut | null): Hit | null {
    if (!cut) return this.#first(origin, direction, 0, Infinity);
    const slope = dot(cut.normal, direction);
    const height = dot(cut.normal, origin) - cut.offset;
    const at = slope === 0 ? Infinity : -height / slope;
    if (height <= 0) return this.#first(origin, direction, 0, slope > 0 ? at : Infinity);
    if (slope >= 0) return null;
    const behind = this.#first(origin, direction, at, Infinity);
    // What is left by its back is a solid that was entered through the cut.
    if (!behind?.isBack) return behind;
    const point = along(origin, direction, at);
    return { point, normal: cut.normal, distance: at, isCut: true };
  }

  /** Whether nothing lies between the eye and a point on the surface. */
  isSeen(eye: Vec3, point: Vec3, cut: Cut | null): boolean {
    if (cut && dot(cut.normal, point) > cut.offset + 1e-9) return false;
    const way: Vec3 = [point[0] - eye[0], point[1] - eye[1], point[2] - eye[2]];
    const distance = Math.hypot(...way);
    if (distance === 0) return true;
    const direction: Vec3 = [way[0] / distance, way[1] / distance, way[2] / distance];
    const hit = this.pick(eye, direction, cut);
    // A point may lie a little below a surface that is coarser than the one it was set on.
    return hit === null || hit.distance >= distance - this.diagonal * 0.01;
  }

  nearest(point: Vec3): { point: Vec3; normal: Vec3 } | null {
    const found = this.#bvh?.closestPointToPoint(new Vector3(...point));
    if (!found) return null;
    return { point: [found.point.x, found.point.y, found.point.z], normal: this.#normal(found.faceIndex) };
  }

  #first(origin: Vec3, direction: Vec3, near: number, far: number): (Hit & { readonly isBack: boolean }) | null {
    const found = this.#bvh?.raycastFirst(ray(origin, direction), DoubleSide, near, far);
    if (!found || found.faceIndex === undefined || found.faceIndex === null) return null;
    const normal = this.#normal(found.faceIndex);
    const isBack = dot(normal, direction) > 0;
    const { x, y, z } = found.point;
    return {
      point: [x, y, z],
      normal: isBack ? [-normal[0], -normal[1], -normal[2]] : normal,
      distance: found.distance,
      isCut: false,
      isBack,
    };
  }

  #normal(face: number): Vec3 {
    const corner = (k: number): Vec3 => {
      const at = (this.#index[face * 3 + k] ?? 0) * 3;
      return [this.#positions[at] ?? 0, this.#positions[at + 1] ?? 0, this.#positions[at + 2] ?? 0];
    };
    const [a, b, c] = [corner(0), corner(1), corner(2)];
    const u: Vec3 = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const v: Vec3 = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
    const n: Vec3 = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    const length = Math.hypot(...n) || 1;
    return [n[0] / length, n[1] / length, n[2] / length];
  }
}

function along(origin: Vec3, direction: Vec3, distance: number): Vec3 {
  return [
    origin[0] + direction[0] * distance,
    origin[1] + direction[1] * distance,
    origin[2] + direction[2] * distance,
  ];
}
