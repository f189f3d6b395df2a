import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { halvingSizes, VIRTUAL_TILE_SIZE } from '../virtualLevels.ts';
import type { EquirectImageSource } from './schema.ts';

/** A pyramid that exists only in the browser: tiles are cut from the one picture. */
export function equirectImagePyramid(id: string, source: EquirectImageSource): Pyramid {
  const levels = halvingSizes(source.width).map((widthPx) => ({
    widthPx,
    heightPx: Math.max(1, Math.round((source.height * widthPx) / source.width)),
  }));
  return { id, projection: 'equirect', tileSize: VIRTUAL_TILE_SIZE, levels };
}
