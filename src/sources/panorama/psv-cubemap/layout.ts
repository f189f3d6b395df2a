/** https://photo-sphere-viewer.js.org/guide/adapters/cubemap.html; the tiles are cut in the browser. */
import { cubeLevelSizes } from '#streaming/pyramid/levels.ts';
import { CUT_TILE_PX, cubePictures } from '../foreign/cubePictures.ts';
import type { TileLayout } from '../tile-files/tileFiles.ts';
import type { PsvCubemapSource } from './schema.ts';

export function psvCubemapLayout({ paths, size, flipTopBottom = false }: PsvCubemapSource): TileLayout {
  return {
    projection: 'cube',
    tileSize: 0,
    levels: cubePictures(paths, size, cubeLevelSizes(size, CUT_TILE_PX)),
    isUpDownTurned: !flipTopBottom,
  };
}
