/** Reads one document away from the page: it may be long, and the readers are many. */
import { readForeign } from './readForeign.ts';
import type { ImportAnswer, ImportJob } from './protocol.ts';

addEventListener('message', ({ data: { bytes, url } }: MessageEvent<ImportJob>) => {
  const answer = (value: ImportAnswer): void => postMessage(value);
  readForeign(bytes, url, (input, init) => fetch(input, init)).then(
    (found) => answer({ found }),
    (error: unknown) => answer({ failed: String(error) }),
  );
});
