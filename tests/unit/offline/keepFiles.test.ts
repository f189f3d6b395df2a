/** Fetching a list over a real connection to a server that does what servers do. */
import { createHash } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepFiles, type KeepPorts, type Progress } from '#offline/keepFiles.ts';
import { type PackFile, packUrl, PIECE_BYTES } from '#offline/packList.ts';

const bodies = new Map<string, Uint8Array<ArrayBuffer>>();
const asked: { path: string; range: string | undefined; isKeyed: boolean }[] = [];
let answerOddly: (path: string, response: ServerResponse) => boolean = () => false;
let hasRanges = true;
let server: Server;
let scope = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://host');
    const path = url.pathname.slice(1);
    const { range } = request.headers;
    asked.push({ path, range, isKeyed: url.searchParams.has('sha256') });
    if (answerOddly(path, response)) return;
    const body = bodies.get(path);
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    if (!body) response.writeHead(404).end();
    else if (start !== undefined && hasRanges) response.writeHead(206).end(body.subarray(+start, Number(end) + 1));
    else response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  scope = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  bodies.clear();
  asked.length = 0;
  hasRanges = true;
  answerOddly = () => false;
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function addFile(path: string, length: number): PackFile {
  const bytes = new Uint8Array(length).map((_, at) => (at + path.length + (at >> 20)) & 255);
  bodies.set(path, bytes);
  const pieces: string[] = [];
  for (let start = 0; start < length; start += PIECE_BYTES) {
    pieces.push(sha256(bytes.subarray(start, start + PIECE_BYTES)));
  }
  return { path, bytes: length, sha256: sha256(bytes), ...(pieces.length > 1 && { pieces }) };
}

/** A shelf in memory. */
function openShelf() {
  const held = new Map<string, Uint8Array>();
  const shelf: KeepPorts['shelf'] = {
    scope,
    listKeys: () => Promise.resolve(new Set(held.keys())),
    keysOf: ({ path, sha256: whole, pieces = [whole] }) =>
      pieces.map((hash) => `${packUrl(path, scope)}?sha256=${hash}`),
    put: (key, bytes) => Promise.resolve(void held.set(key, bytes)),
  };
  return { held, shelf };
}

async function keep(
  files: readonly PackFile[],
  { shelf } = openShelf(),
  change: Partial<KeepPorts> & {
    signal?: AbortSignal;
    onProgress?: (progress: Progress) => void;
    isBeside?: boolean;
    silenceMs?: number;
  } = {},
) {
  const ports = { shelf, fetch, estimate: () => Promise.resolve(null), pause: () => Promise.resolve(), ...change };
  const {
    signal = new AbortController().signal,
    onProgress = () => undefined,
    isBeside = false,
    silenceMs = 30_000,
  } = change;
  return keepFiles(files, ports, { signal, onProgress, isBeside, silenceMs });
}

