/** One tile of a tileset.json: its own fields, checked and copied; children are the caller's. */
import { type BoundingVolume, isNumbers, readBoundingVolume } from './boundingVolume.ts';
import { type ImplicitTiling, type TileCoordinates, fillTemplate, findImplicitFault } from './implicitTiling.ts';
import { MOST_CONTENTS } from './limits.ts';
import { isRecord } from './parseJson.ts';
import { TilesetError, fileNameOf } from './tilesetError.ts';
import { resolveTileUri } from './tileUri.ts';

export interface ReadTile {
  readonly boundingVolume: BoundingVolume;
  /** Metres, 0 or more. */
  readonly geometricError: number;
  readonly refine?: 'ADD' | 'REPLACE';
  readonly transform?: readonly number[];
  /** A full address. It ends in `.json` where it leads to more tiles instead of something to draw. */
  readonly content?: { readonly uri: string };
  /** What is drawn together with the content. */
  readonly moreContents?: readonly string[];
  /** The tile is only shown while the viewer is in here. */
  readonly viewerRequestVolume?: BoundingVolume;
  /** The content is a subtree, whose address is `subtreeUriOf` this. */
  readonly implicit?: { readonly tiling: ImplicitTiling; readonly at: TileCoordinates };
  readonly children: ReadTile[];
}

export interface ReadingPlace {
  /** The file that is read. */
  readonly url: string;
  /** The exhibition's folder, with a slash at its end: nothing outside is ever named. */
  readonly folder: string;
  /** The tilesets that lead here, from the first: none of them may be included again. */
  readonly ancestors: readonly string[];
}

/** Ends the name of what stands for a subtree; the renderer takes it for the tileset it becomes. */
export const SUBTREE_PLACEHOLDER = 'subtree.json';

/** Some exporters write the greatest number there is to say "always refine". */
const GREATEST_ERROR = 1e15;

export function readTile(source: Record<string, unknown>, path: string, place: ReadingPlace, file: string): ReadTile {
  const boundingVolume = readVolume(source.boundingVolume, `${path}.boundingVolume`, file);
  const geometricError = readError(source.geometricError, `${path}.geometricError`, file);
  const refine = readRefine(source.refine, `${path}.refine`, file);
  const shared = {
    boundingVolume,
    geometricError,
    ...(refine && { refine }),
    ...(source.transform !== undefined && { transform: readTransform(source.transform, `${path}.transform`, file) }),
    ...(source.viewerRequestVolume !== undefined && {
      viewerRequestVolume: readVolume(source.viewerRequestVolume, `${path}.viewerRequestVolume`, file),
    }),
    children: [],
  };
  const named = listContents(source, path, file);
  if (source.implicitTiling !== undefined) {
    const tiling = readImplicit(source.implicitTiling, named, { boundingVolume, geometricError, refine }, place, path);
    const at = { level: 0, x: 0, y: 0, z: 0 };
    return { ...shared, implicit: { tiling, at }, content: { uri: subtreePlaceholder(place.url) } };
  }
  const contents = named.map((uri) => resolveTileUri(uri, place.url, place.folder));
  const tilesets = contents.filter(isTilesetUrl);
  if (tilesets.length > 0 && contents.length > 1) {
    throw new TilesetError('bad-content', file, `${path}.contents: a tileset among several contents; make it a child`);
  }
  for (const url of tilesets) refuseCycle(url, place, path, file);
  const [uri, ...moreContents] = contents;
  return {
    ...shared,
    ...(uri !== undefined && { content: { uri } }),
    ...(moreContents.length > 0 && { moreContents }),
  };
}

function refuseCycle(url: string, place: ReadingPlace, path: string, file: string): void {
  if (url !== place.url && !place.ancestors.includes(url)) return;
  const chain = [...place.ancestors, place.url, url].map(fileNameOf).join(' → ');
  throw new TilesetError('cycle', file, `${path}.content: leads back to a tileset it lies in (${chain})`);
}

