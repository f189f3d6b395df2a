/**
 * Brings what is shown to what is planned, never beyond the budget: both steps of a swap are drawn and both count.
 *
 *   1. fades that are over end; what came into view shows the best that is here and fits, at once;
 *   2. where the frame is over budget all the same (a second eye, a smaller budget), fades are cut short and then the
 *      last in line fall back to their cards;
 *   3. relics that are to go coarser start first, then those that go finer, in the order of the plan.
 *
 * A swap that does not fit waits for the next frame. A relic that goes coarser and does not fit beside its old step
 * fades to its card first. While something waits, whoever shows more than planned takes what is here of less.
 */
import type { InstanceRecord } from '../memory/instanceRecord.ts';
import type { StepRecord } from '../memory/records.ts';
import type { MeshStats } from '../stats.ts';
import type { Limits } from './limits.ts';

export class Swaps {
  readonly #stats: MeshStats;
  #limits: Limits | null = null;
  #triangles = 0;
  #draws = 0;
  #now = 0;
  #fadeSeconds = 0;
  /** Something waited for room in the frame before, or in this one. */
  #wasShort = false;
  #isShort = false;
  /** Whether a swap runs, and whether a frame more would change something. */
  isFading = false;
  hasMore = false;

  constructor(stats: MeshStats) {
    this.#stats = stats;
  }

  /** Says that a load found no room: whoever shows more than planned is to make some. */
  lackRoom(): void {
    this.#isShort = true;
  }

  run(visible: readonly InstanceRecord[], count: number, limits: Limits, now: number, fadeSeconds: number): void {
    this.#limits = limits;
    this.#now = now;
    this.#fadeSeconds = fadeSeconds;
    this.#wasShort = this.#isShort;
    this.#isShort = false;
    this.#sum(visible, count);
    if (this.#isOver()) this.#cutBack(visible, count);
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (record?.isEntering) this.#enter(record);
    }
    for (let i = count - 1; i >= 0; i--) this.#step(visible[i], true);
    for (let i = 0; i < count; i++) this.#step(visible[i], false);
    this.#summarize(visible, count);
  }

  /** The share of an instance's pixels that its new step has. */
  shareOf(record: InstanceRecord): number {
    if (!record.leaving || this.#fadeSeconds <= 0) return 1;
    // A little from the first frame, so that the step is not drawn for nothing.
    return Math.min(1, Math.max(1 / 16, (this.#now - record.fadeStart) / this.#fadeSeconds));
  }

  /** Falls back to the card at once, for room on the GPU. */
  drop(record: InstanceRecord): void {
    record.leaving = null;
    record.shown = record.rest;
  }

  #sum(visible: readonly InstanceRecord[], count: number): void {
    this.#triangles = 0;
    this.#draws = 0;
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (!record || record.isEntering) continue;
      if (record.leaving && this.#now - record.fadeStart >= this.#fadeSeconds) record.leaving = null;
      this.#add(record.shown, 1);
      if (record.leaving) this.#add(record.leaving, 1);
    }
  }

  #cutBack(visible: readonly InstanceRecord[], count: number): void {
    for (let i = count - 1; i >= 0 && this.#isOver(); i--) {
      const record = visible[i];
      if (!record?.leaving || record.isEntering) continue;
      this.#add(record.leaving, -1);
      record.leaving = null;
    }
    for (let i = count - 1; i >= 0 && this.#isOver(); i--) {
      const record = visible[i];
      if (!record || record.isEntering) continue;
      this.#add(record.shown, -1);
      record.shown = record.rest;
    }
  }

  #enter(record: InstanceRecord): void {
    record.leaving = null;
    let step = record.asset.readyUpTo(record.target.index);
    while (step && !this.#hasRoomFor(step)) step = record.asset.readyUpTo(step.index - 1);
    record.shown = step ?? record.rest;
    this.#add(record.shown, 1);
  }

  #step(record: InstanceRecord | undefined, isDownward: boolean): void {
    if (!record || record.leaving) return;
    const due = this.#dueOf(record);
    if (due === record.shown || weightOf(due) <= weightOf(record.shown) !== isDownward) return;
    if (this.#hasRoomFor(due)) this.#start(record, due);
    else if (isDownward) this.#start(record, record.rest);
    else this.#startLess(record, due);
  }

  /** There is no room for what is due. A card may take a coarser step meanwhile; a mesh stays as it is. */
  #startLess(record: InstanceRecord, due: StepRecord): void {
    this.#isShort = true;
    if (record.shown.isMesh) return;
    let step = record.asset.readyUpTo(due.index - 1);
    while (step && !this.#hasRoomFor(step)) step = record.asset.readyUpTo(step.index - 1);
    if (step) this.#start(record, step);
  }

  /** What is to be shown now: what is planned if it is here, else what stands in for it. */
  #dueOf(record: InstanceRecord): StepRecord {
    const { target, shown, asset } = record;
    if (!target.isMesh) return record.rest;
    if (target.state === 'ready') return target;
    const standIn = asset.readyUpTo(target.index);
    if (shown.isMesh && shown.asset === asset && shown.index > target.index) {
      return this.#wasShort ? (standIn ?? record.rest) : shown;
    }
    if (standIn && (shown.asset !== asset || standIn.index > shown.index)) return standIn;
    return shown.isMesh ? shown : record.rest;
  }

  #start(record: InstanceRecord, due: StepRecord): void {
    this.#stats.swaps++;
    this.#add(due, 1);
    record.leaving = record.shown;
    record.shown = due;
    record.fadeStart = this.#now;
    if (this.#fadeSeconds > 0) return;
    this.#add(record.leaving, -1);
    record.leaving = null;
  }

  #summarize(visible: readonly InstanceRecord[], count: number): void {
    this.isFading = false;
    for (let i = 0; i < count; i++) if (visible[i]?.leaving) this.isFading = true;
    this.hasMore = this.isFading || (this.#isShort && !this.#wasShort);
  }

  #hasRoomFor(step: StepRecord): boolean {
    const limits = this.#limits;
    if (!limits) return false;
    return (
      this.#triangles + meshTriangles(step) * limits.eyes <= limits.triangles &&
      this.#draws + step.draws * limits.eyes <= limits.draws
    );
  }

  #isOver(): boolean {
    const limits = this.#limits;
    return limits !== null && (this.#triangles > limits.triangles || this.#draws > limits.draws);
  }

  #add(step: StepRecord, sign: 1 | -1): void {
    const eyes = (this.#limits?.eyes ?? 1) * sign;
    this.#triangles += meshTriangles(step) * eyes;
    this.#draws += step.draws * eyes;
  }
}

/** Cards have their room set aside. */
function meshTriangles(step: StepRecord): number {
  return step.isMesh ? step.triangles : 0;
}

function weightOf(step: StepRecord): number {
  return step.isMesh ? step.triangles : step.index - 1;
}
