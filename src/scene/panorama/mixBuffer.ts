/**
 * The instance data of patches that read two pictures. Per patch: what `patchFloats.ts` says of its own tile, then of the
 * tile beneath it in the other picture: where the patch lies on that tile (scale x y, offset x y, fractions of it);
 * store, layer (−1 where there is none), whether the patch's own picture is the second one, edge of the layer; size in
 * texels (width, height), edge of a whole tile, 0; the layers of its eight neighbours.
 */
import type { FrameReport, TileDraw } from '#streaming/ports.ts';
import type { PatchOrder } from './patchBuffer.ts';
import { bottomOf, leftOf, PatchPairs, rightOf, topOf, type PatchPair } from './pairPatches.ts';
import {
  FLOATS_PER_PATCH,
  keepByKey,
  NEIGHBOURS_AT,
  NO_NEIGHBOUR,
  PatchFloats,
  texelsAcross,
  texelsDown,
} from './patchFloats.ts';

export const FLOATS_PER_MIXED_PATCH = 2 * FLOATS_PER_PATCH;

export class MixBuffer extends PatchFloats {
  readonly #pairs = new PatchPairs();
  readonly #firstByKey = new Map<number, TileDraw>();
  readonly #secondByKey = new Map<number, TileDraw>();
  #latestCount = 0;

  constructor(layerSizes: readonly number[], capacity = 256) {
    super(layerSizes, FLOATS_PER_MIXED_PATCH, capacity);
  }

  /** Takes the draws of a panorama and of the one it is mixed with (`companion`, by its index) over. */
  write(report: FrameReport, { panorama, isFineFirst }: PatchOrder, companion: number): void {
    const { pairs } = this.#pairs;
    this.#pairs.pair(report, panorama, companion);
    this.begin();
    this.isOpaque = true;
    const { count } = this.#pairs;
    for (let i = 0; i < count; i++) {
      const pair = pairs[isFineFirst ? count - 1 - i : i];
      if (pair) this.#add(pair, isFineFirst ? 1 : pair.opacity);
    }
    if (this.changedEnd > 0 || this.#latestCount !== count) this.#setNeighbours(isFineFirst);
    this.#latestCount = count;
    this.end();
  }

  #add({ own, other, isSecond }: PatchPair, opacity: number): void {
    const isFirst = this.count === 0;
    const at = this.push();
    this.writePatch(at, own, opacity);
    if (isFirst) this.onlyStore = own.store;
    if (own.store !== this.onlyStore || (other && other.store !== this.onlyStore)) this.onlyStore = -1;
    const second = at + FLOATS_PER_PATCH;
    if (other) this.#setPlaceOn(second, own, other);
    this.set(second + 4, other?.store ?? 0);
    this.set(second + 5, other?.layer ?? -1);
    this.set(second + 6, isSecond ? 1 : 0);
    this.set(second + 7, other ? this.layerSizeOf(other) : 1);
    this.set(second + 8, other ? texelsAcross(other) : 1);
    this.set(second + 9, other ? texelsDown(other) : 1);
    this.set(second + 10, other?.pyramid.tileSize ?? 1);
  }

  #setPlaceOn(at: number, own: TileDraw, other: TileDraw): void {
    const [left, top] = [leftOf(other), topOf(other)];
    const [width, height] = [rightOf(other) - left, bottomOf(other) - top];
    this.set(at, (rightOf(own) - leftOf(own)) / width);
    this.set(at + 1, (bottomOf(own) - topOf(own)) / height);
    this.set(at + 2, (leftOf(own) - left) / width);
    this.set(at + 3, (topOf(own) - top) / height);
  }

  #setNeighbours(isFineFirst: boolean): void {
    const { pairs, count, first, second } = this.#pairs;
    this.#firstByKey.clear();
    this.#secondByKey.clear();
    for (const draw of first) keepByKey(this.#firstByKey, draw);
    for (const draw of second) keepByKey(this.#secondByKey, draw);
    for (let i = 0; i < count; i++) {
      const pair = pairs[isFineFirst ? count - 1 - i : i];
      if (!pair) continue;
      const at = i * FLOATS_PER_MIXED_PATCH + NEIGHBOURS_AT;
      const { own, other, isSecond } = pair;
      this.writeNeighbours(at, own, isSecond ? this.#secondByKey : this.#firstByKey);
      if (other) this.writeNeighbours(at + FLOATS_PER_PATCH, other, isSecond ? this.#firstByKey : this.#secondByKey);
      else for (let k = 0; k < 8; k++) this.set(at + FLOATS_PER_PATCH + k, NO_NEIGHBOUR);
    }
  }
}
