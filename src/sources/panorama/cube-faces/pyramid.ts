import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { halvingSizes, VIRTUAL_TILE_SIZE } from '../virtualLevels.ts';
import type { CubeFacesSource } from './schema.ts';

/** A pyramid that exists only in the browser: tiles are cut from the six pictures. */
export function cubeFacesPyramid(id: string, source: CubeFacesSource): Pyramid {
  const levels = halvingSizes(source.size).map((size) => ({ widthPx: size, heightPx: size }));
  return { id, projection: 'cube', tileSize: VIRTUAL_TILE_SIZE, levels };
}
