import type { DepthAnswer, DepthRequest } from './protocol.ts';
import { DepthError, type DepthGrid } from './readDepth.ts';

export interface LoadedDepth extends DepthGrid {
  /** That came over the network. */
  readonly bytes: number;
}

/** A worker of its own for one picture: aborting ends it, whatever it is in the middle of. */
export function loadDepth(
  request: DepthRequest,
  createWorker: () => Worker,
  signal: AbortSignal,
): Promise<LoadedDepth> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortion());
      return;
    }
    const worker = createWorker();
    const end = (): void => {
      worker.terminate();
      signal.removeEventListener('abort', abort);
    };
    const abort = (): void => {
      end();
      reject(abortion());
    };
    signal.addEventListener('abort', abort);
    worker.onmessage = ({ data }: MessageEvent<DepthAnswer>) => {
      end();
      if ('error' in data) reject(new DepthError(data.error));
      else resolve({ ...data.grid, bytes: data.bytes });
    };
    worker.onerror = (event) => {
      // The page must not hear of it a second time.
      event.preventDefault();
      end();
      reject(new DepthError(`${new URL(request.url).pathname}: ${event.message || 'the worker failed'}`));
    };
    worker.postMessage(request);
  });
}

function abortion(): DOMException {
  return new DOMException('the depth picture is not wanted any more', 'AbortError');
}
