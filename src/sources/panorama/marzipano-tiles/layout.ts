/** https://www.marzipano.net/reference/ImageUrlSource.html: levels count from 0, the preview's among them. */
import { findUnknownPlaceholder, setLevel } from '../foreign/template.ts';
import type { LayoutFault, TileLayout } from '../tile-files/tileFiles.ts';
import type { MarzipanoTilesSource } from './schema.ts';

export function marzipanoLayout(source: MarzipanoTilesSource): TileLayout | LayoutFault {
  const { url, levels, cubeMapPreviewUrl, cubeMapPreviewFaceOrder = 'bdflru' } = source;
  const unknown = findUnknownPlaceholder(url, 'zfyx');
  if (unknown !== null) return { key: 'url', fault: unknown };
  const first = levels[0]?.size ?? 0;
  const hasPreview = cubeMapPreviewUrl !== undefined;
  if (hasPreview && levels.length < 2) return { key: 'levels', fault: 'holds the level of the preview alone' };
  return {
    projection: 'cube',
    tileSize: Math.max(...levels.map(({ tileSize }) => tileSize)),
    levels: levels
      .map(({ size, tileSize }, index) => ({
        widthPx: size,
        heightPx: size,
        tileWidthPx: tileSize,
        tileHeightPx: tileSize,
        template: setLevel(url, index),
      }))
      .slice(hasPreview ? 1 : 0),
    faces: ['f', 'r', 'b', 'l', 'u', 'd'],
    ...(hasPreview && { preview: { uri: cubeMapPreviewUrl, faceSize: first, order: cubeMapPreviewFaceOrder } }),
  };
}
