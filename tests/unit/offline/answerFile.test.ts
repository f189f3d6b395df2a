import { describe, expect, it } from 'vitest';
import { type PackFile, PIECE_BYTES } from '#offline/packList.ts';
import { answerFile } from '#offline/worker/answerFile.ts';

const BYTES = new Uint8Array(PIECE_BYTES + 100).map((_, at) => (at * 7 + (at >> 16)) & 255);
const LARGE: PackFile = { path: 'scan.glb', bytes: BYTES.length, sha256: 'x', pieces: ['a', 'b'] };
const SMALL: PackFile = { path: 'note.opus', bytes: 100, sha256: 'n' };

/** Holds the pieces of these keys. */
function shelfOf(held: readonly string[]) {
  const start = (key: string): number => (key === 'n' ? 0 : 'ab'.indexOf(key) * PIECE_BYTES);
  const end = (key: string): number => (key === 'n' ? 100 : start(key) + PIECE_BYTES);
  return {
    keysOf: ({ pieces, sha256 }: PackFile) => [...(pieces ?? [sha256])],
    get: (key: string) => {
      const headers = { 'content-type': 'model/gltf-binary' };
      const body = BYTES.slice(start(key), end(key));
      return Promise.resolve(held.includes(key) ? new Response(body, { headers }) : undefined);
    },
  };
}

const ALL = shelfOf(['a', 'b', 'n']);
const lost = () => Promise.resolve(null);

async function ask(file: PackFile, range: string | null, shelf = ALL, restore: () => Promise<Response | null> = lost) {
  const response = await answerFile(shelf, file, range, restore);
  const { status, headers } = response;
  return { status, headers, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** Quicker than comparing two lists of millions of numbers. */
const isSame = (found: Uint8Array, wanted: Uint8Array): boolean => Buffer.compare(found, wanted) === 0;

describe('an answer from the shelf', () => {
  it('is the whole file, put together from its pieces, with the headers it came with', async () => {
    const { status, headers, bytes } = await ask(LARGE, null);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('model/gltf-binary');
    expect(headers.get('content-length')).toBe(String(BYTES.length));
    expect(isSame(bytes, BYTES)).toBe(true);
  });

  it('is the part that is asked for, within a piece and across them', async () => {
    const parts = [[0, 9], [PIECE_BYTES - 3, PIECE_BYTES + 4], [5, PIECE_BYTES + 50], [PIECE_BYTES, BYTES.length - 1]]; // prettier-ignore
    for (const [start = 0, end = 0] of parts) {
      const { status, headers, bytes } = await ask(LARGE, `bytes=${start}-${end}`);
      expect(status).toBe(206);
      expect(headers.get('content-range')).toBe(`bytes ${start}-${end}/${BYTES.length}`);
      expect(isSame(bytes, BYTES.subarray(start, end + 1))).toBe(true);
    }
    expect((await ask(SMALL, 'bytes=-10')).headers.get('content-range')).toBe('bytes 90-99/100');
    expect((await ask(SMALL, 'bytes=100-')).status).toBe(416);
  });

  it('is nothing where a piece is gone and cannot be had again', async () => {
    expect((await ask(LARGE, null, shelfOf(['a']))).status).toBe(504);
    expect((await ask(LARGE, 'bytes=0-5', shelfOf(['a']))).status).toBe(206);
    const restore = () => Promise.resolve(new Response(BYTES.slice(PIECE_BYTES)));
    expect(isSame((await ask(LARGE, null, shelfOf(['a']), restore)).bytes, BYTES)).toBe(true);
  });
});
