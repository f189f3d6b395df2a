/**
 * Writes a prepared model as plain glTF again: no compression, no sparse or shared views, each list of numbers in a
 * buffer of its own, in as few nodes as are needed. `GROTTO_place` of a node is its matrix, which may be one that cannot
 * be taken apart into a turn and a scale; `GROTTO_instances` says that its mesh stands in many places below it, and
 * where: matrices of floats, one after another.
 */
import { COMPONENT_BYTES } from '../gltf/shape.ts';
import { type Attribute, componentTypeOf, unitOf, type Numbers } from './attribute.ts';
import type { Matrix } from './matrix.ts';
import { boxOf } from './mend.ts';
import type { Part } from './readParts.ts';

export const PLACE = 'GROTTO_place';
export const INSTANCES = 'GROTTO_instances';

const TYPES = ['SCALAR', 'SCALAR', 'VEC2', 'VEC3', 'VEC4'] as const;

export class Emitter {
  readonly views: ArrayBuffer[] = [];
  readonly bufferViews: object[] = [];
  readonly accessors: object[] = [];
  readonly meshes: object[] = [];
  readonly nodes: object[] = [];
  readonly #known = new Map<object, number>();
  readonly #parts = new Map<string, number>();

  /** A node; returns its number. Names are ours, so that clips find their nodes in any copy of the tree. */
  node(fields: object): number {
    return this.nodes.push({ ...fields, name: `n${this.nodes.length}` }) - 1;
  }

  /** A mesh of these parts; the same parts are one mesh. */
  mesh(parts: readonly Part[], weights?: readonly number[]): number {
    const primitives = parts.map((part) => this.#primitive(part));
    const key = JSON.stringify([primitives, weights]);
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const mesh = this.meshes.push({ primitives, ...(weights && { weights }) }) - 1;
    this.#parts.set(key, mesh);
    return mesh;
  }

  place(matrix: Matrix): object {
    return { [PLACE]: { matrix } };
  }

  instances(matrices: readonly Matrix[]): object {
    const array = new Float32Array(matrices.length * 16);
    matrices.forEach((matrix, index) => array.set(matrix, index * 16));
    return { [INSTANCES]: { bufferView: this.#view(array), count: matrices.length } };
  }

  attribute(attribute: Attribute, type?: 'MAT4'): number {
    const known = this.#known.get(attribute);
    if (known !== undefined) return known;
    const { array, itemSize, stride, count, normalized } = attribute;
    const componentType = componentTypeOf(array);
    const byteStride = stride === itemSize ? {} : { byteStride: stride * COMPONENT_BYTES[componentType] };
    const index = this.accessors.push({
      bufferView: this.#view(array, byteStride),
      componentType,
      count,
      normalized,
      type: type ?? TYPES[itemSize],
      ...(itemSize === 3 && !type && this.#range(attribute)),
    });
    this.#known.set(attribute, index - 1);
    return index - 1;
  }

  #primitive({ attributes, targets, index, mode, material, variants }: Part): object {
    const numbersOf = (map: Readonly<Record<string, Attribute>>): Record<string, number> =>
      Object.fromEntries(Object.entries(map).map(([name, attribute]) => [name, this.attribute(attribute)]));
    const mappings = variants?.flatMap((worn, variant) =>
      worn === null ? [] : [{ material: worn, variants: [variant] }],
    );
    return {
      attributes: numbersOf(attributes),
      mode,
      ...(index && { indices: this.#indices(index) }),
      ...(material !== undefined && { material }),
      ...(targets.length > 0 && { targets: targets.map(numbersOf) }),
      ...(mappings && { extensions: { KHR_materials_variants: { mappings } } }),
    };
  }

  #indices(index: Uint16Array | Uint32Array): number {
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    const bufferView = this.#view(index);
    const made = { bufferView, componentType: componentTypeOf(index), count: index.length, type: 'SCALAR' };
    const accessor = this.accessors.push(made) - 1;
    this.#known.set(index, accessor);
    return accessor;
  }

  /** As the numbers are, not as the file says: three measures by it. */
  #range(attribute: Attribute): object {
    const box = boxOf(attribute);
    const raw = (values: readonly number[]): number[] => values.map((value) => value / unitOf(attribute));
    return box ? { min: raw(box.min), max: raw(box.max) } : {};
  }

  #view(array: Numbers, fields: object = {}): number {
    const isWhole = array.byteOffset === 0 && array.byteLength === array.buffer.byteLength;
    const buffer = (isWhole ? array.buffer : array.slice().buffer) as ArrayBuffer;
    this.views.push(buffer);
    return this.bufferViews.push({ buffer: 0, byteLength: buffer.byteLength, ...fields }) - 1;
  }
}
