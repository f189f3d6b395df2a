import type { Object3D } from 'three';
import { partsOf } from './listMeshes.ts';
import type { Answers, Ask, BodyFacts, Question, Tell } from './protocol.ts';

export type SurfaceWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<Tell>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
};

interface Waiting {
  resolve(value: never): void;
  reject(reason: Error): void;
}

/**
 * The page's side of the surface worker. A question is answered by the body as it was last read; one about a body that
 * was never read has no answer: null, all seen, all open.
 */
export class SurfaceReader {
  readonly #worker: SurfaceWorker;
  readonly #waiting = new Map<number, Waiting>();
  #serial = 0;

  constructor(worker: SurfaceWorker = createSurfaceWorker()) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#take(data);
    worker.onerror = ({ message }) => this.#fail(new Error(`the surface worker failed: ${message}`));
  }

  /** Reads a body anew; what is asked meanwhile is answered by what was read before. */
  read(body: string, root: Object3D): Promise<BodyFacts> {
    const parts = partsOf(root);
    const buffers = parts.flatMap(({ positions, index }) => [positions.buffer, ...(index ? [index.buffer] : [])]);
    return this.#send({ kind: 'read', body, serial: ++this.#serial, parts }, buffers as ArrayBuffer[]);
  }

  forget(body: string): void {
    this.#worker.postMessage({ kind: 'forget', body } satisfies Ask);
  }

  ask<Kind extends Question['kind']>(
    body: string,
    question: Extract<Question, { readonly kind: Kind }>,
  ): Promise<Answers[Kind]> {
    return this.#send({ kind: 'ask', body, serial: ++this.#serial, question }, []);
  }

  dispose(): void {
    this.#worker.terminate();
    this.#fail(new DOMException('the relic was put back', 'AbortError'));
  }

  #send<Value>(ask: Extract<Ask, { readonly serial: number }>, buffers: ArrayBuffer[]): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      this.#waiting.set(ask.serial, { resolve, reject });
      this.#worker.postMessage(ask, buffers);
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
