import { describe, expect, it } from 'vitest';
import { PatchPairs } from '#scene/panorama/pairPatches.ts';
import type { FrameReport, TileDraw } from '#streaming/ports.ts';
import { PREVIEW_LEVEL } from '#streaming/pyramid/pyramid.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

const TILE = 256;

function pyramid(id: string, levels: number): Pyramid {
  return {
    id,
    projection: 'cube',
    tileSize: TILE,
    levels: Array.from({ length: levels }, (_, z) => ({ widthPx: TILE * 2 ** z, heightPx: TILE * 2 ** z })),
    previewFaceSize: 64,
  };
}

/** `d` tiles belong to the first picture (four levels), `l` tiles to the second (three). */
const PYRAMIDS = { d: pyramid('day', 4), l: pyramid('lamp', 3) };

/** A tile as `d1:0,1` (level 1, column 0, row 1 of the front face), `dp` for the preview; `~` while it fades in. */
function draw(name: string): TileDraw {
  const [, which = 'd', level = '', x = '0', y = '0', fade] = /^([dl])(\d|p)(?::(\d),(\d))?(~)?$/.exec(name) ?? [];
  return {
    panorama: which === 'd' ? 0 : 1,
    pyramid: PYRAMIDS[which as 'd' | 'l'],
    tile: { level: level === 'p' ? PREVIEW_LEVEL : Number(level), face: 0, x: Number(x), y: Number(y) },
    store: 0, layer: 0, widthPx: TILE, heightPx: TILE, opacity: fade ? 0.4 : 1,
  }; // prettier-ignore
}

function nameOf({ panorama, tile: { level, x, y } }: TileDraw): string {
  const place = level < 1 ? '' : `:${x},${y}`;
  return `${panorama === 0 ? 'd' : 'l'}${level === PREVIEW_LEVEL ? 'p' : level}${place}`;
}

function pair(first: string[], second: string[], isCovered = [true, true]): string[] {
  const draws = [...first, ...second].map(draw);
  const report: FrameReport = { draws, drawCount: draws.length, isSharp: true, isCovered, needsFrame: false };
  const pairs = new PatchPairs();
  pairs.pair(report, 0, 1);
  return pairs.pairs
    .slice(0, pairs.count)
    .map(({ own, other, opacity }) => `${nameOf(own)}+${other ? nameOf(other) : '–'}${opacity < 1 ? '~' : ''}`);
}

describe('the patches of two pictures of one place', () => {
  it.each<[string, string[], string[], string[]]>([
    ['one patch for two tiles that are the same', ['d0'], ['l0'], ['d0+l0']],
    ['the coarser tile beneath each finer one', ['d1:0,0', 'd1:1,0'], ['l0'], ['d1:0,0+l0', 'd1:1,0+l0']],
    ['the same the other way round', ['d0'], ['l1:0,1', 'l1:1,1'], ['l1:0,1+d0', 'l1:1,1+d0']],
    [
      'different levels side by side',
      ['d1:0,0', 'd2:2,0', 'd2:3,1'],
      ['l2:0,0', 'l2:1,0', 'l1:1,0'],
      ['d2:2,0+l1:1,0', 'd2:3,1+l1:1,0', 'l2:0,0+d1:0,0', 'l2:1,0+d1:0,0'],
    ],
    ['levels that the other picture has not', ['d3:5,5'], ['l2:2,2'], ['d3:5,5+l2:2,2']],
    ['a preview beneath', ['dp', 'd1:0,0'], ['lp'], ['dp+lp', 'd1:0,0+lp']],
    ['the finest of several beneath', ['d2:1,1'], ['lp', 'l0', 'l1:0,0'], ['d2:1,1+l1:0,0']],
    ['tiles of other faces and places apart', ['d1:0,0'], ['l1:1,1'], ['d1:0,0+–', 'l1:1,1+–']],
  ])('take %s', (_, first, second, expected) => {
    expect(pair(first, second)).toEqual(expected);
  });

  it('keep a coarse patch while the other picture does not cover the view', () => {
    expect(pair(['d0'], ['l1:0,1'], [true, false])).toEqual(['d0+–', 'l1:0,1+d0']);
  });

  it.each<[string, string[], string[], string[]]>([
    ['over what is there', ['d0', 'd1:0,0~'], ['l0'], ['d0+l0', 'd1:0,0+l0~']],
    ['over its own coarser tile, not over nothing', ['d0', 'd1:0,0'], ['l0', 'l1:0,0~'], ['d0+l0', 'd1:0,0+l0', 'l1:0,0+d1:0,0~']],
    ['over the other picture’s tile of the same size', ['d0', 'd1:0,0~'], ['l1:0,0'], ['l1:0,0+d0', 'd1:0,0+l1:0,0~']],
    ['together where both do', ['d0', 'd1:0,0~'], ['l0', 'l1:0,0~'], ['d0+l0', 'd1:0,0+l1:0,0~']],
  ])('fade in %s', (_, first, second, expected) => {
    expect(pair(first, second)).toEqual(expected);
  }); // prettier-ignore

  it('cover every point that either picture covers, with the finest of both', () => {
    // Every combination of a coarse tile or its four children, at two depths, in both pictures.
    const covers = (prefix: string): string[][] => {
      const children = (level: number, x: number, y: number): string[] =>
        [0, 1, 2, 3].map((i) => `${prefix}${level}:${2 * x + (i & 1)},${2 * y + (i >> 1)}`);
      const all: string[][] = [[`${prefix}0`]];
      for (let mask = 0; mask < 16; mask++) {
        const split = [0, 1, 2, 3].flatMap((i) =>
          mask & (1 << i) ? children(2, i & 1, i >> 1) : [`${prefix}1:${i & 1},${i >> 1}`],
        );
        all.push(split.sort((a, b) => Number(a[1]) - Number(b[1])));
      }
      return all;
    };
    const levelAt = (names: readonly string[], x: number, y: number): number =>
      Math.max(
        ...names.map((name) => {
          const [, level = '0', column = '0', row = '0'] = /^.(\d)(?::(\d),(\d))?/.exec(name) ?? [];
          const size = 1 / 2 ** Number(level);
          const isHere = Math.floor(x / size) === Number(column) && Math.floor(y / size) === Number(row);
          return isHere ? Number(level) : -1;
        }),
      );
    for (const first of covers('d')) {
      for (const second of covers('l')) {
        const found = pair(first, second);
        for (let i = 0; i < 16; i++) {
          const [x, y] = [((i % 4) + 0.5) / 4, (Math.floor(i / 4) + 0.5) / 4];
          const top = found.filter((one) => levelAt([one], x, y) >= 0).at(-1) ?? '';
          const [own = '', other = ''] = top.split('+');
          expect(other, JSON.stringify({ first, second })).not.toBe('–');
          expect([levelAt([own], x, y), levelAt([other], x, y)].sort()).toEqual(
            [levelAt(first, x, y), levelAt(second, x, y)].sort(),
          );
        }
      }
    }
  });
});
