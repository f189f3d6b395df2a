import { findAssetUriFault } from '#sources/http/assetUri.ts';
import { deepZoomLayout } from '../deep-zoom/layout.ts';
import { iiifImageLayout } from '../iiif-image/layout.ts';
import { krpanoLayout } from '../krpano-tiles/layout.ts';
import { marzipanoLayout } from '../marzipano-tiles/layout.ts';
import { pannellumLayout } from '../pannellum-multires/layout.ts';
import { psvCubeTilesLayout } from '../psv-cube-tiles/layout.ts';
import { psvCubemapLayout } from '../psv-cubemap/layout.ts';
import { psvEquirectTilesLayout } from '../psv-equirect-tiles/layout.ts';
import type { FileLevel, LayoutFault, TileFiles, TileLayout } from '../tile-files/tileFiles.ts';
import { zoomifyLayout } from '../zoomify/layout.ts';
import type { PanoramaSource } from '../schema.ts';
import type { ForeignSource, WrittenSource } from './schema.ts';

/** Edges of tiles, pixels: the schemas say so where a document says the edge, here it is held where it follows. */
const LEAST_TILE_PX = 64;
const MOST_TILE_PX = 2_048;
const MOST_LEVELS = 24;
const MOST_PX = 1_048_576;
/** Of a face each way; what keys of tiles can hold. */
const MOST_COLUMNS = 65_536;
/** Columns above which two numbers side by side can be read in two ways. */
const ONE_DIGIT = 10;

/** What a foreign source becomes; with faults and no levels where it cannot be shown. */
export function tileFilesOf(written: ForeignSource): TileFiles {
  const found = layoutOf(written);
  const layout = 'fault' in found ? found : settleTileSizes(found);
  const fault = 'fault' in layout ? layout : findFault(layout, keyOfAddress(written));
  if (fault === null && !('fault' in layout)) return { type: 'tile-files', written, faults: [], ...layout };
  const faults = fault ? [fault] : [];
  return { type: 'tile-files', written, faults, projection: 'cube', tileSize: 1, levels: [] };
}

function layoutOf(source: ForeignSource): TileLayout | LayoutFault {
  switch (source.type) {
    case 'krpano-tiles':
      return krpanoLayout(source);
    case 'pannellum-multires':
      return pannellumLayout(source);
    case 'marzipano-tiles':
      return marzipanoLayout(source);
    case 'psv-cube-tiles':
      return psvCubeTilesLayout(source);
    case 'psv-cubemap':
      return psvCubemapLayout(source);
    case 'psv-equirect-tiles':
      return psvEquirectTilesLayout(source);
    case 'iiif-image':
      return iiifImageLayout(source);
    case 'deep-zoom':
      return deepZoomLayout(source);
    case 'zoomify':
      return zoomifyLayout(source);
  }
}

/** The longest edge for all of them; a level keeps its own only where it has several tiles of another size. */
function settleTileSizes(layout: TileLayout): TileLayout {
  const edges = layout.levels.map((level) => ({
    width: Math.min(level.tileWidthPx ?? layout.tileSize, level.widthPx),
    height: Math.min(level.tileHeightPx ?? layout.tileSize, level.heightPx),
  }));
  const tileSize = Math.max(...edges.flatMap(({ width, height }) => [width, height]));
  const levels = layout.levels.map(({ tileWidthPx, tileHeightPx, ...level }) => {
    const [width, height] = [tileWidthPx ?? layout.tileSize, tileHeightPx ?? layout.tileSize];
    const isSingle = level.widthPx <= width && level.heightPx <= height;
    const isUsual = width === tileSize && height === tileSize;
    return isSingle || isUsual ? level : { ...level, tileWidthPx: width, tileHeightPx: height };
  });
  return { ...layout, tileSize, levels };
}

function findFault({ tileSize, levels, projection, preview }: TileLayout, key: string): LayoutFault | null {
  if (levels.length === 0 || levels.length > MOST_LEVELS) {
    return { key, fault: `has ${levels.length} levels; expected 1 to ${MOST_LEVELS}` };
  }
  if (!levels.every((level, index) => index === 0 || level.widthPx > (levels[index - 1]?.widthPx ?? 0))) {
    return { key, fault: 'has levels that do not grow from coarse to fine' };
  }
  if (preview && preview.faceSize > MOST_TILE_PX / 2)
    return { key, fault: `has a preview of ${preview.faceSize} pixels` };
  for (const level of levels) {
    const fault = findLevelFault(level, tileSize, projection === 'cube');
    if (fault !== null) return { key, fault };
  }
  // A region of the whole picture and its size tell the level as well.
  const templates = levels.filter(({ files, region }) => !files && !region).map(({ template }) => template);
  return new Set(templates).size === templates.length ? null : { key, fault: 'does not tell its levels apart' };
}

function findLevelFault(level: FileLevel, tileSize: number, isCube: boolean): string | null {
  const [width, height] = [level.tileWidthPx ?? tileSize, level.tileHeightPx ?? tileSize];
  if (level.widthPx < 1 || level.heightPx < 1 || level.widthPx > MOST_PX || level.heightPx > MOST_PX) {
    return `has a level of ${level.widthPx}×${level.heightPx} pixels`;
  }
  const [columns, rows] = [Math.ceil(level.widthPx / width), Math.ceil(level.heightPx / height)];
  const isSmall = columns * rows > 1 && Math.min(width, height) < LEAST_TILE_PX;
  if (isSmall || Math.max(width, height) > MOST_TILE_PX) {
    return `has tiles of ${width}×${height} pixels; expected ${LEAST_TILE_PX} to ${MOST_TILE_PX} each way`;
  }
  if (columns > MOST_COLUMNS || rows > MOST_COLUMNS) return `has ${columns} by ${rows} tiles`;
  const unsafe = (level.files ?? [level.template]).map(findAssetUriFault).find((reason) => reason !== null);
  if (unsafe !== undefined) return unsafe;
  return level.files ? null : findTemplateFault(level.template, columns, rows, isCube);
}

/** Every tile must have an address of its own. */
function findTemplateFault(template: string, columns: number, rows: number, isCube: boolean): string | null {
  const has = (letters: RegExp): boolean => letters.test(template);
  if (isCube && !has(/\{0*f\}/)) return 'does not tell the six faces apart';
  if (columns > 1 && !has(/\{0*[xl]\}/)) return 'does not tell the columns of tiles apart';
  if (rows > 1 && !has(/\{0*[yt]\}/)) return 'does not tell the rows of tiles apart';
  const isCrowded = has(/\{0*[xy]\}\{0*[xy]\}/) && Math.max(columns, rows) > ONE_DIGIT;
  return isCrowded ? 'has row and column side by side, which can be read in two ways' : null;
}

function keyOfAddress(source: ForeignSource): string {
  if ('url' in source) return 'url';
  if ('tileUrl' in source) return 'tileUrl';
  if ('path' in source) return 'path';
  return 'paths' in source ? 'paths' : 'uri';
}

/** Whether it is in the words of another viewer. */
export function isForeign(source: PanoramaSource | WrittenSource): source is ForeignSource {
  switch (source.type) {
    case 'cube-tiles':
    case 'equirect-image':
    case 'cube-faces':
    case 'tile-files':
      return false;
    default:
      return true;
  }
}
