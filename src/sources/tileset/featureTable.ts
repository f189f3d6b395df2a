/** The feature table of a b3dm, i3dm or pnts: JSON, and a binary part that its lists point into. */
import { isRecord, parseJson } from './parseJson.ts';
import { TilesetError } from './tilesetError.ts';

export interface FeatureTable {
  readonly json: Record<string, unknown>;
  readonly jsonBytes: number;
  readonly binaryBytes: number;
}

export function readFeatureTable(bytes: Uint8Array, jsonBytes: number, file: string): FeatureTable {
  const json = jsonBytes === 0 ? {} : parseJson(bytes.subarray(0, jsonBytes), file, 'its feature table');
  return { json, jsonBytes, binaryBytes: bytes.length - jsonBytes };
}

/** A whole number of things that the table counts. */
export function readCount(table: FeatureTable, name: string, most: number, file: string): number {
  const value = table.json[name];
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most) return value as number;
  throw new TilesetError('bad-content', file, `${name}: expected a whole number up to ${most}, found ${String(value)}`);
}

const COMPONENT_BYTES = {
  BYTE: 1,
  UNSIGNED_BYTE: 1,
  SHORT: 2,
  UNSIGNED_SHORT: 2,
  INT: 4,
  UNSIGNED_INT: 4,
  FLOAT: 4,
  DOUBLE: 8,
} as const;
const TYPES = ['SCALAR', 'VEC2', 'VEC3', 'VEC4'];

/** Whether the table has a list; throws where the list does not lie in the binary part as a typed array can. */
export function checkAttribute(
  table: FeatureTable,
  name: string,
  count: number,
  component: keyof typeof COMPONENT_BYTES,
  components: number,
  file: string,
): boolean {
  const value = table.json[name];
  if (value === undefined) return false;
  const refuse = (problem: string): never => {
    throw new TilesetError('bad-content', file, `${name}: ${problem}`);
  };
  if (!isRecord(value)) return refuse('expected a place in the binary part');
  const { byteOffset = 0, componentType = component, type = TYPES[components - 1] } = value;
  if (componentType !== component || type !== TYPES[components - 1]) {
    refuse(`expected ${TYPES[components - 1]} of ${component}`);
  }
  const size = COMPONENT_BYTES[component];
  const bytes = count * components * size;
  if (typeof byteOffset !== 'number' || !Number.isSafeInteger(byteOffset) || byteOffset < 0) {
    return refuse('byteOffset: expected a whole number, 0 or more');
  }
  if (byteOffset + bytes > table.binaryBytes) {
    refuse(`needs ${bytes} bytes from ${byteOffset} on, but the binary part has ${table.binaryBytes}`);
  }
  if ((table.jsonBytes + byteOffset) % size !== 0) refuse(`begins between two numbers of ${size} bytes`);
  return true;
}
