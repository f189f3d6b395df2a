/**
 * The instance data of a panorama's patches, written from the engine's draws each frame into arrays that are kept.
 * Per patch, in floats: its rectangle on the face (u0 v0 u1 v1); face, store, layer, opacity; its picture's size in
 * texels (width, height) and the edge of its layer; one spare.
 */
import { levelOf, PREVIEW_LEVEL } from '#streaming/pyramid/pyramid.ts';
import type { FrameReport, TileDraw } from '#streaming/ports.ts';

export const FLOATS_PER_PATCH = 12;

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
  /** One past the last float that the latest `write` changed, and the first; both 0 when nothing changed. */
  changedStart = 0;
  changedEnd = 0;
  readonly #layerSizes: readonly number[];

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
    this.changedStart = this.array.length;
    this.changedEnd = 0;
    const { draws, drawCount } = report;
    for (let i = 0; i < drawCount; i++) {
      const draw = draws[order.isFineFirst ? drawCount - 1 - i : i];
      if (!draw || draw.panorama !== order.panorama || draw.opacity <= 0) continue;
      // A patch that claims its pixels has nothing of its own panorama beneath it, so it cannot be half there.
      this.#push(draw, order.isFineFirst ? 1 : draw.opacity);
    }
    if (this.changedEnd === 0) this.changedStart = 0;
  }

  #push(draw: TileDraw, opacity: number): void {
    if (this.count === this.capacity) this.#grow();
    const at = this.count++ * FLOATS_PER_PATCH;
    this.#setRectangle(at, draw);
    this.#set(at + 4, draw.tile.face);
    this.#set(at + 5, draw.store);
    this.#set(at + 6, draw.layer);
    this.#set(at + 7, opacity);
    this.#set(at + 8, draw.widthPx);
    this.#set(at + 9, draw.heightPx);
    this.#set(at + 10, this.#layerSizes[draw.store] ?? 1);
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
