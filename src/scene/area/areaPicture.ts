import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Mesh, type ShaderMaterial, Vector4 } from 'three';
import type { PerspectiveCamera, WebGLRenderer } from 'three';
import { toRadians } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import { type AreaUniforms, createAreaMaterial } from './areaMaterial.ts';
import type { AreaShape } from './shape.ts';

/** Over the panoramas and what stands in the room, beneath the marks and their names. */
const AREAS_ORDER = 950;
/** A headset has no screen to count pixels on: see `hotspot/Marks.tsx`. */
const HEADSET_PX_PER_TANGENT = 1_000 / (2 * Math.tan(toRadians(60) / 2));

/** How an area shows, each 0 to 1. */
export interface AreaLight {
  readonly outline: number;
  readonly inside: number;
}

const POINTS = ['before', 'from', 'to', 'after'] as const;

/** All areas of a place, outlines and insides, in one draw call. */
export class AreaPicture {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  readonly #uniforms: AreaUniforms;
  readonly #viewport = new Vector4();
  #geometry = new BufferGeometry();
  #lit: BufferAttribute | null = null;
  /** First vertex of each area, and the end of the last. */
  #starts: readonly number[] = [];

  constructor() {
    const { material, uniforms } = createAreaMaterial();
    this.#uniforms = uniforms;
    this.mesh = new Mesh(this.#geometry, material);
    this.mesh.name = 'areas';
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = AREAS_ORDER;
    this.mesh.visible = false;
    this.mesh.raycast = () => undefined;
    // Each eye has a picture of its own size, which only whoever draws it knows.
    this.mesh.onBeforeRender = (renderer, _scene, camera) => this.#follow(renderer, camera as PerspectiveCamera);
  }

  get gpuBytes(): number {
    return Object.values(this.#geometry.attributes).reduce((sum, { array }) => sum + array.byteLength, 0);
  }

  /** `distanceOf`: metres to the wall in a direction; infinite where nobody knows. */
  show(shapes: readonly AreaShape[], distanceOf: (direction: Vec3) => number): void {
    this.#geometry.dispose();
    this.#geometry = this.mesh.geometry = new BufferGeometry();
    this.mesh.visible = shapes.length > 0;
    this.#starts = [];
    this.#lit = null;
    if (shapes.length === 0) return;
    const vertices = new Vertices();
    this.#starts = [...shapes.map((shape) => vertices.add(shape, distanceOf)), vertices.count];
    for (const [index, name] of POINTS.entries()) {
      const numbers = vertices.points.map((points) => points[index] ?? ANYWHERE);
      this.#geometry.setAttribute(name, new BufferAttribute(Float32Array.from(numbers.flat()), 4));
    }
    // three counts vertices by it, though the shader has no use for it.
    this.#geometry.setAttribute('place', new BufferAttribute(Float32Array.from(vertices.places), 2));
    this.#lit = new BufferAttribute(new Float32Array(vertices.count * 2), 2);
    this.#lit.setUsage(DynamicDrawUsage);
    this.#geometry.setAttribute('lit', this.#lit);
    this.#geometry.setIndex(vertices.indices);
  }

  light(area: number, { outline, inside }: AreaLight): void {
    const lit = this.#lit;
    if (!lit) return;
    for (let i = this.#starts[area] ?? 0; i < (this.#starts[area + 1] ?? 0); i++) lit.setXY(i, outline, inside);
    lit.needsUpdate = true;
  }

  dispose(): void {
    this.#geometry.dispose();
    this.mesh.material.dispose();
  }

  #follow(renderer: WebGLRenderer, camera: PerspectiveCamera): void {
    const { z: widthPx, w: heightPx } = renderer.getCurrentViewport(this.#viewport);
    const scaleY = camera.projectionMatrix.elements[5];
    this.#uniforms.screen.value.set(widthPx, heightPx);
    this.#uniforms.ratio.value = renderer.xr.isPresenting
      ? (heightPx * scaleY) / 2 / HEADSET_PX_PER_TANGENT
      : renderer.getPixelRatio();
    this.mesh.material.uniformsNeedUpdate = true;
  }
}

/** A direction and one over the distance. */
type Point = readonly [x: number, y: number, z: number, nearness: number];
const ANYWHERE: Point = [0, 0, -1, 0];

class Vertices {
  /** Of each vertex: before, from, to, after. */
  readonly points: (readonly [Point, Point, Point, Point])[] = [];
  readonly places: number[] = [];
  readonly indices: number[] = [];

  get count(): number {
    return this.points.length;
  }

  /** Returns the area's first vertex. The inside comes first, so that the outline lies over it. */
  add({ outline, inside }: AreaShape, distanceOf: (direction: Vec3) => number): number {
    const start = this.count;
    const place = (direction: Vec3): Point => [...direction, 1 / distanceOf(direction)];
    for (const direction of inside) {
      const point = place(direction);
      this.indices.push(this.count);
      this.#push([point, point, point, point], 0, 0);
    }
    const line = outline.map(place);
    const at = (index: number): Point => line[(index + line.length) % line.length] ?? ANYWHERE;
    for (let i = 0; i < line.length; i++) {
      const first = this.count;
      for (const end of [0, 1]) {
        for (const side of [-1, 1]) this.#push([at(i - 1), at(i), at(i + 1), at(i + 2)], end, side);
      }
      this.indices.push(first, first + 2, first + 1, first + 1, first + 2, first + 3);
    }
    return start;
  }

  #push(points: readonly [Point, Point, Point, Point], end: number, side: number): void {
    this.points.push(points);
    this.places.push(end, side);
  }
}
