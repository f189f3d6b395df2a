/** The page's end of the worker that reads models. */
import type { AbortSignalLike } from '#streaming/ports.ts';
import { ModelError } from '../gltf/modelError.ts';
import type { ReadAnswer, ReadModel, ReadPicture, ReadRequest } from './protocol.ts';

/** The part of a Worker that is used, so that tests can run the reader otherwise. */
export interface ReaderWorker {
  postMessage(message: ReadRequest): void;
  onmessage: ((event: MessageEvent<ReadAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface Reading {
  readonly model: Promise<ReadModel>;
  /** Settles once the picture is here; null where it cannot be shown. Whoever asks owns what it gets. */
  picture(index: number): Promise<ReadPicture>;
  /** To be called once what was wanted is here, or will not be: ends the rest and frees what nobody asked for. */
  close(): void;
}

export interface ReadingOptions {
  readonly mostPicturePx: number;
  readonly onBytes: (bytes: number, requests: number) => void;
  readonly onLoss: (message: string) => void;
}

/** A promise and what settles it. */
interface Pledge<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

interface Job {
  readonly options: ReadingOptions;
  readonly model: Pledge<ReadModel>;
  readonly pictures: Map<number, Pledge<ReadPicture>>;
  readonly taken: Set<number>;
}

export class RelicReader {
  readonly #create: () => ReaderWorker;
  readonly #jobs = new Map<number, Job>();
  #worker: ReaderWorker | null = null;
  #next = 0;

  constructor(create: () => ReaderWorker) {
    this.#create = create;
  }

  read(url: string, signal: AbortSignalLike, options: ReadingOptions): Reading {
    const job = this.#next++;
    const entry: Job = { options, model: pledge(), pictures: new Map(), taken: new Set() };
    const pictureOf = (index: number): Pledge<ReadPicture> => {
      const known = entry.pictures.get(index) ?? pledge<ReadPicture>();
      entry.pictures.set(index, known);
      return known;
    };
    this.#jobs.set(job, entry);
    const cancel = (): void => {
      if (!this.#jobs.has(job)) return;
      this.#worker?.postMessage({ kind: 'cancel', job });
      this.#end(job, new DOMException('no longer wanted', 'AbortError'));
    };
    if (signal.aborted) cancel();
    else {
      signal.addEventListener('abort', cancel);
      this.#start().postMessage({ kind: 'read', job, url, mostPicturePx: options.mostPicturePx });
    }
    return {
      model: entry.model.promise,
      picture(index) {
        entry.taken.add(index);
        return pictureOf(index).promise;
      },
      close: cancel,
    };
  }

  dispose(): void {
    for (const job of [...this.#jobs.keys()]) this.#end(job, new DOMException('the visit has ended', 'AbortError'));
    this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): ReaderWorker {
    if (this.#worker) return this.#worker;
    const worker = this.#create();
    worker.onmessage = ({ data }) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      this.#worker = null;
      // A script that did not come over the line has no message.
      const error = event.message
        ? new ModelError('broken-data', 'reading the file failed; export the model again')
        : new ModelError('network', 'what reads models could not be loaded', true);
      for (const job of [...this.#jobs.keys()]) this.#end(job, error);
    };
    this.#worker = worker;
    return worker;
  }

  #hear(answer: ReadAnswer): void {
    const job = this.#jobs.get(answer.job);
    if (!job) {
      if (answer.kind === 'picture') closePicture(answer.content);
      return;
    }
    switch (answer.kind) {
      case 'bytes':
        return job.options.onBytes(answer.bytes, answer.requests);
      case 'model':
        for (const loss of answer.model.losses) job.options.onLoss(loss);
        return job.model.resolve(answer.model);
      case 'picture': {
        if (answer.loss !== null) job.options.onLoss(answer.loss);
        const waiting = job.pictures.get(answer.picture) ?? pledge<ReadPicture>();
        job.pictures.set(answer.picture, waiting);
        return waiting.resolve(answer.content);
      }
      case 'fault':
        return this.#end(answer.job, new ModelError(answer.code, answer.message, answer.isRetryable));
    }
  }

  /** Whatever is still awaited is rejected; pictures that nobody asked for are freed. */
  #end(index: number, error: Error): void {
    const job = this.#jobs.get(index);
    this.#jobs.delete(index);
    job?.model.reject(error);
    for (const [picture, { promise, reject }] of job?.pictures ?? []) {
      reject(error);
      if (!job?.taken.has(picture)) promise.then(closePicture, () => undefined);
    }
  }
}

function closePicture(picture: ReadPicture): void {
  if (typeof ImageBitmap !== 'undefined' && picture instanceof ImageBitmap) picture.close();
}

/** A rejection that nobody awaits is no error. */
function pledge<T>(): Pledge<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
