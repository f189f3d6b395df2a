/** The instance data of a panorama's patches, written from the engine's draws each frame into arrays that are kept. */
import type { FrameReport, TileDraw } from '#streaming/ports.ts';
import { FLOATS_PER_PATCH, keepByKey, NEIGHBOURS_AT, PatchFloats } from './patchFloats.ts';

export interface PatchOrder {
  /** Index of the panorama in the list that is shown. */
  readonly panorama: number;
  /** Coarse patches first paint over each other; fine patches first let each pixel be claimed once (see shown.ts). */
  readonly isFineFirst: boolean;
}

export class PatchBuffer extends PatchFloats {
  /** The patches of this frame, in order, and by the key of their tile. */
  readonly #written: TileDraw[] = [];
  readonly #byKey = new Map<number, TileDraw>();

  /** `layerSizes`: edge of a layer per store. */
  constructor(layerSizes: readonly number[], capacity = 256) {
    super(layerSizes, FLOATS_PER_PATCH, capacity);
  }

  /** Takes the draws of one panorama over; those that are wholly transparent are left out. */
  write(report: FrameReport, order: PatchOrder): void {
    this.begin();
    this.isOpaque = true;
    const { draws, drawCount } = report;
    for (let i = 0; i < drawCount; i++) {
      const draw = draws[order.isFineFirst ? drawCount - 1 - i : i];
      if (!draw || draw.panorama !== order.panorama || draw.opacity <= 0) continue;
      // A patch that claims its pixels has nothing of its own panorama beneath it, so it cannot be half there.
      this.#add(draw, order.isFineFirst ? 1 : draw.opacity);
    }
    if (this.changedEnd > 0 || this.#written.length !== this.count) this.#setNeighbours();
    this.end();
  }

  #add(draw: TileDraw, opacity: number): void {
    this.#written[this.count] = draw;
    if (this.count === 0) this.onlyStore = draw.store;
    else if (this.onlyStore !== draw.store) this.onlyStore = -1;
    this.writePatch(this.push(), draw, opacity);
  }

  /** Looks the neighbours up again; only when patches came, went or moved to other layers. */
  #setNeighbours(): void {
    this.#written.length = this.count;
    this.#byKey.clear();
    for (const draw of this.#written) keepByKey(this.#byKey, draw);
    for (let i = 0; i < this.count; i++) {
      const draw = this.#written[i];
      if (draw) this.writeNeighbours(i * FLOATS_PER_PATCH + NEIGHBOURS_AT, draw, this.#byKey);
    }
  }
}
