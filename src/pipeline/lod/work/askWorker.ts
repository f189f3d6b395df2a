import { Worker } from 'node:worker_threads';
import type { FactsOf, Reply, Task } from './task.ts';

/** One thread a task: its memory, and that of the decoders in it, is given back when it ends. */
export function askWorker<T extends Task>(task: T): Promise<Reply<FactsOf<T>>> {
  return new Promise((resolve) => {
    // What encoders say to themselves is not for the command's reader.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: task,
      stdout: true,
      stderr: true,
    });
    worker.once('message', (reply: Reply<FactsOf<T>>) => {
      resolve(reply);
      void worker.terminate();
    });
    worker.once('error', (error: unknown) =>
      resolve({ error: error instanceof Error ? error.message : String(error) }),
    );
    worker.once('exit', () => resolve({ error: 'its thread ended before it was done; is there enough memory?' }));
  });
}
