/** What every format of another viewer must do: lead to the right files, and cover the sphere once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readDzi } from '#sources/panorama/deep-zoom/readDzi.ts';
import { tileFilesOf } from '#sources/panorama/foreign/layoutOf.ts';
import { type ForeignSource, writtenSourceSchema } from '#sources/panorama/foreign/schema.ts';
import { readInfo } from '#sources/panorama/iiif-image/readInfo.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { tileFile } from '#sources/panorama/tile-files/address.ts';
import { readProperties } from '#sources/panorama/zoomify/readProperties.ts';
import { writeDirection } from '#streaming/pyramid/direction.ts';
import { listTiles } from '#streaming/pyramid/listTiles.ts';
import { faceCount, tilePixels, tileRectangle } from '#streaming/pyramid/pyramid.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';
import { SAMPLES } from './foreignTiles/samples.ts';

function layOut(source: ForeignSource) {
  const files = tileFilesOf(source);
  const pyramid = pyramidOf('p', {}, { source: files });
  return { files, pyramid, tiles: [...listTiles(pyramid)] };
}

describe.each(SAMPLES)('tiles of $name', ({ source, sizes, count, addresses }) => {
  const { files, pyramid, tiles } = layOut(source);

  it('are described in a way that the schema takes', () => {
    expect(writtenSourceSchema.parse(source)).toEqual(source);
    expect(files.faults).toEqual([]);
    expect(files.written).toBe(source);
  });

  it('have the levels and as many tiles as their makers write', () => {
    expect(pyramid.levels.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual(sizes);
    expect(tiles).toHaveLength(count);
  });

  it('lie where their makers put them', () => {
    for (const [[level, face, x, y], uri] of addresses) expect(tileFile(files, { level, face, x, y }).uri).toBe(uri);
  });

  it('have an address each, within a picture of the size it is said to have', () => {
    const seen = new Set<string>();
    for (const tile of tiles) {
      const file = tileFile(files, tile);
      const { widthPx, heightPx } = tilePixels(pyramid, tile);
      expect(Math.max(widthPx, heightPx)).toBeLessThanOrEqual(pyramid.tileSize);
      if (file.isWhole) continue;
      expect(seen.has(file.uri), file.uri).toBe(false);
      seen.add(file.uri);
      expect(file.left + widthPx).toBeLessThanOrEqual(file.widthPx);
      expect(file.top + heightPx).toBeLessThanOrEqual(file.heightPx);
    }
  });

  it('cover every face of every level without a gap and without covering anything twice', () => {
    for (const level of pyramid.levels.keys()) {
      for (let face = 0; face < faceCount(pyramid); face++) {
        const rectangles = tiles
          .filter((tile) => tile.level === level && tile.face === face)
          .map((tile) => tileRectangle(pyramid, tile));
        const area = rectangles.reduce((sum, { u0, v0, u1, v1 }) => sum + (u1 - u0) * (v1 - v0), 0);
        expect(area).toBeCloseTo(1, 9);
        const corners = rectangles.flatMap(({ u0, v0, u1, v1 }) => [u0, v0, 1 - u1, 1 - v1]);
        expect(Math.min(...corners)).toBeGreaterThanOrEqual(0);
        // Where the areas add up to the whole and each point is in one of them, nothing is covered twice.
        for (let i = 0; i < 97; i++) {
          const [u, v] = [(i * 0.618_034) % 1, (i * 0.754_877) % 1];
          expect(rectangles.filter((r) => u >= r.u0 && u < r.u1 && v >= r.v0 && v < r.v1)).toHaveLength(1);
        }
      }
    }
  });

  it('have their outermost corners where the sphere or the cube has them', () => {
    const out = new Float64Array(9);
    const corner = (face: number, u: number, v: number) => {
      writeDirection(pyramid.projection, face, u, v, out);
      return [...out.subarray(0, 3)].map((value) => Math.round(value * 1e6) / 1e6 + 0);
    };
    const last = pyramid.levels.length - 1;
    for (let face = 0; face < faceCount(pyramid); face++) {
      const own = tiles.filter((tile) => tile.level === last && tile.face === face);
      const [first, final] = [own[0], own.at(-1)].map((tile) => tile && tileRectangle(pyramid, tile));
      expect(corner(face, first?.u0 ?? 9, first?.v0 ?? 9)).toEqual(corner(face, 0, 0));
      expect(corner(face, final?.u1 ?? 9, final?.v1 ?? 9)).toEqual(corner(face, 1, 1));
    }
  });
});

describe('tiles that repeat their neighbours', () => {
  it('begin after what they repeat, at inner edges alone', () => {
    const { files } = layOut({
      type: 'deep-zoom', uri: 'a.dzi', width: 2000, height: 1000, tileSize: 254, overlap: 1, format: 'jpg',
    }); // prettier-ignore
    const at = (x: number, y: number) => tileFile(files, { level: 3, face: 0, x, y });
    expect(at(0, 0)).toMatchObject({ left: 0, top: 0, widthPx: 255, heightPx: 255 });
    expect(at(1, 1)).toMatchObject({ left: 1, top: 1, widthPx: 256, heightPx: 256 });
    expect(at(7, 3)).toMatchObject({ left: 1, top: 1, widthPx: 223, heightPx: 239 });
  });
});

describe('a description that leads astray', () => {
  const krpano = { type: 'krpano-tiles', url: '%s/%l/%v_%h.jpg', multires: '512,1024' } as const;
  const marzipano: Extract<ForeignSource, { type: 'marzipano-tiles' }> = {
    type: 'marzipano-tiles',
    url: '{z}/{f}/{y}/{x}.jpg',
    levels: [{ tileSize: 512, size: 1024 }],
  };
  const iiif = { type: 'iiif-image', uri: 'a', version: 3, width: 4000, height: 2000 } as const;
  it.each<[string, ForeignSource, string]>([
    ['to another origin', { ...krpano, url: 'https://other.example/%s/%l/%v_%h.jpg' }, 'names a protocol'],
    ['out of the folder', { ...krpano, url: '../%s/%l/%v_%h.jpg' }, 'climbs out'],
    ['by a placeholder of krpano’s own paths', { ...krpano, url: '%SWFPATH%/%s/%v_%h.jpg' }, 'holds % without'],
    ['by braces where percent signs are meant', { ...krpano, url: '{f}/%l/%v_%h.jpg' }, 'holds a brace'],
    ['by a placeholder that there is not', { ...marzipano, url: '{q}/{f}/{y}/{x}.jpg' }, '{q} is no placeholder'],
    ['by a brace without its pair', { ...marzipano, url: '{z}/{f}/{y}/{x}.jpg}' }, 'without its pair'],
    ['with all faces in one file', { ...marzipano, url: '{z}/{y}/{x}.jpg' }, 'six faces apart'],
    ['with all columns in one file', { ...marzipano, url: '{z}/{f}/{y}.jpg' }, 'columns'],
    ['with all levels in one file', { ...krpano, url: '%s/%v_%h.jpg', multires: '512,512,1024' }, 'levels apart'],
    ['with numbers that run together', { ...krpano, url: '%s%l_%v%h.jpg', multires: '64,1024' }, 'two ways'],
    ['with levels that shrink', { ...krpano, multires: '512,2048,1024' }, 'do not grow'],
    ['with tiles too small', { ...krpano, multires: '16,1024' }, 'tiles of 16×16'],
    ['with tiles too large', { ...krpano, multires: '4096,8192' }, 'tiles of 4096×4096'],
    ['with a face beyond any disk', { ...krpano, multires: '512,9999999' }, 'a level of'],
    ['with more than there may be at once', { ...iiif, tiles: [{ width: 512, scaleFactors: [1] }], maxWidth: 256 }, 'nothing that may be asked for'],
    ['with a number of tiles that cannot be', { type: 'zoomify', uri: 'a', width: 1024, height: 512, numTiles: 12 }, 'has 11 tiles'],
    ['with neither size nor levels', { type: 'psv-equirect-tiles', tileUrl: '{x}_{y}.jpg', width: 100 }, 'is missing'],
    ['with two faces of one name', { type: 'psv-cube-tiles', tileUrl: '{f}.jpg', faceSize: 512, nbTiles: 1, faces: ['a', 'a', 'c', 'd', 'e', 'f'] }, 'two faces alike'],
  ])('%s is refused before anything is asked for', (_, source, reason) => {
    const files = tileFilesOf(source);
    expect(files.levels).toEqual([]);
    expect(files.faults.map(({ fault }) => fault).join()).toContain(reason);
  }); // prettier-ignore
});

describe('descriptions that lie beside tiles', () => {
  it('are read into sources, whatever else they say', () => {
    const properties =
      '<IMAGE_PROPERTIES WIDTH="8192" HEIGHT="4096" NUMTILES="683" NUMIMAGES="1" VERSION="1.8" TILESIZE="256" />';
    expect(layOut(readProperties(properties, 'scans/hall')!).tiles).toHaveLength(683);
    const info = {
      '@context': 'http://iiif.io/api/image/2/context.json',
      '@id': 'https://museum.example/iiif/hall',
      width: 4000,
      height: 2000,
      tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8], 'x-extra': 1 }],
      profile: ['http://iiif.io/api/image/2/level0.json', { maxWidth: 1024, formats: ['jpg'] }],
    };
    expect(readInfo(info, 'iiif/hall')).toEqual({
      type: 'iiif-image',
      uri: 'iiif/hall',
      version: 2,
      profile: 'level0',
      width: 4000,
      height: 2000,
      tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8] }],
      maxWidth: 1024,
    });
  });

  it('are refused where they are something else', () => {
    expect(readInfo({ '@context': 'http://iiif.io/api/presentation/3/context.json' }, 'a')).toBeNull();
    expect(readInfo({ '@context': 'http://iiif.io/api/image/3/context.json', width: -1, height: 2 }, 'a')).toBeNull();
    expect(readInfo(null, 'a')).toBeNull();
    expect(readDzi('<html><body>404</body></html>', 'a.dzi')).toBeNull();
    expect(readDzi('<Image TileSize="254" Overlap="1" Format="../x"><Size Width="9" Height="4"/></Image>', 'a.dzi')).toBeNull();
    expect(readProperties('<IMAGE_PROPERTIES WIDTH="1e99" HEIGHT="4" />', 'a')).toBeNull();
  }); // prettier-ignore
});

/** Every picture below a folder, with `/` between names. */
function listPictures(folder: string): string[] {
  return readdirSync(path.join(REAL_DATA, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.(jpg|png)$/.test(file))
    .map((file) => `${folder}/${file}`);
}

async function expectFiles(source: ForeignSource, options: { readonly levels?: readonly number[] } = {}) {
  const { files, pyramid, tiles } = layOut(source);
  const wanted = tiles.filter(({ level }) => options.levels?.includes(level) ?? true);
  expect(wanted.length).toBeGreaterThan(0);
  for (const tile of wanted) {
    const { uri, widthPx, heightPx } = tileFile(files, tile);
    const file = path.join(REAL_DATA, uri);
    expect(existsSync(file), uri).toBe(true);
    const { width, height } = await sharp(file).metadata();
    expect([width, height], uri).toEqual([widthPx, heightPx]);
  }
  return { pyramid, uris: wanted.map((tile) => tileFile(files, tile).uri) };
}

describe.skipIf(!hasRealData)(titleOf('tiles that others made'), () => {
  it('of Marzipano’s layout are all there, and nothing else is', async () => {
    const levels = [256, 512, 1024].map((size) => ({ tileSize: Math.min(size, 512), size }));
    const url = 'derived/cube-pyramid/{z}/{f}/{y}/{x}.jpg';
    // As their maker counts, from 1: a level 0 that is not there stands first.
    const source = { type: 'marzipano-tiles', url, levels: [{ tileSize: 128, size: 128 }, ...levels] } as const;
    const { uris } = await expectFiles({ ...source, levels: [...source.levels] }, { levels: [1, 2, 3] });
    expect(uris.toSorted()).toEqual(listPictures('derived/cube-pyramid').toSorted());
  });

  it('of Pannellum, with columns before rows, are all there', async () => {
    const { uris } = await expectFiles({
      type: 'pannellum-multires',
      basePath: './pano/pannellum/multires',
      path: '/%l/%s%x%y',
      extension: 'png',
      tileResolution: 256,
      maxLevel: 4,
      cubeResolution: 2048,
    });
    expect(uris).toHaveLength(6 * (1 + 4 + 16 + 64));
  });

  it('of Photo Sphere Viewer, equirectangular, are all there', async () => {
    const folder = 'derived/equirect-tiles';
    const [base] = listPictures(folder).filter((file) => !/\/\d+_\d+\.jpg$/.test(file));
    const { width = 0 } = await sharp(path.join(REAL_DATA, base ?? '')).metadata();
    const tile = await sharp(path.join(REAL_DATA, folder, '0_0.jpg')).metadata();
    const { uris } = await expectFiles({
      type: 'psv-equirect-tiles',
      tileUrl: `${folder}/{x}_{y}.jpg`,
      width: 16 * tile.width,
      cols: 16,
      rows: 8,
      ...(base !== undefined && { baseUrl: base, baseWidth: width }),
    });
    expect(new Set(uris)).toEqual(new Set(listPictures(folder)));
  });

  it('of a IIIF level 0 of version 3 are all there', async () => {
    const folder = 'derived/iiif-level0-v3';
    const info: unknown = JSON.parse(readFileSync(path.join(REAL_DATA, folder, 'info.json'), 'utf8'));
    // Their maker writes even the region of the whole picture in numbers.
    const { uris } = await expectFiles({ ...readInfo(info, folder)!, wholeRegion: 'numbers' });
    expect(listPictures(folder).filter((file) => !uris.includes(file))).toEqual([`${folder}/full/max/0/default.jpg`]);
  });

  it('of IIIF services whose answers were kept are all there', async () => {
    const tiled = 'iiif/image-api/iiif_2_0_tiled';
    const infoOf = (folder: string): unknown =>
      JSON.parse(readFileSync(path.join(REAL_DATA, folder, 'info.json'), 'utf8'));
    await expectFiles({ ...readInfo(infoOf(tiled), tiled)!, sizeForm: 'w,h' }, { levels: [1, 2] });
    const sizes = 'iiif/image-api/iiif_3_0_sizes';
    const { pyramid } = await expectFiles(readInfo(infoOf(sizes), sizes)!);
    expect(pyramid.levels).toHaveLength(5);
  });

  it('of Deep Zoom are all there, as large as they and their overlap are', async () => {
    const source = readDzi(readFileSync(path.join(REAL_DATA, 'iiif/dzi/wide.dzi'), 'utf8'), 'iiif/dzi/wide.dzi')!;
    const { uris } = await expectFiles(source);
    expect(uris).toHaveLength(1 + 2 + 4 + 16);
  });
});
