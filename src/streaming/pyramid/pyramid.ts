/**
 * A panorama's picture pyramid: what tiles there are, without saying where they come from.
 * A cube pyramid has six square faces per level, an equirectangular one a single 2:1 face.
 */
export type Projection = 'cube' | 'equirect';

/** Cube faces in Grotto's order: front −Z, right +X, back +Z, left −X, up +Y, down −Y, each as seen from inside. */
export const FACES = ['f', 'r', 'b', 'l', 'u', 'd'] as const;
export type Face = (typeof FACES)[number];

export interface PyramidLevel {
  /** Picture size of the level (of one face for a cube), in pixels. Need not be a multiple of the tile size. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Edges of this level's tiles where they are not the pyramid's own; never longer than that. */
  readonly tileWidthPx?: number;
  readonly tileHeightPx?: number;
}

export interface Pyramid {
  /** Unique within a visit. */
  readonly id: string;
  readonly projection: Projection;
  /** Edge of a tile in pixels, the longest of all levels; the last column and row may be smaller. */
  readonly tileSize: number;
  /** Coarse to fine, at least one. */
  readonly levels: readonly PyramidLevel[];
  /** The preview's face size, where the pyramid has one; it lies beneath every level and is pinned. */
  readonly previewFaceSize?: number;
  /** The part of the sphere that has a picture, in the pyramid's own frame, radians; everything when absent. */
  readonly coverage?: SphereRectangle;
}

export interface SphereRectangle {
  readonly yawMin: number;
  readonly yawMax: number;
  readonly pitchMin: number;
  readonly pitchMax: number;
}

/** Level of the preview in a TileId; real levels count from 0. */
export const PREVIEW_LEVEL = -1;

export interface TileId {
  readonly level: number;
  /** Index into FACES; 0 for an equirectangular pyramid. */
  readonly face: number;
  readonly x: number;
  readonly y: number;
}

/** A tile's place on its face as fractions: u to the right, v downward, both 0 to 1. */
export interface TileRectangle {
  readonly u0: number;
  readonly v0: number;
  readonly u1: number;
  readonly v1: number;
}

export function faceCount(pyramid: Pyramid): number {
  return pyramid.projection === 'cube' ? 6 : 1;
}

export function tileWidthOf(pyramid: Pyramid, level: PyramidLevel): number {
  return level.tileWidthPx ?? pyramid.tileSize;
}

export function tileHeightOf(pyramid: Pyramid, level: PyramidLevel): number {
  return level.tileHeightPx ?? pyramid.tileSize;
}

export function columnCount(pyramid: Pyramid, level: number): number {
  const size = levelOf(pyramid, level);
  return Math.ceil(size.widthPx / tileWidthOf(pyramid, size));
}

export function rowCount(pyramid: Pyramid, level: number): number {
  const size = levelOf(pyramid, level);
  return Math.ceil(size.heightPx / tileHeightOf(pyramid, size));
}

/** Pixel size of a tile's picture: the tile size, less at the right and lower edge of a face. */
export function tilePixels(pyramid: Pyramid, tile: TileId): { widthPx: number; heightPx: number } {
  if (tile.level === PREVIEW_LEVEL) {
    const size = pyramid.previewFaceSize ?? 0;
    return { widthPx: size, heightPx: size };
  }
  const level = levelOf(pyramid, tile.level);
  const [width, height] = [tileWidthOf(pyramid, level), tileHeightOf(pyramid, level)];
  return {
    widthPx: Math.min(width, level.widthPx - tile.x * width),
    heightPx: Math.min(height, level.heightPx - tile.y * height),
  };
}

export function tileRectangle(pyramid: Pyramid, tile: TileId): TileRectangle {
  if (tile.level === PREVIEW_LEVEL) return { u0: 0, v0: 0, u1: 1, v1: 1 };
  const level = levelOf(pyramid, tile.level);
  const { widthPx, heightPx } = tilePixels(pyramid, tile);
  const left = tile.x * tileWidthOf(pyramid, level);
  const top = tile.y * tileHeightOf(pyramid, level);
  return {
    u0: left / level.widthPx,
    v0: top / level.heightPx,
    u1: (left + widthPx) / level.widthPx,
    v1: (top + heightPx) / level.heightPx,
  };
}

/** A number that names a tile within its pyramid, for use as a map key. Columns and rows stay below 65,536. */
export function tileKey(tile: TileId): number {
  return keyOf(tile.level, tile.face, tile.x, tile.y);
}

/** As `tileKey`, without an object. */
export function keyOf(level: number, face: number, x: number, y: number): number {
  return (((level + 1) * 6 + face) * 65_536 + y) * 65_536 + x;
}

export function levelOf(pyramid: Pyramid, level: number): PyramidLevel {
  const found = pyramid.levels[level];
  if (!found)
    throw new RangeError(`pyramid "${pyramid.id}" has no level ${level}; it has 0 to ${pyramid.levels.length - 1}`);
  return found;
}
