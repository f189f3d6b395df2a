/**
 * How the picture of a foreign panorama lies on disk, in plain words: what importers read, before it becomes a source of
 * ours. A layout that no source of ours says stays in `x-import` under this description, so that it can be taken over once
 * there is one.
 */
import type { PanoramaSource } from '#document/schema.ts';
import { findTemplateFault } from '#sources/panorama/cube-tiles/address.ts';

/** Faces in our order: front, right, back, left, up, down. */
export type SixFaces = readonly [string, string, string, string, string, string];

export type PanoramaTiles =
  | { readonly format: 'equirect'; readonly uri: string; readonly width: number; readonly height: number }
  | { readonly format: 'faces'; readonly faces: SixFaces; readonly size: number }
  | {
      readonly format: 'cube-tiles';
      /** {z} level, {f} face, {x} column, {y} row. */
      readonly template: string;
      readonly tileSize: number;
      /** Face sizes in pixels, coarse to fine. */
      readonly levels: readonly number[];
      readonly firstLevel: number;
      readonly firstIndex: number;
      readonly faces: string;
      readonly preview?: { readonly uri: string; readonly faceSize: number; readonly order: string };
    }
  | {
      /** One picture of the whole sphere in columns and rows, at one or several sizes. */
      readonly format: 'equirect-tiles';
      readonly template: string;
      readonly base?: string;
      readonly levels: readonly { readonly width: number; readonly cols: number; readonly rows: number }[];
    };

/** The source of ours, or null where none says this layout. */
export function sourceOf(tiles: PanoramaTiles): PanoramaSource | null {
  switch (tiles.format) {
    case 'equirect':
      return { type: 'equirect-image', uri: tiles.uri, width: tiles.width, height: tiles.height };
    case 'faces': {
      const [f, r, b, l, u, d] = tiles.faces;
      return { type: 'cube-faces', size: tiles.size, faces: { f, r, b, l, u, d } };
    }
    case 'cube-tiles':
      return cubeTiles(tiles);
    case 'equirect-tiles':
      return null;
  }
}

function cubeTiles(tiles: PanoramaTiles & { format: 'cube-tiles' }): PanoramaSource | null {
  const { template, tileSize, levels, firstLevel, firstIndex, faces, preview } = tiles;
  const isGrowing = levels.every((size, index) => index === 0 || size > (levels[index - 1] ?? 0));
  const isSound =
    tileSize >= 64 && tileSize <= 2_048 && levels.length > 0 && levels.length <= 16 && isGrowing && firstLevel <= 8;
  if (!isSound || !/^(?!.*(.).*\1)[A-Za-z0-9]{6}$/.test(faces)) return null;
  const source = {
    type: 'cube-tiles' as const,
    template,
    tileSize,
    levels: [...levels],
    ...(firstLevel > 0 && { firstLevel }),
    ...(firstIndex > 0 && { firstIndex }),
    ...(faces !== 'frblud' && { faces }),
    ...(preview && { preview }),
  };
  return findTemplateFault(source) === null ? source : null;
}
