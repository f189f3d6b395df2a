import { describe, expect, it } from 'vitest';
import { FailedTiles } from '#scene/tileset/failedTiles.ts';
import type { InnerTile } from '#scene/tileset/tilesInside.ts';

function tile(parent: InnerTile | null, refine: 'ADD' | 'REPLACE' = 'REPLACE', hasPicture = true): InnerTile {
  const internal = { hasContent: hasPicture, hasRenderableContent: hasPicture, hasUnrenderableContent: false };
  return { parent, refine, internal, children: [] } as unknown as InnerTile;
}

const isEmpty = (tile: InnerTile) => !tile.internal.hasContent;

describe('a tile that cannot be had', () => {
  it('leaves the coarser one in its place where nothing else would replace it', () => {
    const failed = new FailedTiles();
    const coarse = tile(null);
    const only = tile(coarse);
    failed.noteLoaded(coarse);
    failed.noteFailed(only);
    expect(failed.has(only)).toBe(true);
    expect(isEmpty(only)).toBe(false);
  });

  it('counts as empty as soon as a neighbour is there, whichever comes first', () => {
    const failed = new FailedTiles();
    const coarse = tile(null);
    const [first, second, third] = [tile(coarse), tile(coarse), tile(coarse)];
    failed.noteFailed(first);
    expect(isEmpty(first)).toBe(false);
    failed.noteLoaded(second);
    expect(isEmpty(first)).toBe(true);
    failed.noteFailed(third);
    expect(isEmpty(third)).toBe(true);
  });

  it('looks past tiles that draw nothing themselves', () => {
    const failed = new FailedTiles();
    const coarse = tile(null);
    const [left, right] = [tile(coarse, 'REPLACE', false), tile(coarse, 'REPLACE', false)];
    const [broken, good] = [tile(left), tile(right)];
    failed.noteFailed(broken);
    failed.noteLoaded(good);
    expect(isEmpty(broken)).toBe(true);
  });

  it('counts as empty where no coarser one would go, and where it would only be added', () => {
    const failed = new FailedTiles();
    const root = tile(null);
    const added = tile(tile(null, 'ADD'));
    failed.noteFailed(root);
    failed.noteFailed(added);
    expect([root, added].map(isEmpty)).toEqual([true, true]);
  });

  it('may be the last of its neighbours again once they are dropped', () => {
    const failed = new FailedTiles();
    const coarse = tile(null);
    const [good, broken] = [tile(coarse), tile(coarse)];
    failed.noteLoaded(good);
    failed.noteDropped(good);
    failed.noteFailed(broken);
    expect(isEmpty(broken)).toBe(false);
  });
});
