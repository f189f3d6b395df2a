/** Fetches and reads one depth picture away from the page. */
import { FetchError, fetchBytes } from '#sources/http/fetchBytes.ts';
import type { DepthAnswer, DepthRequest } from './protocol.ts';
import { readDepth } from './readDepth.ts';
import { spreadNear } from './spreadNear.ts';

/** The part of a worker's global scope that is used; the page's types are loaded here, not the worker's. */
interface WorkerScope {
  postMessage(message: DepthAnswer, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<DepthRequest>) => void) | null;
}

/** A picture of 16,384 × 8,192 pixels without compression. */
const MOST_BYTES = 300 * 1024 * 1024;
/** Nobody waits before a picture's depth, but nobody asks for it again either. */
const PAUSES_MS = [500, 1_000, 2_000, 4_000, 8_000];
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
  const file = await fetchPatiently(request.url);
  const read = await readDepth(file, request);
  const grid = request.spread ? spreadNear(read, request.spread) : read;
  return { message: { grid, bytes: file.length }, transfer: [grid.nearness.buffer] };
}

async function fetchPatiently(url: string): Promise<Uint8Array<ArrayBuffer>> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return (await fetchBytes(url, { mostBytes: MOST_BYTES })).bytes;
    } catch (error) {
      if (!(error instanceof FetchError) || !error.isPassing) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return (await fetchBytes(url, { mostBytes: MOST_BYTES })).bytes;
}
