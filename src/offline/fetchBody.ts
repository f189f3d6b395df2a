/** An answer's whole body, where it has exactly as many bytes as expected and does not stop coming. */

/** A server that sends nothing for this long has gone, milliseconds. */
export const LONGEST_SILENCE_MS = 30_000;

export type FetchedBody =
  | {
      readonly kind: 'body';
      readonly status: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly headers: Headers;
    }
  /** No answer, or one that broke off: worth asking again. */
  | { readonly kind: 'unreachable' }
  /** Something else than the file. */
  | { readonly kind: 'wrong' };

export interface FetchBodyOptions extends RequestInit {
  readonly signal: AbortSignal;
  /** By status: with 206 the part that was asked for, with 200 the whole file. */
  readonly bytes: Readonly<Record<number, number>>;
  readonly silenceMs?: number;
}

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Rejects only where the signal is aborted. */
export async function fetchBody(
  fetch: typeof globalThis.fetch,
  url: string,
  { signal, bytes: expected, silenceMs = LONGEST_SILENCE_MS, ...init }: FetchBodyOptions,
): Promise<FetchedBody> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silenceMs);
  const listen = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), silenceMs);
  };
  try {
    const both = AbortSignal.any([signal, silence.signal]);
    const response = await fetch(url, { ...init, credentials: 'same-origin', signal: both });
    const length = expected[response.status];
    if (length === undefined) {
      await response.body?.cancel();
      return { kind: PASSING.has(response.status) ? 'unreachable' : 'wrong' };
    }
    const { status, headers } = response;
    const bytes = new Uint8Array(length);
    let at = 0;
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); reader && part && !part.done; part = await reader.read()) {
      listen();
      if (at + part.value.length > length) {
        await reader.cancel();
        return { kind: 'wrong' };
      }
      bytes.set(part.value, at);
      at += part.value.length;
    }
    // A connection that breaks off is an error; what ends well and is too short is another file.
    return at === length ? { kind: 'body', status, bytes, headers } : { kind: 'wrong' };
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}
