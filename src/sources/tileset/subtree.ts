/**
 * A subtree file of an implicit tiling: bit lists that say which tiles exist, which have contents and below which the
 * next subtrees hang. It is read in two steps, because its bits may lie in files beside it: `parseSubtree`, then
 * `expandSubtree` with those files' bytes. What comes out is a tile tree as if somebody had written it down.
 */
import { type ImplicitTiling, type TileCoordinates, childrenOf, descend, fillTemplate } from './implicitTiling.ts';
import { subtreeTileCount, volumeOf } from './implicitTiling.ts';
import { isRecord, parseJson } from './parseJson.ts';
import { type ReadTile, subtreePlaceholder } from './readTile.ts';
import { TilesetError, fileNameOf } from './tilesetError.ts';
import { resolveTileUri } from './tileUri.ts';

export interface Subtree {
  readonly url: string;
  readonly json: Record<string, unknown>;
  /** Bytes of each buffer, or the full address of the file that holds them. */
  readonly buffers: readonly (Uint8Array | string)[];
}

const HEADER_BYTES = 24;
const MOST_BUFFERS = 64;

export function parseSubtree(bytes: Uint8Array, url: string, folder: string): Subtree {
  const file = fileNameOf(url);
  if (bytes[0] === 0x7b) return { url, ...readBuffers(parseJson(bytes, file), null, url, folder) };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== 1) {
    throw refuse(file, 'is no subtree file of version 1');
  }
  const jsonBytes = view.getUint32(8, true) + view.getUint32(12, true) * 2 ** 32;
  const binaryBytes = view.getUint32(16, true) + view.getUint32(20, true) * 2 ** 32;
  if (HEADER_BYTES + jsonBytes + binaryBytes > bytes.length) {
    throw refuse(file, `says it holds ${jsonBytes + binaryBytes} bytes but has ${bytes.length}; copy it again`);
  }
  const binary = bytes.subarray(HEADER_BYTES + jsonBytes, HEADER_BYTES + jsonBytes + binaryBytes);
  const json = parseJson(bytes.subarray(HEADER_BYTES, HEADER_BYTES + jsonBytes), file);
  return { url, ...readBuffers(json, binary, url, folder) };
}

/** `subt`, little endian. */
const MAGIC = 0x74627573;

function readBuffers(json: Record<string, unknown>, binary: Uint8Array | null, url: string, folder: string) {
  const file = fileNameOf(url);
  const listed: unknown = json.buffers ?? [];
  if (!Array.isArray(listed) || listed.length > MOST_BUFFERS) throw refuse(file, 'buffers: expected a short list');
  const buffers = listed.map((buffer: unknown): Uint8Array | string => {
    if (isRecord(buffer) && buffer.uri !== undefined) return resolveTileUri(buffer.uri, url, folder);
    if (!binary) throw refuse(file, 'buffers: one names no file, and there is nothing in this one');
    return binary;
  });
  return { json, buffers };
}

type Bits = (index: number) => boolean;

