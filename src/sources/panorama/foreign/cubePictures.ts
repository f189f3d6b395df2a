import type { FileLevel } from '../tile-files/tileFiles.ts';

/** Edge of tiles that are cut from whole pictures. */
export const CUT_TILE_PX = 512;

/** The six pictures of a cube, as Photo Sphere Viewer names them. */
export interface NamedFaces {
  readonly left: string;
  readonly front: string;
  readonly right: string;
  readonly back: string;
  readonly top: string;
  readonly bottom: string;
}

/** Levels of these sizes, all cut from six pictures of `size` pixels each. */
export function cubePictures(paths: NamedFaces, size: number, sizes: readonly number[]): FileLevel[] {
  const { front, right, back, left, top, bottom } = paths;
  return sizes.map((levelSize) => ({
    widthPx: levelSize,
    heightPx: levelSize,
    tileWidthPx: CUT_TILE_PX,
    tileHeightPx: CUT_TILE_PX,
    template: '',
    files: [front, right, back, left, top, bottom],
    whole: { widthPx: size, heightPx: size },
  }));
}

export function allDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
