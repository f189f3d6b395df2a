import { type Judgement, judgeList, type KnownList } from './judgeList.ts';
import { PACK_LIST, PACK_SIGNATURE } from './packList.ts';

export type ListAnswer = { readonly kind: 'unreachable' } | (Judgement & { readonly bytes: Uint8Array<ArrayBuffer> });

/** A list of half a million files stays below. */
const MAX_LIST_BYTES = 256 * 1_048_576;

/** What the server offers at this moment, judged by what the device knows. */
export async function fetchList(
  fetch: typeof globalThis.fetch,
  scope: string,
  known: KnownList | null,
): Promise<ListAnswer> {
  const ask = (name: string): Promise<Response> =>
    fetch(`${scope}${name}`, { cache: 'no-store', credentials: 'same-origin', priority: 'low' });
  try {
    const response = await ask(PACK_LIST);
    if (response.status >= 500) return { kind: 'unreachable' };
    const isHere = response.ok && Number(response.headers.get('content-length') ?? 0) <= MAX_LIST_BYTES;
    const bytes = isHere ? new Uint8Array(await response.arrayBuffer()) : new Uint8Array();
    if (!isHere) {
      const message = `the server answered ${response.status}`;
      return { kind: 'refused', code: 'no-list', message, bytes };
    }
    // Asked for only where it is needed: a file that is missing would be an error in the console.
    const isSigned = known?.key !== undefined || new TextDecoder().decode(bytes.subarray(0, 1_000)).includes('"key":');
    const signature = isSigned ? await ask(PACK_SIGNATURE) : null;
    const text = signature?.ok ? await signature.text() : null;
    return { ...(await judgeList(bytes, text, known)), bytes };
  } catch {
    return { kind: 'unreachable' };
  }
}
