import type { DepthAnswer, DepthRequest } from './protocol.ts';
import { DepthError, type DepthGrid } from './readDepth.ts';

export interface LoadedDepth extends DepthGrid {
  /** That came over the network. */
  readonly bytes: number;
}

/** The worker's own script did not come over the line. */
class ScriptMissing extends DepthError {}

const MOST_ATTEMPTS = 6;

/** A worker of its own for one picture: aborting ends it, whatever it is in the middle of. */
export async function loadDepth(
  request: DepthRequest,
  createWorker: () => Worker,
  signal: AbortSignal,
): Promise<LoadedDepth> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await loadOnce(request, createWorker, signal);
    } catch (error) {
      if (!(error instanceof ScriptMissing) || attempt === MOST_ATTEMPTS) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000 * attempt));
  }
}

function loadOnce(request: DepthRequest, createWorker: () => Worker, signal: AbortSignal): Promise<LoadedDepth> {
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
      const { pathname } = new URL(request.url);
      if (event.message) reject(new DepthError(`${pathname}: ${event.message}`));
      else reject(new ScriptMissing(`${pathname}: what reads depth could not be loaded`));
    };
    worker.postMessage(request);
  });
}

function abortion(): DOMException {
  return new DOMException('the depth picture is not wanted any more', 'AbortError');
}
