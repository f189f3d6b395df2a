/** Fetches a model or a file beside it: bounded, cancellable, with words for what goes wrong. */
import { ModelError } from './gltf/modelError.ts';

/** A step of a ladder stays far below; a scan as large as this wants to be made into steps. */
const MOST_BYTES = 512 * 1024 * 1024;
/** Answers worth asking again for: the server is busy, restarting, or a proxy lost it. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

export async function fetchModel(url: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const name = new URL(url).pathname.split('/').at(-1) ?? url;
  let response: Response;
  try {
    response = await fetch(url, { signal, credentials: 'same-origin' });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ModelError('network', `${name}: no answer from the server`, true);
  }
  if (!response.ok) {
    const isPassing = PASSING.has(response.status);
    throw new ModelError(
      isPassing ? 'network' : 'missing-file',
      `${name}: the server answered ${response.status}`,
      isPassing,
    );
  }
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > MOST_BYTES) throw tooLarge(name, declared);
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > MOST_BYTES) throw tooLarge(name, bytes.length);
    return bytes;
  } catch (error) {
    if (signal.aborted || error instanceof ModelError) throw error;
    throw new ModelError('network', `${name}: the connection broke off`, true);
  }
}

function tooLarge(name: string, bytes: number): ModelError {
  return new ModelError('too-large', `${name}: has ${bytes} bytes; make steps of it with “grotto lod”`);
}
