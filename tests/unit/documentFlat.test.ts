/** Documents with flat pictures as places. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import type { ExhibitionFolder } from '#document/check/folder.ts';
import { describeFault } from '#document/fault.ts';
import { ALL_FORMATS } from '#document/foreign/formats.ts';
import { namesForeign } from '#document/foreign/namesForeign.ts';
import { exhibitionJsonSchema } from '#document/jsonSchema.ts';
import { openExhibition } from '#document/open.ts';
import { listDocumentFiles } from '#offline/listFiles.ts';
import { flatFilesOf, sizeOfFlat } from '#sources/flat/flatFiles.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';

type Json = Record<string, unknown>;

const text = { en: 'Hills' };
const TILES = {
  type: 'flat-tiles',
  template: 's/{z}/{y}_{x}.webp',
  width: 1_500,
  height: 300,
  tileSize: 256,
  levels: 4,
};

function documentOf({ asset = {}, hotspots = [] }: { asset?: Json; hotspots?: readonly Json[] }): Json {
  return {
    formatVersion: 1,
    id: 'e',
    label: text,
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    digitalSourceType: 'digitalCapture',
    defaultLanguage: 'en',
    languages: ['en'],
    assets: [
      { kind: 'scroll', id: 'hills', label: text, source: TILES, metresPerPixel: 0.0002, ...asset },
      { kind: 'gallery', id: 'hall', label: text },
    ],
    nodes: [
      { id: 'scroll', label: text, asset: 'hills', links: [{ to: 'room' }], hotspots },
      { id: 'room', label: text, asset: 'hall', links: [{ to: 'scroll' }] },
    ],
  };
}

function open(parts: Parameters<typeof documentOf>[0]) {
  const { exhibition, faults } = openExhibition(JSON.stringify(documentOf(parts)), ALL_FORMATS);
  const asset = exhibition?.assets.find(({ id }) => id === 'hills');
  return {
    exhibition,
    flat: asset?.kind === 'scroll' || asset?.kind === 'picture' ? asset : null,
    hotspots: exhibition?.nodes[0]?.hotspots ?? [],
    lines: faults.map(describeFault),
  };
}

const seal = (rest: Json): Json => ({ kind: 'text', id: 'seal', label: text, body: text, ...rest });

describe('a flat picture in a document', () => {
  it('is a place, with sections, and areas by their rectangle or their outline', () => {
    const { lines, flat, hotspots } = open({
      asset: { direction: 'ltr', sections: [{ id: 'lake', label: text, from: 0, to: 700 }] },
      hotspots: [
        seal({ region: [[10, 10], [40, 50]], transcription: { 'zh-Hant': '山' }, translation: text }),
        seal({ id: 'rock', region: [[0, 0], [9, 0], [5, 9]] }),
      ],
    }); // prettier-ignore
    expect(lines).toEqual([]);
    expect(flat?.sections).toHaveLength(1);
    expect(hotspots.map(({ region }) => region?.length)).toEqual([2, 3]);
  });

  it('is refused where its tiles lie elsewhere, and its place is a card', () => {
    const { lines, exhibition } = open({ asset: { source: { ...TILES, template: '../s/{z}/{x}_{y}.webp' } } });
    expect(lines[0]).toMatch(/assets\.0\.source\.template/);
    expect(exhibition?.assets.map(({ id }) => id)).toEqual(['hall']);
  });

  it('has hotspots where they have a region', () => {
    const { lines, hotspots } = open({ hotspots: [seal({}), seal({ id: 'b', region: [[0, 0], [1, 1]] })] }); // prettier-ignore
    expect(hotspots.map(({ id }) => id)).toEqual(['b']);
    expect(lines).toEqual([expect.stringContaining('"seal" is nowhere in this place')]);
  });

  it('is taken by the published schema', () => {
    const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(exhibitionJsonSchema());
    const region = [[1, 2], [3, 4]]; // prettier-ignore
    expect(validate(documentOf({ hotspots: [seal({ region })] })), JSON.stringify(validate.errors)).toBe(true);
    expect(validate(documentOf({ asset: { source: { ...TILES, type: 'cube-tiles' } } }))).toBe(false);
  });
});

describe('the tiles of a flat picture', () => {
  it('halve from the whole, rounded up, and lie where the template says', () => {
    const { flat, exhibition } = open({});
    if (!flat || !exhibition) throw new Error('nothing was opened');
    const source = flatFilesOf(flat.source);
    expect(pyramidOf('s', {}, { source }).projection).toBe('flat');
    expect(source.levels.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual([
      [188, 38],
      [375, 75],
      [750, 150],
      [1_500, 300],
    ]);
    // 1 + 2 + 3 + 6 × 2.
    const files = listDocumentFiles(exhibition);
    expect(files).toHaveLength(18);
    expect(files).toContain('s/3/1_5.webp');
  });

  it('may be one file, cut in the browser', () => {
    const source = { type: 'flat-image', uri: 'map.png', width: 3_000, height: 2_000 };
    const { flat, exhibition } = open({ asset: { kind: 'picture', source } });
    if (!flat || !exhibition) throw new Error('nothing was opened');
    expect(flatFilesOf(flat.source).levels.map(({ widthPx }) => widthPx)).toEqual([375, 750, 1_500, 3_000]);
    expect(listDocumentFiles(exhibition)).toEqual(['map.png']);
  });

  it.each([
    { type: 'deep-zoom', uri: 'd/hills.dzi', width: 1_500, height: 300, tileSize: 254, overlap: 1, format: 'jpg' },
    { type: 'zoomify', uri: 'd/hills', width: 1_500, height: 300 },
    { type: 'iiif-image', uri: 'd/hills', version: 3, width: 1_500, height: 300, tiles: [{ width: 256, scaleFactors: [1, 2, 4] }] },
  ])('may lie as $type, with no word about the sphere they do not cover', (source) => {
    expect(namesForeign(documentOf({ asset: { source } }))).toBe(true);
    const { lines, flat } = open({ asset: { source } });
    expect(lines).toEqual([]);
    expect(flat?.source).toMatchObject({ type: 'tile-files', projection: 'flat', written: source });
    expect(flat && sizeOfFlat(flat.source)).toMatchObject({ width: 1_500, height: 300 });
  }); // prettier-ignore

  it('are looked for by the check', async () => {
    expect(namesForeign(documentOf({}))).toBe(false);
    const sizes = [38, 75, 150, 300];
    const folder: ExhibitionFolder = {
      hasFile: (path) => Promise.resolve(path !== 's/3/1_5.webp'),
      readPicture(path) {
        const [, level = '0'] = path.split('/');
        const height = sizes[Number(level)] ?? 0;
        return Promise.resolve({ width: Math.min(256, height * 5), height: Math.min(256, height), format: 'webp' });
      },
      readHead: () => Promise.resolve({ bytes: 0, head: new Uint8Array() }),
      readBytes: () => Promise.resolve(null),
      readText: () => Promise.resolve(null),
    };
    const { faults } = await checkExhibition(new TextEncoder().encode(JSON.stringify(documentOf({}))), folder);
    const missing = faults.filter(({ code }) => code === 'missing-tiles');
    expect(missing.map(describeFault)).toEqual([
      expect.stringContaining('assets.0.source.template: 1 tile is missing: "s/3/1_5.webp"'),
    ]);
  });
});

describe('the check of flat pictures', () => {
  const check = async (document: Json) => {
    const { faults } = await checkExhibition(new TextEncoder().encode(JSON.stringify(document)), null);
    return faults.map(describeFault);
  };
  const region = (right: number) => [[0, 0], [right, 1]]; // prettier-ignore

  it.each<[string, Json, string]>([
    ['a section beyond the edge', { sections: [{ id: 'a', label: text, from: 10, to: 1_501 }] }, 'assets.0.sections.0: expected 0 ≤ from < to ≤ 1500'],
    ['a section the wrong way round', { sections: [{ id: 'a', label: text, from: 10, to: 10 }] }, 'assets.0.sections.0: expected 0 ≤ from < to ≤ 1500'],
    ['tiles without rows', { source: { ...TILES, template: 's/{z}/{x}.webp' } }, 'expected {z}, {x} and {y} and no other braces'],
    ['tiles with faces', { source: { ...TILES, template: 's/{z}/{x}_{y}{f}.webp' } }, 'and no other braces'],
  ])('names %s', async (_name, asset, line) => {
    expect(await check(documentOf({ asset }))).toEqual([expect.stringContaining(line)]);
  }); // prettier-ignore

  it('names regions beyond the picture, and those that are on none', async () => {
    expect(await check(documentOf({ hotspots: [seal({ region: region(1_501) })] }))).toEqual([
      expect.stringContaining('"seal" reaches beyond the picture of 1500×300 pixels'),
    ]);
    const off = documentOf({});
    (off['nodes'] as Json[])[1]!['hotspots'] = [seal({ target: { yaw: 0, pitch: 0 }, region: region(1) })];
    expect(await check(off)).toEqual([
      expect.stringContaining('nodes.1.hotspots.0.region: "seal" is on no flat picture'),
    ]);
    expect(await check(documentOf({ hotspots: [seal({ region: region(1) })] }))).toEqual([]);
  });
});
