/** Fetches a file of a tileset from the exhibition's own origin, bounded, cancellable, and once more where that helps. */
import { TilesetError, fileNameOf } from './tilesetError.ts';

/** Answers worth asking again for: the server is busy, restarting, or a proxy lost it. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
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

async function attempt(url: string, most: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer> | Failure> {
  const file = fileNameOf(url);
  const fail = (problem: string, isPassing: boolean): Failure => {
    return { error: new TilesetError('missing', file, problem), isPassing };
  };
  try {
    const response = await fetch(url, { signal, credentials: 'same-origin' });
    if (!response.ok) {
      const remedy = response.status === 404 ? '; is the file in the exhibition’s folder?' : '';
      return fail(`the server answered ${response.status}${remedy}`, PASSING.has(response.status));
    }
    const told = Number(response.headers.get('content-length') ?? 0);
    if (told > most) return { error: tooLarge(file, told, most), isPassing: false };
    return await readBody(response, file, most);
  } catch (error) {
    if (signal.aborted || error instanceof TilesetError) throw error;
    return fail('no answer from the server, or the connection broke off', true);
  }
}

/** Reads piece by piece, so that a body longer than it should be is never gathered. */
async function readBody(response: Response, file: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    length += piece.value.length;
    if (length > most) {
      await reader.cancel();
      throw tooLarge(file, length, most);
    }
    pieces.push(piece.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

function tooLarge(file: string, bytes: number, most: number): TilesetError {
  return new TilesetError('too-large', file, `${bytes} bytes; expected at most ${most}: divide it into more tiles`);
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
