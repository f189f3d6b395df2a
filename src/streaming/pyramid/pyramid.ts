/**
 * A panorama's picture pyramid: what tiles there are, without saying where they come from.
 * A cube pyramid has six square faces per level, an equirectangular one a single 2:1 face, a flat one a single face of
 * any shape that hangs before the eyes as its `sheet` says.
 */
export type Projection = 'cube' | 'equirect' | 'flat';

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
  /**
   * Texels across and down the whole face where that is no whole number: half of 1,195 is 597.5, of which a file holds
   * 597 or 598. Tiles lie by it, and the last ends where the face does: with a part of a texel, or its last one
   * stretched. The sizes above by default.
   */
  readonly spanWidthPx?: number;
  readonly spanHeightPx?: number;
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
  /** How a flat picture hangs; every one that is shown has it. */
  readonly sheet?: Sheet;
}

/** What an eye is to a sheet: where it is and which way it sees, in the pyramid's own frame; see `policy/eye.ts`. */
export interface SheetEye {
  readonly position: ArrayLike<number>;
  readonly basis: ArrayLike<number>;
  readonly planes: ArrayLike<number>;
  readonly tolerance: number;
}

/**
 * How a flat picture hangs before the eyes, which need not be at one point: whoever moves it changes it in place, and the
 * engine asks anew in every frame. Points of it are fractions, u to the right, v downward.
 */
export interface Sheet {
  /** How fast the eyes move along it, metres per second to the right. */
  readonly speed: number;
  /** The way from the eye to a point, metres, to out[0..2], and its derivatives by u and v to out[3..8]. */
  write(u: number, v: number, from: ArrayLike<number>, out: Float64Array): void;
  /** Writes the point that a ray (three numbers from `ray` on) meets to at[0..1]; false where it meets none. */
  hit(from: ArrayLike<number>, rays: Float64Array, ray: number, at: Float64Array): boolean;
  /** Whether some of a rectangle is there and in an eye's view; errs towards visible. */
  isVisible(eye: SheetEye, u0: number, v0: number, u1: number, v1: number): boolean;
  /** Whether some of a rectangle lies within `radius` radians of an eye's axis. */
  isWithin(eye: SheetEye, radius: number, u0: number, v0: number, u1: number, v1: number): boolean;
  /** Everything is answered as it will be in so many seconds, until called with 0. */
  lookAhead(seconds: number): void;
}

/** What a pyramid's picture lies on. */
export type Surface = Projection | Sheet;

export function surfaceOf({ sheet, projection }: Pyramid): Surface {
  return sheet ?? projection;
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
  return {
    u0: columnAt(pyramid, level, tile.x),
    v0: rowAt(pyramid, level, tile.y),
    u1: columnAt(pyramid, level, tile.x + 1),
    v1: rowAt(pyramid, level, tile.y + 1),
  };
}

/** Where a column of tiles begins, as a fraction of the face; 1 after the last. The very same for both tiles at an edge. */
export function columnAt(pyramid: Pyramid, level: PyramidLevel, x: number): number {
  const left = x * tileWidthOf(pyramid, level);
  return left >= level.widthPx ? 1 : left / spanWidthOf(level);
}

/** As `columnAt`, downward. */
export function rowAt(pyramid: Pyramid, level: PyramidLevel, y: number): number {
  const top = y * tileHeightOf(pyramid, level);
  return top >= level.heightPx ? 1 : top / spanHeightOf(level);
}

export function spanWidthOf({ spanWidthPx, widthPx }: PyramidLevel): number {
  return spanWidthPx ?? widthPx;
}

export function spanHeightOf({ spanHeightPx, heightPx }: PyramidLevel): number {
  return spanHeightPx ?? heightPx;
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
