/** Brings a tile's files from the exhibition's folder through the gate: more tiles, or something to draw. */
import { type CheckGltf, type CheckedContent, checkContent } from '#sources/tileset/checkContent.ts';
import { fetchFile } from '#sources/tileset/fetchFile.ts';
import { subtreeUriOf } from '#sources/tileset/implicitTiling.ts';
import { MOST_CONTENT_BYTES, MOST_JSON_BYTES } from '#sources/tileset/limits.ts';
import { type ReadTile, isTilesetUrl } from '#sources/tileset/readTile.ts';
import { type ReadTileset, readTileset } from '#sources/tileset/readTileset.ts';
import { expandSubtree, parseSubtree } from '#sources/tileset/subtree.ts';
import { embedModel } from './embedModel.ts';

/** Something to draw, ready to be decoded. */
export interface TileContent {
  readonly bytes: ArrayBuffer;
  /** What addresses inside it are relative to. */
  readonly url: string;
  readonly format: CheckedContent['format'];
}

export interface TileContents {
  readonly contents: readonly TileContent[];
  readonly copyrights: readonly string[];
}

export interface TileLoaderOptions {
  /** The exhibition's folder, with a slash at its end. */
  readonly folder: string;
  readonly checkGltf: CheckGltf;
}

/** `ancestors` are the tilesets the tile lies in, from the first. */
export function loadTile(
  tile: ReadTile,
  ancestors: readonly string[],
  options: TileLoaderOptions,
  signal: AbortSignal,
): Promise<ReadTileset | TileContents> {
  const { content, implicit } = tile;
  if (implicit) return loadSubtree(implicit, options, signal);
  if (content && isTilesetUrl(content.uri)) return loadTileset(content.uri, ancestors, options, signal);
  return loadContents(tile, options, signal);
}

export async function loadTileset(
  url: string,
  ancestors: readonly string[],
  { folder }: TileLoaderOptions,
  signal: AbortSignal,
): Promise<ReadTileset> {
  return readTileset(await fetchFile(url, MOST_JSON_BYTES, signal), { url, folder, ancestors });
}

async function loadSubtree(
  { tiling, at }: NonNullable<ReadTile['implicit']>,
  { folder }: TileLoaderOptions,
  signal: AbortSignal,
): Promise<ReadTileset> {
  const url = subtreeUriOf(tiling, at, folder);
  const subtree = parseSubtree(await fetchFile(url, MOST_JSON_BYTES, signal), url, folder);
  const buffers = await Promise.all(
    subtree.buffers.map((buffer) =>
      typeof buffer === 'string' ? fetchFile(buffer, MOST_JSON_BYTES, signal) : Promise.resolve(buffer),
    ),
  );
  return {
    asset: { version: '1.0', gltfUpAxis: 'y' },
    geometricError: 0,
    root: expandSubtree(subtree, buffers, tiling, at, folder),
    copyrights: [],
  };
}

async function loadContents(tile: ReadTile, options: TileLoaderOptions, signal: AbortSignal): Promise<TileContents> {
  const urls = tile.content ? [tile.content.uri, ...(tile.moreContents ?? [])] : [];
  const loaded = await Promise.all(
    urls.map(async (url) => {
      const place = { url, ...options };
      const content = checkContent(await fetchFile(url, MOST_CONTENT_BYTES, signal), place);
      return embedModel(content, place, signal);
    }),
  );
  return {
    contents: loaded.map(({ bytes, url, format }) => ({ bytes: copyOf(bytes), url, format })),
    copyrights: [...new Set(loaded.flatMap((content) => content.copyrights))],
  };
}

/** A buffer that holds these bytes and no others. */
function copyOf(bytes: Uint8Array): ArrayBuffer {
  const { buffer } = bytes;
  if (buffer instanceof ArrayBuffer && bytes.length === buffer.byteLength) return buffer;
  return Uint8Array.from(bytes).buffer;
}
