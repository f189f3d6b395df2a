/**
 * Looks into what a tile draws before anything is decoded: every length in a header against the bytes that are really
 * there, every count against a limit, every list of a feature table against its binary part. glTF inside goes to the
 * gate for glTF, which the caller hands in.
 */
import { type FeatureTable, checkAttribute, readCount, readFeatureTable } from './featureTable.ts';
import { type GltfGlance, glanceAtGltf } from './glanceAtGltf.ts';
import { MOST_CONTENT_BYTES, MOST_INNER_DEPTH, MOST_INNER_TILES, MOST_INSTANCES, MOST_POINTS } from './limits.ts';
import { isNumbers } from './boundingVolume.ts';
import { isRecord } from './parseJson.ts';
import { TilesetError, fileNameOf } from './tilesetError.ts';
import { resolveTileUri } from './tileUri.ts';

/** The gate for glTF, binary or JSON: throws an error in words. `url` is the file the bytes come from. */
export type CheckGltf = (bytes: Uint8Array, url: string) => void;

export interface ContentPlace {
  readonly url: string;
  readonly folder: string;
  readonly checkGltf: CheckGltf;
}

export interface CheckedContent {
  readonly format: 'b3dm' | 'i3dm' | 'pnts' | 'cmpt' | 'glb' | 'gltf';
  /** Without what may follow the length that the header says. */
  readonly bytes: Uint8Array;
  readonly copyrights: readonly string[];
  readonly points: number;
  /** The file of the model that an i3dm sets up many times, where it is not in the i3dm itself. */
  readonly externalModel?: string;
  /** Of a cmpt. */
  readonly inner?: readonly CheckedContent[];
}

const HEADER_BYTES = { b3dm: 28, pnts: 28, i3dm: 32, cmpt: 16 } as const;

