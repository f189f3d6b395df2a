/** Buffers, views and accessors: every one within the one it is a part of, all together within memory. */
import { findAssetUriFault } from '../../http/assetUri.ts';
import type { RelicLimits } from '../limits.ts';
import {
  childOf, choiceOf, entriesOf, extensionOf, fail, flagOf, integerOf, requiredInteger, requiredReference, referenceOf,
  textOf, type Entry,
} from './check.ts'; // prettier-ignore
import { ModelError } from './modelError.ts';
import { COMPONENT_BYTES, COMPONENTS } from './shape.ts';
import type { Accessor, AccessorType, BufferView, ComponentType, GltfBuffer, Meshopt, Sparse } from './shape.ts';

const MESHOPT = ['EXT_meshopt_compression', 'KHR_meshopt_compression'];
/** No stream unpacks to more than this many times its size; what claims so lies. */
const MOST_INFLATION = 4_096;
const DATA_URI = /^data:application\/(octet-stream|gltf-buffer);base64,/;
const COMPONENT_TYPES = Object.keys(COMPONENT_BYTES).map(Number) as ComponentType[];
const ACCESSOR_TYPES = Object.keys(COMPONENTS) as AccessorType[];
/** Largest offset that is believed: beyond it, sums are no longer exact. */
const MOST_OFFSET = 2 ** 45;

/** `binBytes` is the length of a GLB's own chunk. */
export function readBuffers(root: Entry, binBytes: number, limits: RelicLimits): GltfBuffer[] {
  return entriesOf(root, 'buffers', limits.parts).map((entry, index) => {
    const byteLength = requiredInteger(entry, 'byteLength', 1, limits.geometryBytes);
    const isPlaceholder = MESHOPT.some((name) => extensionOf(entry, name) !== null);
    const uri = textOf(entry, 'uri');
    if (uri === undefined) {
      if (isPlaceholder) return { byteLength, isPlaceholder };
      if (index > 0) fail(entry.place, 'has no uri, and only the first buffer may lie in the GLB itself');
      if (byteLength > binBytes) {
        throw new ModelError(
          'cut-off',
          `${entry.place}: ${byteLength} bytes are declared, ${binBytes} are there; copy it again`,
        );
      }
      return { byteLength, isPlaceholder };
    }
    if (uri.startsWith('data:')) {
      if (!DATA_URI.test(uri)) {
        throw new ModelError(
          'unsafe-uri',
          `${entry.place}.uri: expected data of type application/octet-stream; export the model again`,
        );
      }
    } else {
      const fault = findAssetUriFault(uri);
      if (fault !== null) {
        throw new ModelError('unsafe-uri', `${entry.place}.uri ${fault}; put the file beside the model`);
      }
    }
    return { byteLength, uri, isPlaceholder };
  });
}

export function readBufferViews(root: Entry, buffers: readonly GltfBuffer[], limits: RelicLimits): BufferView[] {
  return entriesOf(root, 'bufferViews', limits.parts).map((entry) => {
    const packed = MESHOPT.map((name) => extensionOf(entry, name)).find((found) => found !== null);
    if (packed) return { ...readRange(packed, buffers), ...readMeshopt(packed, limits) };
    const byteStride = integerOf(entry, 'byteStride', 4, 252);
    if (byteStride !== undefined && byteStride % 4 !== 0) fail(`${entry.place}.byteStride`, 'expected a multiple of 4');
    const range = readRange(entry, buffers);
    if (buffers[range.buffer]?.isPlaceholder) fail(`${entry.place}.buffer`, 'there are no bytes of this buffer');
    return { ...range, ...(byteStride !== undefined && { byteStride }) };
  });
}

/** Bytes of a view once it is unpacked. */
export function viewBytes({ byteLength, meshopt }: BufferView): number {
  return meshopt ? meshopt.count * meshopt.stride : byteLength;
}

function readRange(entry: Entry, buffers: readonly GltfBuffer[]): BufferView {
  const buffer = requiredReference(entry, 'buffer', 'buffers', buffers.length);
  const byteOffset = integerOf(entry, 'byteOffset', 0, MOST_OFFSET) ?? 0;
  const byteLength = requiredInteger(entry, 'byteLength', 1, MOST_OFFSET);
  const there = buffers[buffer]?.byteLength ?? 0;
  if (byteOffset + byteLength > there) {
    fail(entry.place, `ends at byte ${byteOffset + byteLength} of a buffer of ${there}`);
  }
  return { buffer, byteOffset, byteLength };
}

