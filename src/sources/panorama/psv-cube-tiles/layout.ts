/**
 * https://photo-sphere-viewer.js.org/guide/adapters/cubemap-tiles.html: tiles of a level are all of one size, the face
 * divided by their number. Unless `flipTopBottom` is set, the lower edge of the top face adjoins the back.
 */
import { allDifferent, cubePictures } from '../foreign/cubePictures.ts';
import { findUnknownPlaceholder, setLevel } from '../foreign/template.ts';
import type { FileLevel, LayoutFault, TileLayout } from '../tile-files/tileFiles.ts';
import type { PsvCubeTilesSource } from './schema.ts';

const NAMES = ['front', 'right', 'back', 'left', 'top', 'bottom'] as const;

export function psvCubeTilesLayout(source: PsvCubeTilesSource): TileLayout | LayoutFault {
  const { tileUrl, faceSize, nbTiles, baseUrl, baseSize, flipTopBottom = false, faces = NAMES } = source;
  const unknown = findUnknownPlaceholder(tileUrl, 'zfxy');
  if (unknown !== null) return { key: 'tileUrl', fault: unknown };
  const single = faceSize !== undefined && nbTiles !== undefined ? [{ faceSize, nbTiles }] : undefined;
  const sizes = source.levels ?? single;
  if (!sizes) return { key: 'levels', fault: 'is missing; so are faceSize and nbTiles' };
  if (!allDifferent(faces)) return { key: 'faces', fault: 'names two faces alike' };
  if (baseUrl && baseSize === undefined) return { key: 'baseSize', fault: 'is missing' };
  const levels = sizes
    .toSorted((a, b) => a.faceSize - b.faceSize)
    .map((level, index): FileLevel => {
      const tile = Math.max(1, Math.round(level.faceSize / level.nbTiles));
      const size = tile * level.nbTiles;
      const template = setLevel(tileUrl, index);
      return { widthPx: size, heightPx: size, tileWidthPx: tile, tileHeightPx: tile, template };
    });
  const base = baseUrl && baseSize !== undefined ? cubePictures(baseUrl, baseSize, [baseSize]) : null;
  return {
    projection: 'cube',
    tileSize: 0,
    levels: base ? [...base, ...levels] : levels,
    faces,
    isUpDownTurned: !flipTopBottom,
  };
}
