/**
 * Each tier is half of the next, rounded down, until one fits into a tile; tiers count from the smallest, and all tiles
 * together, tier by tier and row by row, lie in groups of 256: TileGroup{group}/{tier}-{column}-{row}.
 */
import type { FileLevel, LayoutFault, TileLayout } from '../tile-files/tileFiles.ts';
import type { ZoomifySource } from './schema.ts';

export function zoomifyLayout(source: ZoomifySource): TileLayout | LayoutFault {
  const { uri, width, height, tileSize = 256, numTiles, format = 'jpg' } = source;
  const sizes = [{ width, height }];
  for (let [w, h] = [width, height]; w > tileSize || h > tileSize;) {
    [w, h] = [Math.max(1, Math.floor(w / 2)), Math.max(1, Math.floor(h / 2))];
    sizes.unshift({ width: w, height: h });
  }
  let tilesBefore = 0;
  const folder = uri.replace(/\/+$/, '');
  const levels = sizes.map((size, tier): FileLevel => {
    const scale = 2 ** (sizes.length - 1 - tier);
    const level = {
      widthPx: size.width,
      heightPx: size.height,
      // What is rounded away at the end is a part of the picture nevertheless, and keeps its place.
      spanWidthPx: width / scale,
      spanHeightPx: height / scale,
      tileWidthPx: tileSize,
      tileHeightPx: tileSize,
      template: `${folder}/TileGroup{g}/${tier}-{x}-{y}.${format}`,
      tilesBefore,
    };
    tilesBefore += Math.ceil(size.width / tileSize) * Math.ceil(size.height / tileSize);
    return level;
  });
  if (numTiles !== undefined && numTiles !== tilesBefore) {
    return { key: 'numTiles', fault: `says ${numTiles}, but a picture of this size has ${tilesBefore} tiles` };
  }
  return { projection: 'equirect', tileSize, levels };
}
