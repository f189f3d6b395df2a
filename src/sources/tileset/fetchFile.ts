/** Fetches a file of a tileset from the exhibition's own origin, bounded, cancellable, and once more where that helps. */
import { FetchError, fetchBytes } from '#sources/http/fetchBytes.ts';
import { TilesetError, fileNameOf } from './tilesetError.ts';

const PAUSES_MS = [500, 2_000];

/** Rejects with a `TilesetError`, or with the signal's reason when cancelled. */
export async function fetchFile(url: string, mostBytes: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  for (const pauseMs of PAUSES_MS) {
    const answer = await attempt(url, mostBytes, signal);
    if (answer instanceof Uint8Array) return answer;
    if (!answer.isPassing) throw answer.error;
    await pause(pauseMs, signal);
  }
  const answer = await attempt(url, mostBytes, signal);
  if (answer instanceof Uint8Array) return answer;
  throw answer.error;
}

interface Failure {
  readonly error: TilesetError;
  readonly isPassing: boolean;
}

async function attempt(
  url: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | Failure> {
  try {
    const { bytes } = await fetchBytes(url, { signal, mostBytes });
    return bytes;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return { error: explain(fileNameOf(url), error), isPassing: error.isPassing };
  }
}

function explain(file: string, { kind, message, status }: FetchError): TilesetError {
  if (kind === 'too-large') return new TilesetError('too-large', file, `${message}: divide it into more tiles`);
  return new TilesetError(
    'missing',
    file,
    `${message}${status === 404 ? '; is the file in the exhibition’s folder?' : ''}`,
  );
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
