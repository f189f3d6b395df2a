/** IIIF Presentation 2 and 3: pictures of the whole sphere and flat ones become places, the rest is told. */
import { describe, expect, it } from 'vitest';
import type { PanoramaAsset } from '#document/schema.ts';
import { makeFolder, makeGlb, pngHead } from '../../fixtures/foreignFolder.ts';
import { importValid, lossAt } from '../../fixtures/importing.ts';

const BASE = 'https://museum.example/iiif/caves';

const FILES = { 'hall.png': pngHead(4096, 2048), 'wide.png': pngHead(4000, 1000), 'detail.png': pngHead(640, 480), 'bell.glb': makeGlb(12) }; // prettier-ignore

function painting(body: object, target = `${BASE}/canvas/hall`) {
  return { id: `${BASE}/painting`, type: 'Annotation', motivation: 'painting', body, target };
}

function picture(name: string, width: number, height: number, more: object = {}) {
  return { id: `${BASE}/${name}`, type: 'Image', format: 'image/png', width, height, ...more };
}

function canvas(name: string, width: number, height: number, body: object, annotations: object[] = []) {
  const id = `${BASE}/canvas/${name}`;
  const page = { id: `${id}/page`, type: 'AnnotationPage', items: [painting(body, id)] };
  const more = annotations.length > 0 && {
    annotations: [{ id: `${id}/notes`, type: 'AnnotationPage', items: annotations }],
  };
  return { id, type: 'Canvas', label: { en: [name] }, width, height, items: [page], ...more };
}

function manifest(items: object[], more: object = {}) {
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: `${BASE}/manifest.json`,
    type: 'Manifest',
    label: { en: ['Caves'], 'zh-hans': ['石窟'] },
    items,
    ...more,
  };
}

