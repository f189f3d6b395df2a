/** Smithsonian Voyager documents become halls: units, poses, cameras and tours in metres and our angles. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ModelAsset } from '#document/schema.ts';
import { hasRealData, REAL_DATA, titleOf } from '../../fixtures/realData.ts';
import { makeFolder, makeGlb, pngHead } from '../../fixtures/foreignFolder.ts';
import { importValid, lossAt } from '../../fixtures/importing.ts';

const half = Math.SQRT1_2;

function makeDocument() {
  const derivative = (quality: string, uri: string, usage = 'Web3D') => ({
    usage,
    quality,
    assets: [{ uri, type: 'Model', byteSize: 1, numFaces: 1, imageSize: 1024 }],
  });
  return {
    asset: { type: 'application/si-dpo-3d.document+json', version: '1.0', generator: 'Voyager', copyright: '© A Museum' },
    scene: 0,
    scenes: [{ nodes: [0, 1], setup: 0, meta: 0, units: 'cm' }],
    nodes: [
      { name: 'Vase', model: 0 },
      { name: 'Lights', children: [2] },
      { name: 'Lamp', light: 0 },
    ],
    lights: [{ type: 'directional', intensity: 1 }],
    metas: [
      {
        collection: { titles: { EN: 'A vase', FR: 'Un vase' }, edanRecordId: 'x-1' },
        articles: [
          { id: 'a1', titles: { EN: 'The potter' }, uris: { EN: 'articles/potter.html' } },
          { id: 'a2', title: 'Elsewhere', uri: 'https://other.example/a.html' },
        ],
        images: [{ uri: 'render-high.png', quality: 'High', usage: 'Render' }],
        audio: [{ id: 's1', name: 'x', uris: { EN: 'sounds/hello.mp3' } }],
        leadArticle: 0,
      },
    ],
    models: [
      {
        units: 'mm',
        derivatives: [
          derivative('High', 'high.glb'),
          derivative('Thumb', 'thumb.glb'),
          derivative('AR', 'ar.usdz', 'iOSApp3D'),
        ],
        // A quarter turn about X: what was up (+Y) comes to look forward (+Z).
        rotation: [half, 0, 0, half],
        translation: [0, 0, 500],
        annotations: [
          { id: 'n1', titles: { EN: 'Rim' }, leads: { EN: '<b>Thin</b> & fine' }, articleId: 'a1', audioId: 's1', viewId: 'v1', position: [0, 100, 0], direction: [0, 1, 0], tags: ['a'] },
          { id: 'n2', title: 'Nowhere' },
        ],
      },
    ],
    setups: [
      {
        navigation: { type: 'Orbit', orbit: { orbit: [-30, 90, 0], offset: [0, 10, 150], pivot: [0, 0, 20] } },
        background: { style: 'Solid' },
        snapshots: {
          features: ['navigation'],
          targets: ['scenes/0/setup/navigation/orbit', 'scenes/0/setup/navigation/offset', 'scenes/0/setup/viewer/exposure'],
          states: [{ id: 'v1', values: [[0, -45, 0], [0, 0, 20], 1] }, { id: 't1', values: [[-90, 0, 0], [0, 0, 300], 2] }],
        },
        tours: [{ titles: { EN: 'Around it' }, steps: [{ id: 't1', titles: { EN: 'From above' } }, { id: 'gone', title: 'Lost' }] }],
      },
    ],
  }; // prettier-ignore
}

const FILES = {
  'high.glb': makeGlb(400, [-100, 0, -50], [100, 200, 50]),
  'thumb.glb': makeGlb(40, [-100, 0, -50], [100, 200, 50]),
  'render-high.png': pngHead(800, 600),
  'articles/potter.html': '<h1>Her name</h1><p>was <a href="javascript:x()">not</a> kept.</p><script>alert(1)</script>',
  'sounds/hello.mp3': 'x',
};

describe('a Voyager document', () => {
  it('becomes a relic in a hall, with a ladder in metres and its pose in the file', async () => {
    const result = await importValid(makeDocument(), { folder: makeFolder(FILES), name: 'vase.svx.json' });
    const { document, files } = result;
    const model = document.assets.find((asset): asset is ModelAsset => asset.kind === 'model');
    expect(document.label).toEqual({ en: 'A vase', fr: 'Un vase' });
    expect(document.requiredStatement?.value).toEqual({ und: '© A Museum' });
    expect(model?.lods.map(({ quality, triangles, textureSize }) => [quality, triangles, textureSize])).toEqual([
      ['thumb', 40, 1024],
      ['high', 400, 1024],
    ]);
    // 200 mm of height are turned forward, and moved 500 mm.
    expect(model?.boundingBox).toEqual({ min: [-0.1, -0.05, 0.5], max: [0.1, 0.05, 0.7] });
    expect(model?.poster).toEqual({ uri: 'render-high.png', width: 800, height: 600 });
    const step = model?.lods[0];
    const file = files.find(({ to }) => to === step?.uri);
    expect(file?.from).toBe('thumb.glb');
    const rest = (FILES['thumb.glb'].length ?? 0) - (file?.begin?.replaces ?? 0);
    expect(step?.bytes).toBe((file?.begin?.head.length ?? 0) + rest);
    expect(new DataView(file?.begin?.head.buffer ?? new ArrayBuffer(12)).getUint32(8, true)).toBe(step?.bytes);
  });

  it('keeps annotations with their article, sound and view, in the same frame as the file', async () => {
    const { document } = await importValid(makeDocument(), { folder: makeFolder(FILES) });
    const model = document.assets.find((asset): asset is ModelAsset => asset.kind === 'model');
    expect(model?.annotations).toEqual([
      {
        id: 'rim',
        label: { en: 'Rim' },
        body: { en: 'Thin & fine\n\nHer name\n\nwas not kept.' },
        sound: 'sounds/hello.mp3',
        target: { type: 'point', at: [0, 0, 0.6] },
        view: { yaw: -45, pitch: 0, distance: 0.2 },
      },
    ]);
  });

  it('reads where the camera stands: yaw to the right of the front, pitch upward, metres', async () => {
    const { document } = await importValid(makeDocument(), { folder: makeFolder(FILES) });
    const model = document.assets.find((asset): asset is ModelAsset => asset.kind === 'model');
    const start = model?.start;
    expect(start).toMatchObject({ yaw: 90, pitch: 30, distance: 1.5 });
    // From the pivot, ten centimetres up along the camera's own axis, which leans back by 30° while it stands at +X.
    expect(start?.target?.map((value) => Math.round(value * 1000) / 1000)).toEqual([-0.05, 0.087, 0.2]);
    const [tour] = document.tours ?? [];
    expect(tour?.steps.map(({ narration, relic }) => [narration, relic?.view])).toEqual([
      [{ en: 'From above' }, { yaw: 0, pitch: 90, distance: 3 }],
      [{ und: 'Lost' }, undefined],
    ]);
  });

  it('tells everything it could not take along, each with its place, and keeps it', async () => {
    const result = await importValid(makeDocument(), { folder: makeFolder(FILES) });
    expect(lossAt(result, '/metas/0/articles/1/uri')).toContain('lies elsewhere');
    expect(lossAt(result, '/metas/0/articles/0/uris/EN')).toContain('<script> and what it holds');
    expect(lossAt(result, '/models/0/derivatives/2')).toContain('iOSApp3D AR');
    expect(lossAt(result, '/models/0/annotations/1')).toContain('Nowhere');
    expect(lossAt(result, '/models/0/annotations/0/direction')).toContain('has no place');
    expect(lossAt(result, '/setups/0/snapshots/targets/2')).toContain('viewer/exposure');
    expect(lossAt(result, '/setups/0/tours/0/steps/1/id')).toContain('gone');
    expect(lossAt(result, '/nodes/2/light')).toContain('light');
    expect(lossAt(result, '/metas/0/collection/edanRecordId')).toContain('edanRecordId');
    const kept = (result.document as unknown as { 'x-import': { kept: { path: string; value: unknown }[] } })[
      'x-import'
    ].kept;
    expect(kept).toContainEqual({ path: '/metas/0/articles/1/uri', value: 'https://other.example/a.html' });
  });

  it('ends neither in a circle of nodes nor at an index that leads nowhere', async () => {
    const document = makeDocument();
    document.nodes[0] = { name: 'Vase', model: 7, children: [0, 99] } as never;
    const result = await importValid(document, { folder: makeFolder(FILES) });
    expect(lossAt(result, '/nodes/0')).toContain('own ancestor');
    expect(lossAt(result, '/nodes/99')).toContain('no such node');
    expect(result.document.nodes[0]?.hotspots?.map(({ kind }) => kind)).toEqual(['text', 'text']);
  });
});

describe('the template that Voyager ships', () => {
  it.skipIf(!hasRealData)(
    titleOf('has no model, so it becomes an empty hall that says what was left out'),
    async () => {
      const bytes = readFileSync(path.join(REAL_DATA, 'tours/voyager/default.svx.json'));
      const result = await importValid(new Uint8Array(bytes), { folder: makeFolder({}), name: 'default.svx.json' });
      expect(result.document.nodes).toHaveLength(1);
      expect(lossAt(result, '/setups/0/slicer')).toContain('visitors cut for themselves');
    },
  );
});
