/** What a tileset needs to know of a glTF inside a tile: that its frame holds, and who made it. */
import { readCopyrights } from './copyrights.ts';
import { isRecord, parseJson } from './parseJson.ts';
import { TilesetError } from './tilesetError.ts';

export interface GltfGlance {
  readonly copyrights: readonly string[];
}

const HEADER_BYTES = 20;
/** `glTF` and `JSON`, little endian. */
const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;

export function glanceAtGltf(bytes: Uint8Array, file: string): GltfGlance {
  const json = parseJson(jsonOf(bytes, file), file, 'its glTF');
  return { copyrights: isRecord(json.asset) ? readCopyrights(json.asset.copyright) : [] };
}

function jsonOf(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes[0] === 0x7b) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const refuse = (problem: string) => new TilesetError('bad-content', file, `its glTF ${problem}`);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw refuse('is none');
  const version = view.getUint32(4, true);
  if (version !== 2) throw refuse(`is of version ${version}; convert it to 2`);
  const length = view.getUint32(8, true);
  const jsonBytes = view.getUint32(12, true);
  if (length > bytes.length || HEADER_BYTES + jsonBytes > length || view.getUint32(16, true) !== JSON_CHUNK) {
    throw refuse(`says it has ${length} bytes but has ${bytes.length}; it may be cut off: copy it again`);
  }
  return bytes.subarray(HEADER_BYTES, HEADER_BYTES + jsonBytes);
}