function readMeshopt(entry: Entry, limits: RelicLimits): { meshopt: Meshopt; byteStride?: number } {
  const count = requiredInteger(entry, 'count', 1, limits.elements);
  const stride = requiredInteger(entry, 'byteStride', 1, 256);
  const packedBytes = requiredInteger(entry, 'byteLength', 1, MOST_OFFSET);
  const mode = choiceOf(entry, 'mode', ['ATTRIBUTES', 'TRIANGLES', 'INDICES'] as const);
  const filter = choiceOf(entry, 'filter', ['NONE', 'OCTAHEDRAL', 'QUATERNION', 'EXPONENTIAL', 'COLOR'] as const);
  const isRight = mode === 'ATTRIBUTES' ? stride % 4 === 0 : stride === 2 || stride === 4;
  if (!isRight) fail(`${entry.place}.byteStride`, `${stride} does not fit ${mode}`);
  if (mode === 'TRIANGLES' && count % 3 !== 0) fail(`${entry.place}.count`, 'expected a multiple of 3');
  if (count * stride > Math.max(packedBytes, 64) * MOST_INFLATION) {
    const message = `${entry.place}: ${packedBytes} bytes would become ${count * stride}; export the model again`;
    throw new ModelError('too-large', message);
  }
  return { meshopt: { count, stride, mode, filter }, ...(mode === 'ATTRIBUTES' && { byteStride: stride }) };
}

export function readAccessors(root: Entry, views: readonly BufferView[], limits: RelicLimits): Accessor[] {
  let sum = 0;
  return entriesOf(root, 'accessors', limits.parts).map((entry) => {
    const accessor = readAccessor(entry, views, limits);
    sum += accessor.count * elementBytes(accessor);
    if (sum > limits.geometryBytes) {
      throw new ModelError(
        'too-large',
        `${entry.place}: the file needs more than ${limits.geometryBytes} bytes; make steps of it`,
      );
    }
    return accessor;
  });
}

export function elementBytes({ componentType, type }: Pick<Accessor, 'componentType' | 'type'>): number {
  return COMPONENT_BYTES[componentType] * COMPONENTS[type];
}

function readAccessor(entry: Entry, views: readonly BufferView[], limits: RelicLimits): Accessor {
  const count = requiredInteger(entry, 'count', 1, limits.elements);
  requiredInteger(entry, 'componentType', 0, 10_000);
  if (textOf(entry, 'type') === undefined) fail(entry.place, 'has no type');
  const componentType = choiceOf(entry, 'componentType', COMPONENT_TYPES);
  const type = choiceOf(entry, 'type', ACCESSOR_TYPES);
  const byteOffset = integerOf(entry, 'byteOffset', 0, MOST_OFFSET) ?? 0;
  const bufferView = referenceOf(entry, 'bufferView', 'bufferViews', views.length);
  const view = bufferView === undefined ? undefined : views[bufferView];
  const bytes = elementBytes({ componentType, type });
  if (view) {
    const stride = view.byteStride ?? bytes;
    if (stride < bytes) fail(entry.place, `its elements have ${bytes} bytes, but follow each other after ${stride}`);
    requireEnd(entry, byteOffset + stride * (count - 1) + bytes, view);
    const isAligned =
      byteOffset % COMPONENT_BYTES[componentType] === 0 && stride % COMPONENT_BYTES[componentType] === 0;
    if (!isAligned) fail(`${entry.place}.byteOffset`, 'its numbers do not lie at multiples of their size');
  } else if (byteOffset > 0) fail(`${entry.place}.byteOffset`, 'has no bufferView to count from');
  const sparse = childOf(entry, 'sparse');
  return {
    byteOffset,
    componentType,
    count,
    type,
    normalized: flagOf(entry, 'normalized'),
    ...(bufferView !== undefined && { bufferView }),
    ...(sparse && { sparse: readSparse(sparse, count, bytes, views) }),
  };
}

function readSparse(entry: Entry, most: number, valueBytes: number, views: readonly BufferView[]): Sparse {
  const count = requiredInteger(entry, 'count', 1, most);
  const indices = childOf(entry, 'indices') ?? fail(entry.place, 'has no indices');
  const values = childOf(entry, 'values') ?? fail(entry.place, 'has no values');
  requiredInteger(indices, 'componentType', 0, 10_000);
  const componentType = choiceOf(indices, 'componentType', [5121, 5123, 5125] as const);
  return {
    count,
    indices: {
      ...readPart(indices, count * COMPONENT_BYTES[componentType], COMPONENT_BYTES[componentType], views),
      componentType,
    },
    values: readPart(values, count * valueBytes, 1, views),
  };
}

function readPart(entry: Entry, bytes: number, alignment: number, views: readonly BufferView[]) {
  const bufferView = requiredReference(entry, 'bufferView', 'bufferViews', views.length);
  const byteOffset = integerOf(entry, 'byteOffset', 0, MOST_OFFSET) ?? 0;
  if (byteOffset % alignment !== 0)
    fail(`${entry.place}.byteOffset`, 'its numbers do not lie at multiples of their size');
  requireEnd(entry, byteOffset + bytes, views[bufferView]);
  return { bufferView, byteOffset };
}

function requireEnd({ place }: Entry, end: number, view: BufferView | undefined): void {
  const there = view ? viewBytes(view) : 0;
  if (end > there) fail(place, `ends at byte ${end} of a view of ${there}`);
}
