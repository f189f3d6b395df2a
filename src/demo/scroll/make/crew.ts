/** Threads that share a list of columns; whoever is free takes the next one. */
import { Worker } from 'node:worker_threads';
import type { ColumnJob } from '#demo/scroll/make/column.ts';

interface Answer {
  readonly done: boolean;
  readonly message?: string;
}

export interface Crew {
  /** Makes all columns of the list; `onDone` is told after each. */
  work(list: readonly ColumnJob[], onDone: () => void): Promise<void>;
  dismiss(): Promise<void>;
}

export function createCrew(threads: number): Crew {
  const workers = Array.from({ length: threads }, () => new Worker(new URL('./columnWorker.ts', import.meta.url)));
  return {
    work: async (list, onDone) => {
      let next = 0;
      await Promise.all(
        workers.map(async (worker) => {
          for (let job = list[next++]; job; job = list[next++]) {
            await ask(worker, job);
            onDone();
          }
        }),
      );
    },
    dismiss: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function ask(worker: Worker, job: ColumnJob): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: unknown): void => {
      worker.off('message', onMessage);
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const onMessage = (answer: Answer): void => {
      worker.off('error', onError);
      if (answer.done) resolve();
      else
        reject(
          new Error(
            `scroll: column ${job.column} of level ${job.level} failed: ${answer.message ?? 'no reason given'}`,
          ),
        );
    };
    worker.once('message', onMessage);
    worker.once('error', onError);
    worker.postMessage(job);
  });
}
