/** Flat pictures of IIIF as places: their size, their direction, what is said of parts of them, the ways between them. */
import { describe, expect, it } from 'vitest';
import type { FlatAsset } from '#document/schema.ts';
import { makeFolder, pngHead } from '../../fixtures/foreignFolder.ts';
import { importValid, lossAt } from '../../fixtures/importing.ts';

const BASE = 'https://museum.example/iiif';
const FILES = { 'one.png': pngHead(4000, 2000), 'two.png': pngHead(600, 800), 'detail.png': pngHead(64, 48) };

const physdim = (physicalScale: number, physicalUnits: string) => ({
  '@context': 'http://iiif.io/api/annex/services/physdim/1/context.json',
  profile: 'http://iiif.io/api/annex/services/physdim',
  physicalScale,
  physicalUnits,
});
const text = (value: string, more: object = {}) => ({ type: 'TextualBody', value, language: 'en', ...more });

function canvas(name: string, size: [number, number], painted: object[], notes: object[] = [], more: object = {}) {
  const id = `${BASE}/canvas/${name}`;
  const paint = (body: object, index: number) => ({ id: `${id}/${index}`, type: 'Annotation', motivation: 'painting', target: id, body }); // prettier-ignore
  return {
    id, type: 'Canvas', label: { en: [name] }, width: size[0], height: size[1],
    items: [{ id: `${id}/p`, type: 'AnnotationPage', items: painted.map((one, index) => ('motivation' in one ? one : paint(one, index))) }],
    annotations: [{ id: `${id}/n`, type: 'AnnotationPage', items: notes }],
    ...more,
  }; // prettier-ignore
}

const picture = (name: string) => ({ id: `${BASE}/${name}`, type: 'Image', format: 'image/png' });
const note = (target: unknown, body: unknown, more: object = {}) => ({ id: `${BASE}/note/${JSON.stringify(target).length}`, type: 'Annotation', motivation: 'commenting', target, body, ...more }); // prettier-ignore
const manifest = (items: object[], more: object = {}) => ({
  '@context': 'http://iiif.io/api/presentation/3/context.json', id: `${BASE}/manifest.json`, type: 'Manifest', label: { en: ['Scrolls'] }, items, ...more,
}); // prettier-ignore
const read = (items: object[], more: object = {}) => importValid(manifest(items, more), { folder: makeFolder(FILES) });
const flatsOf = (assets: readonly { kind: string }[]) => assets.filter((one): one is FlatAsset => one.kind === 'picture'); // prettier-ignore