describe('a IIIF manifest of version 3', () => {
  const note = (motivation: string, body: unknown, target: unknown, more: object = {}) => ({
    id: `${BASE}/note-${motivation}`, type: 'Annotation', motivation, body, target, ...more,
  }); // prettier-ignore
  const at = `${BASE}/canvas/hall`;
  const hall = canvas('hall', 3600, 1800, picture('hall.png', 4096, 2048, { profile: 'equirectangular' }), [
    note('commenting', { type: 'TextualBody', value: '<p>The <b>south</b> wall</p>', format: 'text/html', language: 'en' }, `${at}#xywh=1700,800,200,100`),
    note('commenting', [{ type: 'TextualBody', value: 'A point', language: 'en' }, picture('detail.png', 640, 480)], {
      type: 'SpecificResource', source: at, selector: { type: 'PointSelector', x: 2700, y: 450 },
    }, { metadata: [{ label: { en: ['Made'] }, value: { en: ['8th century'] } }] }),
    note('linking', { id: `${BASE}/canvas/other`, type: 'Canvas' }, `${at}#xywh=0,880,20,20`),
    note('linking', { id: `${BASE}/canvas/nowhere`, type: 'Canvas' }, at),
    note('highlighting', [], `${at}#xywh=2100,650,600,400`),
    note('tagging', { type: 'TextualBody', value: 'lotus', language: 'en' }, at),
    note('commenting', { id: `${BASE}/bell.glb`, type: 'Model', format: 'model/gltf-binary', label: { en: ['Bell'] } }, {
      type: 'SpecificResource', source: at, selector: { type: 'SvgSelector', value: '<svg><polygon points="1800,900 1900,900 1850,1000"/></svg>' },
    }),
  ]); // prettier-ignore
  const other = canvas('other', 4096, 2048, picture('hall.png', 4096, 2048));
  const flat = canvas('scroll', 4000, 1000, picture('wide.png', 4000, 1000), [
    note('commenting', { type: 'TextualBody', value: 'Here begins the text', language: 'en' }, `${BASE}/canvas/scroll#xywh=1,2,3,4`),
  ]); // prettier-ignore
  const far = canvas('far', 1200, 1800, { id: 'https://iiif.example/x.jpg', type: 'Image', width: 1200, height: 1800 });
  const whole = manifest([hall, other, flat, far], {
    rights: 'http://creativecommons.org/licenses/by/4.0/',
    requiredStatement: { label: { en: ['Attribution'] }, value: { en: ['A museum'] } },
    provider: [{ id: 'https://museum.example', type: 'Agent', label: { en: ['The Museum'] }, homepage: [{ id: 'https://museum.example/', type: 'Text' }] }],
    metadata: [{ label: { en: ['Place'] }, value: { none: ['A cliff'] } }],
    thumbnail: [{ id: 'https://iiif.example/t.jpg' }],
    'x-of-others': 1,
  }); // prettier-ignore

  it('takes rights, statement, provider and words of the whole', async () => {
    const { document, format } = await importValid(whole, { folder: makeFolder(FILES) });
    expect(format).toBe('iiif-3');
    expect(document).toMatchObject({
      label: { en: 'Caves', 'zh-Hans': '石窟' },
      rights: 'http://creativecommons.org/licenses/by/4.0/',
      requiredStatement: { label: { en: 'Attribution' }, value: { en: 'A museum' } },
      provider: { en: 'The Museum' },
      homepage: 'https://museum.example/',
      start: 'hall',
      defaultLanguage: 'en',
    });
  });

  it('makes a place of a picture of the whole sphere: pixels become yaw to the right and pitch upward', async () => {
    const { document } = await importValid(whole, { folder: makeFolder(FILES) });
    const node = document.nodes.find(({ id }) => id === 'hall');
    const asset = document.assets.find((one): one is PanoramaAsset => one.id === node?.asset);
    expect(asset?.layers[0]?.source).toEqual({ type: 'equirect-image', uri: 'hall.png', width: 4096, height: 2048 });
    expect(node?.start).toEqual({ yaw: 60, pitch: 5, fov: 40 });
    expect(node?.subjects).toEqual([{ en: 'lotus' }]);
    expect(node?.links).toEqual([{ to: 'other', target: { yaw: -179, pitch: 1 } }]);
    expect(node?.hotspots).toMatchObject([
      { kind: 'text', target: { yaw: 0, pitch: 5 }, area: [[-10, 10], [10, 10], [10, 0], [-10, 0]], body: { en: 'The south wall' } },
      { kind: 'image', target: { yaw: 90, pitch: 45 }, body: { en: 'A point' }, facts: [{ label: { en: 'Made' }, value: { en: '8th century' } }] },
      { kind: 'relic', label: { en: 'Bell' }, area: [[0, 0], [10, 0], [5, -10]] },
    ]); // prettier-ignore
  });

  it('makes a place of a flat picture, with what is said of a part of it on that part', async () => {
    const result = await importValid(whole, { folder: makeFolder(FILES) });
    const node = result.document.nodes.find(({ id }) => id === 'scroll');
    expect(node?.hotspots).toMatchObject([
      { kind: 'text', body: { en: 'Here begins the text' }, region: [[1, 2], [4, 6]] },
    ]); // prettier-ignore
    const asset = result.document.assets.find(({ id }) => id === node?.asset);
    expect(asset).toMatchObject({
      kind: 'picture',
      source: { type: 'flat-image', uri: 'wide.png', width: 4000, height: 1000 },
      direction: 'ltr',
    });
    expect(lossAt(result, '/items/2')).toContain('nothing says how large the original is');
  });

  it('tells what lies elsewhere, what leads nowhere, what it does not know, and what it took on trust', async () => {
    const result = await importValid(whole, { folder: makeFolder(FILES) });
    expect(lossAt(result, '/items/3/items/0/items/0/body')).toContain('https://iiif.example/x.jpg');
    expect(lossAt(result, '/items/3')).toContain('nothing of it is here');
    expect(lossAt(result, '/items/0/annotations/0/items/3/body')).toContain('leads to no place');
    expect(lossAt(result, '/items/0/annotations/0/items/0/body/value')).toContain('the emphasis <b>');
    expect(lossAt(result, '/items/1')).toContain('twice as wide as high');
    expect(lossAt(result, '/thumbnail')).toContain('small pictures are made');
    expect(lossAt(result, '/x-of-others')).toContain('unknown to the reader');
  });

  it('finds files of another address where it is told which folder holds them', async () => {
    const mounts = [{ address: 'https://iiif.example/', folder: 'fetched/' }];
    const folder = makeFolder({ ...FILES, 'fetched/x.jpg': pngHead(1200, 1800) });
    const { document, files } = await importValid(manifest([far]), { folder, mounts });
    expect(document.assets.filter(({ kind }) => kind === 'picture')).toHaveLength(1);
    expect(files).toEqual([{ from: 'fetched/x.jpg', to: 'fetched/x.jpg' }]);
  });

  it('finds files whose names are escaped in addresses', async () => {
    const folder = makeFolder({ 'Höhle 45.png': pngHead(4096, 2048) });
    const hall = canvas('hall', 2, 1, {
      ...picture('', 4096, 2048),
      id: `${BASE}/H%C3%B6hle%2045.png`,
      profile: 'equirectangular',
    });
    const { files } = await importValid(manifest([hall]), { folder });
    expect(files).toEqual([{ from: 'H%C3%B6hle%2045.png', to: 'H%C3%B6hle%2045.png' }]);
  });

  it('takes each picture of a choice for a layer', async () => {
    const choice = {
      type: 'Choice',
      items: [
        picture('hall.png', 4096, 2048, { label: { en: ['As found'] }, profile: 'equirectangular', rights: 'http://creativecommons.org/publicdomain/zero/1.0/' }),
        picture('hall.png', 4096, 2048, { label: { en: ['Infrared'] }, profile: 'equirectangular' }),
      ],
    }; // prettier-ignore
    const { document } = await importValid(manifest([canvas('hall', 2, 1, choice)]), { folder: makeFolder(FILES) });
    const asset = document.assets.find((one): one is PanoramaAsset => one.kind === 'panorama');
    expect(asset?.layers.map(({ id, label, rights }) => [id, label, rights])).toEqual([
      ['as-found', { en: 'As found' }, 'http://creativecommons.org/publicdomain/zero/1.0/'],
      ['infrared', { en: 'Infrared' }, undefined],
    ]);
  });
});

