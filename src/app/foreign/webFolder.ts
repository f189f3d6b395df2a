/** The folder of a document on the page's own server, as importers ask for its files. */
import { resolveAssetUri } from '#document/uri.ts';
import type { ImportFolder } from '#exchange/reading/folder.ts';

/** A folder on the disk answers for names; this one is asked by addresses, so names are escaped again. */
function addressOf(path: string, documentUrl: string): string | null {
  return resolveAssetUri(path.split('/').map(encodeURIComponent).join('/'), documentUrl);
}

/** Asks with `ask` for the files beside a document. What is not there, or not of this server, is no file. */
export function openWebFolder(documentUrl: string, ask: typeof fetch): ImportFolder {
  async function request(path: string, init: RequestInit): Promise<Response> {
    const url = addressOf(path, documentUrl);
    if (url === null) throw new Error(`${path} is no file of the folder`);
    return ask(url, { ...init, mode: 'same-origin', credentials: 'same-origin' });
  }
  return {
    hasFile: async (path) => {
      const answer = await request(path, { method: 'HEAD' }).catch(() => null);
      return answer?.ok ?? false;
    },
    readHead: async (path, count) => {
      const answer = await request(path, { headers: { range: `bytes=0-${count - 1}` } });
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      const head = await readUpTo(answer, count);
      const whole = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
      return { bytes: Number(whole ?? answer.headers.get('content-length') ?? head.length), head };
    },
    readText: async (path, maxBytes) => {
      const answer = await request(path, {});
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      const bytes = await readUpTo(answer, maxBytes + 1);
      return bytes.length > maxBytes ? null : new TextDecoder().decode(bytes);
    },
  };
}

/** A server that knows no ranges sends all of it; the rest is not waited for. */
async function readUpTo({ body }: Response, count: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(count);
  let length = 0;
  const reader = body?.getReader();
  while (reader && length < count) {
    const { value, done } = await reader.read();
    if (done) break;
    bytes.set(value.subarray(0, count - length), length);
    length += Math.min(value.length, count - length);
  }
  await reader?.cancel();
  return bytes.slice(0, length);
}
