/** The frame of a worker that does one job at a time: gets ready, says so, works, answers. */
import { ModelError } from '#sources/relic/gltf/modelError.ts';
import type { Answer } from './protocol.ts';

interface WorkerScope<J, R> {
  postMessage(message: Answer<R>, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<J>) => void) | null;
}

/** `prepare` fetches what is needed for a job, which takes as long as the network does; `work` is then timed. */
export function answerJobs<J, R>(
  prepare: (job: J) => Promise<unknown>,
  work: (job: J) => Promise<{ result: R; transfer: Transferable[] }>,
): void {
  const scope = globalThis as unknown as WorkerScope<J, R>;
  scope.onmessage = ({ data }) => {
    answer(data).catch((error: unknown) => {
      const code = error instanceof ModelError ? error.code : 'broken-data';
      const message = error instanceof Error ? error.message : String(error);
      scope.postMessage({ kind: 'fault', code, message }, []);
    });
  };

  async function answer(job: J): Promise<void> {
    await prepare(job).catch(() => {
      throw new ModelError('network', 'the decoder of the viewer could not be fetched; try again', true);
    });
    scope.postMessage({ kind: 'ready' }, []);
    const { result, transfer } = await work(job);
    scope.postMessage({ kind: 'result', result }, transfer);
  }
}
