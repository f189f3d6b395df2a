/**
 * Starts, cancels and retries loads. First pictures have a quarter of the line for themselves, so that no large step
 * holds them up, and larger steps start only when no first picture waits. A load that nobody has wanted for a moment is
 * cancelled; its answer, if it comes all the same, is released. What has arrived goes on to the stage to be prepared.
 */
import type { Clock, FrameRequest } from '../../ports.ts';
import { CancelToken } from '../../schedule/cancelToken.ts';
import { CANCEL_AFTER, MOST_ATTEMPTS, isRetryable, messageOf, pauseAfter } from '../../schedule/retry.ts';
import type { Contents } from '../memory/contents.ts';
import type { StepRecord } from '../memory/records.ts';
import type { MeshContent, MeshFault, MeshLoader, MeshStage } from '../ports.ts';
import type { MeshStats } from '../stats.ts';

/** Part of the bytes in flight that only first pictures may take. */
const FIRST_SHARE = 0.25;

export interface MeshLoadsOptions {
  readonly loader: MeshLoader;
  readonly stage: MeshStage;
  readonly contents: Contents;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly stats: MeshStats;
  readonly requestFrame: FrameRequest;
  readonly onFault: (fault: MeshFault) => void;
}

export class MeshLoads {
  readonly #options: MeshLoadsOptions;
  readonly #running = new Set<StepRecord>();
  readonly #preparing = new Set<StepRecord>();
  /** Wanted in this frame and not here yet. */
  readonly #wanted: StepRecord[] = [];
  #wantedCount = 0;
  #firstBytes = 0;
  #otherBytes = 0;
  #frame = 0;
  #isClosed = false;
  /** What may be on the way at once. */
  limit: number;

  constructor(options: MeshLoadsOptions, limit: number) {
    this.#options = options;
    this.limit = limit;
  }

  get isIdle(): boolean {
    return this.#running.size === 0 && this.#preparing.size === 0;
  }

  /** Before the frame's first `want`. */
  begin(frame: number): void {
    this.#frame = frame;
    this.#wantedCount = 0;
  }

  want(step: StepRecord, urgency: number, isFirst: boolean, now: number): void {
    const isKnown = step.wantedAt === now && this.#isListed(step);
    step.urgency = isKnown ? Math.max(step.urgency, urgency) : urgency;
    step.isFirst = isFirst || (isKnown && step.isFirst);
    step.wantedAt = now;
    if (step.state === 'waiting' && step.retryAt <= now) step.state = 'absent';
    if (isKnown || step.state !== 'absent') return;
    this.#wanted[this.#wantedCount++] = step;
  }

