/** Files that the source of a panorama names, one by one. */
import type { PanoramaSource } from '#document/schema.ts';
import { tileUri } from '#sources/panorama/cube-tiles/address.ts';
import { cubeTilesPyramid } from '#sources/panorama/cube-tiles/pyramid.ts';
import { tileFilesOf } from '#sources/panorama/foreign/layoutOf.ts';
import type { WrittenSource } from '#sources/panorama/foreign/schema.ts';
import { tileFile } from '#sources/panorama/tile-files/address.ts';
import { tileFilesPyramid } from '#sources/panorama/tile-files/pyramid.ts';
import { columnCount, rowCount } from '#streaming/pyramid/pyramid.ts';

/** A pyramid of more tiles than this is not copied tile by tile. */
export const MAX_TILES = 150_000;

/** Null where there are too many to be listed. */
export function listSourceFiles(given: PanoramaSource | WrittenSource): string[] | null {
  const source = opened(given);
  if (source.type === 'equirect-image') return [source.uri];
  if (source.type === 'cube-faces') return Object.values(source.faces);
  if (source.type === 'tile-files' && source.faults.length > 0) return null;
  const isOwn = source.type === 'cube-tiles';
  const pyramid = isOwn ? cubeTilesPyramid('import', source) : tileFilesPyramid('import', source);
  const faces = pyramid.projection === 'cube' ? 6 : 1;
  const counts = pyramid.levels.map((_, level) => faces * columnCount(pyramid, level) * rowCount(pyramid, level));
  if (counts.reduce((sum, count) => sum + count, 0) > MAX_TILES) return null;
  const files = new Set(source.preview ? [source.preview.uri] : []);
  for (let level = 0; level < pyramid.levels.length; level++) {
    for (let face = 0; face < faces; face++) {
      for (let x = 0; x < columnCount(pyramid, level); x++) {
        for (let y = 0; y < rowCount(pyramid, level); y++) {
          const tile = { level, face, x, y };
          files.add(isOwn ? tileUri(source, tile) : tileFile(source, tile).uri);
        }
      }
    }
  }
  return [...files];
}

/** Those of other viewers as what they become in an opened document; without levels where they cannot be shown. */
function opened(source: PanoramaSource | WrittenSource): PanoramaSource {
  switch (source.type) {
    case 'cube-tiles':
    case 'equirect-image':
    case 'cube-faces':
    case 'tile-files':
      return source;
    default:
      return tileFilesOf(source);
  }
}
