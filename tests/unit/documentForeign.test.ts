/** Documents that name pictures in the formats of other viewers. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import type { ExhibitionFolder } from '#document/check/folder.ts';
import { ALL_FORMATS } from '#document/foreign/formats.ts';
import { namesForeign } from '#document/foreign/namesForeign.ts';
import { exhibitionJsonSchema } from '#document/jsonSchema.ts';
import { openExhibition } from '#document/open.ts';
import { listDocumentFiles } from '#offline/listFiles.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { SAMPLES } from '../contract/foreignTiles/samples.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';

const KRPANO = { type: 'krpano-tiles', url: 'k/%s/l%l/%v_%h.jpg', multires: '512,640,1152' };

/** The small exhibition, whose first panorama lies as `source` says. */
function documentWith(source: object, rightEye?: object): string {
  const exhibition: unknown = makeExhibition();
  const { assets } = exhibition as { assets: { layers?: { source: object; rightEye?: object }[] }[] };
  const layer = assets[0]?.layers?.[0];
  if (layer) layer.source = source;
  if (layer && rightEye) layer.rightEye = rightEye;
  return JSON.stringify(exhibition);
}

function open(source: object, rightEye?: object) {
  const opened = openExhibition(documentWith(source, rightEye), ALL_FORMATS);
  const asset = opened.exhibition?.assets[0];
  const layer = asset?.kind === 'panorama' ? asset.layers[0] : undefined;
  return { ...opened, layer, faults: opened.faults.map(({ path, code, message }) => `${code} ${path}: ${message}`) };
}

describe('a document with pictures in the format of another viewer', () => {
  it.each(SAMPLES)('opens with tiles of $name, for one eye and for two', ({ source, count }) => {
    const { faults, layer, exhibition } = open(source, source);
    expect(faults).toEqual([]);
    expect(layer?.source).toMatchObject({ type: 'tile-files', written: source });
    expect(layer?.rightEye).toMatchObject({ type: 'tile-files', written: source });
    if (!exhibition || !layer) throw new Error('nothing was opened');
    expect(pyramidOf('p', {}, layer).levels.length).toBeGreaterThan(0);
    const files = listDocumentFiles(exhibition);
    expect(files.length).toBeGreaterThan(Math.min(count, 5));
  });

  it('keeps keys of others, and says where an unknown one stands', () => {
    const { faults, layer } = open({ ...KRPANO, 'x-shot-by': 'A.', tilesize: 512 });
    expect(faults).toEqual([expect.stringContaining('unknown-key assets.0.layers.0.source.tilesize')]);
    expect(layer?.source).toMatchObject({ written: { 'x-shot-by': 'A.' } });
  });

  it('says what is wrong with an address, where it stands, and goes on without the picture', () => {
    const { faults, exhibition, brokenNodes } = open({ ...KRPANO, url: 'https://other.example/%s/%l/%v_%h.jpg' });
    expect(faults).toContain('bad-tiles assets.0.layers.0.source.url: names a protocol');
    expect(exhibition?.assets.map(({ id }) => id)).toEqual(['pano-46', 'detail']);
    expect([...brokenNodes.keys()]).toEqual(['cave-45']);
  });

  it('loses the preview alone where that lies elsewhere', () => {
    const preview = { uri: '//other.example/p.jpg', faceSize: 256 };
    const { faults, layer } = open({ ...KRPANO, preview });
    expect(faults).toEqual([expect.stringContaining('unsafe-uri assets.0.layers.0.source: the preview')]);
    expect(layer?.source).not.toHaveProperty('preview');
  });

  it('warns of a whole sphere that is not twice as wide as high', () => {
    const { faults, layer } = open({ type: 'zoomify', uri: 'z', width: 1000, height: 1000 });
    expect(faults).toEqual([expect.stringContaining('bad-aspect assets.0.layers.0.source')]);
    expect(layer).toBeDefined();
  });

  it('is told from one of our own before it is opened, so that others wait for nothing', () => {
    expect(namesForeign(JSON.parse(documentWith(KRPANO)) as Record<string, unknown>)).toBe(true);
    const right = { ...makeExhibition().assets[0], layers: [{ source: { type: 'cube-tiles' }, rightEye: KRPANO }] };
    expect(namesForeign({ assets: [right] })).toBe(true);
    expect(namesForeign({ ...makeExhibition() })).toBe(false);
    for (const broken of [{}, { assets: 7 }, { assets: [null, { layers: {} }, { layers: [3] }] }]) {
      expect(namesForeign(broken)).toBe(false);
    }
  });

  it('is one that the published JSON Schema takes', () => {
    const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(exhibitionJsonSchema());
    for (const { source } of SAMPLES) expect(validate(JSON.parse(documentWith(source)))).toBe(true);
    expect(validate(JSON.parse(documentWith({ ...KRPANO, multires: 'many' })))).toBe(false);
    expect(validate(JSON.parse(documentWith({ type: 'tile-files', levels: [] })))).toBe(false);
  });

  it('cannot say itself what they become when it is opened', () => {
    const { faults } = open({ type: 'tile-files', projection: 'cube', tileSize: 512, levels: [], faults: [] });
    expect(faults[0]).toContain('expected one of "cube-tiles"');
  });
});

describe('checking an exhibition with tiles of another viewer', () => {
  /** A folder of pictures by the size they have. */
  function folderOf(files: ReadonlyMap<string, readonly [number, number]>): ExhibitionFolder {
    return {
      hasFile: (path) => Promise.resolve(files.has(path)),
      readPicture: (path) => {
        const [width = 0, height = 0] = files.get(path) ?? [];
        return Promise.resolve({ width, height, format: 'jpeg' });
      },
      readHead: () => Promise.resolve({ bytes: 0, head: new Uint8Array() }),
      readBytes: () => Promise.resolve(null),
      readText: () => Promise.resolve(null),
    };
  }

  async function check(files: ReadonlyMap<string, readonly [number, number]>) {
    const { faults } = await checkExhibition(new TextEncoder().encode(documentWith(KRPANO)), folderOf(files));
    const ours = faults.filter(({ path }) => path.startsWith('assets.0.layers.0.source'));
    return ours.map(({ code, message }) => `${code} ${message}`);
  }

  function sound(): Map<string, readonly [number, number]> {
    const files = new Map<string, readonly [number, number]>();
    for (const [level, size] of [640, 1152].entries()) {
      for (const face of 'frblud') {
        for (let row = 0; row * 512 < size; row++) {
          for (let column = 0; column * 512 < size; column++) {
            const edge = (index: number) => Math.min(512, size - index * 512);
            files.set(`k/${face}/l${level + 1}/${row + 1}_${column + 1}.jpg`, [edge(column), edge(row)]);
          }
        }
      }
    }
    return files;
  }

  it('finds nothing where every tile is there, as large as it has to be or a pixel off', async () => {
    const files = sound();
    expect(files.size).toBe(6 * (4 + 9));
    expect(await check(files)).toEqual([]);
    files.set('k/f/l1/1_1.jpg', [513, 512]);
    expect(await check(files)).toEqual([]);
  });

  it('says which tiles are missing and which level is of another size', async () => {
    const files = sound();
    files.delete('k/u/l2/3_3.jpg');
    files.set('k/f/l1/1_1.jpg', [256, 256]);
    expect(await check(files)).toEqual([
      'wrong-size "k/f/l1/1_1.jpg" is 256×256 pixels, the document says 512×512',
      'missing-tiles 1 tile is missing: "k/u/l2/3_3.jpg"',
    ]);
  });
});
