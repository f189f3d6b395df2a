import type { InstanceRecord } from '../memory/instanceRecord.ts';
import type { MeshBudget } from '../ports.ts';

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
    this.#spareHeld(visible[0]);
  }

  /** The held relic is shown whatever its coarsest step takes: a slow picture is better than none. */
  #spareHeld(first: InstanceRecord | undefined): void {
    const ground = first?.isHeld ? first.asset.ground : null;
    if (!ground) return;
    this.triangles = Math.max(this.triangles, ground.triangles * this.eyes);
    this.draws = Math.max(this.draws, ground.draws * this.eyes);
  }
}