describe('a IIIF manifest of version 2', () => {
  const old = {
    '@context': 'http://iiif.io/api/presentation/2/context.json',
    '@id': `${BASE}/manifest.json`,
    '@type': 'sc:Manifest',
    label: [{ '@value': 'Grottes', '@language': 'fr' }, { '@value': 'Caves', '@language': 'en' }],
    description: 'Words <b>in between</b>',
    attribution: 'A library',
    license: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
    sequences: [
      {
        '@type': 'sc:Sequence',
        viewingDirection: 'left-to-right',
        canvases: [
          {
            '@id': `${BASE}/canvas/p1`,
            '@type': 'sc:Canvas',
            label: 'f. 1',
            width: 640,
            height: 480,
            images: [{ '@type': 'oa:Annotation', motivation: 'sc:painting', on: `${BASE}/canvas/p1`, resource: { '@id': `${BASE}/detail.png`, '@type': 'dctypes:Image', width: 640, height: 480 } }],
            otherContent: [{ '@id': `${BASE}/list.json`, '@type': 'sc:AnnotationList' }, { '@id': 'https://other.example/list.json', '@type': 'sc:AnnotationList' }],
          },
        ],
      },
      { '@type': 'sc:Sequence', canvases: [] },
    ],
  }; // prettier-ignore
  const list = JSON.stringify({
    '@type': 'sc:AnnotationList',
    resources: [{ '@type': 'oa:Annotation', motivation: 'oa:commenting', resource: { '@type': 'cnt:ContentAsText', chars: 'A gloss', format: 'text/plain', language: 'en' }, on: `${BASE}/canvas/p1` }],
  }); // prettier-ignore

  it('is read in its own spelling, with lists of annotations that lie beside it', async () => {
    const folder = makeFolder({ ...FILES, 'list.json': list });
    const result = await importValid(old, { folder });
    expect(result.format).toBe('iiif-2');
    expect(result.document).toMatchObject({
      label: { fr: 'Grottes', en: 'Caves' },
      requiredStatement: { value: { und: 'A library' } },
      rights: 'http://rightsstatements.org/vocab/NoC-OKLR/1.0/',
    });
    expect(result.document.nodes).toMatchObject([{ label: { und: 'f. 1' }, summary: { en: 'A gloss' } }]);
    expect(result.document.assets).toMatchObject([{ kind: 'picture', direction: 'ltr' }]);
    expect(lossAt(result, '/sequences/0/canvases/0/otherContent/1')).toContain('does not lie beside');
    expect(lossAt(result, '/sequences/1')).toContain('another order');
  });
});

describe('what is no manifest', () => {
  it('is refused in words, whatever it is', async () => {
    const folder = makeFolder({});
    const page = { '@context': 'http://iiif.io/api/presentation/3/context.json', type: 'AnnotationPage', items: [] };
    await expect(importValid(page, { folder })).rejects.toThrow('is of the type “AnnotationPage”');
    await expect(importValid('[]', { folder })).rejects.toThrow('expected an object');
    await expect(importValid('', { folder })).rejects.toThrow('the file is empty');
  });
});
