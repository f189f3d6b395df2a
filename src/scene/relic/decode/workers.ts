/**
 * A few workers that unpack parts of models. A worker does one job at a time; one that takes too long or fails is
 * thrown away with all its memory, and the next job starts a new one.
 */
import { ModelError } from '#sources/relic/gltf/modelError.ts';
import type { AbortSignalLike } from '#streaming/ports.ts';
import type { Answer, Job } from './protocol.ts';

/** No sound part of a relic takes longer on a slow machine; a hostile one shall not take more. */
const LONGEST_JOB_MS = 10_000;

/** The part of a Worker that is used, so that tests can run jobs otherwise. */
export interface JobWorker {
  postMessage(message: Job, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<Answer<unknown>>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

interface Waiting {
  readonly job: Job;
  readonly transfer: Transferable[];
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  /** Ends the job where it runs; nothing before. */
  stop: () => void;
}

export interface WorkerPoolOptions {
  readonly create: () => JobWorker;
  /** Workers at once. */
  readonly most: number;
  readonly longestJobMs?: number;
}

export class DecodeWorkers {
  readonly #options: WorkerPoolOptions;
  readonly #idle: JobWorker[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #busy = new Set<JobWorker>();
  #isClosed = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  /** Rejects with a `ModelError`, or an AbortError; what is in `transfer` is gone for the caller. */
  run<T>(job: Job, transfer: Transferable[], signal: AbortSignalLike): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#isClosed || signal.aborted) {
        reject(cancelled());
        return;
      }
      const entry: Waiting = {
        job,
        transfer,
        resolve: resolve as (result: unknown) => void,
        reject,
        stop: () => undefined,
      };
      signal.addEventListener('abort', () => {
        const at = this.#waiting.indexOf(entry);
        if (at >= 0) this.#waiting.splice(at, 1);
        entry.stop();
        reject(cancelled());
      });
      this.#waiting.push(entry);
      this.#start();
    });
  }

  close(): void {
    this.#isClosed = true;
    for (const worker of [...this.#idle, ...this.#busy]) worker.terminate();
    for (const { reject } of this.#waiting.splice(0)) reject(cancelled());
  }

  #start(): void {
    while (this.#waiting.length > 0 && this.#busy.size < this.#options.most && !this.#isClosed) {
      const next = this.#waiting.shift();
      if (next) this.#give(this.#idle.pop() ?? this.#options.create(), next);
    }
  }

  #give(worker: JobWorker, entry: Waiting): void {
    const { job, transfer, resolve, reject } = entry;
    const { longestJobMs = LONGEST_JOB_MS } = this.#options;
    this.#busy.add(worker);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = (isReusable: boolean): void => {
      entry.stop = () => undefined;
      clearTimeout(timer);
      worker.onmessage = worker.onerror = null;
      this.#busy.delete(worker);
      if (isReusable && !this.#isClosed) this.#idle.push(worker);
      else worker.terminate();
      this.#start();
    };
    entry.stop = () => finish(false);
    worker.onmessage = ({ data }) => {
      switch (data.kind) {
        case 'ready':
          timer = setTimeout(() => {
            finish(false);
            reject(
              new ModelError('too-large', `unpacking it takes more than ${longestJobMs / 1_000} s; make steps of it`),
            );
          }, longestJobMs);
          return;
        case 'result':
          finish(true);
          return resolve(data.result);
        case 'fault':
          finish(false);
          return reject(new ModelError(data.code, data.message, data.code === 'network'));
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      finish(false);
      // A script that did not come over the line has no message.
      const error = event.message
        ? new ModelError('broken-data', 'unpacking it failed; export the model again')
        : new ModelError('network', 'what unpacks models could not be loaded', true);
      reject(error);
    };
    worker.postMessage(job, transfer);
  }
}

function cancelled(): Error {
  return new DOMException('no longer wanted', 'AbortError');
}
