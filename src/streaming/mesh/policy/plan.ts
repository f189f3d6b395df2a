/**
 * Which step every visible relic is granted. All are cards at first; then upgrades are made by the greatest gain per
 * cost until a budget is met. Gain is how much more of what a relic wants is shown, by its score (size on the screen ×
 * centrality); cost is the sum of the parts of the budgets that it takes. The held relic takes what it wants before all.
 * Every granted mesh holds its relic's coarsest step as well, to fall back to.
 */
import type { InstanceRecord } from '../memory/instanceRecord.ts';
import type { StepRecord } from '../memory/records.ts';
import type { Limits } from './limits.ts';
import { RatioHeap } from './heap.ts';

/** A card shows this much of what is wanted at its best, and less where it is larger than this on the screen. */
const CARD_WORTH = 0.4;
const CARD_PX = 96;
/** A step coarser than the wanted one shows at most this much of it, even inside the band where it would do. */
const NOT_WANTED = 0.9;
/**
 * What is shown already is gained this much rather, and much rather for some seconds after it came; what has just gone
 * comes back this much less. So two relics do not take turns while the visitor walks or turns.
 */
const STICKINESS = 1.5;
const JUST_CAME = 4;
const JUST_WENT = 0.4;
const JUST_SECONDS = 2;

export class Plan {
  readonly #heap = new RatioHeap();
  #limits: Limits | null = null;
  #triangles = 0;
  #draws = 0;
  #bytes = 0;
  #now = 0;
  /** Upgrades weighed in the latest run. */
  weighed = 0;

  run(visible: readonly InstanceRecord[], count: number, limits: Limits, now: number, frame: number): void {
    this.#now = now;
    this.#begin(visible, count, limits);
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (!record) continue;
      if (record.isHeld) this.#grantWanted(record);
      else this.#offer(record);
    }
    for (let record = this.#heap.pop(); record; record = this.#heap.pop()) this.#upgrade(record);
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (record) mark(record, frame);
    }
  }

  #begin(visible: readonly InstanceRecord[], count: number, limits: Limits): void {
    this.#heap.clear();
    this.#limits = limits;
    this.#triangles = 0;
    this.#draws = 0;
    this.#bytes = 0;
    this.weighed = 0;
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (!record) continue;
      for (const step of record.asset.steps) {
        step.planCount = 0;
        step.hopeAgain(this.#now);
      }
      record.target = record.rest;
      record.ceiling = ceilingOf(record);
    }
  }

  #grantWanted(record: InstanceRecord): void {
    const { steps } = record.asset;
    for (let i = record.ceiling; i >= 0; i--) {
      const step = steps[i];
      if (step && step.state !== 'failed' && this.#grant(record, step)) return;
    }
  }

  #upgrade(record: InstanceRecord): void {
    const { candidate } = record;
    if (!candidate) return;
    if (!this.#grant(record, candidate)) record.ceiling = candidate.index - 1;
    this.#offer(record);
  }

  /** Puts the instance's best next step into the heap, if there is one. */
  #offer(record: InstanceRecord): void {
    record.candidate = null;
    record.ratio = 0;
    const from = worthOf(record, record.target);
    for (let i = record.target.index + 1; i <= record.ceiling; i++) {
      const step = i < 0 ? undefined : record.asset.steps[i];
      if (!step || step.state === 'failed') continue;
      this.weighed++;
      const gain = worthOf(record, step) - from;
      if (gain <= 0) continue;
      const ratio =
        (gain * stickinessOf(record, step, this.#now) * record.score) /
        Math.max(1e-9, this.#costOf(step) - this.#costOf(record.target));
      if (ratio <= record.ratio) continue;
      record.candidate = step;
      record.ratio = ratio;
    }
    if (record.candidate) this.#heap.push(record);
  }

  /** Sum of the parts of the three budgets. */
  #costOf(step: StepRecord): number {
    const limits = this.#limits;
    if (!limits || !step.isMesh) return 0;
    return (
      (step.triangles * limits.eyes) / Math.max(1, limits.triangles) +
      (step.draws * limits.eyes) / Math.max(1, limits.draws) +
      step.gpuBytes / Math.max(1, limits.gpuBytes)
    );
  }

  #grant(record: InstanceRecord, step: StepRecord): boolean {
    const before = record.target;
    this.#charge(record, before, -1);
    this.#charge(record, step, 1);
    record.target = step;
    if (this.#fits()) return true;
    this.#charge(record, step, -1);
    this.#charge(record, before, 1);
    record.target = before;
    return false;
  }

  #fits(): boolean {
    const limits = this.#limits;
    return (
      limits !== null &&
      this.#triangles <= limits.plannedTriangles &&
      this.#draws <= limits.plannedDraws &&
      this.#bytes <= limits.plannedBytes
    );
  }

  #charge(record: InstanceRecord, step: StepRecord, sign: 1 | -1): void {
    if (!step.isMesh) return;
    this.#draw(step, sign);
    this.#hold(step, sign);
    const { ground } = record.asset;
    if (ground) this.#hold(ground, sign);
  }

  #draw(step: StepRecord, sign: 1 | -1): void {
    const eyes = (this.#limits?.eyes ?? 1) * sign;
    this.#triangles += step.triangles * eyes;
    this.#draws += step.draws * eyes;
  }

  #hold(step: StepRecord, sign: 1 | -1): void {
    const before = step.planCount;
    step.planCount += sign;
    if (before === 0 && sign > 0) this.#bytes += step.gpuBytes;
    if (before === 1 && sign < 0) this.#bytes -= step.gpuBytes;
  }
}

/** The finest step worth having: what is wanted, or the next that can be had at all. */
function ceilingOf({ wanted, asset }: InstanceRecord): number {
  if (wanted < 0) return -1;
  for (let i = wanted; i < asset.steps.length; i++) if (asset.steps[i]?.state !== 'failed') return i;
  for (let i = wanted - 1; i >= 0; i--) if (asset.steps[i]?.state !== 'failed') return i;
  return -1;
}

/** 0 to 1: how much of what is wanted a step shows. */
function worthOf(record: InstanceRecord, step: StepRecord): number {
  const { sizePx } = record;
  if (step.index < 0) return step === record.asset.card ? CARD_WORTH * Math.min(1, CARD_PX / sizePx) : 0;
  return step.index >= record.wanted ? 1 : NOT_WANTED * Math.min(1, step.detailPx / sizePx);
}

function stickinessOf({ shown, asset, cameAt, wentAt }: InstanceRecord, step: StepRecord, now: number): number {
  if (shown.asset !== asset) return 1;
  if (step.index > shown.index) return now - wentAt < JUST_SECONDS ? JUST_WENT : 1;
  return now - cameAt < JUST_SECONDS ? JUST_CAME : STICKINESS;
}

function mark({ target, asset }: InstanceRecord, frame: number): void {
  if (!target.isMesh) return;
  target.plannedFrame = frame;
  const { ground } = asset;
  if (ground) ground.plannedFrame = frame;
}