describe('a canvas with one flat picture', () => {
  const at = `${BASE}/canvas/one`;

  it('has the size of the original, also where it is as wide as a panorama would be', async () => {
    const { document, losses } = await read(
      [canvas('one', [2000, 1000], [picture('one.png')], [], { service: [physdim(0.1, 'in')] })],
      { viewingDirection: 'right-to-left' },
    );
    // A tenth of an inch for a unit of the canvas, which is two pixels of the picture.
    expect(flatsOf(document.assets)).toMatchObject([{ metresPerPixel: 0.00127, direction: 'rtl' }]);
    expect(losses).toEqual([]);
  });

  it('marks rectangles, outlines and points where they are on the picture, and keeps them within it', async () => {
    const part = (selector: object) => ({ type: 'SpecificResource', source: at, selector });
    const result = await read([
      canvas('one', [2000, 1000], [picture('one.png')], [
        note(`${at}#xywh=10,20,30,40`, text('A seal')),
        note(part({ type: 'SvgSelector', value: '<svg><polygon points="0,0 10,0 5,10"/></svg>' }), text('A peak')),
        note(part({ type: 'PointSelector', x: 1000, y: 500 }), [text('A boat'), picture('detail.png')]),
        note(`${at}#xywh=1990,990,100,100`, text('At the edge')),
        note(`${at}#xywh=3000,0,10,10`, text('Beyond')),
        note(at, [text('The whole'), text('river', { purpose: 'tagging' })]),
        note(`${at}#xywh=0,0,10,10`, [], { motivation: 'highlighting' }),
      ], { service: physdim(1, 'mm') }),
    ]); // prettier-ignore
    const [node] = result.document.nodes;
    expect(node?.hotspots?.map(({ kind, region }) => [kind, region])).toEqual([
      ['text', [[20, 40], [80, 120]]],
      ['text', [[0, 0], [20, 0], [10, 20]]],
      ['image', [[1975, 975], [2025, 1025]]],
      ['text', [[3980, 1980], [4000, 2000]]],
    ]); // prettier-ignore
    expect(node).toMatchObject({ summary: { en: 'Beyond\n\nThe whole' }, subjects: [{ en: 'river' }] });
    const told = (index: number) => lossAt(result, `/items/0/annotations/0/items/${index}`);
    expect([told(2), told(4), told(6)].map((one) => one?.slice(0, 30))).toEqual(['a flat picture has no points: ', 'it is about a part beyond the p', 'a flat picture has no view of '].map((one) => one.slice(0, 30))); // prettier-ignore
    expect(result.losses).toHaveLength(3);
  });

  it('covers only a part of the canvas where it is painted there', async () => {
    const painting = { id: `${at}/p`, type: 'Annotation', motivation: 'painting', target: `${at}#xywh=100,100,400,200`, body: picture('one.png') }; // prettier-ignore
    const { document } = await read([
      canvas('one', [1000, 1000], [painting], [note(`${at}#xywh=100,100,40,20`, text('A corner'))], { service: physdim(1, 'cm') }),
    ]); // prettier-ignore
    expect(flatsOf(document.assets)).toMatchObject([{ metresPerPixel: 0.001 }]);
    expect(document.nodes[0]?.hotspots).toMatchObject([{ region: [[0, 0], [400, 200]] }]); // prettier-ignore
  });

  it('keeps facts, rights and the statement that must be seen', async () => {
    const { document } = await read([
      canvas('two', [600, 800], [picture('two.png')], [], {
        service: physdim(1, 'mm'),
        rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
        requiredStatement: { label: { en: ['By'] }, value: { en: ['A museum'] } },
        metadata: [{ label: { en: ['Ink'] }, value: { none: ['on silk'] } }],
      }),
    ]);
    expect(document.assets).toMatchObject([
      { kind: 'picture', rights: 'http://creativecommons.org/publicdomain/zero/1.0/', requiredStatement: { value: { en: 'A museum' } } },
    ]); // prettier-ignore
    expect(document.nodes[0]?.summary).toEqual({ und: 'Ink: on silk' });
  });
});

describe('flat pictures of a manifest', () => {
  const two = [canvas('one', [4000, 1999], [picture('two.png')]), canvas('two', [600, 800], [picture('two.png')])];

  it('lead from one to the next where nothing else leads anywhere, and to what is said of the whole', async () => {
    const { document } = await read(two, { metadata: [{ label: { en: ['Ink'] }, value: { en: ['on silk'] } }] });
    const ways = document.nodes.map(({ id, links = [] }) => [id, links.map(({ to }) => to)]);
    expect(ways).toEqual([
      ['exhibits', ['one']],
      ['one', ['two', 'exhibits']],
      ['two', ['one']],
    ]);
    expect(document.start).toBe('one');
  });

  it('lead where the manifest says, if it says so anywhere; the spot of the way is told', async () => {
    const at = `${BASE}/canvas/one`;
    const way = note(`${at}#xywh=0,0,5,5`, { id: `${BASE}/canvas/two`, type: 'Canvas' }, { motivation: 'linking' });
    const result = await read([canvas('one', [600, 800], [picture('two.png')], [way]), two[1] ?? {}]);
    expect(result.document.nodes.map(({ links }) => links)).toEqual([[{ to: 'two' }], undefined]);
    expect(lossAt(result, '/items/0/annotations/0/items/0')).toContain('where on the flat picture the way begins');
  });

  it('hang in a hall where several are on one canvas, or where they stand for a thing in the round', async () => {
    const model = [{ id: `${BASE}/bell.glb`, type: 'Model' }];
    const { document } = await read([
      canvas('one', [600, 800], [picture('two.png'), picture('detail.png')]),
      canvas('bell', [600, 800], [picture('two.png')], [], { rendering: model }),
    ]);
    expect(document.assets.map(({ kind }) => kind).toSorted()).toEqual(['gallery', 'image', 'image', 'image']);
  });
});
