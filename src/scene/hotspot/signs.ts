import {
  DynamicDrawUsage,
  Euler,
  type Group,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  PlaneGeometry,
  Quaternion,
  Vector3,
} from 'three';
import { directionOf } from '#shared/vec.ts';
import { type MarkPlace, radiusOf } from './placeMark.ts';
import { createSignMaterial, SHAPE_NUMBERS, SIGN_EXTENT } from './signMaterial.ts';

/** Over every panorama, beneath the labels. */
const SIGNS_ORDER = 1_000;

/** The rings and points of all marks of a place, in one draw call. */
export class Signs {
  readonly #group: Group;
  readonly #material = createSignMaterial();
  readonly #matrix = new Matrix4();
  readonly #scale = new Vector3();
  #places: readonly MarkPlace[] = [];
  #positions: Vector3[] = [];
  #turns: Quaternion[] = [];
  #mesh: InstancedMesh<PlaneGeometry> | null = null;
  #lit: InstancedBufferAttribute | null = null;

  constructor(group: Group) {
    this.#group = group;
  }

  show(places: readonly MarkPlace[]): void {
    this.#clear();
    this.#places = places;
    this.#positions = places.map(positionOf);
    this.#turns = places.map(turnOf);
    if (places.length === 0) return;
    const geometry = new PlaneGeometry(2 * SIGN_EXTENT, 2 * SIGN_EXTENT);
    const shapes = Float32Array.from(places, ({ shape }) => SHAPE_NUMBERS[shape]);
    this.#lit = new InstancedBufferAttribute(new Float32Array(places.length), 1);
    geometry.setAttribute('shape', new InstancedBufferAttribute(shapes, 1));
    geometry.setAttribute('lit', this.#lit);
    const hidden = Float32Array.from(places, ({ isHidden }) => (isHidden ? 1 : 0));
    geometry.setAttribute('hidden', new InstancedBufferAttribute(hidden, 1));
    this.#mesh = new InstancedMesh(geometry, this.#material, places.length);
    this.#mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    this.#mesh.frustumCulled = false;
    this.#mesh.renderOrder = SIGNS_ORDER;
    this.#group.add(this.#mesh);
  }

  light(index: number, isLit: boolean): void {
    this.#lit?.setX(index, isLit ? 1 : 0);
    if (this.#lit) this.#lit.needsUpdate = true;
  }

  /** Sizes the signs for pixels `unitsPerPx` metres wide at a metre's distance. */
  resize(unitsPerPx: number): void {
    const mesh = this.#mesh;
    if (!mesh) return;
    for (let i = 0; i < this.#places.length; i++) {
      const place = this.#places[i];
      const position = this.#positions[i];
      const turn = this.#turns[i];
      if (!place || !position || !turn) continue;
      const size = radiusOf(place, unitsPerPx) * unitsPerPx;
      this.#scale.setScalar(place.shape === 'floor' ? size * place.distance : size);
      mesh.setMatrixAt(i, this.#matrix.compose(position, turn, this.#scale));
    }
    mesh.instanceMatrix.needsUpdate = true;
  }

  dispose(): void {
    this.#clear();
    this.#material.dispose();
  }

  #clear(): void {
    if (!this.#mesh) return;
    this.#mesh.removeFromParent();
    this.#mesh.geometry.dispose();
    this.#mesh.dispose();
    this.#mesh = null;
    this.#lit = null;
  }
}

/** Where a mark is, in metres from the eyes. */
export function positionOf({ yaw, pitch, distance }: MarkPlace): Vector3 {
  return new Vector3(...directionOf(yaw, pitch)).multiplyScalar(distance);
}

/** A square that faces +Z laid on the floor, its upper edge away from the eyes; the shader turns the others. */
function turnOf({ shape, yaw }: MarkPlace): Quaternion {
  return shape === 'floor' ? new Quaternion().setFromEuler(new Euler(-Math.PI / 2, -yaw, 0, 'YXZ')) : new Quaternion();
}
