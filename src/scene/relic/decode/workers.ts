/**
 * A few workers that decode parts of models. A worker does one job at a time; one that takes too long or fails badly
 * is thrown away with all its memory, and the next job starts a new one.
 */
import type { AbortSignalLike } from '#streaming/ports.ts';
import type { Answer, Job } from './protocol.ts';

/** No sound part of a relic takes longer on a slow machine; a hostile one shall not take more. */
const LONGEST_JOB_MS = 20_000;

interface Waiting {
  readonly job: Job;
  readonly transfer: Transferable[];
  readonly signal: AbortSignalLike | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export class DecodeWorkers {
  readonly #create: () => Worker;
  readonly #most: number;
  readonly #idle: Worker[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #busy = new Set<Worker>();
  #isClosed = false;

  constructor(create: () => Worker, most: number) {
    this.#create = create;
    this.#most = most;
  }

  /** Rejects in words; what is in `transfer` is gone for the caller. */
  run<T>(job: Job, transfer: Transferable[], signal?: AbortSignalLike): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#isClosed || signal?.aborted) {
        reject(new Error('cancelled'));
        return;
      }
      this.#waiting.push({ job, transfer, signal, resolve: resolve, reject });
      this.#start();
    });
  }

  close(): void {
    this.#isClosed = true;
    for (const worker of [...this.#idle, ...this.#busy]) worker.terminate();
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('cancelled'));
  }

  #start(): void {
    while (this.#waiting.length > 0 && this.#busy.size < this.#most && !this.#isClosed) {
      const next = this.#waiting.shift();
      if (!next) return;
      if (next.signal?.aborted) next.reject(new Error('cancelled'));
      else this.#give(this.#idle.pop() ?? this.#create(), next);
    }
  }

  #give(worker: Worker, { job, transfer, signal, resolve, reject }: Waiting): void {
    this.#busy.add(worker);
    let isOver = false;
    const finish = (isReusable: boolean, settle: () => void): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      worker.onmessage = worker.onerror = null;
      this.#busy.delete(worker);
      if (isReusable && !this.#isClosed) this.#idle.push(worker);
      else worker.terminate();
      settle();
      this.#start();
    };
    const timer = setTimeout(
      () => finish(false, () => reject(new Error(`decoding took longer than ${LONGEST_JOB_MS / 1_000} s`))),
      LONGEST_JOB_MS,
    );
    signal?.addEventListener('abort', () => finish(false, () => reject(new Error('cancelled'))));
    worker.onmessage = ({ data }: MessageEvent<Answer<unknown>>) => {
      if ('error' in data) finish(false, () => reject(new Error(data.error)));
      else finish(true, () => resolve(data.result));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      finish(false, () => reject(new Error('the decoder failed')));
    };
    worker.postMessage(job, transfer);
  }
}
