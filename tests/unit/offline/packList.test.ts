import { describe, expect, it } from 'vitest';
import { findPathFault, packPath, packUrl, PIECE_BYTES, PackListError, readPackList } from '#offline/packList.ts';

const HASH = 'a'.repeat(64);
const file = (path: string, bytes = 3) => ({ path, bytes, sha256: HASH });

function makeList(change: object = {}): unknown {
  const files = [file('index.html'), file('exhibition.json')];
  return { formatVersion: 1, exhibition: 'small', version: 7, bytes: 6, files, ...change };
}

const read = (value: unknown) => readPackList(new TextEncoder().encode(JSON.stringify(value)));

function faultOf(value: unknown): string {
  try {
    read(value);
  } catch (error) {
    if (error instanceof PackListError) return error.message;
    throw error;
  }
  return 'none';
}

describe('a pack list', () => {
  it('is read as it was written, and what it does not know is left out', () => {
    expect(read(makeList({ later: 'words' }))).toEqual(makeList());
  });

  it('is refused whole where anything in it is wrong, saying where', () => {
    const page = file('index.html');
    const document = file('exhibition.json');
    const cases: [object, string][] = [
      [{ formatVersion: 2 }, 'formatVersion: expected 1'],
      [{ exhibition: 4 }, 'exhibition: expected an id'],
      [{ version: 1.5 }, 'version: expected a whole number from 1'],
      [{ version: 0 }, 'version: expected a whole number from 1'],
      [{ key: 'short' }, 'key: expected 32 bytes in base64'],
      [{ files: {} }, 'files: expected a list of at most 500000'],
      [{ files: [page, null] }, 'files.1: expected an object'],
      [{ files: [page, { ...document, bytes: -1 }] }, 'files.1.bytes: expected a whole number'],
      [{ files: [page, { ...document, sha256: 'A'.repeat(64) }] }, 'files.1.sha256: expected 64 hexadecimal digits'],
      [{ files: [page, document, page] }, 'files: a path is named twice'],
      [{ files: [page] }, 'files: exhibition.json is missing'],
      [{ bytes: 7 }, 'bytes: expected 6, the sum of all files'],
    ];
    for (const [change, fault] of cases) expect(faultOf(makeList(change))).toBe(fault);
    expect(() => readPackList(new Uint8Array([0xff, 0xfe]))).toThrow('it is no JSON');
    expect(() => readPackList(new TextEncoder().encode('[]'))).toThrow('it: expected an object');
  });

  it('names the hash of every piece of a file that is larger than one', () => {
    const bytes = 2 * PIECE_BYTES + 1;
    const scan = (pieces?: unknown) => {
      const files = [file('index.html'), file('exhibition.json'), { ...file('scan.glb', bytes), pieces }];
      return makeList({ files, bytes: bytes + 6 });
    };
    expect(faultOf(scan([HASH, HASH, HASH]))).toBe('none');
    expect(faultOf(scan([HASH, HASH]))).toBe('files.2.pieces: expected 3 hashes');
    expect(faultOf(scan())).toBe('files.2.pieces: expected 3 hashes');
  });

  it('holds no path that leads out of the folder, is hidden, or is the list’s own', () => {
    const bad = ['/a', 'a//b', '../a', 'a/../b', './a', '.git/config', 'a\\b', 'a\u0000b', '', 'a/', 'pack.json'];
    for (const path of [...bad, 'pack.sig', 'service-worker.js', 'x'.repeat(2_001)]) {
      expect.soft(findPathFault(path), path).not.toBeNull();
    }
    for (const path of ['app/a-1.js', '洞窟 45/f#1?.webp', '100%.webp', 'https:x', 'sub/pack.json']) {
      expect.soft(findPathFault(path), path).toBeNull();
    }
  });
});

describe('the address of a packed file', () => {
  const scope = 'https://museum.example/caves/';

  it('leads back to its path, whatever is in its name', () => {
    for (const path of ['exhibition.json', '洞窟 45/f#1?.webp', '100%.webp', "a+b,c@d&e=f'.glb", 'https:x/y']) {
      expect(packPath(packUrl(path, scope), scope)).toBe(path);
    }
  });

  it('is found as a document writes it too, with a search or a fragment behind', () => {
    expect(packPath(new URL('洞窟/a+b (1).webp', scope).href, scope)).toBe('洞窟/a+b (1).webp');
    expect(packPath(`${scope}?debug#/cave`, scope)).toBe('index.html');
  });

  it('is none beyond the page’s own folder', () => {
    expect(packPath('https://museum.example/other/a.js', scope)).toBeNull();
    expect(packPath('https://elsewhere.example/caves/a.js', scope)).toBeNull();
    expect(packPath(`${scope}%ff.webp`, scope)).toBeNull();
  });
});
