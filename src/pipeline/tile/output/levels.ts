/** What pyramid a picture gets: its levels, its tiles, where each is written. */
import { touchesCoverage } from '#streaming/pyramid/coverage.ts';
import { cubeLevelSizes } from '#streaming/pyramid/levels.ts';
import {
  columnCount,
  FACES,
  type Pyramid,
  rowCount,
  type SphereRectangle,
  type TileId,
} from '#streaming/pyramid/pyramid.ts';

/** The face size at which no source pixel is lost in the middle of a face, made even so that it halves well. */
export function defaultFaceSize(fullWidth: number): number {
  return 2 * Math.ceil(Math.ceil(fullWidth / Math.PI) / 2);
}

export function createPyramid(
  id: string,
  faceSize: number,
  tileSize: number,
  coverage: SphereRectangle | undefined,
): Pyramid {
  const levels = cubeLevelSizes(faceSize, tileSize).map((size) => ({ widthPx: size, heightPx: size }));
  return { id, projection: 'cube', tileSize, levels, ...(coverage && { coverage }) };
}

/** The tiles of a pyramid that have a picture, level by level, coarse to fine. */
export function listTiles(pyramid: Pyramid): TileId[] {
  const tiles: TileId[] = [];
  for (let level = 0; level < pyramid.levels.length; level++)
    for (let face = 0; face < FACES.length; face++)
      for (let y = 0; y < rowCount(pyramid, level); y++)
        for (let x = 0; x < columnCount(pyramid, level); x++) {
          const tile = { level, face, x, y };
          if (touchesCoverage(pyramid, tile)) tiles.push(tile);
        }
  return tiles;
}

/** Where a tile is written, relative to the pyramid's folder; the same pattern as `tileTemplate`. */
export function tilePath(tile: TileId, extension: string): string {
  return `${tile.level}/${FACES[tile.face] ?? ''}/${tile.y}_${tile.x}.${extension}`;
}

export function tileTemplate(extension: string): string {
  return `{z}/{f}/{y}_{x}.${extension}`;
}
