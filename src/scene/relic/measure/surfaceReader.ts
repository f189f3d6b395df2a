import type { Object3D } from 'three';
import { partsOf } from './listMeshes.ts';
import type { Answers, Ask, BodyFacts, Question, Tell } from './protocol.ts';

export type SurfaceWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<Tell>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

interface Waiting {
  /** May be called again, for another worker. */
  send(worker: SurfaceWorker): void;
  resolve(value: never): void;
  reject(reason: Error): void;
}

/** Before a worker whose script could not be had is started anew, milliseconds. */
const PAUSE_MS = 2_000;

/**
 * The page's side of the surface worker. A question is answered by the body as it was last read; one about a body that
 * was never read has no answer: null, all seen, all open. Where the worker's script did not come over the line, another is
 * started, and asked the same.
 */
export class SurfaceReader {
  readonly #createWorker: () => SurfaceWorker;
  readonly #waiting = new Map<number, Waiting>();
  #worker: SurfaceWorker;
  #serial = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(createWorker: () => SurfaceWorker = createSurfaceWorker) {
    this.#createWorker = createWorker;
    this.#worker = this.#start();
  }

  /** Reads a body anew; what is asked meanwhile is answered by what was read before. */
  read(body: string, root: Object3D): Promise<BodyFacts> {
    return this.#send((worker, serial) => {
      const parts = partsOf(root);
      const buffers = parts.flatMap(({ positions, index }) => [positions.buffer, ...(index ? [index.buffer] : [])]);
      worker.postMessage({ kind: 'read', body, serial, parts } satisfies Ask, buffers as ArrayBuffer[]);
    });
  }

  forget(body: string): void {
    this.#worker.postMessage({ kind: 'forget', body } satisfies Ask);
  }

  ask<Kind extends Question['kind']>(
    body: string,
    question: Extract<Question, { readonly kind: Kind }>,
  ): Promise<Answers[Kind]> {
    return this.#send((worker, serial) => worker.postMessage({ kind: 'ask', body, serial, question } satisfies Ask));
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#worker.terminate();
    this.#fail(new DOMException('the relic was put back', 'AbortError'));
  }

  #start(): SurfaceWorker {
    const worker = this.#createWorker();
    worker.onmessage = ({ data }) => this.#take(data);
    worker.onerror = (event) => {
      if (event.message) this.#fail(new Error(`the surface worker failed: ${event.message}`));
      else this.#startAgain();
    };
    return worker;
  }

  #startAgain(): void {
    this.#worker.terminate();
    this.#pause = setTimeout(() => {
      this.#worker = this.#start();
      for (const { send } of this.#waiting.values()) send(this.#worker);
    }, PAUSE_MS);
  }

  #send<Value>(send: (worker: SurfaceWorker, serial: number) => void): Promise<Value> {
    const serial = ++this.#serial;
    return new Promise<Value>((resolve, reject) => {
      const waiting = { send: (worker: SurfaceWorker) => send(worker, serial), resolve, reject };
      this.#waiting.set(serial, waiting);
      waiting.send(this.#worker);
    });
  }

  #take(tell: Tell): void {
    const waiting = this.#waiting.get(tell.serial);
    this.#waiting.delete(tell.serial);
    if (tell.kind === 'failed') waiting?.reject(new Error(tell.message));
    else waiting?.resolve((tell.kind === 'read' ? tell.facts : tell.answer) as never);
  }

  #fail(reason: Error): void {
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}

export function createSurfaceWorker(): SurfaceWorker {
  return new Worker(new URL('./surfaceWorker.ts', import.meta.url), { type: 'module', name: 'surface' });
}
