/**
 * Starts, cancels and retries loads. At most `concurrency` run at once; the most urgent starts first, and a finished
 * one makes room at once, between frames too. A load that nobody has wanted for a moment is cancelled; its answer, if
 * it comes all the same, is released. A passing failure is tried again after a growing pause, a lasting one never; either
 * is said once.
 */
import type { PyramidEntry } from '../memory/entry.ts';
import type { TileRecord } from '../memory/record.ts';
import type { Clock, FrameRequest, TileFault, TileImage, TileLoader } from '../ports.ts';
import type { Pyramid, TileId } from '../pyramid/pyramid.ts';
import type { EngineStats } from '../stats.ts';
import { CancelToken } from './cancelToken.ts';
import { CANCEL_AFTER, MOST_ATTEMPTS, isRetryable, messageOf, pauseAfter } from './retry.ts';

export interface LoadsOptions {
  readonly loader: TileLoader;
  readonly clock: Clock;
  readonly concurrency: number;
  readonly stats: EngineStats;
  readonly requestFrame: FrameRequest;
  readonly onFault: (fault: TileFault) => void;
  /** A tile is decoded and waits for its upload. */
  readonly onDecoded: (record: TileRecord) => void;
}

export class Loads {
  readonly #options: LoadsOptions;
  readonly #running = new Set<TileRecord>();
  /** Wanted and not yet started, most urgent last. */
  #queue: TileRecord[] = [];
  #previewCount = 0;
  #isClosed = false;

  constructor(options: LoadsOptions) {
    this.#options = options;
  }

  get isIdle(): boolean {
    return this.#running.size === 0 && this.#previewCount === 0 && this.#queue.length === 0;
  }

  /** Replaces the queue by what this frame wants; records that are loading or here already are left out. */
  replaceQueue(wanted: readonly TileRecord[], count: number): void {
    const now = this.#options.clock();
    this.#queue.length = 0;
    for (let i = 0; i < count; i++) {
      const record = wanted[i];
      if (!record) continue;
      if (record.state === 'waiting' && record.retryAt <= now) record.state = 'absent';
      if (record.state === 'absent') this.#queue.push(record);
    }
    this.#queue.sort(byUrgency);
    this.pump();
  }

  /** Cancels what has not been wanted for a moment, and loads ahead as soon as something in view waits for its turn. */
  cancelStale(now: number): void {
    const isBusy = this.#queue.some((record) => !record.isAhead);
    for (const record of this.#running) {
      const isStale = record.isAhead ? isBusy : now - record.wantedAt > CANCEL_AFTER;
      if (isStale && !record.isPinned) this.#cancel(record);
    }
  }

  pump(): void {
    while (!this.#isClosed && this.#running.size + this.#previewCount < this.#options.concurrency) {
      const next = this.#queue.pop();
      if (!next) break;
      if (next.state === 'absent') this.#start(next);
    }
    this.#options.stats.queued = this.#queue.length;
    this.#options.stats.loading = this.#running.size + this.#previewCount;
  }

  startPreview(entry: PyramidEntry): void {
    if (this.#isClosed || !entry.hasPreview) return;
    if (entry.previewState === 'waiting' && entry.previewRetryAt <= this.#options.clock())
      entry.previewState = 'absent';
    if (entry.previewState !== 'absent') return;
    const token = new CancelToken();
    entry.previewToken = token;
    entry.previewState = 'loading';
    this.#previewCount++;
    this.#options.stats.requests++;
    this.#options.loader.loadPreview(entry.pyramid, token).then(
      ({ faces, bytes }) => {
        this.#options.stats.bytes += bytes;
        this.#previewCount--;
        this.#takePreview(entry, token, faces);
        this.#settle();
      },
      (error: unknown) => {
        this.#previewCount--;
        this.#failPreview(entry, token, error);
        this.#settle();
      },
    );
  }

  /** Ends everything; late answers are released. */
  close(): void {
    this.#isClosed = true;
    for (const record of this.#running) record.token?.cancel();
    this.#running.clear();
    this.#queue.length = 0;
  }

  #start(record: TileRecord): void {
    const { loader, stats } = this.#options;
    const token = new CancelToken();
    record.token = token;
    record.state = 'loading';
    this.#running.add(record);
    stats.requests++;
    loader.load(record.pyramid, record.tile, token).then(
      ({ image, bytes }) => {
        stats.bytes += bytes;
        if (record.token === token && !this.#isClosed) this.#take(record, image);
        else image.release();
        this.#settle();
      },
      (error: unknown) => {
        if (record.token === token && !this.#isClosed) this.#fail(record, error);
        this.#settle();
      },
    );
  }

  #cancel(record: TileRecord): void {
    const { token } = record;
    this.#running.delete(record);
    record.token = null;
    record.state = 'absent';
    this.#options.stats.cancelled++;
    token?.cancel();
  }

  #take(record: TileRecord, image: TileImage): void {
    this.#running.delete(record);
    record.token = null;
    record.image = image;
    record.state = 'decoded';
    record.attempts = 0;
    this.#options.onDecoded(record);
  }

  #fail(record: TileRecord, error: unknown): void {
    this.#running.delete(record);
    record.token = null;
    record.attempts++;
    const canPass = isRetryable(error);
    record.state = canPass ? 'waiting' : 'failed';
    if (canPass) record.retryAt = this.#pause(record.attempts);
    if (!canPass || record.attempts === MOST_ATTEMPTS) this.#report(record.pyramid, record.tile, error);
  }

  #takePreview(entry: PyramidEntry, token: CancelToken, faces: readonly TileImage[]): void {
    if (entry.previewToken !== token || this.#isClosed) {
      for (const face of faces) face.release();
      return;
    }
    entry.previewState = 'done';
    entry.previewToken = null;
    entry.previewAttempts = 0;
    entry.preview.forEach((record, face) => {
      const image = faces[face];
      if (!image) return;
      if (record.state === 'resident' || record.state === 'decoded') {
        image.release();
        return;
      }
      record.image = image;
      record.state = 'decoded';
      this.#options.onDecoded(record);
    });
  }

  #failPreview(entry: PyramidEntry, token: CancelToken, error: unknown): void {
    if (entry.previewToken !== token || this.#isClosed) return;
    entry.previewToken = null;
    entry.previewAttempts++;
    const canPass = isRetryable(error);
    entry.previewState = canPass ? 'waiting' : 'failed';
    if (canPass) entry.previewRetryAt = this.#pause(entry.previewAttempts);
    const tile = entry.preview[0]?.tile;
    if (tile && (!canPass || entry.previewAttempts === MOST_ATTEMPTS)) this.#report(entry.pyramid, tile, error);
  }

  /** Asks to be woken after the pause; returns the clock at its end. */
  #pause(attempts: number): number {
    const pause = pauseAfter(attempts);
    this.#options.requestFrame(pause);
    return this.#options.clock() + pause;
  }

  #report(pyramid: Pyramid, tile: TileId, error: unknown): void {
    this.#options.stats.failed++;
    this.#options.onFault({ pyramid, tile, message: messageOf(error) });
  }

  #settle(): void {
    if (this.#isClosed) return;
    this.pump();
    this.#options.requestFrame(0);
  }
}

function byUrgency(a: TileRecord, b: TileRecord): number {
  return b.priority - a.priority;
}
