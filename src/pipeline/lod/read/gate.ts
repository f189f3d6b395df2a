/**
 * What a glTF file may ask for, found out before any of it is decoded: files beside it and nowhere else, numbers that
 * a machine can hold, extensions that are known. Speaks of the JSON chunk only.
 */
import path from 'node:path';
import { CommandError } from '../../command.ts';

const MAGIC_GLB = 0x46546c67;
const CHUNK_JSON = 0x4e4f534a;
const MAX_JSON_BYTES = 128 * 1024 * 1024;
/** Of one accessor: twenty times the largest scan of the collection. */
const MAX_ELEMENTS = 100_000_000;
const MAX_NODES = 200_000;
const MAX_IMAGES = 4_000;

export interface GltfOutline {
  readonly json: Readonly<Record<string, unknown>>;
  /** Files it needs beside it, relative to its folder, decoded. */
  readonly files: readonly string[];
}

/** Throws a `CommandError` that names the place in the file; `known` are extensions that can be read. */
export function readOutline(name: string, bytes: Uint8Array, known: ReadonlySet<string>): GltfOutline {
  const json = parseJson(name, bytes);
  refuseLargeNumbers(name, json);
  for (const extension of listOf(json['extensionsRequired'])) {
    if (typeof extension === 'string' && known.has(extension)) continue;
    throw new CommandError(`${name}: needs the extension ${String(extension)}, which is not known here`);
  }
  const files: string[] = [];
  for (const kind of ['buffers', 'images'] as const) {
    listOf(json[kind]).forEach((entry, index) => {
      const uri = fieldOf(entry, 'uri');
      if (typeof uri !== 'string' || uri.startsWith('data:')) return;
      files.push(readUri(`${name}: ${kind}.${index}.uri`, uri));
    });
  }
  return { json, files };
}

function parseJson(name: string, bytes: Uint8Array): Record<string, unknown> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = bytes;
  if (bytes.length >= 12 && view.getUint32(0, true) === MAGIC_GLB) {
    const version = view.getUint32(4, true);
    if (version !== 2) throw new CommandError(`${name}: is glTF ${version}; convert it to glTF 2.0 first`);
    if (view.getUint32(8, true) > bytes.length) {
      throw new CommandError(`${name}: is cut off: ${bytes.length} of ${view.getUint32(8, true)} bytes are there`);
    }
    const length = bytes.length >= 20 ? view.getUint32(12, true) : 0;
    if (bytes.length < 20 || view.getUint32(16, true) !== CHUNK_JSON || 20 + length > bytes.length) {
      throw new CommandError(`${name}: is no sound GLB: its first chunk is not the JSON it must be`);
    }
    text = bytes.subarray(20, 20 + length);
  }
  if (text.length > MAX_JSON_BYTES) throw new CommandError(`${name}: its JSON is larger than 128 MB`);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text).replace(/^\uFEFF/, ''));
  } catch {
    throw new CommandError(`${name}: is no glTF: its JSON cannot be read`);
  }
  const version = fieldOf(fieldOf(json, 'asset'), 'version');
  if (typeof version !== 'string') throw new CommandError(`${name}: is no glTF: it has no asset.version`);
  if (!version.startsWith('2.')) throw new CommandError(`${name}: is glTF ${version}; convert it to glTF 2.0 first`);
  return json as Record<string, unknown>;
}

function refuseLargeNumbers(name: string, json: Readonly<Record<string, unknown>>): void {
  listOf(json['accessors']).forEach((accessor, index) => {
    const count = fieldOf(accessor, 'count');
    if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MAX_ELEMENTS) return;
    throw new CommandError(`${name}: accessors.${index}.count: expected 0 to ${MAX_ELEMENTS}, found ${String(count)}`);
  });
  for (const [kind, most] of [
    ['nodes', MAX_NODES],
    ['images', MAX_IMAGES],
    ['textures', MAX_IMAGES],
  ] as const) {
    const count = listOf(json[kind]).length;
    if (count > most) throw new CommandError(`${name}: ${kind}: expected at most ${most}, found ${count}`);
  }
}

/** A file beside the model or below it; everything else would let a model read where it has no business. */
function readUri(place: string, uri: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(uri);
  } catch {
    throw new CommandError(`${place}: "${shorten(uri)}" is no address`);
  }
  const isElsewhere = /^[a-z][a-z0-9+.-]*:/i.test(decoded) || /^[/\\]/.test(decoded) || decoded.includes('\\');
  const normal = path.posix.normalize(decoded);
  if (isElsewhere || normal.startsWith('../') || normal === '..' || decoded.includes('\0')) {
    throw new CommandError(`${place}: "${shorten(uri)}" leads out of the model's folder; put the file beside it`);
  }
  return normal;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
