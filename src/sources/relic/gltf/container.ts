/** A GLB or a glTF JSON taken apart, without believing a number in it. */
import { VISIT_LIMITS, type RelicLimits } from '../limits.ts';
import { ModelError } from './modelError.ts';

const MAGIC = 0x46546c67;
const CHUNK_JSON = 0x4e4f534a;
const CHUNK_BIN = 0x004e4942;

export type GltfJson = Readonly<Record<string, unknown>>;

export interface GltfContainer {
  readonly json: GltfJson;
  /** The binary chunk of a GLB; null where there is none. */
  readonly bin: Uint8Array<ArrayBuffer> | null;
}

export function readContainer(
  bytes: Uint8Array<ArrayBuffer>,
  { jsonBytes }: Pick<RelicLimits, 'jsonBytes'> = VISIT_LIMITS,
): GltfContainer {
  if (bytes.length === 0) throw new ModelError('cut-off', 'the file is empty; copy it again');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint32(0, true) !== MAGIC) return { json: parse(bytes, jsonBytes), bin: null };
  if (bytes.length < 20) throw new ModelError('cut-off', 'the GLB ends within its header; copy it again');
  const version = view.getUint32(4, true);
  if (version !== 2) {
    throw new ModelError('old-version', `the file is GLB version ${version}; export it as glTF 2.0`);
  }
  const length = view.getUint32(8, true);
  if (length > bytes.length) {
    throw new ModelError('cut-off', `the GLB is cut off: ${bytes.length} of ${length} bytes are here; copy it again`);
  }
  const jsonLength = view.getUint32(12, true);
  if (view.getUint32(16, true) !== CHUNK_JSON) {
    throw new ModelError('no-gltf', 'the first chunk of the GLB is not JSON; export it again');
  }
  if (20 + jsonLength > length) throw new ModelError('cut-off', 'the JSON chunk is longer than the GLB; copy it again');
  const json = parse(bytes.subarray(20, 20 + jsonLength), jsonBytes);
  const at = 20 + jsonLength;
  if (at + 8 > length) return { json, bin: null };
  const binLength = view.getUint32(at, true);
  if (view.getUint32(at + 4, true) !== CHUNK_BIN) return { json, bin: null };
  if (at + 8 + binLength > length) {
    throw new ModelError('cut-off', 'the binary chunk is longer than the GLB; copy it again');
  }
  return { json, bin: bytes.subarray(at + 8, at + 8 + binLength) };
}

function parse(bytes: Uint8Array, mostBytes: number): GltfJson {
  if (bytes.length > mostBytes) {
    throw new ModelError(
      'too-large',
      `its JSON has ${bytes.length} bytes; at most ${mostBytes} are read; export it simpler`,
    );
  }
  let json: unknown;
  try {
    // A byte order mark is kept by the decoder, and then no JSON, as glTF wants it; a name that is no UTF-8 is a name.
    json = JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  } catch {
    throw new ModelError('no-gltf', describeWrongFile(bytes));
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new ModelError('no-gltf', 'the file is JSON, but no glTF; check the address');
  }
  const asset = (json as GltfJson)['asset'];
  const version = isObject(asset) ? asset['version'] : undefined;
  if (typeof version !== 'string')
    throw new ModelError('no-gltf', 'the file is no glTF: it has no asset.version; check the address');
  const minVersion = isObject(asset) ? asset['minVersion'] : undefined;
  const needed = typeof minVersion === 'string' ? minVersion : version;
  if (!/^2\.\d+$/.test(version) || (minVersion !== undefined && needed !== '2.0')) {
    throw new ModelError('old-version', `the file is glTF ${needed}; export it as glTF 2.0`);
  }
  return json as GltfJson;
}

function describeWrongFile(bytes: Uint8Array): string {
  const head = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().toLowerCase();
  if (head.startsWith('<')) return 'there is a web page in place of the model; check the address';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'the file is packed with gzip; unpack it';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'the file is a zip; unpack it';
  if (bytes[0] === 0xef || bytes[1] === 0) return 'its JSON is not plain UTF-8; export the file again';
  return 'the file is no glTF 2.0; export it as such';
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
