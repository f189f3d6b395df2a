import type { InstanceRecord } from '../memory/instanceRecord.ts';
import type { MeshBudget } from '../ports.ts';

/** Part of each budget that plans leave free: a swap draws and holds both its steps for a moment. */
const FOR_SWAPS = 0.08;
const DRAWS_FOR_SWAPS = 2;

/**
 * What a frame leaves for meshes once every visible relic can be a card. Where not even that fits, the smallest on the
 * screen are left out: their `rest` is nothing. Rewritten every frame.
 */
export class Limits {
  /** A draw is made once for each. */
  eyes = 1;
  triangles = 0;
  draws = 0;
  gpuBytes = 0;
  /** What of it may be planned with. */
  plannedTriangles = 0;
  plannedDraws = 0;
  plannedBytes = 0;
  leftOutCount = 0;

  /** `visible` is sorted, the first comes first. */
  set(budget: MeshBudget, eyes: number, visible: readonly InstanceRecord[], count: number): void {
    this.eyes = eyes;
    this.gpuBytes = budget.gpuBytes;
    this.triangles = budget.triangles;
    this.draws = budget.draws;
    this.leftOutCount = 0;
    let hasCards = false;
    let hasBoxes = false;
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (!record) continue;
      const { card, isHopeless, nothing } = record.asset;
      const isNew = isHopeless ? !hasBoxes : !hasCards;
      const draws = isNew ? eyes : 0;
      const triangles = card.triangles * eyes;
      const fits = triangles <= this.triangles && draws <= this.draws;
      record.rest = fits ? card : nothing;
      if (!fits) {
        this.leftOutCount++;
        continue;
      }
      this.triangles -= triangles;
      this.draws -= draws;
      if (isHopeless) hasBoxes = true;
      else hasCards = true;
    }
    this.plannedTriangles = this.triangles * (1 - FOR_SWAPS);
    this.plannedDraws = Math.min(this.draws * (1 - FOR_SWAPS), this.draws - DRAWS_FOR_SWAPS * eyes);
    this.plannedBytes = this.gpuBytes * (1 - FOR_SWAPS);
    this.#spareHeld(visible[0]);
  }

  /** The held relic is shown whatever its coarsest step takes: a slow picture is better than none. */
  #spareHeld(first: InstanceRecord | undefined): void {
    const ground = first?.isHeld ? first.asset.ground : null;
    if (!ground) return;
    const triangles = ground.triangles * this.eyes;
    const draws = ground.draws * this.eyes;
    this.triangles = Math.max(this.triangles, triangles);
    this.draws = Math.max(this.draws, draws);
    this.plannedTriangles = Math.max(this.plannedTriangles, triangles);
    this.plannedDraws = Math.max(this.plannedDraws, draws);
    this.plannedBytes = Math.max(this.plannedBytes, Math.min(ground.gpuBytes, this.gpuBytes));
  }
}
