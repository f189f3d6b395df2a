/** Fetches and reads one depth picture away from the page. */
import type { DepthAnswer, DepthRequest } from './protocol.ts';
import { DepthError, readDepth } from './readDepth.ts';
import { spreadNear } from './spreadNear.ts';

/** The part of a worker's global scope that is used; the page's types are loaded here, not the worker's. */
interface WorkerScope {
  postMessage(message: DepthAnswer, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<DepthRequest>) => void) | null;
}

/** A picture of 16,384 × 8,192 pixels without compression. */
const MOST_BYTES = 300 * 1024 * 1024;
const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  answer(data).then(
    ({ message, transfer }) => scope.postMessage(message, transfer),
    (error: unknown) => {
      const { pathname } = new URL(data.url);
      const reason = error instanceof Error ? error.message : String(error);
      scope.postMessage({ error: `${pathname}: ${reason}` }, []);
    },
  );
};

async function answer(request: DepthRequest): Promise<{ message: DepthAnswer; transfer: Transferable[] }> {
  const response = await fetch(request.url, { credentials: 'same-origin' });
  if (!response.ok) throw new DepthError(`the server answered ${response.status}`);
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) throw new DepthError('it is too large');
  const file = new Uint8Array(await response.arrayBuffer());
  const read = await readDepth(file, request);
  const grid = request.spread ? spreadNear(read, request.spread) : read;
  return { message: { grid, bytes: file.length }, transfer: [grid.nearness.buffer] };
}
