/**
 * How the picture of a foreign panorama lies on disk: what importers read, before it becomes a source of the document.
 * Cubes at regular levels become tiles of our own; whatever else has a source keeps the words of its viewer. A layout that
 * no source says stays in `x-import` as it was described.
 */
import { findTemplateFault } from '#sources/panorama/cube-tiles/address.ts';
import { tileFilesOf } from '#sources/panorama/foreign/layoutOf.ts';
import { type ForeignSource, type WrittenSource, writtenSourceSchema } from '#sources/panorama/foreign/schema.ts';

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
      readonly format: 'as-written';
      /** In the words of the viewer it was made for; not judged yet. */
      readonly source: ForeignSource;
    };

/** A source that is shown, as a document says it, or the end of a sentence that says why there is none. */
export type FoundSource = { readonly source: WrittenSource } | { readonly reason: string };

const NO_SOURCE = 'no panorama of an exhibition lies on disk like that';

export function sourceOf(tiles: PanoramaTiles): FoundSource {
  switch (tiles.format) {
    case 'equirect':
      return { source: { type: 'equirect-image', uri: tiles.uri, width: tiles.width, height: tiles.height } };
    case 'faces': {
      const [f, r, b, l, u, d] = tiles.faces;
      return { source: { type: 'cube-faces', size: tiles.size, faces: { f, r, b, l, u, d } } };
    }
    case 'cube-tiles': {
      const source = cubeTiles(tiles);
      return source ? { source } : { reason: NO_SOURCE };
    }
    case 'as-written':
      return judge(tiles.source);
  }
}

/** What the schema of that format refuses, or what its layout makes no tiles of, is not shown. */
function judge(source: ForeignSource): FoundSource {
  if (!writtenSourceSchema.safeParse(source).success) return { reason: NO_SOURCE };
  const [fault] = tileFilesOf(source).faults;
  return fault ? { reason: `its “${fault.key}” ${fault.fault}` } : { source };
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
