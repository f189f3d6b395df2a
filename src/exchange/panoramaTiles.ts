/**
 * How the picture of a foreign panorama lies on disk, in plain words: what importers read, before it becomes a source of
 * ours. A layout that no source of ours says stays in `x-import` under this description, so that it can be taken over once
 * there is one.
 */
import { findTemplateFault } from '#sources/panorama/cube-tiles/address.ts';
import type { WrittenSource } from '#sources/panorama/foreign/schema.ts';
import { psvEquirectTilesSchema } from '#sources/panorama/psv-equirect-tiles/schema.ts';

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
      /** All of it in one small picture, and how wide that is. */
      readonly base?: { readonly uri: string; readonly width: number };
      readonly levels: readonly { readonly width: number; readonly cols: number; readonly rows: number }[];
    };

/** The source, as a document says it, or null where none says this layout. */
export function sourceOf(tiles: PanoramaTiles): WrittenSource | null {
  switch (tiles.format) {
    case 'equirect':
      return { type: 'equirect-image', uri: tiles.uri, width: tiles.width, height: tiles.height };
    case 'faces': {
      const [f, r, b, l, u, d] = tiles.faces;
      return { type: 'cube-faces', size: tiles.size, faces: { f, r, b, l, u, d } };
    }
    case 'cube-tiles':
      return cubeTiles(tiles);
    case 'equirect-tiles': {
      const { template, levels, base } = tiles;
      const sizes = levels.map((level) => ({ ...level }));
      const small = base && { baseUrl: base.uri, baseWidth: base.width };
      const source = { type: 'psv-equirect-tiles' as const, tileUrl: template, levels: sizes, ...small };
      // What the schema of that format refuses is no layout that is shown.
      return psvEquirectTilesSchema.safeParse(source).success ? source : null;
    }
  }
}

function cubeTiles(tiles: PanoramaTiles & { format: 'cube-tiles' }): WrittenSource | null {
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
