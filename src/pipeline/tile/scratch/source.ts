/**
 * The picture that tiles are cut from, on disk, with its half-size copies. Plain data: it travels to the workers.
 * Copy k is half of copy k − 1 in both directions, rounded up.
 */
import type { RawPicture } from './rawPicture.ts';

/** One size of an equirectangular picture, whole or part of the sphere. All lengths in this copy's pixels. */
export interface EquirectCopy {
  readonly kind: 'equirect';
  readonly picture: RawPicture;
  /** What the whole sphere would measure; need not be whole numbers. */
  readonly fullWidth: number;
  readonly fullHeight: number;
  /** Where the picture's upper left corner lies in the whole sphere. */
  readonly left: number;
  readonly top: number;
}

/** One size of a cube: six square pictures in the order of `FACES`. */
export interface CubeCopy {
  readonly kind: 'cube';
  readonly pictures: readonly RawPicture[];
}

export type SourceCopy = EquirectCopy | CubeCopy;

/** Finest first. */
export type TileSource = readonly [SourceCopy, ...SourceCopy[]];

/** True where the picture goes all the way around, so that its right edge joins its left one. */
export function isFullCircle(copy: EquirectCopy): boolean {
  return Math.abs(copy.picture.width - copy.fullWidth) < 0.5;
}

/** The face size at which the middle of a face has exactly one pixel per pixel of this copy. */
export function matchingFaceSize(copy: SourceCopy): number {
  return copy.kind === 'cube' ? (copy.pictures[0]?.width ?? 0) : copy.fullWidth / Math.PI;
}

/**
 * How much finer than a level the copy must be that the level is cut from. One filter from twice the resolution keeps
 * edges that two filters, a halving and a resampling at equal size, would blur: some 6 dB on a chart of hard squares.
 * A little less than 2, since level and copy are both rounded.
 */
export const FINER_BY = 1.9;

/** The copy that a level is cut from: the coarsest that is fine enough, else the finest there is. */
export function copyForFaceSize(source: TileSource, faceSize: number): SourceCopy {
  let chosen = source[0];
  for (const copy of source) if (matchingFaceSize(copy) >= faceSize * FINER_BY) chosen = copy;
  return chosen;
}

export function picturesOf(copy: SourceCopy): readonly RawPicture[] {
  return copy.kind === 'cube' ? copy.pictures : [copy.picture];
}
