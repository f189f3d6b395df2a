/** Draco in a worker: sizes are checked against what the file declares before memory is taken for them. */
import DracoDecoderModule from 'three/examples/jsm/libs/draco/gltf/draco_wasm_wrapper.js';
import wasmUrl from 'three/examples/jsm/libs/draco/gltf/draco_decoder.wasm?url';
import type { DecodedAttribute, DecodedDraco, GeometryJob } from './protocol.ts';

type DracoJob = Extract<GeometryJob, { kind: 'draco' }>;

/** The part of the decoder that is used. */
interface Draco {
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
  num_components(): number;
}
interface DracoDecoder {
  GetEncodedGeometryType(data: Int8Array): number;
  DecodeArrayToMesh(data: Int8Array, bytes: number, mesh: DracoMesh): { ok(): boolean; error_msg(): string };
  GetAttributeByUniqueId(mesh: DracoMesh, id: number): DracoAttribute & { readonly ptr: number };
  GetTrianglesUInt32Array(mesh: DracoMesh, bytes: number, pointer: number): boolean;
  GetAttributeDataArrayForAllPoints(
    mesh: DracoMesh,
    attribute: DracoAttribute,
    type: number,
    bytes: number,
    pointer: number,
  ): boolean;
}

const ARRAYS = {
  Float32Array: [Float32Array, 'DT_FLOAT32'],
  Int8Array: [Int8Array, 'DT_INT8'],
  Int16Array: [Int16Array, 'DT_INT16'],
  Int32Array: [Int32Array, 'DT_INT32'],
  Uint8Array: [Uint8Array, 'DT_UINT8'],
  Uint16Array: [Uint16Array, 'DT_UINT16'],
  Uint32Array: [Uint32Array, 'DT_UINT32'],
} as const;

let module: Promise<Draco> | null = null;

function loadDraco(): Promise<Draco> {
  module ??= fetch(wasmUrl)
    .then((response) => response.arrayBuffer())
    .then((wasmBinary) => (DracoDecoderModule as (options: object) => Promise<Draco>)({ wasmBinary }));
  return module;
}

/** Throws in words where the stream is damaged or larger than it was declared. */
export async function decodeDraco(job: DracoJob): Promise<DecodedDraco> {
  const draco = await loadDraco();
  const data = new Int8Array(job.source.buffer, job.source.byteOffset, job.source.byteLength);
  const decoder = new draco.Decoder();
  if (decoder.GetEncodedGeometryType(data) !== draco.TRIANGULAR_MESH) throw new Error('the Draco data is no mesh');
  const mesh = new draco.Mesh();
  try {
    const status = decoder.DecodeArrayToMesh(data, data.byteLength, mesh);
    if (!status.ok() || mesh.ptr === 0) throw new Error('the Draco data is damaged');
    if (mesh.num_points() > job.mostVertices || mesh.num_faces() * 3 > job.mostIndices) {
      throw new Error('the Draco data holds more than the file declares');
    }
    const attributes = Object.keys(job.ids).map((name) => readAttribute(draco, decoder, mesh, job, name));
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
): DecodedAttribute {
  const attribute = decoder.GetAttributeByUniqueId(mesh, job.ids[name] ?? -1);
  if (attribute.ptr === 0) throw new Error(`the Draco data has no attribute "${name}"`);
  const [TypedArray, type] = ARRAYS[job.types[name] ?? 'Float32Array'];
  const itemSize = attribute.num_components();
  const length = mesh.num_points() * itemSize;
  const bytes = length * TypedArray.BYTES_PER_ELEMENT;
  const pointer = draco._malloc(bytes);
  decoder.GetAttributeDataArrayForAllPoints(mesh, attribute, draco[type] ?? 0, bytes, pointer);
  const array = new TypedArray(draco.HEAPF32.buffer as ArrayBuffer, pointer, length).slice();
  draco._free(pointer);
  return { name, array, itemSize };
}
