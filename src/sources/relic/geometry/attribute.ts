/** Numbers of vertices, as they lie in memory and as they are meant. */
import { COMPONENT_BYTES, COMPONENTS } from '../gltf/shape.ts';
import type { Accessor, ComponentType } from '../gltf/shape.ts';

export type Numbers = Float32Array | Int8Array | Int16Array | Uint8Array | Uint16Array | Uint32Array;

export interface Attribute {
  readonly array: Numbers;
  readonly itemSize: number;
  /** Numbers from one element to the next, at least `itemSize`: GPUs want elements at multiples of four bytes. */
  readonly stride: number;
  readonly count: number;
  readonly normalized: boolean;
}

const ARRAYS = {
  5120: Int8Array, 5121: Uint8Array, 5122: Int16Array, 5123: Uint16Array, 5125: Uint32Array, 5126: Float32Array,
} as const; // prettier-ignore

export function makeArray(type: ComponentType, length: number): Numbers {
  return new ARRAYS[type](length);
}

export function componentTypeOf(array: Numbers): ComponentType {
  const found = Object.entries(ARRAYS).find(([, kind]) => array instanceof kind);
  return Number(found?.[0]) as ComponentType;
}

/** Copies what an accessor speaks of out of its view; `viewOf` gives the bytes of a view, unpacked. */
export function readAccessor(accessor: Accessor, viewOf: (index: number) => StridedBytes): Attribute {
  const { componentType, type, count, normalized, sparse } = accessor;
  const itemSize = COMPONENTS[type];
  const bytes = COMPONENT_BYTES[componentType];
  // Indices and keyframes stay close together; they are no attributes of vertices.
  const isVertex = type !== 'SCALAR' && !type.startsWith('MAT');
  const stride = isVertex ? (Math.ceil((itemSize * bytes) / 4) * 4) / bytes : itemSize;
  const array = makeArray(componentType, count * stride);
  if (accessor.bufferView !== undefined) {
    const view = viewOf(accessor.bufferView);
    copy(array, stride, view.bytes, accessor.byteOffset, view.stride ?? itemSize * bytes, count, itemSize);
  }
  if (sparse) spread(sparse, array, stride, itemSize, componentType, viewOf);
  return { array, itemSize, stride, count, normalized };
}

export interface StridedBytes {
  readonly bytes: Uint8Array;
  readonly stride: number | undefined;
}

function copy(
  target: Numbers,
  stride: number,
  source: Uint8Array,
  offset: number,
  sourceStride: number,
  count: number,
  itemSize: number,
): void {
  const size = target.BYTES_PER_ELEMENT;
  const to = new Uint8Array(target.buffer);
  if (sourceStride === stride * size) {
    const length = Math.min(to.length, source.length - offset);
    to.set(source.subarray(offset, offset + length));
    return;
  }
  const itemBytes = itemSize * size;
  for (let index = 0; index < count; index++) {
    const from = offset + index * sourceStride;
    const at = index * stride * size;
    for (let byte = 0; byte < itemBytes; byte++) to[at + byte] = source[from + byte] ?? 0;
  }
}

function spread(
  { count, indices, values }: NonNullable<Accessor['sparse']>,
  array: Numbers,
  stride: number,
  itemSize: number,
  componentType: ComponentType,
  viewOf: (index: number) => StridedBytes,
): void {
  const at = makeArray(indices.componentType, count);
  copy(at, 1, viewOf(indices.bufferView).bytes, indices.byteOffset, at.BYTES_PER_ELEMENT, count, 1);
  const given = makeArray(componentType, count * itemSize);
  const itemBytes = itemSize * given.BYTES_PER_ELEMENT;
  copy(given, itemSize, viewOf(values.bufferView).bytes, values.byteOffset, itemBytes, count, itemSize);
  for (let index = 0; index < count; index++) {
    const start = (at[index] ?? 0) * stride;
    // One that leads beyond the end writes nowhere.
    if (start + itemSize > array.length) continue;
    for (let item = 0; item < itemSize; item++) array[start + item] = given[index * itemSize + item] ?? 0;
  }
}

/** What one whole number of a normalized attribute counts for. */
export function unitOf({ array, normalized }: Attribute): number {
  if (!normalized || array instanceof Float32Array) return 1;
  if (array instanceof Int8Array) return 1 / 127;
  if (array instanceof Uint8Array) return 1 / 255;
  if (array instanceof Int16Array) return 1 / 32_767;
  return array instanceof Uint16Array ? 1 / 65_535 : 1;
}
