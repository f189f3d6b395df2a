import { describe, expect, it } from 'vitest';
import { holdsPoint } from '#sources/tileset/boundingVolume.ts';
import { readTileset } from '#sources/tileset/readTileset.ts';
import type { TilesetFaultCode } from '#sources/tileset/tilesetError.ts';
import { TilesetError } from '#sources/tileset/tilesetError.ts';
import { resolveTileUri } from '#sources/tileset/tileUri.ts';

const FOLDER = 'https://museum.example/show/';
const URL_OF_IT = `${FOLDER}cave/tileset.json`;

function read(json: unknown, ancestors: readonly string[] = []) {
  const bytes = new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json));
  return readTileset(bytes, { url: URL_OF_IT, folder: FOLDER, ancestors });
}

const BOX = { box: [0, 0, 0, 5, 0, 0, 0, 5, 0, 0, 0, 5] };
const withRoot = (root: object) => ({
  asset: { version: '1.0' },
  geometricError: 10,
  root: { boundingVolume: BOX, geometricError: 5, ...root },
});

function refusal(json: unknown, ancestors: readonly string[] = []): { code: TilesetFaultCode; message: string } {
  try {
    read(json, ancestors);
  } catch (error) {
    if (error instanceof TilesetError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a tileset that is read', () => {
  it('is a copy that holds only what is known, with full addresses', () => {
    const tileset = read({
      asset: { version: '1.1', gltfUpAxis: 'Z', copyright: 'Cave Institute; A. Maker', extras: { a: 1 } },
      geometricError: 10,
      root: {
        boundingVolume: { ...BOX, extras: 1 },
        geometricError: 5,
        refine: 'replace',
        content: { uri: 'a/root.b3dm?v=2#x', boundingVolume: {} },
        children: [
          { boundingVolume: { sphere: [0, 0, 0, 2] }, geometricError: 0, content: { url: '../b.glb' } },
          {
            boundingVolume: { region: [-1, 0.5, -0.9, 0.6, 0, 80] },
            geometricError: 1e308,
            contents: [{ uri: 'c.glb' }, { uri: 'd.pnts' }],
          },
        ],
        __proto__: { polluted: true },
      },
    });
    expect(tileset.asset).toEqual({ version: '1.0', gltfUpAxis: 'z' });
    expect(tileset.copyrights).toEqual(['Cave Institute', 'A. Maker']);
    expect(tileset.root).toEqual({
      boundingVolume: BOX,
      geometricError: 5,
      refine: 'REPLACE',
      content: { uri: `${FOLDER}cave/a/root.b3dm` },
      children: [
        {
          boundingVolume: { sphere: [0, 0, 0, 2] },
          geometricError: 0,
          content: { uri: `${FOLDER}b.glb` },
          children: [],
        },
        {
          boundingVolume: { region: [-1, 0.5, -0.9, 0.6, 0, 80] },
          geometricError: 1e15,
          content: { uri: `${FOLDER}cave/c.glb` },
          moreContents: [`${FOLDER}cave/d.pnts`],
          children: [],
        },
      ],
    });
  });

  it.each([
    [{ geometricError: -5 }, 'bad-error', /root\.geometricError: expected metres, 0 or more, found -5/],
    [{ geometricError: '5' }, 'bad-error', /root\.geometricError/],
    [{ children: [{ boundingVolume: BOX, geometricError: null }] }, 'bad-error', /root\.children\.0\.geometricError/],
    [{ boundingVolume: { sphere: [0, 0, 0, -1] } }, 'bad-volume', /root\.boundingVolume: sphere/],
    [{ boundingVolume: { box: [1, 2, 3] } }, 'bad-volume', /12 finite numbers/],
    [{ boundingVolume: { region: [0, 2, 0, 3, 0, 1] } }, 'bad-volume', /region/],
    [{ boundingVolume: { box: BOX.box.map(() => 1e300) } }, 'bad-volume', /box/],
    [{ boundingVolume: undefined }, 'bad-volume', /is missing/],
    [{ refine: 'WRONG' }, 'bad-refine', /root\.refine: expected ADD or REPLACE, found "WRONG"/],
    [{ transform: [1, 2, 3] }, 'bad-transform', /16 finite numbers/],
    [{ transform: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }, 'bad-transform', /flattens/],
    [{ children: 7 }, 'not-a-tileset', /root\.children: expected a list/],
    [{ children: [[]] }, 'not-a-tileset', /root\.children\.0: expected a tile/],
    [{ content: {} }, 'bad-uri', /root\.content: names no file/],
    [{ content: { uri: 'tileset.json' } }, 'cycle', /tileset\.json → tileset\.json/],
    [{ contents: [{ uri: 'a.glb' }, { uri: 'b.json' }] }, 'bad-content', /make it a child/],
  ] as const)('is refused where it lies: %j', (root, code, message) => {
    const found = refusal(withRoot(root));
    expect(found.code).toBe(code);
    expect(found.message).toMatch(/^tileset\.json: /);
    expect(found.message).toMatch(message);
  });

  it('is refused where it is no tileset at all', () => {
    expect(refusal('<!doctype html>').message).toMatch(/web page/);
    expect(refusal('{"asset":').code).toBe('not-a-tileset');
    expect(refusal('[]').code).toBe('not-a-tileset');
    expect(refusal({ asset: { version: '2.0' }, root: {} }).message).toMatch(/expected 1\.0 or 1\.1/);
    const needy = { ...withRoot({}), extensionsRequired: ['3DTILES_unheard_of'] };
    expect(refusal(needy)).toMatchObject({ code: 'unknown-extension', message: expect.stringMatching(/unheard_of/) });
  });

  it('is refused where it leads back to one it lies in, however that is written', () => {
    const parent = `${FOLDER}cave/outer.json`;
    expect(refusal(withRoot({ content: { uri: '../cave/./outer.json?again' } }), [parent])).toMatchObject({
      code: 'cycle',
      message: expect.stringContaining('outer.json → tileset.json → outer.json'),
    });
  });

  it('is refused where it is deeper or larger than any real one, without recursion', () => {
    const tile = JSON.stringify({ boundingVolume: BOX, geometricError: 1 }).slice(0, -1);
    const deep = `${`${tile},"children":[`.repeat(5_000)}${tile}}${']}'.repeat(5_000)}`;
    expect(refusal(`{"asset":{"version":"1.0"},"root":${deep}}`).code).toBe('too-deep');
    const child = { boundingVolume: { sphere: [0, 0, 0, 1] }, geometricError: 0 };
    expect(refusal(withRoot({ children: Array.from({ length: 250_001 }, () => child) })).code).toBe('too-many');
    const nested = Array.from({ length: 49 }, (_, i) => `${FOLDER}${i}.json`);
    expect(refusal(withRoot({}), nested).code).toBe('too-deep');
  });
});

describe('a bounding volume', () => {
  it('holds the points within it, turned boxes too', () => {
    const turned = { box: [1, 0, 0, 1, 1, 0, -2, 2, 0, 0, 0, 3] };
    expect(holdsPoint(turned, 1.9, 0.9, 2.9)).toBe(true);
    expect(holdsPoint(turned, -0.9, 1.9, 0)).toBe(true);
    expect(holdsPoint(turned, 3, 2, 0)).toBe(false);
    expect(holdsPoint(turned, 1, 0, 3.1)).toBe(false);
    expect(holdsPoint({ sphere: [0, 5, 0, 2] }, 0, 6.9, 0)).toBe(true);
    expect(holdsPoint({ sphere: [0, 5, 0, 2] }, 1.5, 6.5, 0)).toBe(false);
  });
});

describe('an address inside a tileset', () => {
  it('may go up and down as long as it stays in the exhibition’s folder', () => {
    expect(resolveTileUri('../textures/a.glb', URL_OF_IT, FOLDER)).toBe(`${FOLDER}textures/a.glb`);
    expect(resolveTileUri('./b%20c.glb?x=1', URL_OF_IT, FOLDER)).toBe(`${FOLDER}cave/b%20c.glb`);
  });

  it.each([
    'https://attacker.example/x.glb',
    '//attacker.example/x.glb',
    '/etc/passwd',
    '../../outside.glb',
    '%2e%2e/%2e%2e/outside.glb',
    'a/..%2f..%2f..%2fx.glb',
    'javascript:alert(1)',
    'data:application/json,{}',
    'blob:null/1',
    '\\\\attacker.example\\x',
    'C:\\windows\\win.ini',
    'a\u0000b.glb',
    'a%00b.glb',
    'folder/',
    '?only=query',
    '',
    7,
    null,
  ])('is refused otherwise: %j', (uri) => {
    expect(() => resolveTileUri(uri, URL_OF_IT, FOLDER)).toThrow(TilesetError);
  });
});
