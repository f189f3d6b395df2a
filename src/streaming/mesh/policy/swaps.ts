/**
 * Brings what is shown to what is planned, never beyond the budget: both steps of a swap are drawn and both count.
 *
 *   1. fades that are over end; what came into view shows the best that is here and fits, at once;
 *   2. where the frame is over budget all the same (a second eye, a smaller budget), fades are cut short and then the
 *      last in line fall back to their cards;
 *   3. relics that are to go coarser start first, then those that go finer, the first in line first. Who finds no room
 *      waits for the next frame, and nobody overtakes.
 *
 * Plans leave some room for swaps. Where that is too little for somebody and no fade will bring more, the last in line
 * stand back as cards until the swap is over. A relic that goes coarser and finds no room beside its old step fades to
 * its card first.
 */
import type { InstanceRecord } from '../memory/instanceRecord.ts';
import { NOTHING } from '../memory/records.ts';
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
  /** A load found no room on the GPU, in the frame before and since. */
  #lackedRoom = false;
  #lacksRoom = false;
  /** Whether a swap runs, and whether a frame more would change something. */
  isFading = false;
  hasMore = false;

  constructor(stats: MeshStats) {
    this.#stats = stats;
  }

  /** Says that a load found no room on the GPU: whoever shows what is not planned for it is to give way. */
  lackRoom(): void {
    this.#lacksRoom = true;
  }

  run(visible: readonly InstanceRecord[], count: number, limits: Limits, now: number, fadeSeconds: number): void {
    this.#limits = limits;
    this.#now = now;
    this.#fadeSeconds = fadeSeconds;
    this.#lackedRoom = this.#lacksRoom;
    this.#lacksRoom = false;
    this.#sum(visible, count);
    if (this.#isOver()) this.#cutBack(visible, count);
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (record?.isEntering) this.#enter(record);
    }
    for (let i = count - 1; i >= 0; i--) this.#goCoarser(visible[i]);
    let waiting = -1;
    for (let i = 0; i < count && waiting < 0; i++) if (!this.#goFiner(visible[i])) waiting = i;
    this.isFading = isAnyLeaving(visible, count);
    if (!this.isFading) {
      if (waiting >= 0) this.#makeWay(visible, count, waiting);
      if (this.#lackedRoom) this.#yield(visible, count);
      this.isFading = isAnyLeaving(visible, count);
    }
    this.hasMore = this.isFading || waiting >= 0;
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
      leaveOut(record);
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
    record.shown = this.#bestFor(record, record.target.index) ?? record.rest;
    this.#add(record.shown, 1);
  }

  #goCoarser(record: InstanceRecord | undefined): void {
    if (!record || record.leaving) return;
    const due = this.#dueOf(record);
    if (due === record.shown || isFiner(due, record.shown)) return;
    this.#start(record, this.#hasRoomFor(due) ? due : record.rest);
  }

  /** False where there is no room for what is due. A card takes a coarser step meanwhile; a mesh stays as it is. */
  #goFiner(record: InstanceRecord | undefined): boolean {
    if (!record || record.leaving) return true;
    const due = this.#dueOf(record);
    if (due === record.shown || !isFiner(due, record.shown)) return true;
    if (this.#hasRoomFor(due)) {
      this.#start(record, due);
      return true;
    }
    const less = record.shown.isMesh ? null : this.#bestFor(record, due.index - 1);
    if (less) this.#start(record, less);
    return less !== null;
  }

  /** For the one that waits: those behind it stand back, the last first; where that is not enough, it does itself. */
  #makeWay(visible: readonly InstanceRecord[], count: number, waiting: number): void {
    const first = visible[waiting];
    const limits = this.#limits;
    if (!first || !limits) return;
    const due = this.#dueOf(first);
    let triangles = this.#triangles + due.triangles * limits.eyes - limits.triangles;
    let draws = this.#draws + due.draws * limits.eyes - limits.draws;
    for (let i = count - 1; i > waiting && (triangles > 0 || draws > 0); i--) {
      const record = visible[i];
      if (!record?.shown.isMesh) continue;
      triangles -= record.shown.triangles * limits.eyes;
      draws -= record.shown.draws * limits.eyes;
      this.#start(record, record.rest);
    }
    if ((triangles > 0 || draws > 0) && first.shown.isMesh) this.#start(first, first.rest);
  }

  /** So that what is planned can be loaded, the last in line that shows something else lets go of it meanwhile. */
  #yield(visible: readonly InstanceRecord[], count: number): void {
    for (let i = count - 1; i >= 0; i--) {
      const record = visible[i];
      if (!record?.shown.isMesh || record.shown === record.target || record.shown === groundOf(record)) continue;
      record.yieldsTo = record.target;
      this.#start(record, groundOf(record));
      return;
    }
  }

  /** What is to be shown now: what is planned if it is here, else what stands in for it. */
  #dueOf(record: InstanceRecord): StepRecord {
    const { target, shown, asset } = record;
    if (!target.isMesh) return record.rest;
    if (target.state === 'ready') return target;
    if (record.yieldsTo === target) return groundOf(record);
    if (shown.isMesh && shown.asset === asset && shown.index > target.index) return shown;
    const standIn = asset.readyUpTo(target.index);
    if (standIn && (shown.asset !== asset || standIn.index > shown.index)) return standIn;
    return shown.isMesh ? shown : record.rest;
  }

  /** The finest step up to `index` that is here and fits. */
  #bestFor({ asset }: InstanceRecord, index: number): StepRecord | null {
    let step = asset.readyUpTo(index);
    while (step && !this.#hasRoomFor(step)) step = asset.readyUpTo(step.index - 1);
    return step;
  }

  #start(record: InstanceRecord, due: StepRecord): void {
    this.#stats.swaps++;
    if (isFiner(due, record.shown)) record.cameAt = this.#now;
    else if (due === record.target) record.wentAt = this.#now;
    this.#add(due, 1);
    record.leaving = record.shown;
    record.shown = due;
    record.fadeStart = this.#now;
    if (this.#fadeSeconds > 0) return;
    this.#add(record.leaving, -1);
    record.leaving = null;
  }

  #hasRoomFor(step: StepRecord): boolean {
    const limits = this.#limits;
    if (!limits || !step.isMesh) return true;
    return (
      this.#triangles + step.triangles * limits.eyes <= limits.triangles &&
      this.#draws + step.draws * limits.eyes <= limits.draws
    );
  }

  #isOver(): boolean {
    const limits = this.#limits;
    return limits !== null && (this.#triangles > limits.triangles || this.#draws > limits.draws);
  }

  /** Cards have their room set aside. */
  #add(step: StepRecord, sign: 1 | -1): void {
    if (!step.isMesh) return;
    const eyes = (this.#limits?.eyes ?? 1) * sign;
    this.#triangles += step.triangles * eyes;
    this.#draws += step.draws * eyes;
  }
}

/** Where there is no room even for its card, that goes at once. */
function leaveOut(record: InstanceRecord): void {
  const { rest, shown, leaving } = record;
  if (rest.index !== NOTHING) return;
  if (!shown.isMesh) record.shown = rest;
  if (leaving?.isMesh === false) record.leaving = null;
}

/** The coarsest step if it is here, else the card. */
function groundOf({ asset, rest }: InstanceRecord): StepRecord {
  const { ground } = asset;
  return ground?.state === 'ready' ? ground : rest;
}

/** By what it takes to draw; a step of another relic in the same place is finer, so that it comes in its turn. */
function isFiner(due: StepRecord, shown: StepRecord): boolean {
  if (due.isMesh && shown.isMesh) return due.triangles > shown.triangles;
  return due.index > shown.index;
}

function isAnyLeaving(visible: readonly InstanceRecord[], count: number): boolean {
  for (let i = 0; i < count; i++) if (visible[i]?.leaving) return true;
  return false;
}
