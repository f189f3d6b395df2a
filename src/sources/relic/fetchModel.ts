/** Fetches a model or a file beside it: bounded while it arrives, cancellable, with words for what goes wrong. */
import { FetchError, fetchBytes } from '#sources/http/fetchBytes.ts';
import { ModelError } from './gltf/modelError.ts';

/** `onBytes` is told of every piece as it arrives. */
export async function fetchModel(
  url: string,
  mostBytes: number,
  signal: AbortSignal,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { bytes } = await fetchBytes(url, { signal, mostBytes, onBytes });
    return bytes;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    throw explain(new URL(url).pathname.split('/').at(-1) ?? url, error);
  }
}

function explain(name: string, { kind, message, isPassing }: FetchError): ModelError {
  if (kind === 'too-large') {
    return new ModelError('too-large', `${name}: ${message}; make steps of it with “grotto lod”`);
  }
  return new ModelError(isPassing ? 'network' : 'missing-file', `${name}: ${message}`, isPassing);
}
