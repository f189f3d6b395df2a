/** Files that the source of a panorama names, one by one. */
import type { Coverage, PanoramaSource } from '#document/schema.ts';
import { isForeign, tileFilesOf } from '#sources/panorama/foreign/layoutOf.ts';
import type { WrittenSource } from '#sources/panorama/foreign/schema.ts';
import { listSourceUris } from '#sources/panorama/listSourceUris.ts';

/** A pyramid of more files than this is not copied one by one. */
const MAX_TILES = 150_000;

/** Null where there are too many to be listed, or it is in a format of others and cannot be shown. */
export function listSourceFiles(written: PanoramaSource | WrittenSource, coverage?: Coverage): string[] | null {
  const source = isForeign(written) ? tileFilesOf(written) : written;
  return source.type === 'tile-files' && source.faults.length > 0 ? null : listUpToMost(source, coverage);
}

/** Null where they are more than `MAX_TILES`. */
export function listUpToMost(source: PanoramaSource, coverage?: Coverage): string[] | null {
  const files = new Set<string>();
  for (const uri of listSourceUris(source, coverage)) {
    files.add(uri);
    if (files.size > MAX_TILES) return null;
  }
  return [...files];
}