export function checkContent(bytes: Uint8Array, place: ContentPlace, depth = 0): CheckedContent {
  const file = fileNameOf(place.url);
  if (bytes.length > MOST_CONTENT_BYTES) {
    throw new TilesetError('too-large', file, `${bytes.length} bytes; expected at most ${MOST_CONTENT_BYTES}`);
  }
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  switch (magic) {
    case 'b3dm':
      return checkBatched(frame(bytes, 'b3dm', file), place, file);
    case 'i3dm':
      return checkInstanced(frame(bytes, 'i3dm', file), place, file);
    case 'pnts':
      return checkPoints(frame(bytes, 'pnts', file), file);
    case 'cmpt':
      return checkComposite(frame(bytes, 'cmpt', file), place, file, depth);
    case 'glTF':
      return { ...passGltf(bytes, place, file), format: 'glb', bytes, points: 0 };
    default:
      if (/^\s*\{/.test(magic)) return { ...passGltf(bytes, place, file), format: 'gltf', bytes, points: 0 };
      throw refuse(
        file,
        `is no tile: it begins with ${JSON.stringify(magic)}; expected b3dm, i3dm, pnts, cmpt or glTF`,
      );
  }
}

interface Framed {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** The tile's own bytes, as its header counts them. */
function frame(bytes: Uint8Array, kind: keyof typeof HEADER_BYTES, file: string): Framed {
  if (bytes.length < HEADER_BYTES[kind]) throw refuse(file, `ends within its header (${bytes.length} bytes)`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(4, true);
  if (version !== 1) throw refuse(file, `is ${kind} of version ${version}; expected 1`);
  const length = view.getUint32(8, true);
  if (length > bytes.length || length < HEADER_BYTES[kind]) {
    throw refuse(file, `says it has ${length} bytes but has ${bytes.length}; it may be cut off: copy it again`);
  }
  return { bytes: bytes.subarray(0, length), view };
}

/** Lengths of the feature and batch tables, and where they and the rest begin. */
function readTables({ bytes, view }: Framed, headerBytes: number, file: string) {
  const [json = 0, binary = 0, batchJson = 0, batchBinary = 0] = [12, 16, 20, 24].map((at) => view.getUint32(at, true));
  const body = headerBytes + json + binary + batchJson + batchBinary;
  if (body > bytes.length) {
    throw refuse(file, `its tables take ${body - headerBytes} bytes but it has ${bytes.length - headerBytes}`);
  }
  const table = readFeatureTable(bytes.subarray(headerBytes, headerBytes + json + binary), json, file);
  dropBatchTable(view, binary, batchJson, batchBinary);
  return { table, body };
}

/**
 * Properties of single features are never shown, and their table is one more thing to parse: its bytes are counted to
 * the feature table's binary part, where nothing reads them.
 */
function dropBatchTable(view: DataView, binary: number, batchJson: number, batchBinary: number): void {
  view.setUint32(16, binary + batchJson + batchBinary, true);
  view.setUint32(20, 0, true);
  view.setUint32(24, 0, true);
}

function checkBatched(framed: Framed, place: ContentPlace, file: string): CheckedContent {
  const { table, body } = readTables(framed, HEADER_BYTES.b3dm, file);
  checkCenter(table, file);
  return { ...passGltf(framed.bytes.subarray(body), place, file), format: 'b3dm', bytes: framed.bytes, points: 0 };
}

function checkInstanced(framed: Framed, place: ContentPlace, file: string): CheckedContent {
  const { table, body } = readTables(framed, HEADER_BYTES.i3dm, file);
  const count = readCount(table, 'INSTANCES_LENGTH', MOST_INSTANCES, file);
  checkCenter(table, file);
  checkPositions(table, count, file);
  for (const [name, type, components] of INSTANCE_ATTRIBUTES) {
    checkAttribute(table, name, count, type, components, file);
  }
  const shared = { format: 'i3dm', bytes: framed.bytes, points: 0 } as const;
  const modelFormat = framed.view.getUint32(28, true);
  if (modelFormat === 1) return { ...passGltf(framed.bytes.subarray(body), place, file), ...shared };
  if (modelFormat !== 0) throw refuse(file, `its model is of format ${modelFormat}; expected 0 or 1`);
  const uri = new TextDecoder().decode(framed.bytes.subarray(body)).replace(/[\0\s]+$/, '');
  return { ...shared, copyrights: [], externalModel: resolveTileUri(uri, place.url, place.folder) };
}

const INSTANCE_ATTRIBUTES = [
  ['NORMAL_UP', 'FLOAT', 3],
  ['NORMAL_RIGHT', 'FLOAT', 3],
  ['NORMAL_UP_OCT32P', 'UNSIGNED_SHORT', 2],
  ['NORMAL_RIGHT_OCT32P', 'UNSIGNED_SHORT', 2],
  ['SCALE_NON_UNIFORM', 'FLOAT', 3],
  ['SCALE', 'FLOAT', 1],
] as const;

function checkPoints(framed: Framed, file: string): CheckedContent {
  const { table } = readTables(framed, HEADER_BYTES.pnts, file);
  const points = readCount(table, 'POINTS_LENGTH', MOST_POINTS, file);
  checkCenter(table, file);
  if (!isDraco(table, file)) {
    checkPositions(table, points, file);
    for (const [name, type, components] of POINT_ATTRIBUTES) {
      checkAttribute(table, name, points, type, components, file);
    }
  }
  return { format: 'pnts', bytes: framed.bytes, copyrights: [], points };
}

const POINT_ATTRIBUTES = [
  ['NORMAL', 'FLOAT', 3],
  ['NORMAL_OCT16P', 'UNSIGNED_BYTE', 2],
  ['RGB', 'UNSIGNED_BYTE', 3],
  ['RGBA', 'UNSIGNED_BYTE', 4],
  ['RGB565', 'UNSIGNED_SHORT', 1],
] as const;

function isDraco(table: FeatureTable, file: string): boolean {
  const extensions = table.json.extensions;
  const draco = isRecord(extensions) ? extensions['3DTILES_draco_point_compression'] : undefined;
  if (draco === undefined) return false;
  const { byteOffset, byteLength, properties } = isRecord(draco) ? draco : {};
  const isWithin =
    Number.isSafeInteger(byteOffset) &&
    Number.isSafeInteger(byteLength) &&
    Number(byteOffset) >= 0 &&
    Number(byteLength) > 0 &&
    Number(byteOffset) + Number(byteLength) <= table.binaryBytes;
  if (!isWithin || !isRecord(properties)) throw refuse(file, 'its Draco points lie outside the file');
  return true;
}

function checkPositions(table: FeatureTable, count: number, file: string): void {
  if (checkAttribute(table, 'POSITION', count, 'FLOAT', 3, file)) return;
  const isQuantized = checkAttribute(table, 'POSITION_QUANTIZED', count, 'UNSIGNED_SHORT', 3, file);
  if (!isQuantized) throw refuse(file, 'its feature table has no POSITION');
  for (const name of ['QUANTIZED_VOLUME_OFFSET', 'QUANTIZED_VOLUME_SCALE']) {
    if (!isNumbers(table.json[name], 3)) throw refuse(file, `${name}: expected 3 finite numbers`);
  }
}

/** The point all positions are told from. */
function checkCenter(table: FeatureTable, file: string): void {
  const center = table.json.RTC_CENTER;
  if (center === undefined || isNumbers(center, 3)) return;
  if (Array.isArray(center)) throw refuse(file, 'RTC_CENTER: expected 3 finite numbers');
  checkAttribute(table, 'RTC_CENTER', 1, 'FLOAT', 3, file);
}

function checkComposite({ bytes, view }: Framed, place: ContentPlace, file: string, depth: number): CheckedContent {
  const count = view.getUint32(12, true);
  if (count > MOST_INNER_TILES) throw refuse(file, `holds ${count} tiles; expected at most ${MOST_INNER_TILES}`);
  if (depth >= MOST_INNER_DEPTH) throw refuse(file, 'has composites within composites too deep');
  const inner: CheckedContent[] = [];
  let offset: number = HEADER_BYTES.cmpt;
  for (let i = 0; i < count; i++) {
    const length = offset + 12 <= bytes.length ? view.getUint32(offset + 8, true) : 0;
    if (length < HEADER_BYTES.cmpt || offset + length > bytes.length) {
      throw refuse(file, `its tile ${i + 1} of ${count} does not fit into the ${bytes.length} bytes of the file`);
    }
    inner.push(checkContent(bytes.subarray(offset, offset + length), place, depth + 1));
    offset += length;
  }
  return {
    format: 'cmpt',
    bytes,
    copyrights: [...new Set(inner.flatMap((tile) => tile.copyrights))],
    points: inner.reduce((sum, tile) => sum + tile.points, 0),
    inner,
  };
}

function passGltf(bytes: Uint8Array, { url, checkGltf }: ContentPlace, file: string): GltfGlance {
  const glance = glanceAtGltf(bytes, file);
  checkGltf(bytes, url);
  return glance;
}

function refuse(file: string, problem: string): TilesetError {
  return new TilesetError('bad-content', file, problem);
}
