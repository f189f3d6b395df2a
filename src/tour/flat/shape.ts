/** The flat picture of a place, in metres: the origin is its middle, x grows to the right, y upward. */
import type { FlatAsset, Hotspot } from '#document/schema.ts';
import { sizeOfFlat } from '#sources/flat/flatFiles.ts';

export interface FlatShape {
  readonly width: number;
  readonly height: number;
  readonly metresPerPixel: number;
  /** Whether it is rolled up on both sides of what is seen. */
  readonly isScroll: boolean;
  /** −1 where one reads on to the left, 1 to the right; a picture is read as its viewer likes. */
  readonly onward: -1 | 1;
}

/** A rectangle on the picture, metres. */
export interface FlatSpan {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export function shapeOf({ kind, source, metresPerPixel, direction = 'rtl' }: FlatAsset): FlatShape {
  const { width, height } = sizeOfFlat(source);
  const isScroll = kind === 'scroll';
  return {
    width: width * metresPerPixel,
    height: height * metresPerPixel,
    metresPerPixel,
    isScroll,
    onward: isScroll && direction === 'rtl' ? -1 : 1,
  };
}

/** Where a hotspot's region lies; null where it has none. */
export function spanOfRegion({ region }: Pick<Hotspot, 'region'>, shape: FlatShape): FlatSpan | null {
  if (!region) return null;
  const columns = region.map(([x]) => x * shape.metresPerPixel - shape.width / 2);
  const rows = region.map(([, y]) => shape.height / 2 - y * shape.metresPerPixel);
  return {
    left: Math.min(...columns),
    right: Math.max(...columns),
    bottom: Math.min(...rows),
    top: Math.max(...rows),
  };
}

/** Where columns of the picture, pixels, lie from end to end of its height. */
export function spanOfColumns(from: number, to: number, { width, height, metresPerPixel }: FlatShape): FlatSpan {
  const left = from * metresPerPixel - width / 2;
  return { left, right: to * metresPerPixel - width / 2, bottom: -height / 2, top: height / 2 };
}

/** How far a place of the picture is from where one begins to read, metres. */
export function fromBeginning(x: number, { width, onward }: FlatShape): number {
  return width / 2 + onward * x;
}
