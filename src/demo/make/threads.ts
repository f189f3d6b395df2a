/**
 * Tasks for worker threads: each thread takes the next task when it has done one. Results come back in the order of the
 * tasks, so nothing depends on the number of threads or on which is quickest.
 */
import { parentPort, Worker, workerData } from 'node:worker_threads';

interface Reply<Result> {
  readonly index: number;
  readonly result: Result;
}

export interface ThreadWork<Task, Result> {
  /** Module that calls `serveTasks`. */
  readonly module: URL;
  /** Handed to every thread once; shared memory is not copied. */
  readonly data: unknown;
  readonly tasks: readonly Task[];
  readonly jobs: number;
  /** Called in the order in which tasks are done. The next task of that thread waits for it. */
  onResult?(result: Result, index: number, done: number): void | Promise<void>;
}

export async function runTasks<Task, Result>(work: ThreadWork<Task, Result>): Promise<void> {
  const { module, data, tasks, jobs, onResult } = work;
  let next = 0;
  let done = 0;
  const state = { failed: false };
  const runThread = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(module, { workerData: data });
      const fail = (error: Error) => {
        state.failed = true;
        void worker.terminate();
        reject(error);
      };
      const give = () => {
        if (next < tasks.length && !state.failed) {
          const index = next++;
          worker.postMessage({ index, task: tasks[index] });
        } else void worker.terminate().then(() => resolve(), fail);
      };
      worker.on('message', (reply: Reply<Result>) => {
        done++;
        Promise.resolve(onResult?.(reply.result, reply.index, done)).then(give, fail);
      });
      worker.on('error', fail);
      give();
    });
  await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, tasks.length)) }, runThread));
}

/** In the worker's module: answers every task with what `handle` makes of it; a failure ends the thread. */
export function serveTasks<Data, Task, Result>(
  prepare: (data: Data) => Promise<(task: Task) => Promise<{ result: Result; transfer?: ArrayBuffer[] }>>,
): void {
  const port = parentPort;
  if (!port) throw new Error('this module is for worker threads');
  const ready = prepare(workerData as Data);
  port.on('message', ({ index, task }: { index: number; task: Task }) => {
    void (async () => {
      const handle = await ready;
      const { result, transfer = [] } = await handle(task);
      port.postMessage({ index, result } satisfies Reply<Result>, transfer);
    })();
  });
}
