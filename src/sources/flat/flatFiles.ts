/**
 * A flat picture as the one shape that loader, check and packer know (`TileFiles`), so that they need not know whether a
 * picture surrounds the visitor or hangs before them.
 */
import { VIRTUAL_TILE_SIZE } from '../panorama/virtualLevels.ts';
import type { FileLevel, TileFiles } from '../panorama/tile-files/tileFiles.ts';
import type { FlatSource } from './schema.ts';

export function flatFilesOf(source: FlatSource): TileFiles {
  if (source.type === 'tile-files') return source;
  const { width, height } = source;
  const isImage = source.type === 'flat-image';
  const tileSize = isImage ? VIRTUAL_TILE_SIZE : source.tileSize;
  const count = isImage ? levelsOf(Math.max(width, height)) : source.levels;
  const levels = Array.from({ length: count }, (_, index): FileLevel => {
    const scale = 2 ** (count - 1 - index);
    const size = { widthPx: Math.ceil(width / scale), heightPx: Math.ceil(height / scale) };
    if (!isImage) return { ...size, template: source.template.replaceAll('{z}', String(index)) };
    return { ...size, template: '', files: [source.uri], whole: { widthPx: width, heightPx: height } };
  });
  return { type: 'tile-files', projection: 'flat', tileSize, levels, written: source, faults: [] };
}

/** Size of the picture at its finest, pixels. */
export function sizeOfFlat(source: FlatSource): { readonly width: number; readonly height: number } {
  if (source.type !== 'tile-files') return source;
  const { widthPx = 1, heightPx = 1 } = source.levels.at(-1) ?? {};
  return { width: widthPx, height: heightPx };
}

/** Halves until one tile holds all of it. */
function levelsOf(longestPx: number): number {
  return 1 + Math.max(0, Math.ceil(Math.log2(longestPx / VIRTUAL_TILE_SIZE)));
}
