/** A Draco stream unpacked: sizes are checked against what the file declares before memory is taken for them. */
import type { DracoGeometry, DracoJob } from '#sources/relic/geometry/codecs.ts';
import { requireModestDraco } from '#sources/relic/geometry/dracoHeader.ts';

/** The part of the decoder that is used. */
export interface Draco {
  readonly TRIANGULAR_MESH: number;
  readonly HEAPF32: Float32Array;
  readonly Decoder: new () => DracoDecoder;
  readonly Mesh: new () => DracoMesh;
  readonly [dataType: `DT_${string}`]: number;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  destroy(object: object): void;
}
interface DracoMesh {
  readonly ptr: number;
  num_faces(): number;
  num_points(): number;
}
interface DracoAttribute {
  readonly ptr: number;
  num_components(): number;
}
interface DracoDecoder {
  GetEncodedGeometryType(data: Int8Array): number;
  DecodeArrayToMesh(data: Int8Array, bytes: number, mesh: DracoMesh): { ok(): boolean; error_msg(): string };
  GetAttributeByUniqueId(mesh: DracoMesh, id: number): DracoAttribute;
  GetTrianglesUInt32Array(mesh: DracoMesh, bytes: number, pointer: number): boolean;
  GetAttributeDataArrayForAllPoints(
    mesh: DracoMesh,
    attribute: DracoAttribute,
    type: number,
    bytes: number,
    pointer: number,
  ): boolean;
}

/** By glTF's number of a component type. */
const ARRAYS: Readonly<Record<number, readonly [TypedArrayKind, `DT_${string}`]>> = {
  5120: [Int8Array, 'DT_INT8'],
  5121: [Uint8Array, 'DT_UINT8'],
  5122: [Int16Array, 'DT_INT16'],
  5123: [Uint16Array, 'DT_UINT16'],
  5125: [Uint32Array, 'DT_UINT32'],
  5126: [Float32Array, 'DT_FLOAT32'],
};
type Numbers = DracoGeometry['attributes'][string]['array'];
type TypedArrayKind = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): Numbers;
};

/** Throws in words where the stream is damaged or larger than it was declared. */
export function decodeDraco(draco: Draco, job: DracoJob): DracoGeometry {
  requireModestDraco(job.source, job.vertexCount, job.indexCount);
  const data = new Int8Array(job.source.buffer, job.source.byteOffset, job.source.byteLength);
  const decoder = new draco.Decoder();
  const mesh = new draco.Mesh();
  try {
    if (decoder.GetEncodedGeometryType(data) !== draco.TRIANGULAR_MESH) throw new Error('the Draco data is no mesh');
    const status = decoder.DecodeArrayToMesh(data, data.byteLength, mesh);
    if (!status.ok() || mesh.ptr === 0) throw new Error('the Draco data is damaged');
    if (mesh.num_points() > job.vertexCount) throw new Error('the Draco data holds more than the file declares');
    const names = Object.keys(job.ids);
    const attributes = Object.fromEntries(names.map((name) => [name, readAttribute(draco, decoder, mesh, job, name)]));
    return { index: readIndex(draco, decoder, mesh), attributes };
  } finally {
    draco.destroy(mesh);
    draco.destroy(decoder);
  }
}

function readIndex(draco: Draco, decoder: DracoDecoder, mesh: DracoMesh): Uint32Array {
  const count = mesh.num_faces() * 3;
  const pointer = draco._malloc(count * 4);
  decoder.GetTrianglesUInt32Array(mesh, count * 4, pointer);
  const index = new Uint32Array(draco.HEAPF32.buffer, pointer, count).slice();
  draco._free(pointer);
  return index;
}

function readAttribute(
  draco: Draco,
  decoder: DracoDecoder,
  mesh: DracoMesh,
  job: DracoJob,
  name: string,
): DracoGeometry['attributes'][string] {
  const attribute = decoder.GetAttributeByUniqueId(mesh, job.ids[name] ?? -1);
  if (attribute.ptr === 0) throw new Error(`the Draco data has no attribute “${name}”`);
  const [TypedArray, type] = ARRAYS[job.types[name] ?? 5126] ?? [Float32Array, 'DT_FLOAT32'];
  const itemSize = attribute.num_components();
  const length = mesh.num_points() * itemSize;
  const bytes = length * TypedArray.BYTES_PER_ELEMENT;
  const pointer = draco._malloc(bytes);
  decoder.GetAttributeDataArrayForAllPoints(mesh, attribute, draco[type] ?? 0, bytes, pointer);
  const array = new TypedArray(draco.HEAPF32.buffer as ArrayBuffer, pointer, length).slice();
  draco._free(pointer);
  return { array, itemSize };
}
