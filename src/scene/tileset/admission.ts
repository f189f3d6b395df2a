/**
 * Lets no more tiles be fetched than will find room. The renderer's cache counts a tile only once it is decoded, and
 * would throw away what does not fit then; here what is on its way counts with what tiles have weighed so far.
 */
import type { InnerTile, TilesInside } from './tilesInside.ts';

/** Before anything is known of their weight, only so many are fetched. */
const FIRST = 6;
/** How many of the last tiles the mean follows. */
const MEMORY = 24;

export class Admission {
  readonly #inside: TilesInside;
  #mean = 0;
  #count = 0;

  constructor(inside: TilesInside) {
    this.#inside = inside;
    const request = inside.requestTileContents.bind(inside);
    inside.requestTileContents = (tile) => {
      if (this.#isAdmitted(tile)) request(tile);
    };
  }

  /** Bytes of a tile that is decoded. */
  noteLoaded(bytes: number): void {
    this.#count = Math.min(this.#count + 1, MEMORY);
    this.#mean += (bytes - this.#mean) / this.#count;
  }

  #isAdmitted(tile: InnerTile): boolean {
    const { loadingTiles, lruCache, stats } = this.#inside;
    const isMoreTiles = tile.internal.hasUnrenderableContent;
    if (isMoreTiles || loadingTiles.size === 0) return true;
    if (this.#count === 0) return loadingTiles.size < FIRST;
    if (lruCache.cachedBytes + (loadingTiles.size + 1) * this.#mean <= lruCache.maxBytesSize) return true;
    stats.refused += 1;
    return false;
  }
}
