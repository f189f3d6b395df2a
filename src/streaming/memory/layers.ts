/**
 * Which tile sits in which layer of the stores. Nothing is allocated on the GPU while walking: a tile takes a free
 * layer, else the layer of the resident tile that was wanted longest ago. Tiles wanted in this frame and pinned tiles
 * never make room.
 */
import type { TileStore } from '../ports.ts';
import type { TileRecord } from './record.ts';

export class Layers {
  readonly #stores: readonly TileStore[];
  readonly #free: number[][];
  readonly #residents: Set<TileRecord>[];
  evictedCount = 0;

  constructor(stores: readonly TileStore[]) {
    if (stores.length === 0) throw new Error('the streaming engine needs at least one tile store');
    this.#stores = stores;
    this.#free = stores.map((store) => countDown(store.layerCount));
    this.#residents = stores.map(() => new Set());
  }

  /** The store whose layers waste least on a picture of this size; throws where no layer is large enough. */
  storeFor(widthPx: number, heightPx: number): number {
    const size = Math.max(widthPx, heightPx);
    let best = -1;
    for (let i = 0; i < this.#stores.length; i++) {
      const layerSize = this.#stores[i]?.layerSize ?? 0;
      if (layerSize >= size && (best < 0 || layerSize < (this.#stores[best]?.layerSize ?? 0))) best = i;
    }
    if (best < 0)
      throw new RangeError(`no tile store has layers of ${size} px; plan the stores from the pyramids shown`);
    return best;
  }

  store(index: number): TileStore {
    const store = this.#stores[index];
    if (!store) throw new RangeError(`there is no tile store ${index}`);
    return store;
  }

  /** Gives the record a layer of its store, evicting if it must; false when everything there is in use. */
  claim(record: TileRecord, store: number, frame: number, onEvict: (evicted: TileRecord) => void): boolean {
    const free = this.#freeOf(store);
    if (free.length === 0) {
      const victim = this.#leastRecentlyWanted(store, frame);
      if (!victim) return false;
      this.release(victim);
      this.evictedCount++;
      onEvict(victim);
    }
    const layer = free.pop();
    if (layer === undefined) return false;
    record.store = store;
    record.layer = layer;
    this.#residentsOf(store).add(record);
    return true;
  }

  /** Gives a resident record's layer back. */
  release(record: TileRecord): void {
    if (record.layer < 0) throw new Error('a tile without a layer cannot be released');
    this.#residentsOf(record.store).delete(record);
    this.#freeOf(record.store).push(record.layer);
    record.layer = -1;
    record.store = -1;
  }

  /** Every resident tile, in no order. */
  *residents(): Generator<TileRecord> {
    for (const set of this.#residents) yield* set;
  }

  usedCount(store: number): number {
    return this.#residentsOf(store).size;
  }

  #leastRecentlyWanted(store: number, frame: number): TileRecord | null {
    let oldest: TileRecord | null = null;
    for (const record of this.#residentsOf(store)) {
      if (record.isPinned || record.wantedFrame >= frame || record.drawnFrame >= frame - 1) continue;
      if (!oldest || record.wantedAt < oldest.wantedAt) oldest = record;
    }
    return oldest;
  }

  #freeOf(store: number): number[] {
    const free = this.#free[store];
    if (!free) throw new RangeError(`there is no tile store ${store}`);
    return free;
  }

  #residentsOf(store: number): Set<TileRecord> {
    const residents = this.#residents[store];
    if (!residents) throw new RangeError(`there is no tile store ${store}`);
    return residents;
  }
}

function countDown(count: number): number[] {
  return Array.from({ length: count }, (_, i) => count - 1 - i);
}
