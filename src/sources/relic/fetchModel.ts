/** Fetches a model or a file beside it: bounded while it arrives, cancellable, with words for what goes wrong. */
import { ModelError } from './gltf/modelError.ts';

/** Answers worth asking again for: the server is busy, restarting, or a proxy lost it. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** `onBytes` is told of every piece as it arrives. */
export async function fetchModel(
  url: string,
  mostBytes: number,
  signal: AbortSignal,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const name = new URL(url).pathname.split('/').at(-1) ?? url;
  const response = await request(url, name, signal);
  const declared = Number(response.headers.get('content-length') ?? 0);
  const isPacked = response.headers.get('content-encoding') !== null;
  if (declared > mostBytes) {
    await response.body?.cancel();
    throw tooLarge(name, mostBytes);
  }
  try {
    return await gather(response, isPacked ? 0 : declared, mostBytes, name, onBytes);
  } catch (error) {
    if (signal.aborted || error instanceof ModelError) throw error;
    throw new ModelError('network', `${name}: the connection broke off`, true);
  }
}

async function request(url: string, name: string, signal: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal, credentials: 'same-origin' });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ModelError('network', `${name}: no answer from the server`, true);
  }
  if (response.ok) return response;
  const isPassing = PASSING.has(response.status);
  const message = `${name}: the server answered ${response.status}`;
  throw new ModelError(isPassing ? 'network' : 'missing-file', message, isPassing);
}

/** In one piece from the start where the length is known, so that a large file lies in memory once. */
async function gather(
  response: Response,
  expected: number,
  mostBytes: number,
  name: string,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  let bytes = new Uint8Array(expected > 0 ? expected : 65_536);
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const { value } = piece;
    onBytes(value.length);
    if (length + value.length > mostBytes) {
      await reader.cancel();
      throw tooLarge(name, mostBytes);
    }
    if (length + value.length > bytes.length) {
      const larger = new Uint8Array(Math.min(mostBytes, Math.max(bytes.length * 2, length + value.length)));
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(value, length);
    length += value.length;
  }
  return length === bytes.length ? bytes : bytes.slice(0, length);
}

function tooLarge(name: string, mostBytes: number): ModelError {
  return new ModelError('too-large', `${name}: has more than ${mostBytes} bytes; make steps of it with “grotto lod”`);
}
