/**
 * The instance data of a panorama's patches, written from the engine's draws each frame into arrays that are kept.
 * Per patch, in floats: its rectangle on the face (u0 v0 u1 v1); face, store, layer, opacity; its picture's size in
 * texels (width, height), the edge of its layer and that of a whole tile; the layers of its eight neighbours on the face,
 * −1 where there is none in the same store, row by row from the upper left.
 */
import { keyOf, levelOf, PREVIEW_LEVEL } from '#streaming/pyramid/pyramid.ts';
import type { FrameReport, TileDraw } from '#streaming/ports.ts';

export const FLOATS_PER_PATCH = 20;
const NEIGHBOURS_AT = 12;
const NO_NEIGHBOUR = -1;

const WHOLE_FACE = { widthPx: 1, heightPx: 1 };

export interface PatchOrder {
  /** Index of the panorama in the list that is shown. */
  readonly panorama: number;
  /** Coarse patches first paint over each other; fine patches first let each pixel be claimed once (see shown.ts). */
  readonly isFineFirst: boolean;
}

export class PatchBuffer {
  /** Grows by doubling, which a visit sees once or twice; its length is the capacity. */
  array: Float32Array;
  count = 0;
  /** The store that all patches of the latest frame lie in; −1 where they lie in several. */
  onlyStore = -1;
  /** Whether no patch of the latest frame is seen through. */
  isOpaque = true;
  /** One past the last float that the latest `write` changed, and the first; both 0 when nothing changed. */
  changedStart = 0;
  changedEnd = 0;
  readonly #layerSizes: readonly number[];
  /** The patches of this frame, in order, and by the key of their tile. */
  readonly #written: TileDraw[] = [];
  readonly #byKey = new Map<number, TileDraw>();

  /** `layerSizes`: edge of a layer per store. */
  constructor(layerSizes: readonly number[], capacity = 256) {
    this.#layerSizes = layerSizes;
    this.array = new Float32Array(capacity * FLOATS_PER_PATCH);
  }

  get capacity(): number {
    return this.array.length / FLOATS_PER_PATCH;
  }

  /** Takes the draws of one panorama over; those that are wholly transparent are left out. */
  write(report: FrameReport, order: PatchOrder): void {
    this.count = 0;
    this.isOpaque = true;
    this.changedStart = this.array.length;
    this.changedEnd = 0;
    const { draws, drawCount } = report;
    for (let i = 0; i < drawCount; i++) {
      const draw = draws[order.isFineFirst ? drawCount - 1 - i : i];
      if (!draw || draw.panorama !== order.panorama || draw.opacity <= 0) continue;
      // A patch that claims its pixels has nothing of its own panorama beneath it, so it cannot be half there.
      this.#push(draw, order.isFineFirst ? 1 : draw.opacity);
    }
    if (this.changedEnd > 0 || this.#written.length !== this.count) this.#setNeighbours();
    if (this.changedEnd === 0) this.changedStart = 0;
  }

  #push(draw: TileDraw, opacity: number): void {
    if (this.count === this.capacity) this.#grow();
    this.#written[this.count] = draw;
    const at = this.count++ * FLOATS_PER_PATCH;
    if (this.count === 1) this.onlyStore = draw.store;
    else if (this.onlyStore !== draw.store) this.onlyStore = -1;
    this.#setRectangle(at, draw);
    this.#set(at + 4, draw.tile.face);
    this.#set(at + 5, draw.store);
    this.#set(at + 6, draw.layer);
    this.#set(at + 7, opacity);
    if (opacity < 1) this.isOpaque = false;
    this.#set(at + 8, draw.widthPx);
    this.#set(at + 9, draw.heightPx);
    this.#set(at + 10, this.#layerSizes[draw.store] ?? 1);
    this.#set(at + 11, draw.pyramid.tileSize);
  }

  /** Looks the neighbours up again; only when patches came, went or moved to other layers. */
  #setNeighbours(): void {
    this.#written.length = this.count;
    this.#byKey.clear();
    for (const draw of this.#written) {
      const { level, face, x, y } = draw.tile;
      if (level !== PREVIEW_LEVEL) this.#byKey.set(keyOf(level, face, x, y), draw);
    }
    for (let i = 0; i < this.count; i++) {
      const draw = this.#written[i];
      if (!draw) continue;
      let at = i * FLOATS_PER_PATCH + NEIGHBOURS_AT;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (dx !== 0 || dy !== 0) this.#set(at++, this.#neighbourLayer(draw, dx, dy));
        }
      }
    }
  }

  #neighbourLayer({ tile: { level, face, x, y }, store }: TileDraw, dx: number, dy: number): number {
    if (level === PREVIEW_LEVEL || x + dx < 0 || y + dy < 0) return NO_NEIGHBOUR;
    const neighbour = this.#byKey.get(keyOf(level, face, x + dx, y + dy));
    return neighbour?.store === store ? neighbour.layer : NO_NEIGHBOUR;
  }

  #set(at: number, value: number): void {
    const { array } = this;
    const rounded = Math.fround(value);
    if (array[at] === rounded) return;
    array[at] = rounded;
    if (at < this.changedStart) this.changedStart = at;
    if (at + 1 > this.changedEnd) this.changedEnd = at + 1;
  }

  /** The same quotients for a shared edge of two tiles, so that no crack opens between them. */
  #setRectangle(at: number, { pyramid, tile }: TileDraw): void {
    const isPreview = tile.level === PREVIEW_LEVEL;
    const { widthPx, heightPx } = isPreview ? WHOLE_FACE : levelOf(pyramid, tile.level);
    const edge = isPreview ? 1 : pyramid.tileSize;
    this.#set(at, (tile.x * edge) / widthPx);
    this.#set(at + 1, (tile.y * edge) / heightPx);
    this.#set(at + 2, Math.min((tile.x + 1) * edge, widthPx) / widthPx);
    this.#set(at + 3, Math.min((tile.y + 1) * edge, heightPx) / heightPx);
  }

  #grow(): void {
    const grown = new Float32Array(this.array.length * 2);
    grown.set(this.array);
    this.array = grown;
  }
}
