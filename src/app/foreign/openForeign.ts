/** Documents of other viewers, opened in the page. The importers are a worker's: the page shares nothing with them. */
import type { Brought } from '#ui/ports.ts';
import type { ImportAnswer, ImportJob } from './protocol.ts';
import type { Refused } from './readForeign.ts';
import { tellLosses } from './tellLosses.ts';

export interface OpenedForeign {
  /** The exhibition that was made of it, as its file would be. */
  readonly text: string;
  /** Against which its files are found. */
  readonly url: string;
  readonly brought: Brought;
  /** Files that were made of others, by their names in the exhibition: addresses in the page's memory. */
  readonly made: ReadonlyMap<string, string>;
}

/** Null where it is in no format that is known. Rejects where the worker did not come or broke. */
export async function openForeign(bytes: Uint8Array, url: string): Promise<OpenedForeign | Refused | null> {
  const found = await askWorker({ bytes, url });
  if (!found || 'refused' in found) return found;
  const { text, format, losses, lossesLeftOut } = found;
  const brought = { format, losses, lossesLeftOut };
  tellLosses(url, brought);
  const made = new Map(found.made.map(([name, file]) => [name, URL.createObjectURL(file)]));
  return { text, url: found.url, brought, made };
}

function askWorker(job: ImportJob) {
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module', name: 'import' });
  const answered = new Promise<Extract<ImportAnswer, { found: unknown }>['found']>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      if ('found' in data) resolve(data.found);
      else reject(new Error(data.failed));
    });
    worker.addEventListener('error', () => reject(new Error('what reads other formats did not come')));
  });
  worker.postMessage(job);
  return answered.finally(() => worker.terminate());
}
