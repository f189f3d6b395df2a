import type { Answer, Library, LibraryReply, LibraryRequest } from '#tour/find/library.ts';

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** A library in a worker of its own; what it is asked fails once the worker has. */
export function openLibrary(): Library {
  const worker = new Worker(new URL('./findWorker.ts', import.meta.url), { type: 'module', name: 'find' });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let hasFailed = false;
  const tell = (request: LibraryRequest): void => worker.postMessage(request);
  const fail = (): void => {
    hasFailed = true;
    for (const { reject } of waiting.values()) reject(new Error('the texts could not be searched'));
    waiting.clear();
  };

  worker.addEventListener('message', ({ data: { id, answer } }: MessageEvent<LibraryReply>) => {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  worker.addEventListener('error', fail);
  worker.addEventListener('messageerror', fail);
  return {
    add: (things) => tell({ kind: 'add', things }),
    search(query, language, most) {
      if (hasFailed) return Promise.reject(new Error('the texts could not be searched'));
      const id = count++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        tell({ kind: 'search', id, query, language, most });
      });
    },
    close() {
      worker.terminate();
      fail();
    },
  };
}
