/**
 * Reads a whole tileset, as a check does before an exhibition opens: every tileset, subtree and content it leads to,
 * each once. What is wrong is written down and the rest is read on; nothing is decoded.
 */
import { type CheckGltf, type CheckedContent, checkContent } from './checkContent.ts';
import { subtreeUriOf } from './implicitTiling.ts';
import type { ReadTile } from './readTile.ts';
import { isTilesetUrl } from './readTile.ts';
import { readTileset } from './readTileset.ts';
import { expandSubtree, parseSubtree } from './subtree.ts';
import { TilesetError, fileNameOf } from './tilesetError.ts';

export interface SurveyPorts {
  /** The bytes of a file, or null where there is none. */
  readonly read: (url: string) => Promise<Uint8Array | null>;
  readonly checkGltf: CheckGltf;
}

export interface TilesetSurvey {
  readonly faults: readonly TilesetError[];
  /** Files that hold tiles: tilesets and subtrees. */
  readonly files: number;
  readonly tiles: number;
  readonly contents: number;
  readonly points: number;
  /** Of all files that were read. */
  readonly bytes: number;
  readonly copyrights: readonly string[];
  readonly formats: Readonly<Record<CheckedContent['format'], number>>;
}

/** Files beyond this many are not looked into; a tileset of a cave has some thousands. */
const MOST_FILES = 200_000;

export async function surveyTileset(url: string, folder: string, ports: SurveyPorts): Promise<TilesetSurvey> {
  const faults: TilesetError[] = [];
  const copyrights = new Set<string>();
  const formats = { b3dm: 0, i3dm: 0, pnts: 0, cmpt: 0, glb: 0, gltf: 0 };
  const sum = { files: 0, tiles: 0, contents: 0, points: 0, bytes: 0 };
  const seen = new Set<string>();

  const load = async (target: string): Promise<Uint8Array> => {
    const bytes = await ports.read(target);
    if (!bytes) throw new TilesetError('missing', fileNameOf(target), 'is not in the exhibition’s folder; add it');
    sum.bytes += bytes.length;
    return bytes;
  };
  /** Whether a file is met for the first time. */
  const isNew = (target: string): boolean => seen.size < MOST_FILES && seen.size !== seen.add(target).size;
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      faults.push(error instanceof TilesetError ? error : new TilesetError('bad-content', '', String(error)));
    }
  };
  const visitContent = async (target: string): Promise<void> => {
    if (!isNew(target)) return;
    const content = checkContent(await load(target), { url: target, folder, checkGltf: ports.checkGltf });
    sum.contents++;
    sum.points += content.points;
    formats[content.format]++;
    for (const line of content.copyrights) copyrights.add(line);
    if (content.externalModel !== undefined) await visitContent(content.externalModel);
  };
  const visitSubtree = async (tile: ReadTile, ancestors: readonly string[]): Promise<void> => {
    if (!tile.implicit) return;
    const { tiling, at } = tile.implicit;
    const target = subtreeUriOf(tiling, at, folder);
    if (!isNew(target)) return;
    const subtree = parseSubtree(await load(target), target, folder);
    const buffers = await Promise.all(
      subtree.buffers.map((buffer) => (typeof buffer === 'string' ? load(buffer) : Promise.resolve(buffer))),
    );
    sum.files++;
    await visitTree(expandSubtree(subtree, buffers, tiling, at, folder), ancestors);
  };
  const visitTree = async (root: ReadTile, ancestors: readonly string[]): Promise<void> => {
    const tasks = [root];
    for (let tile = tasks.pop(); tile; tile = tasks.pop()) {
      const { content, moreContents = [], implicit } = tile;
      // What stands for a subtree is the same tile once more.
      if (!implicit) sum.tiles++;
      if (implicit) await attempt(() => visitSubtree(tile, ancestors));
      else if (content && isTilesetUrl(content.uri)) await attempt(() => visitTileset(content.uri, ancestors));
      else
        for (const target of content ? [content.uri, ...moreContents] : []) await attempt(() => visitContent(target));
      tasks.push(...tile.children);
    }
  };
  const visitTileset = async (target: string, ancestors: readonly string[]): Promise<void> => {
    if (!isNew(target)) return;
    const tileset = readTileset(await load(target), { url: target, folder, ancestors });
    sum.files++;
    for (const line of tileset.copyrights) copyrights.add(line);
    await visitTree(tileset.root, [...ancestors, target]);
  };
  await attempt(() => visitTileset(url, []));
  return { ...sum, faults, copyrights: [...copyrights], formats };
}
