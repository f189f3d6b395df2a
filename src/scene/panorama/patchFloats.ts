/**
 * What a patch is to the GPU, in floats: its rectangle on the face (u0 v0 u1 v1); face, store, layer, opacity; its
 * picture's size in texels (width, height), the edge of its layer and that of a whole tile; the layers of its eight
 * neighbours on the face, −1 where there is none in the same store, row by row from the upper left.
 */
import type { TileDraw } from '#streaming/ports.ts';
import {
  columnAt,
  keyOf,
  levelOf,
  PREVIEW_LEVEL,
  rowAt,
  tileHeightOf,
  tileKey,
  tileWidthOf,
} from '#streaming/pyramid/pyramid.ts';
import type { PyramidLevel } from '#streaming/pyramid/pyramid.ts';
import { InstanceFloats } from './instanceFloats.ts';

export const FLOATS_PER_PATCH = 20;
export const NEIGHBOURS_AT = 12;
export const NO_NEIGHBOUR = -1;

const WHOLE_FACE: PyramidLevel = { widthPx: 1, heightPx: 1 };

export class PatchFloats extends InstanceFloats {
  /** The store that all patches of the latest frame lie in; −1 where they lie in several. */
  onlyStore = -1;
  /** Whether no patch of the latest frame is seen through. */
  isOpaque = true;
  protected readonly layerSizes: readonly number[];

  /** `layerSizes`: edge of a layer per store. */
  constructor(layerSizes: readonly number[], floatsEach: number, capacity: number) {
    super(floatsEach, capacity);
    this.layerSizes = layerSizes;
  }

  protected layerSizeOf({ store }: TileDraw): number {
    return this.layerSizes[store] ?? 1;
  }

  /** Everything of a patch but its neighbours. */
  protected writePatch(at: number, draw: TileDraw, opacity: number): void {
    this.#setRectangle(at, draw);
    this.set(at + 4, draw.tile.face);
    this.set(at + 5, draw.store);
    this.set(at + 6, draw.layer);
    this.set(at + 7, opacity);
    if (opacity < 1) this.isOpaque = false;
    this.set(at + 8, texelsAcross(draw));
    this.set(at + 9, texelsDown(draw));
    this.set(at + 10, this.layerSizeOf(draw));
  }

  /** Eight floats; `byKey` holds the patches of the same pyramid. */
  protected writeNeighbours(at: number, draw: TileDraw, byKey: ReadonlyMap<number, TileDraw>): void {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        if (dx !== 0 || dy !== 0) this.set(at++, neighbourLayer(draw, dx, dy, byKey));
      }
    }
  }

  /** The same quotients for a shared edge of two tiles, so that no crack opens between them. */
  #setRectangle(at: number, { pyramid, tile }: TileDraw): void {
    const level = tile.level === PREVIEW_LEVEL ? WHOLE_FACE : levelOf(pyramid, tile.level);
    this.set(at, columnAt(pyramid, level, tile.x));
    this.set(at + 1, rowAt(pyramid, level, tile.y));
    this.set(at + 2, columnAt(pyramid, level, tile.x + 1));
    this.set(at + 3, rowAt(pyramid, level, tile.y + 1));
    this.set(at + 11, tileWidthOf(pyramid, level));
  }
}

/** Texels of a tile's picture that lie on the face: of the last one of a level it may be a part. At least one. */
export function texelsAcross({ pyramid, tile: { level: index, x }, widthPx }: TileDraw): number {
  const level = index === PREVIEW_LEVEL ? WHOLE_FACE : levelOf(pyramid, index);
  if (level.spanWidthPx === undefined) return widthPx;
  return Math.max(1, Math.min(widthPx, level.spanWidthPx - x * tileWidthOf(pyramid, level)));
}

/** As `texelsAcross`, downward. */
export function texelsDown({ pyramid, tile: { level: index, y }, heightPx }: TileDraw): number {
  const level = index === PREVIEW_LEVEL ? WHOLE_FACE : levelOf(pyramid, index);
  if (level.spanHeightPx === undefined) return heightPx;
  return Math.max(1, Math.min(heightPx, level.spanHeightPx - y * tileHeightOf(pyramid, level)));
}

/** Previews have no neighbours: each is a whole face. */
export function keepByKey(byKey: Map<number, TileDraw>, draw: TileDraw): void {
  if (draw.tile.level !== PREVIEW_LEVEL) byKey.set(tileKey(draw.tile), draw);
}

function neighbourLayer(
  { pyramid, tile: { level, face, x, y }, store }: TileDraw,
  dx: number,
  dy: number,
  byKey: ReadonlyMap<number, TileDraw>,
): number {
  if (level === PREVIEW_LEVEL || x + dx < 0 || y + dy < 0) return NO_NEIGHBOUR;
  // The program knows one edge of a whole tile; where tiles are not square, theirs are not blended.
  const { tileWidthPx, tileHeightPx } = levelOf(pyramid, level);
  if (tileWidthPx !== tileHeightPx) return NO_NEIGHBOUR;
  const neighbour = byKey.get(keyOf(level, face, x + dx, y + dy));
  return neighbour?.store === store ? neighbour.layer : NO_NEIGHBOUR;
}
