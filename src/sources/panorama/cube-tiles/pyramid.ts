import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { CubeTilesSource } from './schema.ts';

export function cubeTilesPyramid(id: string, source: CubeTilesSource): Pyramid {
  return {
    id,
    projection: 'cube',
    tileSize: source.tileSize,
    levels: source.levels.map((size) => ({ widthPx: size, heightPx: size })),
    ...(source.preview && { previewFaceSize: source.preview.faceSize }),
  };
}
