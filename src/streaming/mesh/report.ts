import type { InstanceRecord } from './memory/instanceRecord.ts';
import { NOTHING } from './memory/records.ts';
import type { StepRecord } from './memory/records.ts';
import type { Crowd } from './policy/crowd.ts';
import type { Limits } from './policy/limits.ts';
import type { Swaps } from './policy/swaps.ts';
import type { MeshCard, MeshDraw, MeshReport } from './ports.ts';

/** Writes what a frame draws; its arrays and their items are kept and rewritten. */
export class ReportWriter {
  readonly #draws: MeshDraw[] = [];
  readonly #cards: MeshCard[] = [];
  readonly #report: { -readonly [K in keyof MeshReport]: MeshReport[K] } = {
    draws: this.#draws,
    drawCount: 0,
    cards: this.#cards,
    cardCount: 0,
    triangles: 0,
    drawCalls: 0,
    sparedCount: 0,
    leftOutCount: 0,
    isSettled: false,
    needsFrame: false,
  };
  #hasCards = false;
  #hasBoxes = false;

  write({ visible, count }: Crowd, limits: Limits, swaps: Swaps): MeshReport {
    const report = this.#report;
    report.drawCount = 0;
    report.cardCount = 0;
    report.triangles = 0;
    report.drawCalls = 0;
    report.sparedCount = 0;
    report.leftOutCount = limits.leftOutCount;
    report.isSettled = true;
    this.#hasCards = false;
    this.#hasBoxes = false;
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (!record) continue;
      const share = swaps.shareOf(record);
      this.#add(record, record.shown, share, false, limits.eyes);
      if (record.leaving) this.#add(record, record.leaving, 1 - share, true, limits.eyes);
      if (record.wanted >= 0 && !record.target.isMesh && !record.asset.isHopeless) report.sparedCount++;
      if (record.leaving || record.shown !== record.target) report.isSettled = false;
    }
    report.drawCalls += ((this.#hasCards ? 1 : 0) + (this.#hasBoxes ? 1 : 0)) * limits.eyes;
    report.needsFrame = swaps.hasMore;
    return report;
  }

  #add({ instance }: InstanceRecord, step: StepRecord, share: number, isLeaving: boolean, eyes: number): void {
    const report = this.#report;
    if (step.index === NOTHING) return;
    report.triangles += step.triangles * eyes;
    report.drawCalls += step.draws * eyes;
    const { content } = step;
    if (content) {
      const draw = (this.#draws[report.drawCount++] ??= { instance, content, step: 0, share, isLeaving });
      draw.instance = instance;
      draw.content = content;
      draw.step = step.index;
      draw.share = share;
      draw.isLeaving = isLeaving;
      return;
    }
    const isPlaceholder = step.asset.isHopeless;
    if (isPlaceholder) this.#hasBoxes = true;
    else this.#hasCards = true;
    const card = (this.#cards[report.cardCount++] ??= { instance, share, isLeaving, isPlaceholder });
    card.instance = instance;
    card.share = share;
    card.isLeaving = isLeaving;
    card.isPlaceholder = isPlaceholder;
  }
}
