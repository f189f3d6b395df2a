/**
 * What all contents take of the GPU, and who makes room: what is neither drawn nor planned, finer steps before the
 * coarsest of a relic, and what was wanted longest ago before what was wanted just now.
 */
import type { MeshContent, MeshStage } from '../ports.ts';
import type { MeshStats } from '../stats.ts';
import type { StepRecord } from './records.ts';

export class Contents {
  readonly #stage: MeshStage;
  readonly #stats: MeshStats;
  readonly #steps = new Set<StepRecord>();
  #gpuBytes = 0;
  limit: number;

  constructor(stage: MeshStage, stats: MeshStats, limit: number) {
    this.#stage = stage;
    this.#stats = stats;
    this.limit = limit;
  }

  /** Taken and reserved together. */
  get gpuBytes(): number {
    return this.#gpuBytes;
  }

  get free(): number {
    return this.limit - this.#gpuBytes;
  }

  /** Sets a step's bytes aside before it is loaded, evicting if it must; false where there is no room. */
  reserve(step: StepRecord, frame: number): boolean {
    if (!this.makeRoom(step.gpuBytes, frame)) return false;
    this.#count(step.gpuBytes);
    return true;
  }

  /** A reserved step was not loaded after all. */
  giveUp(step: StepRecord): void {
    this.#count(-step.gpuBytes);
  }

  /** The content of a reserved step is here and counts as it was measured; false where that is too much. */
  take(step: StepRecord, content: MeshContent, frame: number): boolean {
    this.#count(-step.gpuBytes);
    step.triangles = content.triangles;
    step.draws = content.draws;
    step.gpuBytes = content.gpuBytes;
    if (!this.makeRoom(content.gpuBytes, frame)) return false;
    this.#count(content.gpuBytes);
    step.content = content;
    this.#steps.add(step);
    return true;
  }

  /** Of a content that was never taken. */
  discard(content: MeshContent): void {
    this.#stats.released++;
    this.#stage.release(content);
  }

  /** Gives back what was taken. The step's state is the caller's to say. */
  release(step: StepRecord): void {
    const { content } = step;
    if (!content || !this.#steps.delete(step))
      throw new Error(`step ${step.index} of ${step.asset.asset.id} holds nothing`);
    step.content = null;
    this.releaseBytes(content);
  }

  /** Takes a content from its step that is still being prepared; `releaseBytes` follows once that has ended. */
  detach(step: StepRecord): void {
    this.#steps.delete(step);
    step.content = null;
  }

  releaseBytes(content: MeshContent): void {
    this.#count(-content.gpuBytes);
    this.discard(content);
  }

  makeRoom(bytes: number, frame: number): boolean {
    while (this.#gpuBytes + bytes > this.limit) {
      const victim = this.#findVictim(frame);
      if (!victim) return false;
      victim.state = 'absent';
      this.#stats.evicted++;
      this.release(victim);
    }
    return true;
  }

  steps(): IterableIterator<StepRecord> {
    return this.#steps.values();
  }

  #findVictim(frame: number): StepRecord | null {
    let victim: StepRecord | null = null;
    for (const step of this.#steps) {
      if (step.state !== 'ready' || step.drawnFrame >= frame || step.plannedFrame >= frame) continue;
      if (!victim || isRather(step, victim)) victim = step;
    }
    return victim;
  }

  #count(bytes: number): void {
    this.#gpuBytes += bytes;
    this.#stats.gpuBytes = this.#gpuBytes;
  }
}

function isRather(a: StepRecord, b: StepRecord): boolean {
  if (a.index > 0 !== b.index > 0) return a.index > 0;
  return a.wantedAt < b.wantedAt;
}
