/**
 * Reads a tileset.json before any renderer does. What comes out is a copy that holds only what is known, with every
 * number in its range and every address full, inside the exhibition's folder; anything else is a `TilesetError` that
 * says where and what. Walks without recursion, so that no tree is too deep for it.
 */
import { readCopyrights } from './copyrights.ts';
import { MOST_DEPTH, MOST_NESTED_FILES, MOST_TILES } from './limits.ts';
import { isRecord, parseJson } from './parseJson.ts';
import { type ReadTile, type ReadingPlace, readError, readTile, show } from './readTile.ts';
import { TilesetError, type TilesetFaultCode, fileNameOf } from './tilesetError.ts';

export interface ReadTileset {
  readonly asset: { readonly version: '1.0'; readonly gltfUpAxis: 'x' | 'y' | 'z' };
  readonly geometricError: number;
  readonly root: ReadTile;
  readonly copyrights: readonly string[];
}

/** Extensions without which a tileset cannot be shown rightly and that are understood, or say nothing of its looks. */
const KNOWN_EXTENSIONS = ['3DTILES_content_gltf', '3DTILES_metadata', '3DTILES_batch_table_hierarchy'];

export function readTileset(bytes: Uint8Array, place: ReadingPlace): ReadTileset {
  const file = fileNameOf(place.url);
  const refuse = (code: TilesetFaultCode, problem: string): never => {
    throw new TilesetError(code, file, problem);
  };
  if (place.ancestors.length > MOST_NESTED_FILES) {
    refuse('too-deep', `is the ${MOST_NESTED_FILES}th tileset within another; expected fewer`);
  }
  const json = parseJson(bytes, file);
  const { asset, geometricError, root, extensionsRequired } = json;
  if (!isRecord(asset) || !isRecord(root)) {
    return refuse('not-a-tileset', 'has no “asset” and “root”, so it is no 3D Tiles tileset');
  }
  if (!/^[01]\.\d+$/.test(String(asset.version))) {
    refuse('not-a-tileset', `asset.version: expected 1.0 or 1.1, found ${show(asset.version)}`);
  }
  for (const name of Array.isArray(extensionsRequired) ? (extensionsRequired as unknown[]) : []) {
    if (!KNOWN_EXTENSIONS.includes(String(name))) {
      refuse('unknown-extension', `needs the extension ${show(name)}, which is not supported; export it without`);
    }
  }
  return {
    asset: { version: '1.0', gltfUpAxis: readUpAxis(asset.gltfUpAxis) },
    geometricError: geometricError === undefined ? 0 : readError(geometricError, 'geometricError', file),
    root: readTree(root, place, file),
    copyrights: readCopyrights(asset.copyright),
  };
}

interface Task {
  readonly source: Record<string, unknown>;
  readonly path: string;
  readonly depth: number;
  readonly siblings: ReadTile[];
}

function readTree(root: Record<string, unknown>, place: ReadingPlace, file: string): ReadTile {
  const found: ReadTile[] = [];
  const tasks: Task[] = [{ source: root, path: 'root', depth: 1, siblings: found }];
  let count = 0;
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { source, path, depth, siblings } = task;
    if (depth > MOST_DEPTH) {
      throw new TilesetError('too-deep', file, `has tiles within tiles more than ${MOST_DEPTH} deep`);
    }
    if (++count > MOST_TILES) {
      throw new TilesetError('too-many', file, `has more than ${MOST_TILES} tiles; split it into several tilesets`);
    }
    const tile = readTile(source, path, place, file);
    siblings.push(tile);
    const children: unknown = source.children ?? [];
    if (!Array.isArray(children)) throw new TilesetError('not-a-tileset', file, `${path}.children: expected a list`);
    // The stack turns the order round; taking the last child first puts it right again.
    for (let i = children.length - 1; i >= 0; i--) {
      const child: unknown = children[i];
      const childPath = `${path}.children.${i}`;
      if (!isRecord(child)) throw new TilesetError('not-a-tileset', file, `${childPath}: expected a tile`);
      tasks.push({ source: child, path: childPath, depth: depth + 1, siblings: tile.children });
    }
  }
  const [tile] = found;
  if (!tile) throw new TilesetError('not-a-tileset', file, 'has no root tile');
  return tile;
}

function readUpAxis(value: unknown): 'x' | 'y' | 'z' {
  const axis = typeof value === 'string' ? value.toLowerCase() : 'y';
  return axis === 'x' || axis === 'z' ? axis : 'y';
}