describe('keeping files', () => {
  it('fetches each once and tells how many bytes are there', async () => {
    const files = [addFile('a.webp', 10), addFile('b.webp', 20), addFile('empty.vtt', 0)];
    const { held, shelf } = openShelf();
    const told: Progress[] = [];
    expect(await keep(files, { held, shelf }, { onProgress: (progress) => told.push(progress) })).toEqual({
      kind: 'whole',
    });
    expect(held.size).toBe(3);
    expect(asked.map(({ path }) => path).sort()).toEqual(['a.webp', 'b.webp', 'empty.vtt']);
    expect(told[0]).toEqual({ doneBytes: 0, totalBytes: 30 });
    expect(told.at(-1)).toEqual({ doneBytes: 30, totalBytes: 30 });
  });

  it('fetches a large file in pieces, and of one that broke off only the pieces that are missing', async () => {
    const scan = addFile('scan.glb', 2 * PIECE_BYTES + 5);
    const { held, shelf } = openShelf();
    answerOddly = (_, response) => {
      const isLast = asked.at(-1)?.range?.startsWith(`bytes=${2 * PIECE_BYTES}`) ?? false;
      if (isLast) response.destroy();
      return isLast;
    };
    expect(await keep([scan], { held, shelf })).toEqual({ kind: 'unreachable' });
    answerOddly = () => false;
    const before = held.size;
    asked.length = 0;
    expect(await keep([scan], { held, shelf })).toEqual({ kind: 'whole' });
    expect(asked.length).toBe(3 - before);
    expect(asked.some(({ range }) => range === `bytes=${2 * PIECE_BYTES}-${2 * PIECE_BYTES + 4}`)).toBe(true);
    expect([...held.values()].reduce((sum, { length }) => sum + length, 0)).toBe(scan.bytes);
  });

  it('takes the pieces from a server that knows no ranges', async () => {
    hasRanges = false;
    const { held, shelf } = openShelf();
    expect(await keep([addFile('scan.glb', PIECE_BYTES + 5)], { held, shelf })).toEqual({ kind: 'whole' });
    expect([...held.values()].map(({ length }) => length).sort()).toEqual([5, PIECE_BYTES]);
  });

  it('keeps nothing with another hash, another length or another status, and asks once more past any cache', async () => {
    for (const wrong of ['right length', 'too short', 'far too long, and so not even read to its end']) {
      const file = addFile('a.webp', 12);
      bodies.set('a.webp', new TextEncoder().encode(wrong));
      const { held, shelf } = openShelf();
      const { kind } = await keep([file], { held, shelf });
      expect.soft(kind, wrong).toBe('wrong-file');
      expect.soft(held.size, wrong).toBe(0);
    }
    asked.length = 0;
    const lost = addFile('lost.webp', 3);
    bodies.delete('lost.webp');
    expect(await keep([lost])).toEqual({ kind: 'wrong-file', path: 'lost.webp' });
    expect(asked.map(({ isKeyed }) => isKeyed)).toEqual([false, true]);
  });

  it('asks again where the server is busy, says nothing, or cuts off', async () => {
    for (const odd of ['busy', 'silent', 'cut']) {
      asked.length = 0;
      answerOddly = (_, response) => {
        if (asked.length > 2) return false;
        if (odd === 'busy') response.writeHead(503).end();
        else if (odd === 'cut')
          response.writeHead(200, { 'content-length': 10 }).write('abc', () => response.destroy());
        else response.writeHead(200, { 'content-length': 10 }).write('abc');
        return true;
      };
      expect.soft((await keep([addFile('a.webp', 10)], openShelf(), { silenceMs: 300 })).kind, odd).toBe('whole');
      expect.soft(asked.length, odd).toBe(3);
    }
  });

  it('asks for files by their hash while another version is shown', async () => {
    await keep([addFile('a.webp', 10)], openShelf(), { isBeside: true });
    expect(asked.map(({ isKeyed }) => isKeyed)).toEqual([true]);
  });

  it('says what is needed and free where it does not fit, before it asks for anything', async () => {
    const files = [addFile('a.webp', 1_000)];
    const estimate = () => Promise.resolve({ usage: 5_000_000, quota: 15_000_500 });
    expect(await keep(files, openShelf(), { estimate })).toEqual({
      kind: 'no-room',
      neededBytes: 1_000,
      freeBytes: 10_000_500,
    });
    expect(asked).toEqual([]);
  });

  it('says so where the device is full before it had thought', async () => {
    const { held, shelf } = openShelf();
    const full = { ...shelf, put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    expect((await keep([addFile('a.webp', 10)], { held, shelf: full })).kind).toBe('no-room');
  });

  it('stops when it is told to, and what has come stays', async () => {
    const stopping = new AbortController();
    const { held, shelf } = openShelf();
    const files = Array.from({ length: 40 }, (_, index) => addFile(`${index}.webp`, 10));
    const onProgress = ({ doneBytes }: Progress): void => {
      if (doneBytes >= 100) stopping.abort();
    };
    expect(await keep(files, { held, shelf }, { signal: stopping.signal, onProgress })).toEqual({ kind: 'stopped' });
    expect(held.size).toBeGreaterThanOrEqual(10);
    expect(held.size).toBeLessThan(40);
  });
});