/** The tree of one subtree whose first tile is `at`. `buffers` are the bytes of `subtree.buffers`, in order. */
export function expandSubtree(
  subtree: Subtree,
  buffers: readonly Uint8Array[],
  tiling: ImplicitTiling,
  at: TileCoordinates,
  folder: string,
): ReadTile {
  const file = fileNameOf(subtree.url);
  const { scheme, availableLevels } = tiling;
  const factor = childrenOf(scheme);
  const count = subtreeTileCount(scheme, tiling.subtreeLevels);
  const { tileAvailability, contentAvailability, childSubtreeAvailability } = subtree.json;
  const read = (value: unknown, length: number, name: string) => readBits(value, length, name, subtree, buffers);
  const isTile = read(tileAvailability, count, 'tileAvailability');
  const listed = contentAvailability === undefined ? [] : [contentAvailability].flat();
  const hasContent = listed.slice(0, tiling.contents.length).map((bits) => read(bits, count, 'contentAvailability'));
  const hasSubtree = read(childSubtreeAvailability, factor ** tiling.subtreeLevels, 'childSubtreeAvailability');
  if (!isTile(0)) throw refuse(file, 'has no first tile');

  const make = (where: TileCoordinates, bit: number): ReadTile => {
    const uris = tiling.contents
      .filter((_, i) => hasContent[i]?.(bit) ?? false)
      .map((template) => resolveTileUri(fillTemplate(template, where), tiling.from, folder));
    const [uri, ...moreContents] = uris;
    return {
      ...shareOf(tiling, where),
      ...(uri !== undefined && { content: { uri } }),
      ...(moreContents.length > 0 && { moreContents }),
      children: [],
    };
  };
  const root = make(at, 0);
  let row: (ReadTile | undefined)[] = [root];
  let firstBit = 1;
  for (let level = 1; level < tiling.subtreeLevels && at.level + level < availableLevels; level++) {
    const next: (ReadTile | undefined)[] = [];
    for (let morton = 0; morton < row.length * factor; morton++) {
      const parent = row[Math.floor(morton / factor)];
      const isThere = parent !== undefined && isTile(firstBit + morton);
      const tile = isThere ? make(descend(at, level, morton, scheme === 'OCTREE'), firstBit + morton) : undefined;
      if (tile) parent?.children.push(tile);
      next.push(tile);
    }
    firstBit += row.length * factor;
    row = next;
  }
  if (at.level + tiling.subtreeLevels < availableLevels) hangSubtrees(row, hasSubtree, tiling, at);
  return root;
}

function hangSubtrees(
  row: readonly (ReadTile | undefined)[],
  hasSubtree: Bits,
  tiling: ImplicitTiling,
  at: TileCoordinates,
): void {
  const factor = childrenOf(tiling.scheme);
  for (let morton = 0; morton < row.length * factor; morton++) {
    const parent = row[Math.floor(morton / factor)];
    if (!parent || !hasSubtree(morton)) continue;
    const where = descend(at, tiling.subtreeLevels, morton, tiling.scheme === 'OCTREE');
    parent.children.push({
      ...shareOf(tiling, where),
      implicit: { tiling, at: where },
      content: { uri: subtreePlaceholder(tiling.from) },
      children: [],
    });
  }
}

/** Each level has half the error of the one above. */
function shareOf(tiling: ImplicitTiling, at: TileCoordinates) {
  const { refine } = tiling;
  return {
    boundingVolume: volumeOf(tiling, at),
    geometricError: tiling.geometricError / 2 ** at.level,
    ...(refine && { refine }),
  };
}

function readBits(
  value: unknown,
  length: number,
  name: string,
  subtree: Subtree,
  buffers: readonly Uint8Array[],
): Bits {
  const file = fileNameOf(subtree.url);
  if (!isRecord(value)) throw refuse(file, `${name}: is missing`);
  if (value.constant !== undefined) {
    const isSet = value.constant === 1 || value.constant === true;
    return () => isSet;
  }
  // Before version 1.1 was final the bits were called bufferView.
  const bytes = bytesOfView(value.bitstream ?? value.bufferView, subtree, buffers);
  if (!bytes || bytes.length * 8 < length) throw refuse(file, `${name}: expected ${length} bits in its buffer`);
  return (index) => (((bytes[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

function bytesOfView(index: unknown, subtree: Subtree, buffers: readonly Uint8Array[]): Uint8Array | null {
  const views: unknown = subtree.json.bufferViews;
  const view: unknown = Array.isArray(views) && typeof index === 'number' ? views[index] : undefined;
  if (!isRecord(view)) return null;
  const { buffer, byteOffset = 0, byteLength } = view;
  const bytes = buffers[Number(buffer)];
  const isWithin =
    bytes !== undefined && isCount(byteOffset) && isCount(byteLength) && byteOffset + byteLength <= bytes.length;
  return isWithin ? bytes.subarray(byteOffset, byteOffset + byteLength) : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function refuse(file: string, problem: string): TilesetError {
  return new TilesetError('bad-implicit-tiling', file, problem);
}
