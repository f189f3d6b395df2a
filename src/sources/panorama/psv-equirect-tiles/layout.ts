/**
 * https://photo-sphere-viewer.js.org/guide/adapters/equirectangular-tiles.html: tiles of a level are all of one size,
 * the picture divided by their number. They need not be square.
 */
import { findUnknownPlaceholder, setLevel } from '../foreign/template.ts';
import type { FileLevel, LayoutFault, TileLayout } from '../tile-files/tileFiles.ts';
import { CUT_TILE_PX } from '../foreign/cubePictures.ts';
import type { PsvEquirectTilesSource } from './schema.ts';

export function psvEquirectTilesLayout(source: PsvEquirectTilesSource): TileLayout | LayoutFault {
  const { tileUrl, width, cols, rows, baseUrl, baseWidth } = source;
  const unknown = findUnknownPlaceholder(tileUrl, 'zxy');
  if (unknown !== null) return { key: 'tileUrl', fault: unknown };
  const isSingle = width !== undefined && cols !== undefined && rows !== undefined;
  const sizes = source.levels ?? (isSingle ? [{ width, cols, rows }] : undefined);
  if (!sizes) return { key: 'levels', fault: 'is missing; so are width, cols and rows' };
  if (baseUrl !== undefined && baseWidth === undefined) return { key: 'baseWidth', fault: 'is missing' };
  const levels = sizes
    .toSorted((a, b) => a.width - b.width)
    .map((level, index): FileLevel => {
      const tileWidthPx = Math.max(1, Math.round(level.width / level.cols));
      const tileHeightPx = Math.max(1, Math.round(level.width / 2 / level.rows));
      const [widthPx, heightPx] = [tileWidthPx * level.cols, tileHeightPx * level.rows];
      return { widthPx, heightPx, tileWidthPx, tileHeightPx, template: setLevel(tileUrl, index) };
    });
  if (baseUrl !== undefined && baseWidth !== undefined) levels.unshift(wholePicture(baseUrl, baseWidth));
  return { projection: 'equirect', tileSize: 0, levels };
}

function wholePicture(uri: string, widthPx: number): FileLevel {
  const whole = { widthPx, heightPx: Math.max(1, Math.round(widthPx / 2)) };
  const tile = { tileWidthPx: CUT_TILE_PX, tileHeightPx: CUT_TILE_PX };
  return { ...whole, ...tile, template: '', files: [uri], whole };
}
