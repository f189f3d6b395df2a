/**
 * What becomes of a tile whose file cannot be had. Where a coarser tile would be replaced by nothing at all, it stays
 * and stands in; where other tiles of the same coarser one are there, the failed one counts as empty, so that a
 * missing file never keeps its neighbours away.
 */
import type { InnerTile } from './tilesInside.ts';

export class FailedTiles {
  readonly #failed = new WeakSet<InnerTile>();
  /** Those that a coarser tile stands in for. */
  readonly #replaced = new Set<InnerTile>();
  readonly #loaded = new Set<InnerTile>();

  has(tile: InnerTile): boolean {
    return this.#failed.has(tile);
  }

  noteFailed(tile: InnerTile): void {
    this.#failed.add(tile);
    const standIn = standInOf(tile);
    const isAlone = standIn !== null && ![...this.#loaded].some((other) => isBelow(other, standIn));
    if (isAlone) this.#replaced.add(tile);
    else makeEmpty(tile);
  }

  noteLoaded(tile: InnerTile): void {
    this.#loaded.add(tile);
    for (const failed of this.#replaced) {
      const standIn = standInOf(failed);
      if (standIn !== null && !isBelow(tile, standIn)) continue;
      this.#replaced.delete(failed);
      makeEmpty(failed);
    }
  }

  noteDropped(tile: InnerTile): void {
    this.#loaded.delete(tile);
  }
}

/** The nearest tile with something to draw that this one would replace. */
function standInOf(tile: InnerTile): InnerTile | null {
  for (let above = tile.parent; above; above = above.parent) {
    if (above.refine === 'ADD') return null;
    if (above.internal.hasRenderableContent) return above;
  }
  return null;
}

function isBelow(tile: InnerTile, above: InnerTile): boolean {
  for (let parent = tile.parent; parent; parent = parent.parent) if (parent === above) return true;
  return false;
}

function makeEmpty({ internal }: InnerTile): void {
  internal.hasContent = false;
  internal.hasRenderableContent = false;
  internal.hasUnrenderableContent = false;
}
