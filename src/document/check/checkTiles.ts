import { tileUri } from '#sources/panorama/cube-tiles/address.ts';
import { tileFile } from '#sources/panorama/tile-files/address.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { listTiles } from '#streaming/pyramid/listTiles.ts';
import { type Pyramid, type TileId, tilePixels } from '#streaming/pyramid/pyramid.ts';
import { flatFilesOf } from '#sources/flat/flatFiles.ts';
import type { FaultList } from '../fault.ts';
import { isFlat } from '../isFlat.ts';
import { placeIn, type Places } from '../opening/places.ts';
import type { Asset, Exhibition, PanoramaSource } from '../schema.ts';
import { assetPath } from '../uri.ts';
import { findPictureFaults } from './checkPictures.ts';
import type { ExhibitionFolder } from './folder.ts';

/** Tiles looked for in one check; a document may name more than any disk holds. */
const MAX_TILES = 2_000_000;
/** Missing tiles of a pyramid after which nobody needs to hear of more. */
const MAX_MISSING = 10_000;
/** Missing tiles that are named, of each pyramid. */
const MAX_NAMED = 3;

/** Every tile of every pyramid: is it there? And of each level one: is it as large as declared? */
export async function checkTiles(
  exhibition: Exhibition,
  places: Places,
  folder: ExhibitionFolder,
  faults: FaultList,
): Promise<void> {
  let budget = MAX_TILES;
  for (const asset of exhibition.assets) {
    for (const source of listTileSources(asset)) {
      const pyramid = pyramidOf(asset.id, asset.kind === 'panorama' ? asset : {}, { source });
      const written = isFlat(asset) ? asset.source : source;
      const path = placeIn(places, written, 'template' in written ? 'template' : undefined);
      const missing: string[] = [];
      let missingCount = 0;
      const measuredLevels = new Set<number>();
      const wholeFiles = new Set<string>();
      for (const tile of listTiles(pyramid)) {
        if (budget-- <= 0) {
          const message = `more than ${MAX_TILES} tiles; the rest has not been looked for`;
          faults.add({ severity: 'warning', path, code: 'too-many-tiles', message });
          break;
        }
        const { uri, isWhole, ...size } = fileOf(source, pyramid, tile);
        if (isWhole && wholeFiles.has(uri)) continue;
        if (isWhole) wholeFiles.add(uri);
        const file = assetPath(uri);
        if (file === null || !(await folder.hasFile(file))) {
          missingCount += 1;
          if (missing.length < MAX_NAMED) missing.push(`"${uri}"`);
          if (missingCount >= MAX_MISSING) break;
        } else if (!measuredLevels.has(tile.level)) {
          measuredLevels.add(tile.level);
          const expected = { path, uri, ...size };
          for (const fault of await findPictureFaults(expected, folder)) faults.add(fault);
        }
      }
      if (missingCount === 0) continue;
      const named = missing.join(', ') + (missingCount > missing.length ? ', …' : '');
      const count =
        missingCount === 1
          ? '1 tile is missing'
          : `${missingCount}${missingCount === MAX_MISSING ? ' or more' : ''} tiles are missing`;
      const remedy =
        source.type === 'cube-tiles'
          ? 'make the pyramid again with "grotto tile", or copy the folder again'
          : 'copy the folder again, and mind that addresses and sizes are those of the tiles';
      faults.add({ severity: 'error', path, code: 'missing-tiles', message: `${count}: ${named}`, remedy });
    }
  }
}

type TileSource = Extract<PanoramaSource, { type: 'cube-tiles' | 'tile-files' }>;

function fileOf(source: TileSource, pyramid: Pyramid, tile: TileId) {
  if (source.type === 'cube-tiles') {
    const { widthPx, heightPx } = tilePixels(pyramid, tile);
    return { uri: tileUri(source, tile), isWhole: false, width: widthPx, height: heightPx };
  }
  const { uri, isWhole, widthPx, heightPx } = tileFile(source, tile);
  // Others round otherwise; what is shown is brought to size.
  return { uri, isWhole, width: widthPx, height: heightPx, slackPx: isWhole ? 0 : 1 };
}

function listTileSources(asset: Asset): TileSource[] {
  if (isFlat(asset)) return [flatFilesOf(asset.source)];
  if (asset.kind !== 'panorama') return [];
  const sources = asset.layers.flatMap((layer) => [layer.source, ...(layer.rightEye ? [layer.rightEye] : [])]);
  return sources.filter((source) => source.type === 'cube-tiles' || source.type === 'tile-files');
}
