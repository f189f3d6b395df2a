/** Levels of other viewers' formats that are no whole fraction of the picture: every tile lies where its pixels are from. */
import { describe, expect, it } from 'vitest';
import { openedFlatOf, writtenFlatSchema } from '#sources/flat/foreign.ts';
import { flatFilesOf } from '#sources/flat/flatFiles.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { tileFile } from '#sources/panorama/tile-files/address.ts';
import { listTiles } from '#streaming/pyramid/listTiles.ts';
import { tileRectangle } from '#streaming/pyramid/pyramid.ts';

const [WIDTH, HEIGHT] = [2_390, 902];
const size = { width: WIDTH, height: HEIGHT };
const SOURCES = [
  { type: 'iiif-image', uri: 'iiif', version: 3, ...size, tiles: [{ width: 256, scaleFactors: [1, 2, 4, 8, 16] }] },
  { type: 'deep-zoom', uri: 'hall.dzi', ...size, tileSize: 254, overlap: 1, format: 'png' },
  { type: 'zoomify', uri: 'zoomify', ...size },
];

function layOut(written: unknown) {
  const source = flatFilesOf(openedFlatOf(writtenFlatSchema.parse(written)));
  const pyramid = pyramidOf('odd', {}, { source });
  return { source, pyramid, tiles: [...listTiles(pyramid)] };
}

describe.each(SOURCES)('$type', (written) => {
  const { source, pyramid, tiles } = layOut(written);

  it('has every tile begin at a whole number of its level’s texels, and the last end with the picture', () => {
    for (const tile of tiles) {
      const { u0, v0, u1, v1 } = tileRectangle(pyramid, tile);
      const scale = 2 ** (pyramid.levels.length - 1 - tile.level);
      const edge = written.type === 'deep-zoom' ? 254 : 256;
      expect(u0 * WIDTH).toBeCloseTo(tile.x * edge * scale, 6);
      expect(v0 * HEIGHT).toBeCloseTo(tile.y * edge * scale, 6);
      expect(u1 * WIDTH).toBeCloseTo(Math.min(WIDTH, (tile.x + 1) * edge * scale), 6);
      expect(v1 * HEIGHT).toBeCloseTo(Math.min(HEIGHT, (tile.y + 1) * edge * scale), 6);
    }
    expect(source.levels.at(-1)).toMatchObject({ widthPx: WIDTH, heightPx: HEIGHT });
  });
});

describe('a tile of an IIIF image', () => {
  it('lies on the very region that its address names', () => {
    const { source, pyramid, tiles } = layOut(SOURCES[0]);
    const regions = tiles.flatMap((tile) => {
      const [, named] = /iiif\/([\d,]+)\//.exec(tileFile(source, tile).uri) ?? [];
      return named === undefined || named.split(',').length < 4 ? [] : [{ tile, region: named.split(',').map(Number) }];
    });
    expect(regions.length).toBeGreaterThan(40);
    for (const { tile, region } of regions) {
      const { u0, v0, u1, v1 } = tileRectangle(pyramid, tile);
      const found = [u0 * WIDTH, v0 * HEIGHT, (u1 - u0) * WIDTH, (v1 - v0) * HEIGHT];
      found.forEach((value, index) => expect(value).toBeCloseTo(region[index] ?? NaN, 6));
    }
  });
});
