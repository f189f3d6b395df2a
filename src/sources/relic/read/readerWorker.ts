/** Reads models away from the page: fetches, checks, decodes pictures. Many at once, for most of it is waiting. */
import { fetchModel } from '../fetchModel.ts';
import { ModelError } from '../gltf/modelError.ts';
import { VISIT_LIMITS } from '../limits.ts';
import type { ReadAnswer, ReadRequest } from './protocol.ts';
import { readFile } from './readFile.ts';

interface WorkerScope {
  postMessage(message: ReadAnswer, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ReadRequest>) => void) | null;
}

/** So often at most is the page told of bytes on their way. */
const REPORT_BYTES = 131_072;
const scope = globalThis as unknown as WorkerScope;
const running = new Map<number, AbortController>();

scope.onmessage = ({ data }) => {
  if (data.kind === 'read') void read(data);
  else running.get(data.job)?.abort();
};

async function read({ job, url, mostPicturePx }: Extract<ReadRequest, { kind: 'read' }>): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  running.set(job, controller);
  const count = { bytes: 0, requests: 0 };
  const report = (): void => {
    if (count.bytes + count.requests > 0) scope.postMessage({ kind: 'bytes', job, ...count }, []);
    count.bytes = count.requests = 0;
  };
  try {
    await readFile(url, mostPicturePx, {
      async fetch(address) {
        count.requests++;
        const bytes = await fetchModel(address, VISIT_LIMITS.fileBytes, signal, (more) => {
          count.bytes += more;
          if (count.bytes >= REPORT_BYTES) report();
        });
        report();
        return bytes;
      },
      onModel(model) {
        if (signal.aborted) return;
        scope.postMessage({ kind: 'model', job, model }, [...new Set(model.buffers.map(({ buffer }) => buffer))]);
      },
      onPicture(picture, content, loss) {
        if (signal.aborted) {
          if (content instanceof ImageBitmap) content.close();
          return;
        }
        const transfer = content === null ? [] : [content instanceof ImageBitmap ? content : content.buffer];
        scope.postMessage({ kind: 'picture', job, picture, content, loss }, transfer);
      },
    });
  } catch (error) {
    if (signal.aborted) return;
    const { code, isRetryable } =
      error instanceof ModelError ? error : ({ code: 'broken-data', isRetryable: false } as const);
    const message = error instanceof ModelError ? error.message : 'the file cannot be read; export the model again';
    scope.postMessage({ kind: 'fault', job, code, message, isRetryable }, []);
  } finally {
    running.delete(job);
  }
}
