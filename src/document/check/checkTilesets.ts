import { checkTileGltf } from '#sources/tileset/checkGltf.ts';
import { MOST_CONTENT_BYTES } from '#sources/tileset/limits.ts';
import { readTileset } from '#sources/tileset/readTileset.ts';
import { surveyTileset } from '#sources/tileset/survey.ts';
import { TilesetError, fileNameOf } from '#sources/tileset/tilesetError.ts';
import { findUpright, type Upright } from '#sources/tileset/upright.ts';
import type { FaultList } from '../fault.ts';
import { placeIn, type Places } from '../opening/places.ts';
import type { Exhibition, TilesetAsset } from '../schema.ts';
import { assetPath } from '../uri.ts';
import type { ExhibitionFolder } from './folder.ts';

/** Faults of one tileset that are named; a curator mends the first ones first. */
const MOST_NAMED = 5;
/** Stands for the folder in addresses; nothing is asked of it. */
const FOLDER = 'file:///exhibition/';
/** How far the document's box may be from the tileset's own, as a part of its longest side. */
const TOLERANCE = 0.02;

/** Every file of every tileset: is it there, can it be shown? And is the tileset where the document says it is? */
export async function checkTilesets(
  exhibition: Exhibition,
  places: Places,
  folder: ExhibitionFolder,
  faults: FaultList,
): Promise<void> {
  const standing = listStanding(exhibition);
  for (const asset of exhibition.assets) {
    if (asset.kind !== 'tileset') continue;
    const path = placeIn(places, asset, 'uri');
    const file = assetPath(asset.uri);
    if (file === null || !(await folder.hasFile(file))) {
      const message = `there is no file "${asset.uri}"`;
      faults.add({ severity: 'error', path, code: 'missing-file', message, remedy: 'mind upper and lower case' });
      continue;
    }
    const url = new URL(encodeURI(file), FOLDER).href;
    const read = (target: string): Promise<Uint8Array | null> => readWithin(target, folder);
    const survey = await surveyTileset(url, FOLDER, { read, checkGltf: checkTileGltf });
    for (const { code, message } of survey.faults.slice(0, MOST_NAMED)) {
      faults.add({ severity: 'error', path, code: code === 'missing' ? 'missing-tiles' : 'broken-tileset', message });
    }
    const more = survey.faults.length - MOST_NAMED;
    if (more > 0) {
      const message = `and ${more} more of its files are missing or cannot be shown`;
      const remedy = 'export the tileset again, or copy the folder again';
      faults.add({ severity: 'error', path, code: 'broken-tileset', message, remedy });
    }
    // Without its tileset.json nothing says where it is.
    if (survey.files > 0) checkBox(asset, await uprightOf(asset, url, read), standing.has(asset.id), places, faults);
  }
}

async function uprightOf(
  { up = 'z', isCentred = true }: TilesetAsset,
  url: string,
  read: (url: string) => Promise<Uint8Array | null>,
): Promise<Upright> {
  const { root } = readTileset((await read(url)) ?? new Uint8Array(), { url, folder: FOLDER, ancestors: [] });
  return findUpright(root, { up, isCentred });
}

/** Room is made for a tileset by what the document says of it, before anything of it is here. */
function checkBox(
  asset: TilesetAsset,
  { min, max }: Upright,
  isStanding: boolean,
  places: Places,
  faults: FaultList,
): void {
  const box = asset.boundingBox;
  const corners = { min: min.map(shorten), max: max.map(shorten) };
  const remedy = `say "boundingBox": ${JSON.stringify(corners)}`;
  if (!box) {
    if (!isStanding) return;
    const message = 'it stands in a place, but nothing says how large it is';
    faults.add({ severity: 'warning', path: placeIn(places, asset), code: 'missing-bounds', message, remedy });
    return;
  }
  const longest = Math.max(...max.map((value, k) => value - (min[k] ?? 0)));
  const pairs = [...min.map((value, k) => [value, box.min[k]]), ...max.map((value, k) => [value, box.max[k]])];
  const off = Math.max(...pairs.map(([found = 0, said = 0]) => Math.abs(found - said)));
  if (off <= longest * TOLERANCE) return;
  const message = `the tileset lies up to ${shorten(off)} m elsewhere than this box`;
  faults.add({ severity: 'warning', path: placeIn(places, box), code: 'wrong-bounds', message, remedy });
}

/** Tilesets for which room is made in a cave or a hall. */
function listStanding({ nodes, assets }: Exhibition): ReadonlySet<string> {
  const halls = new Set(assets.filter(({ kind }) => kind === 'gallery').map(({ id }) => id));
  return new Set(
    nodes.flatMap(({ asset, hotspots = [] }) =>
      hotspots.flatMap((hotspot) => {
        return hotspot.kind === 'relic' && (hotspot.stands || halls.has(asset)) ? [hotspot.model] : [];
      }),
    ),
  );
}

async function readWithin(url: string, folder: ExhibitionFolder): Promise<Uint8Array | null> {
  const file = decodeURIComponent(url.slice(FOLDER.length));
  if (!(await folder.hasFile(file))) return null;
  const bytes = await folder.readBytes(file, MOST_CONTENT_BYTES);
  if (bytes) return bytes;
  const problem = `has more than ${MOST_CONTENT_BYTES} bytes; divide it into more tiles`;
  throw new TilesetError('too-large', fileNameOf(url), problem);
}

/** A millimetre is enough for what is metres large. */
function shorten(metres: number): number {
  return Math.round(metres * 1_000) / 1_000 + 0;
}
