import { describe, expect, it } from 'vitest';
import { type ImplicitTiling, descend, findImplicitFault, volumeOf } from '#sources/tileset/implicitTiling.ts';
import { expandSubtree, parseSubtree } from '#sources/tileset/subtree.ts';
import type { ReadTile } from '#sources/tileset/readTile.ts';

const FOLDER = 'https://museum.example/show/';
const QUADTREE: ImplicitTiling = {
  scheme: 'QUADTREE',
  subtreeLevels: 2,
  availableLevels: 4,
  subtrees: 's/{level}.{x}.{y}.subtree',
  contents: ['c/{level}/{x}/{y}.glb'],
  volume: { box: [10, 20, 5, 8, 0, 0, 0, 4, 0, 0, 0, 2] },
  geometricError: 16,
  refine: 'REPLACE',
  from: `${FOLDER}tileset.json`,
};

/** A subtree file with the given bit lists, each as a number, least bit first. */
function subtreeFile(tiles: number, contents: number, subtrees: number): Uint8Array {
  const binary = Uint8Array.from([tiles, contents, subtrees & 0xff, subtrees >> 8, 0, 0, 0, 0]);
  const json = JSON.stringify({
    buffers: [{ byteLength: 8 }],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: 1 },
      { buffer: 0, byteOffset: 1, byteLength: 1 },
      { buffer: 0, byteOffset: 2, byteLength: 2 },
    ],
    tileAvailability: { bitstream: 0 },
    contentAvailability: [{ bitstream: 1 }],
    childSubtreeAvailability: { bitstream: 2 },
  });
  const padded = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const bytes = new Uint8Array(24 + padded.length + binary.length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('subt'));
  view.setUint32(4, 1, true);
  view.setUint32(8, padded.length, true);
  view.setUint32(16, binary.length, true);
  bytes.set(padded, 24);
  bytes.set(binary, 24 + padded.length);
  return bytes;
}

function expand(bytes: Uint8Array, at = { level: 0, x: 0, y: 0, z: 0 }): ReadTile {
  const subtree = parseSubtree(bytes, `${FOLDER}s/0.0.0.subtree`, FOLDER);
  return expandSubtree(subtree, subtree.buffers as Uint8Array[], QUADTREE, at, FOLDER);
}

describe('implicit tiling', () => {
  it('becomes the tiles that its bits say, each with its part of the whole volume and half the error', () => {
    // The first tile and its second and third child; contents in the first and third; a subtree below the third.
    const root = expand(subtreeFile(0b01101, 0b01001, 1 << (2 * 4 + 3)));
    expect(root).toMatchObject({ geometricError: 16, content: { uri: `${FOLDER}c/0/0/0.glb` } });
    expect(root.children).toHaveLength(2);
    const [second, third] = root.children;
    expect(second).toMatchObject({ geometricError: 8, refine: 'REPLACE' });
    expect(second?.content).toBeUndefined();
    // x = 1, y = 0 of a box 16 by 8 around (10, 20): centre (14, 18).
    expect(second?.boundingVolume).toEqual({ box: [14, 18, 5, 4, 0, 0, 0, 2, 0, 0, 0, 2] });
    expect(third?.content).toEqual({ uri: `${FOLDER}c/1/0/1.glb` });
    expect(third?.children).toEqual([
      {
        boundingVolume: { box: [8, 23, 5, 2, 0, 0, 0, 1, 0, 0, 0, 2] },
        geometricError: 4,
        refine: 'REPLACE',
        implicit: { tiling: QUADTREE, at: { level: 2, x: 1, y: 3, z: 0 } },
        content: { uri: `${FOLDER}subtree.json` },
        children: [],
      },
    ]);
  });

  it('hangs no subtree below its last level', () => {
    const root = expand(subtreeFile(0b11111, 0, 0xffff), { level: 2, x: 1, y: 1, z: 0 });
    expect(root.children).toHaveLength(4);
    expect(root.children.flatMap((tile) => tile.children)).toEqual([]);
  });

  it('counts tiles in Morton order in both schemes', () => {
    expect(descend({ level: 1, x: 1, y: 0, z: 0 }, 2, 0b1001, false)).toEqual({ level: 3, x: 5, y: 2, z: 0 });
    expect(descend({ level: 0, x: 0, y: 0, z: 0 }, 2, 0b110_101, true)).toEqual({ level: 2, x: 1, y: 2, z: 3 });
  });

  it('divides a region across the date line', () => {
    const volume = { region: [3, 0, -3, 0.4, 0, 10] };
    const half = volumeOf({ ...QUADTREE, volume }, { level: 1, x: 1, y: 1, z: 0 });
    const [west = 0, south, east, north] = 'region' in half ? half.region : [];
    expect(Math.abs(west)).toBeCloseTo(Math.PI, 9);
    expect([south, east, north]).toEqual([0.2, expect.closeTo(-3, 9), 0.4]);
  });

  it.each([
    [{ subdivisionScheme: 'BINARY' }, /QUADTREE or OCTREE/],
    [{ availableLevels: 2e9 }, /availableLevels/],
    [{ availableLevels: 2.5 }, /availableLevels/],
    [{ subtreeLevels: 0 }, /subtreeLevels/],
    [{ subtreeLevels: 20 }, /100000 tiles/],
    [{ subtrees: {} }, /subtrees\.uri/],
  ])('is refused where it promises too much or too little: %j', (change, message) => {
    const right = { subdivisionScheme: 'QUADTREE', subtreeLevels: 2, availableLevels: 4, subtrees: { uri: 's' } };
    expect(findImplicitFault(right)).toBeNull();
    expect(findImplicitFault({ ...right, ...change })).toMatch(message);
  });

  it('refuses a subtree whose lengths or bits are not there', () => {
    const good = subtreeFile(0b11111, 0, 0);
    expect(() => expand(good.subarray(0, good.length - 4))).toThrow(/copy it again/);
    expect(() => expand(subtreeFile(0b11110, 0, 0))).toThrow(/no first tile/);
    const huge = good.slice();
    new DataView(huge.buffer).setUint32(20, 0xffffffff, true);
    expect(() => expand(huge)).toThrow(/copy it again/);
    expect(() => parseSubtree(new TextEncoder().encode('PK'), `${FOLDER}a.subtree`, FOLDER)).toThrow(/no subtree file/);
    const outside = JSON.stringify({ buffers: [{ uri: '../../x.bin' }] });
    expect(() => parseSubtree(new TextEncoder().encode(outside), `${FOLDER}a.subtree`, FOLDER)).toThrow(/outside/);
  });
});
