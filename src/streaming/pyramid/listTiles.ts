import { touchesCoverage } from './coverage.ts';
import { columnCount, faceCount, type Pyramid, rowCount, type TileId } from './pyramid.ts';

/** Every tile that a pyramid has, coarse to fine. */
export function* listTiles(pyramid: Pyramid): Generator<TileId> {
  for (let level = 0; level < pyramid.levels.length; level++) {
    for (let face = 0; face < faceCount(pyramid); face++) {
      for (let y = 0; y < rowCount(pyramid, level); y++) {
        for (let x = 0; x < columnCount(pyramid, level); x++) {
          const tile = { level, face, x, y };
          if (touchesCoverage(pyramid, tile)) yield tile;
        }
      }
    }
  }
}