  /** Cancels what is stale and starts what fits. False where something found no room on the GPU. */
  run(now: number): boolean {
    for (const step of this.#running) if (now - step.wantedAt > CANCEL_AFTER) this.cancel(step);
    while (this.#running.size > 1 && this.#firstBytes + this.#otherBytes > this.limit) this.cancelLeast();
    this.#sort();
    // What is large waits for what is small and first; nothing overtakes it while it waits for the line.
    let isWaiting = false;
    let hasRoom = true;
    for (let i = 0; i < this.#wantedCount && this.#running.size < this.#options.concurrency; i++) {
      const step = this.#wanted[i];
      if (!step || this.#isClosed || (isWaiting && !step.isFirst)) continue;
      if (!this.#fitsLine(step)) isWaiting = true;
      else if (this.#options.contents.reserve(step, this.#frame)) this.#start(step);
      else hasRoom = false;
    }
    this.#tell();
    return hasRoom;
  }

  /** Ends the least urgent load; false where none runs. */
  cancelLeast(): boolean {
    let least: StepRecord | null = null;
    for (const step of this.#running) if (!least || step.urgency < least.urgency) least = step;
    if (least) this.cancel(least);
    return least !== null;
  }

  cancel(step: StepRecord): void {
    const { token } = step;
    this.#end(step);
    step.state = 'absent';
    this.#options.contents.giveUp(step);
    this.#options.stats.cancelled++;
    token?.cancel();
    this.#tell();
  }

  /** Ends everything that is on the way, to the page or to the GPU. */
  cancelAll(): void {
    for (const step of this.#running) this.cancel(step);
    this.cancelPreparing();
  }

  /** The bytes of what was being prepared are free once the stage has stopped. */
  cancelPreparing(): void {
    for (const step of this.#preparing) {
      const { token } = step;
      this.#preparing.delete(step);
      this.#options.contents.detach(step);
      step.token = null;
      step.state = 'absent';
      token?.cancel();
    }
  }

  close(): void {
    this.#isClosed = true;
    this.cancelAll();
  }

  #start(step: StepRecord): void {
    const { loader, stats, contents } = this.#options;
    const token = new CancelToken();
    step.token = token;
    step.state = 'loading';
    this.#running.add(step);
    step.isFirstInLine = step.isFirst;
    if (step.isFirst) this.#firstBytes += step.bytes;
    else this.#otherBytes += step.bytes;
    stats.requests++;
    loader.load(step.asset.asset, step.index, token).then(
      (content) => {
        if (step.token === token) this.#take(step, content);
        else contents.discard(content);
        this.#wake(0);
      },
      (error: unknown) => {
        if (step.token === token) this.#fail(step, error);
        this.#wake(0);
      },
    );
  }

  #take(step: StepRecord, content: MeshContent): void {
    const { contents, stage, stats } = this.#options;
    this.#end(step);
    stats.bytes += step.bytes;
    step.attempts = 0;
    step.asset.weighCard();
    if (!contents.take(step, content, this.#frame)) {
      // It is larger than was declared; the plan knows it now.
      step.state = 'absent';
      contents.discard(content);
      return;
    }
    const token = new CancelToken();
    step.token = token;
    step.state = 'preparing';
    this.#preparing.add(step);
    stage.prepare(content, token).then(
      () => {
        if (step.token === token) this.#ready(step);
        else contents.releaseBytes(content);
        this.#wake(0);
      },
      (error: unknown) => {
        if (step.token === token) this.#failPrepared(step, error);
        else contents.releaseBytes(content);
        this.#wake(0);
      },
    );
  }

  #ready(step: StepRecord): void {
    this.#preparing.delete(step);
    step.token = null;
    step.state = 'ready';
  }

  #failPrepared(step: StepRecord, error: unknown): void {
    this.#preparing.delete(step);
    step.token = null;
    this.#options.contents.release(step);
    this.#giveUp(step, error);
  }

  #fail(step: StepRecord, error: unknown): void {
    this.#end(step);
    this.#options.contents.giveUp(step);
    step.attempts++;
    if (!isRetryable(error)) return this.#giveUp(step, error);
    const pause = pauseAfter(step.attempts);
    step.state = 'waiting';
    step.retryAt = this.#options.clock() + pause;
    if (step.attempts >= MOST_ATTEMPTS) this.#giveUp(step, error, step.retryAt);
    this.#wake(pause);
  }

  /** Others stand in for it until then; it is said once. */
  #giveUp(step: StepRecord, error: unknown, until = Infinity): void {
    step.state = 'failed';
    step.retryAt = until;
    step.asset.weighCard();
    if (until < Infinity && step.attempts > MOST_ATTEMPTS) return;
    this.#options.stats.failed++;
    this.#options.onFault({ asset: step.asset.asset, step: step.index, message: messageOf(error) });
  }

  /** It is on the way no more. */
  #end(step: StepRecord): void {
    this.#running.delete(step);
    step.token = null;
    if (step.isFirstInLine) this.#firstBytes -= step.bytes;
    else this.#otherBytes -= step.bytes;
  }

  /** A step larger than the whole line goes alone. */
  #fitsLine({ bytes, isFirst }: StepRecord): boolean {
    const total = this.#firstBytes + this.#otherBytes;
    if (total === 0) return true;
    if (total + bytes > this.limit) return false;
    return isFirst || this.#otherBytes + bytes <= this.limit * (1 - FIRST_SHARE);
  }

  #isListed(step: StepRecord): boolean {
    for (let i = 0; i < this.#wantedCount; i++) if (this.#wanted[i] === step) return true;
    return false;
  }

  /** Most urgent first; nearly sorted already, as relics are wanted in the order of their score. */
  #sort(): void {
    const wanted = this.#wanted;
    for (let i = 1; i < this.#wantedCount; i++) {
      const step = wanted[i];
      let at = i;
      for (; step && at > 0; at--) {
        const before = wanted[at - 1];
        if (!before || before.urgency >= step.urgency) break;
        wanted[at] = before;
      }
      if (step) wanted[at] = step;
    }
  }

  #tell(): void {
    this.#options.stats.loading = this.#running.size;
    this.#options.stats.bytesInFlight = this.#firstBytes + this.#otherBytes;
  }

  #wake(afterSeconds: number): void {
    this.#tell();
    if (!this.#isClosed) this.#options.requestFrame(afterSeconds);
  }
}
