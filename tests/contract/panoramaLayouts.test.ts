/** That the layouts of other tilers can be written in an exhibition, and lead to the right files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findTemplateFault, tileUri } from '#sources/panorama/cube-tiles/address.ts';
import { type CubeTilesSource, cubeTilesSchema } from '#sources/panorama/cube-tiles/schema.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { faceDirection, facePoint } from '#streaming/pyramid/cube.ts';
import { columnCount, FACES, type Pyramid, rowCount, type TileId } from '#streaming/pyramid/pyramid.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';

const MARZIPANO: CubeTilesSource = {
  type: 'cube-tiles',
  template: '{z}/{f}/{y}/{x}.jpg',
  tileSize: 512,
  levels: [256, 512, 1024],
  firstLevel: 1,
};
const PANNELLUM: CubeTilesSource = {
  type: 'cube-tiles',
  template: '{z}/{f}{x}{y}.png',
  tileSize: 256,
  levels: [256, 512, 1024, 2048],
  firstLevel: 1,
};

function listTiles(pyramid: Pyramid): TileId[] {
  return pyramid.levels.flatMap((_, level) =>
    FACES.flatMap((_, face) =>
      Array.from({ length: rowCount(pyramid, level) }, (_, y) =>
        Array.from({ length: columnCount(pyramid, level) }, (_, x) => ({ level, face, x, y })),
      ).flat(),
    ),
  );
}

describe.each([
  { name: 'Marzipano', source: MARZIPANO, folder: 'derived/cube-pyramid', extension: '.jpg' },
  { name: 'Pannellum', source: PANNELLUM, folder: 'pano/pannellum/multires', extension: '.png' },
])('the layout of $name', ({ source, folder, extension }) => {
  it('is one that the schema takes', () => {
    expect(cubeTilesSchema._zod.run({ value: source, issues: [] }, { async: false })).toMatchObject({ issues: [] });
    expect(findTemplateFault(source)).toBeNull();
  });

  it.skipIf(!hasRealData)(titleOf('names every file of the pyramid once, and no other'), () => {
    const root = path.join(REAL_DATA, folder);
    const uris = listTiles(pyramidOf('p', {}, { source })).map((tile) => tileUri(source, tile));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(extension) && !file.startsWith('fallback'))
      .map((file) => file.split(path.sep).join('/'));
    expect(uris.toSorted()).toEqual(files.toSorted());
  });
});

describe('the orientation of the faces', () => {
  it.skipIf(!hasRealData)(titleOf('lets the picture run on across every edge of the cube'), async () => {
    const root = path.join(REAL_DATA, 'derived/cube-pyramid');
    const size = 256;
    const faces = await Promise.all(
      FACES.map((_, face) =>
        sharp(readFileSync(path.join(root, tileUri(MARZIPANO, { level: 0, face, x: 0, y: 0 }))))
          .removeAlpha()
          .raw()
          .toBuffer(),
      ),
    );
    /** Mean difference of colours across all edges, with one face turned by quarters. */
    function measureSeams(turnedFace: number, quarters: number): number {
      const pixel = (face: number, u: number, v: number) => {
        let [x, y] = [u, v];
        for (let i = 0; face === turnedFace && i < quarters; i++) [x, y] = [y, 1 - x];
        const column = Math.min(size - 1, Math.floor(x * size));
        const row = Math.min(size - 1, Math.floor(y * size));
        return faces[face]?.subarray((row * size + column) * 3, (row * size + column) * 3 + 3) ?? new Uint8Array(3);
      };
      let differences = 0;
      for (let i = 0; i < 6 * 4 * size; i++) {
        const face = i % 6;
        const along = (Math.floor(i / 24) + 0.5) / size;
        const edge = Math.floor(i / 6) % 4;
        const [u, v] = edge < 2 ? [along, edge] : [edge - 2, along];
        // A hair beyond the edge lies the neighbouring face.
        const beyond = facePoint(faceDirection(face, (u - 0.5) * 1.001 + 0.5, (v - 0.5) * 1.001 + 0.5));
        const here = pixel(face, u, v);
        const there = pixel(beyond.face, beyond.u, beyond.v);
        for (let c = 0; c < 3; c++) differences += Math.abs((here[c] ?? 0) - (there[c] ?? 0));
      }
      return differences / (6 * 4 * size * 3);
    }
    const asWritten = measureSeams(0, 0);
    for (let face = 0; face < 6; face++) {
      for (const quarters of [1, 2, 3]) expect(measureSeams(face, quarters)).toBeGreaterThan(asWritten * 1.2);
    }
  });
});

describe('pyramids of whole pictures', () => {
  it('halve from the full size to one tile', () => {
    const equirect = pyramidOf(
      'e',
      {},
      { source: { type: 'equirect-image', uri: 'a.jpg', width: 3000, height: 1500 } },
    );
    expect(equirect).toMatchObject({ projection: 'equirect', tileSize: 512 });
    expect(equirect.levels.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual([
      [375, 188],
      [750, 375],
      [1500, 750],
      [3000, 1500],
    ]);
    const faces = { f: 'f.jpg', r: 'r.jpg', b: 'b.jpg', l: 'l.jpg', u: 'u.jpg', d: 'd.jpg' };
    const cube = pyramidOf('c', {}, { source: { type: 'cube-faces', size: 2048, faces } });
    expect(cube.levels.map(({ widthPx }) => widthPx)).toEqual([512, 1024, 2048]);
  });

  it('carry the coverage in radians and the size of the preview', () => {
    const source = { ...MARZIPANO, preview: { uri: 'p.webp', faceSize: 128 } };
    const pyramid = pyramidOf('m', { coverage: { yawMin: -90, yawMax: 90, pitchMin: -45, pitchMax: 45 } }, { source });
    expect(pyramid.previewFaceSize).toBe(128);
    expect(pyramid.coverage).toEqual({
      yawMin: -Math.PI / 2,
      yawMax: Math.PI / 2,
      pitchMin: -Math.PI / 4,
      pitchMax: Math.PI / 4,
    });
  });

  it('expand firstLevel, firstIndex and the names of faces', () => {
    const source: CubeTilesSource = { ...MARZIPANO, firstIndex: 1, faces: '123456', template: 'a/{z}-{f}-{x}-{y}-{z}' };
    expect(tileUri(source, { level: 2, face: 5, x: 0, y: 1 })).toBe('a/3-6-1-2-3');
    expect(() => tileUri(source, { level: 0, face: 6, x: 0, y: 0 })).toThrow('faces 0 to 5');
  });
});
