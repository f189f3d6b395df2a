/**
 * What the engine knows of an asset's steps. States and their order:
 *
 *   absent → loading → preparing → ready → absent (evicted, context lost)
 *                 ↘ absent (cancelled) | waiting (to be tried again) → loading | failed (for good, or until `retryAt`)
 *
 * From `preparing` on the content is held by the stage and must be released. `gpuBytes` count from `loading` on, so
 * that what arrives has its room.
 */
import type { MeshAsset, MeshContent, MeshStep } from '../ports.ts';
import type { CancelToken } from '../../schedule/cancelToken.ts';
import { estimateGpuBytes } from './estimateGpuBytes.ts';
import { detailsOf, reachesOf } from '../policy/reach.ts';
import { isGivenUp } from '../../schedule/retry.ts';

export type StepState = 'absent' | 'loading' | 'waiting' | 'preparing' | 'ready' | 'failed';

/** Places of the two stand-ins that cost next to nothing, below the coarsest step. */
export const CARD = -1;
export const NOTHING = -2;
const CARD_TRIANGLES = 2;
const BOX_TRIANGLES = 12;

export class StepRecord {
  readonly asset: AssetRecord;
  /** In the ladder, coarse to fine; or `CARD`, `NOTHING`. */
  readonly index: number;
  readonly bytes: number;
  /** As declared, and as measured once it was loaded. */
  triangles: number;
  draws: number;
  gpuBytes: number;
  /** The projected diameter, device pixels, up to which it is fine enough. */
  reachPx: number;
  /** The one up to which it has all the detail there is to see, as reckoned. */
  detailPx: number;
  state: StepState;
  content: MeshContent | null = null;
  token: CancelToken | null = null;
  attempts = 0;
  /** The clock; of a step that failed, when it may be hoped for again: never where it is infinite. */
  retryAt = 0;
  /** The frame in which it was last part of the plan, and in which it was last drawn. */
  plannedFrame = -1;
  drawnFrame = -1;
  /** The clock when it was last wanted. */
  wantedAt = -Infinity;
  /** Larger comes first; meaningful while it is wanted. */
  urgency = 0;
  /** Whether nothing of the relic can be shown before it is here. */
  isFirst = false;
  /** Whether it was so when its load was started. */
  isFirstInLine = false;
  /** How often the plan at hand counts its bytes. */
  planCount = 0;

  constructor(asset: AssetRecord, index: number, step: MeshStep | null, reachPx = 0, detailPx = 0) {
    this.asset = asset;
    this.index = index;
    this.bytes = step?.bytes ?? 0;
    this.triangles = step?.triangles ?? 0;
    this.draws = step?.draws ?? 0;
    this.gpuBytes = step ? step.gpuBytes || estimateGpuBytes(step) : 0;
    this.reachPx = reachPx;
    this.detailPx = detailPx;
    this.state = step ? 'absent' : 'ready';
  }

  /** What failed because its line was down is hoped for again in its time. */
  hopeAgain(now: number): void {
    if (this.state === 'failed' && this.retryAt <= now) this.state = 'absent';
  }

  /** Whether it is one of the ladder's, not a stand-in. */
  get isMesh(): boolean {
    return this.index >= 0;
  }
}

export class AssetRecord {
  readonly asset: MeshAsset;
  readonly steps: readonly StepRecord[];
  readonly card: StepRecord;
  readonly nothing: StepRecord;
  #radius: number;

  constructor(asset: MeshAsset) {
    if (asset.steps.length === 0) throw new RangeError(`asset ${asset.id} has no steps; a ladder has at least one`);
    this.asset = asset;
    this.#radius = asset.radius;
    const reaches = reachesOf(asset.steps, asset.radius);
    const details = detailsOf(asset.steps, asset.radius);
    this.steps = asset.steps.map((step, i) => new StepRecord(this, i, step, reaches[i], details[i]));
    this.card = new StepRecord(this, CARD, null);
    this.nothing = new StepRecord(this, NOTHING, null);
    this.card.triangles = CARD_TRIANGLES;
  }

  /** Whether somebody has looked how large its steps may be, so that their reach is no reckoning. */
  get isMeasured(): boolean {
    return this.asset.steps.some(({ sharpToPx }) => sharpToPx !== undefined);
  }

  /** Its size may be known only once something of it is here. */
  measure(radius: number): void {
    if (radius === this.#radius) return;
    this.#radius = radius;
    const reaches = reachesOf(this.asset.steps, radius);
    const details = detailsOf(this.asset.steps, radius);
    for (const step of this.steps) {
      step.reachPx = reaches[step.index] ?? Infinity;
      step.detailPx = details[step.index] ?? Infinity;
    }
  }

  /** Nothing can be had of it. */
  get isHopeless(): boolean {
    for (const step of this.steps) if (!isGivenUp(step)) return false;
    return true;
  }

  /** The finest step up to `index` that is ready; null where there is none. */
  readyUpTo(index: number): StepRecord | null {
    for (let i = Math.min(index, this.steps.length - 1); i >= 0; i--) {
      const step = this.steps[i];
      if (step?.state === 'ready') return step;
    }
    return null;
  }

  /** The coarsest step that has not failed. */
  get ground(): StepRecord | null {
    for (const step of this.steps) if (step.state !== 'failed') return step;
    return null;
  }

  /** Call when a step has failed, or is here after it had: where there is nothing else, the placeholder is a solid. */
  weighCard(): void {
    this.card.triangles = this.isHopeless ? BOX_TRIANGLES : CARD_TRIANGLES;
  }
}
