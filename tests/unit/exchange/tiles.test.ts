/** Tiles of every layout that has a source become that source, with its files; what is flat or unsound is refused. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PanoramaAsset } from '#document/schema.ts';
import type { ImportResult } from '#exchange/result.ts';
import { openFolder } from '#pipeline/check/openFolder.ts';
import { makeFolder, pngHead } from '../../fixtures/foreignFolder.ts';
import { importValid, lossAt } from '../../fixtures/importing.ts';
import { hasRealData, REAL_DATA, titleOf } from '../../fixtures/realData.ts';

function sourceOf({ document }: ImportResult) {
  return document.assets.find((asset): asset is PanoramaAsset => asset.kind === 'panorama')?.layers[0]?.source;
}

const filesOf = ({ files }: ImportResult) => files.map(({ from, to }) => [from, to]);

describe('krpano', () => {
  const read = (image: string, folder = makeFolder({})) =>
    importValid(`<krpano><scene name="hall"><preview url="p.jpg"/>${image}</scene></krpano>`, { folder });

  it('keeps numbers with leading zeros in its own words', async () => {
    const cube = '<image><cube url="%SWFPATH%/t/%s/l%l/%00v_%0h.jpg" multires="512,640,12800"/></image>';
    const result = await read(cube, makeFolder({ 'p.jpg': pngHead(256, 1536) }));
    expect(sourceOf(result)).toEqual({
      type: 'krpano-tiles', url: 't/%s/l%l/%00v_%0h.jpg', multires: '512,640,12800', baseIndex: 1,
      preview: { uri: 'p.jpg', faceSize: 256, order: 'lfrbud' },
    }); // prettier-ignore
    expect(filesOf(result)).toContainEqual(['t/b/l2/025_07.jpg', 't/b/l2/025_07.jpg']);
    expect(result.losses).toEqual([]);
  });

  it('keeps tiles of a whole sphere; of a part of one it says why not', async () => {
    const whole = await read('<image><sphere url="t/l%l_%v_%h.jpg" multires="512,1024x512,4096x2048"/></image>');
    expect(sourceOf(whole)).toEqual({ type: 'krpano-tiles', url: 't/l%l_%v_%h.jpg', multires: '512,1024x512,4096x2048', baseIndex: 1 }); // prettier-ignore
    expect(filesOf(whole)).toContainEqual(['t/l2_4_8.jpg', 't/l2_4_8.jpg']);
    expect(filesOf(whole)).toHaveLength(2 + 8 * 4);
    const part = await read('<image hfov="120"><sphere url="t/%v_%h.jpg" multires="512,3000x1000"/></image>');
    expect(sourceOf(part)).toBeUndefined();
    expect(lossAt(part, '/scene/0/image/0/sphere/0')).toContain('grotto tile');
  });

  it('counts from nought where it says so', async () => {
    const result = await read('<image baseindex="0"><cube url="%s/%v_%h.jpg" multires="512,1024"/></image>');
    expect(sourceOf(result)).toMatchObject({ type: 'cube-tiles', template: '{f}/{y}_{x}.jpg' });
    expect(filesOf(result)).toContainEqual(['u/0_0.jpg', 'u/0_0.jpg']);
    expect(filesOf(result)).toHaveLength(6 * 4);
  });
});

describe('Marzipano', () => {
  const levels = [{ tileSize: 256, size: 256, fallbackOnly: true }, { tileSize: 256, size: 512 }, { tileSize: 512, size: 2048 }]; // prettier-ignore
  const data = { scenes: [{ id: '0-hall', name: 'Hall', levels }] };

  it('keeps levels of several tile sizes, with the preview that stands for the first', async () => {
    const result = await importValid(data, { folder: makeFolder({ 'tiles/0-hall/preview.jpg': pngHead(256, 1536) }) });
    expect(sourceOf(result)).toEqual({
      type: 'marzipano-tiles', url: 'tiles/0-hall/{z}/{f}/{y}/{x}.jpg', levels,
      cubeMapPreviewUrl: 'tiles/0-hall/preview.jpg', cubeMapPreviewFaceOrder: 'bdflru',
    }); // prettier-ignore
    expect(filesOf(result)).toHaveLength(6 * (4 + 16) + 1);
  });

  it('says so where the preview is not here', async () => {
    const result = await importValid(data, { folder: makeFolder({}) });
    expect(sourceOf(result)).toBeUndefined();
    expect(lossAt(result, '/scenes/0/levels')).toContain('preview is not here');
  });
});

describe('Photo Sphere Viewer', () => {
  it('keeps cubes in levels of tiles, and six small pictures to begin with', async () => {
    const names = ['left', 'front', 'right', 'back', 'top', 'bottom'];
    const files = Object.fromEntries(names.map((name) => [`${name}.png`, pngHead(256, 256)]));
    const panorama = {
      levels: [{ faceSize: 1500, nbTiles: 4, zoomRange: [0, 50] }, { faceSize: 6000, nbTiles: 16 }],
      baseUrl: names.map((name) => `${name}.png`), tileUrl: '{level}/{face}/{col}_{row}.jpg', flipTopBottom: true,
    }; // prettier-ignore
    const result = await importValid({ panorama, navbar: false }, { folder: makeFolder(files) });
    expect(sourceOf(result)).toEqual({
      type: 'psv-cube-tiles', tileUrl: '{z}/{f}/{x}_{y}.jpg', flipTopBottom: true, baseSize: 256,
      levels: [{ faceSize: 1500, nbTiles: 4 }, { faceSize: 6000, nbTiles: 16 }],
      baseUrl: Object.fromEntries(names.map((name) => [name, `${name}.png`])),
    }); // prettier-ignore
    expect(filesOf(result)).toContainEqual(['1/bottom/15_0.jpg', '1/bottom/15_0.jpg']);
  });

  it('takes faces that it would flip as they lie', async () => {
    const faces = Object.fromEntries(
      ['left', 'front', 'right', 'back', 'top', 'bottom'].map((name) => [name, 'f.png']),
    );
    const panorama = { type: 'separate', paths: faces, flipTopBottom: true };
    const result = await importValid({ panorama, navbar: false }, { folder: makeFolder({ 'f.png': pngHead(64, 64) }) });
    expect(sourceOf(result)).toMatchObject({ type: 'cube-faces', size: 64 });
  });

  it.skipIf(!hasRealData)(titleOf('shows tiles that its adapter is given alone, all of them here'), async () => {
    const root = path.join(REAL_DATA, 'derived/equirect-tiles');
    const folder = await openFolder(root);
    const result = await importValid(new Uint8Array(readFileSync(path.join(root, 'config.json'))), { folder });
    expect(sourceOf(result)).toMatchObject({ type: 'psv-equirect-tiles', baseUrl: 'base.jpg', baseWidth: 1024 });
    const present = await Promise.all(result.files.map(({ from }) => folder.hasFile(from)));
    expect([present.length, present.every((is) => is)]).toEqual([129, true]);
  });
});

describe('Pannellum', () => {
  it.skipIf(!hasRealData)(titleOf('finds every tile of a pyramid that halves, rounded down'), async () => {
    const folder = await openFolder(path.join(REAL_DATA, 'derived/cube-pyramid'));
    const multiRes = { path: '/%l/%s/%y/%x', extension: 'jpg', tileResolution: 512, maxLevel: 3, cubeResolution: 1024 };
    const result = await importValid({ type: 'multires', multiRes }, { folder });
    const present = await Promise.all(result.files.map(({ from }) => folder.hasFile(from)));
    expect([present.length, present.every((is) => is)]).toEqual([36, true]);
    const odd = await importValid({ type: 'multires', multiRes: { ...multiRes, cubeResolution: 1025 } }, { folder });
    expect(sourceOf(odd)).toMatchObject({ levels: [256, 512, 1025] });
  });
});

describe('a IIIF image service', () => {
  const info = {
    '@context': 'http://iiif.io/api/image/3/context.json', id: 'https://m.example/iiif/hall', type: 'ImageService3',
    protocol: 'http://iiif.io/api/image', profile: 'level0', width: 4096, height: 2048,
    tiles: [{ width: 512, scaleFactors: [1, 2, 4, 8] }],
  }; // prettier-ignore
  const manifest = (service: object) => ({
    '@context': 'http://iiif.io/api/presentation/3/context.json', id: 'https://m.example/manifest.json', type: 'Manifest', label: { en: ['Hall'] },
    items: [{ id: 'https://m.example/c', type: 'Canvas', width: 4096, height: 2048, label: { en: ['Hall'] }, items: [{ id: 'https://m.example/p', type: 'AnnotationPage', items: [
      { id: 'https://m.example/a', type: 'Annotation', motivation: 'painting', target: 'https://m.example/c', body: {
        id: 'https://m.example/iiif/hall/full/max/0/default.jpg', type: 'Image', width: 4096, height: 2048, service: [service],
      } },
    ] }] }],
  }); // prettier-ignore
  const mounts = [{ address: 'https://m.example/', folder: '' }];

  it('of a panorama gives its tiles, where its description lies beside the manifest', async () => {
    const folder = makeFolder({ 'iiif/hall/info.json': JSON.stringify(info) });
    const result = await importValid(manifest({ id: info.id, type: 'ImageService3' }), { folder, mounts });
    expect(sourceOf(result)).toMatchObject({
      type: 'iiif-image',
      uri: 'iiif/hall',
      width: 4096,
      tiles: [{ width: 512 }],
    });
    const tile = 'iiif/hall/3584,1536,512,512/512,512/0/default.jpg';
    expect(filesOf(result)).toContainEqual([tile, tile]);
    expect(result.losses.filter(({ path: at }) => at.includes('service'))).toEqual([]);
  });

  it('elsewhere is not asked; the whole picture stands in', async () => {
    const folder = makeFolder({ 'iiif/hall/full/max/0/default.jpg': pngHead(4096, 2048) });
    const result = await importValid(manifest({ id: 'https://else.example/hall', type: 'ImageService3' }), {
      folder,
      mounts,
    });
    expect(sourceOf(result)).toMatchObject({ type: 'equirect-image' });
  });

  it('that describes a flat picture gives the tiles of a flat place, whatever shape the canvas has', async () => {
    const folder = makeFolder({ 'iiif/hall/info.json': JSON.stringify({ ...info, height: 1000 }) });
    const result = await importValid(manifest({ id: info.id, type: 'ImageService3' }), { folder, mounts });
    expect(result.document.assets).toMatchObject([
      { kind: 'picture', source: { type: 'iiif-image', uri: 'iiif/hall', width: 4096, height: 1000 } },
    ]);
    const tile = 'iiif/hall/3584,512,512,488/512,488/0/default.jpg';
    expect(filesOf(result)).toContainEqual([tile, tile]);
    expect(result.losses.filter(({ path: at }) => at.includes('service'))).toEqual([]);
  });

  it('is an exhibition by itself; its tiles go into a folder of their own', async () => {
    const result = await importValid(info, { folder: makeFolder({}) });
    expect(result.format).toBe('iiif-image');
    expect(sourceOf(result)).toMatchObject({ type: 'iiif-image', uri: 'picture' });
    expect(filesOf(result)).toContainEqual(['full/512,256/0/default.jpg', 'picture/full/512,256/0/default.jpg']);
    expect(lossAt(result, '')).toContain('twice as wide as high');
  });

  it.skipIf(!hasRealData)(titleOf('of a flat picture is a flat place, all of its tiles here'), async () => {
    const root = path.join(REAL_DATA, 'derived/iiif-level0-v3');
    const folder = await openFolder(root);
    const result = await importValid(new Uint8Array(readFileSync(path.join(root, 'info.json'))), { folder });
    expect(result.document.assets).toMatchObject([
      { kind: 'picture', source: { type: 'iiif-image', uri: 'picture', width: 1000, wholeRegion: 'numbers' } },
    ]);
    const present = await Promise.all(result.files.map(({ from }) => folder.hasFile(from)));
    expect(present).toHaveLength(21);
    expect(present.every((is) => is)).toBe(true);
  });
});

describe('Deep Zoom and Zoomify', () => {
  it('are told by their descriptions, and keep their tiles where they are named', async () => {
    const dzi = '<?xml version="1.0"?>\n<Image xmlns="http://schemas.microsoft.com/deepzoom/2008" Format="jpg" Overlap="1" TileSize="254"><Size Width="4000" Height="2000"/></Image>'; // prettier-ignore
    const deep = await importValid(dzi, { folder: makeFolder({}), name: 'hall.dzi' });
    expect(sourceOf(deep)).toMatchObject({ type: 'deep-zoom', uri: 'hall.dzi', overlap: 1 });
    expect(filesOf(deep)).toContainEqual(['hall_files/12/15_7.jpg', 'hall_files/12/15_7.jpg']);
    const properties =
      '<IMAGE_PROPERTIES WIDTH="4096" HEIGHT="2048" NUMTILES="171" NUMIMAGES="1" VERSION="1.8" TILESIZE="256" />';
    const zoomify = await importValid(properties, { folder: makeFolder({}), name: 'ImageProperties.xml' });
    expect(sourceOf(zoomify)).toMatchObject({ type: 'zoomify', uri: 'picture', numTiles: 171 });
    expect(filesOf(zoomify)).toContainEqual(['TileGroup0/0-0-0.jpg', 'picture/TileGroup0/0-0-0.jpg']);
  });

  it.skipIf(!hasRealData)(titleOf('of flat pictures are flat places, all of their tiles here'), async () => {
    const root = path.join(REAL_DATA, 'iiif/dzi');
    const folder = await openFolder(root);
    const text = readFileSync(path.join(root, 'wide.dzi'), 'utf8');
    const deep = await importValid(text, { folder, name: 'wide.dzi' });
    expect(deep.document.assets).toMatchObject([{ kind: 'picture', source: { type: 'deep-zoom', uri: 'wide.dzi' } }]);
    const present = await Promise.all(deep.files.map(({ from }) => folder.hasFile(from)));
    expect(present.length).toBeGreaterThan(10);
    expect(present.every((is) => is)).toBe(true);
    const properties = '<IMAGE_PROPERTIES WIDTH="1000" HEIGHT="800" NUMTILES="21" NUMIMAGES="1" VERSION="1.8" TILESIZE="256" />'; // prettier-ignore
    const zoomify = await importValid(properties, { folder: makeFolder({}), name: 'ImageProperties.xml' });
    expect(zoomify.document.assets).toMatchObject([{ kind: 'picture', source: { type: 'zoomify', numTiles: 21 } }]);
    expect(lossAt(zoomify, '')).toContain('how large the original is');
  });

  it('that contradict themselves are refused with the reason', async () => {
    const wrong = '<IMAGE_PROPERTIES WIDTH="4096" HEIGHT="2048" NUMTILES="5" TILESIZE="256" />';
    await expect(importValid(wrong, { folder: makeFolder({}) })).rejects.toThrow('numTiles');
  });
});