/** `content`, or `contents` of version 1.1; `url` is what `uri` was called before version 1.0. */
function listContents(source: Record<string, unknown>, path: string, file: string): unknown[] {
  const listed = source.contents ?? (source.content === undefined ? [] : [source.content]);
  if (!Array.isArray(listed) || listed.length > MOST_CONTENTS) {
    throw new TilesetError('bad-content', file, `${path}.contents: expected a list of at most ${MOST_CONTENTS}`);
  }
  return listed.map((content: unknown) => {
    const uri = isRecord(content) ? (content.uri ?? content.url) : undefined;
    if (uri === undefined) throw new TilesetError('bad-uri', file, `${path}.content: names no file; expected “uri”`);
    return uri;
  });
}

function readImplicit(
  value: unknown,
  contents: readonly unknown[],
  shared: Pick<ImplicitTiling, 'geometricError' | 'refine'> & { boundingVolume: BoundingVolume },
  place: ReadingPlace,
  path: string,
): ImplicitTiling {
  const file = fileNameOf(place.url);
  const fault = findImplicitFault(value);
  if (fault !== null) throw new TilesetError('bad-implicit-tiling', file, `${path}.implicitTiling.${fault}`);
  if ('sphere' in shared.boundingVolume) {
    const problem = `${path}.boundingVolume: a sphere cannot be divided; implicit tiling needs a box or a region`;
    throw new TilesetError('bad-implicit-tiling', file, problem);
  }
  const { subdivisionScheme, subtreeLevels, availableLevels, subtrees } = value as {
    subdivisionScheme: ImplicitTiling['scheme'];
    subtreeLevels: number;
    availableLevels: number;
    subtrees: { uri: string };
  };
  const first = { level: 0, x: 0, y: 0, z: 0 };
  for (const template of [subtrees.uri, ...contents]) {
    resolveTileUri(typeof template === 'string' ? fillTemplate(template, first) : template, place.url, place.folder);
  }
  return {
    scheme: subdivisionScheme,
    subtreeLevels,
    availableLevels,
    subtrees: subtrees.uri,
    contents: contents.map(String),
    volume: shared.boundingVolume,
    geometricError: shared.geometricError,
    refine: shared.refine,
    from: place.url,
  };
}

export function subtreePlaceholder(from: string): string {
  return new URL(SUBTREE_PLACEHOLDER, from).href;
}

export function isTilesetUrl(url: string): boolean {
  return /\.json$/i.test(url);
}

function readVolume(value: unknown, path: string, file: string): BoundingVolume {
  const reading = readBoundingVolume(value);
  if ('volume' in reading) return reading.volume;
  throw new TilesetError('bad-volume', file, `${path}: ${reading.problem}`);
}

export function readError(value: unknown, path: string, file: string): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return Math.min(value, GREATEST_ERROR);
  throw new TilesetError('bad-error', file, `${path}: expected metres, 0 or more, found ${show(value)}`);
}

/** Older exporters write it in small letters. */
function readRefine(value: unknown, path: string, file: string): 'ADD' | 'REPLACE' | undefined {
  if (value === undefined) return undefined;
  const written = typeof value === 'string' ? value.toUpperCase() : '';
  if (written === 'ADD' || written === 'REPLACE') return written;
  throw new TilesetError('bad-refine', file, `${path}: expected ADD or REPLACE, found ${show(value)}`);
}

function readTransform(value: unknown, path: string, file: string): readonly number[] {
  if (!isNumbers(value, 16)) throw new TilesetError('bad-transform', file, `${path}: expected 16 finite numbers`);
  const [a = 0, b = 0, c = 0, , d = 0, e = 0, f = 0, , g = 0, h = 0, i = 0] = value;
  const volume = a * (e * i - f * h) - d * (b * i - c * h) + g * (b * f - c * e);
  if (volume === 0 || !Number.isFinite(volume)) {
    throw new TilesetError('bad-transform', file, `${path}: flattens the tile to nothing`);
  }
  return [...value];
}

export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
