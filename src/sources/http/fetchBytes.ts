/**
 * A file from the exhibition's own origin: bounded while it arrives, cancellable, and given up where the server stops in
 * the middle, as a hanging answer would hold one of the few lines to the server for ever.
 */
const STALL_MS = 10_000;
/** Answers worth asking again for: the server is busy, restarting, or a proxy lost it. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

export interface FetchBytesOptions {
  readonly signal?: AbortSignal;
  /** What has more is not gathered. */
  readonly mostBytes: number;
  /** Told of every piece as it arrives. */
  readonly onBytes?: (bytes: number) => void;
  /** Without a byte for so long the server is taken for dead, milliseconds; ten seconds by default. */
  readonly stallMs?: number;
}

export interface FetchedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As the server says; empty where it does not. */
  readonly type: string;
}

/** `isPassing` says whether trying again can help; the message is the end of a sentence that began with the file's name. */
export class FetchError extends Error {
  readonly kind: 'missing' | 'line' | 'too-large';
  readonly isPassing: boolean;
  /** The server's, where it gave one. */
  readonly status: number | null;
  constructor(kind: FetchError['kind'], message: string, isPassing: boolean, status: number | null = null) {
    super(message);
    this.name = 'FetchError';
    this.kind = kind;
    this.isPassing = isPassing;
    this.status = status;
  }
}

/** Rejects with a `FetchError`, or with the reason of `signal` when that cancelled it. */
export async function fetchBytes(url: string, options: FetchBytesOptions): Promise<FetchedBytes> {
  const { signal, mostBytes, onBytes, stallMs = STALL_MS } = options;
  const line = new AbortController();
  const cancel = (): void => line.abort(signal?.reason);
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted) cancel();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => line.abort(new FetchError('line', 'the server stopped answering', true)), stallMs);
  };
  wait();
  try {
    const response = await request(url, line.signal);
    const declared = Number(response.headers.get('content-length') ?? 0);
    const isPacked = response.headers.get('content-encoding') !== null;
    if (declared > mostBytes) throw new FetchError('too-large', `has more than ${mostBytes} bytes`, false);
    const bytes = await gather(response, isPacked ? 0 : declared, mostBytes, (count) => {
      wait();
      onBytes?.(count);
    });
    return { bytes, type: response.headers.get('content-type') ?? '' };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof FetchError) throw error;
    const { reason } = line.signal as { readonly reason: unknown };
    throw reason instanceof FetchError ? reason : new FetchError('line', 'the connection broke off', true);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    // What was not read to its end is not wanted any more.
    line.abort();
  }
}

async function request(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal, credentials: 'same-origin' }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new FetchError('line', 'no answer from the server', true);
  });
  if (response.ok) return response;
  const { status } = response;
  throw new FetchError('missing', `the server answered ${status}`, PASSING.has(status), status);
}

/** In one piece from the start where the length is known, so that a large file lies in memory once. */
async function gather(
  response: Response,
  expected: number,
  mostBytes: number,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  let bytes = new Uint8Array(expected > 0 ? expected : 65_536);
  let length = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const { value } = piece;
    onBytes(value.length);
    if (length + value.length > mostBytes) throw new FetchError('too-large', `has more than ${mostBytes} bytes`, false);
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
