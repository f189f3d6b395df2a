/**
 * A fixed number of worker threads. Each holds two tasks at a time, so that one is filtered while the other is encoded;
 * no more are handed out, so a long list of tasks costs no memory.
 */
import { Worker } from 'node:worker_threads';
import type { Task, TaskReply, TaskRequest } from './task.ts';

const TASKS_IN_HAND = 2;

export class WorkerPool {
  readonly #workers: readonly Worker[];
  #nextId = 0;

  constructor(count: number) {
    this.#workers = Array.from({ length: count }, () => new Worker(new URL('./worker.ts', import.meta.url)));
    for (const worker of this.#workers) worker.setMaxListeners(0);
  }

  /** Does every task; `onDone` is called after each. Rejects with the first failure, after handing out no more. */
  async run(tasks: Iterable<Task>, onDone: (task: Task) => void): Promise<void> {
    const iterator = tasks[Symbol.iterator]();
    const stop = { failed: false };
    const hands = this.#workers.flatMap((worker) => Array.from({ length: TASKS_IN_HAND }, () => worker));
    await Promise.all(
      hands.map(async (worker) => {
        for (let next = iterator.next(); !next.done && !stop.failed; next = iterator.next()) {
          try {
            await this.#ask(worker, next.value);
          } catch (error) {
            stop.failed = true;
            throw error;
          }
          onDone(next.value);
        }
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #ask(worker: Worker, task: Task): Promise<void> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const settle = (error?: Error) => {
        worker.off('message', onMessage);
        worker.off('error', settle);
        worker.off('exit', onExit);
        if (error) reject(error);
        else resolve();
      };
      const onMessage = (reply: TaskReply) => {
        if (reply.id === id) settle(reply.error === undefined ? undefined : new Error(reply.error));
      };
      const onExit = () => settle(new Error('a worker ended before its task was done'));
      worker.on('message', onMessage);
      worker.on('error', settle);
      worker.on('exit', onExit);
      worker.postMessage({ id, task } satisfies TaskRequest);
    });
  }
}
