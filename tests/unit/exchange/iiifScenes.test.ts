/** Scenes of IIIF 4: transforms, cameras, sounds and words become relics that stand, views and annotations. */
import { describe, expect, it } from 'vitest';
import type { ModelAsset } from '#document/schema.ts';
import { makeFolder, makeGlb } from '../../fixtures/foreignFolder.ts';
import { importValid, lossAt } from '../../fixtures/importing.ts';

const BASE = 'https://museum.example/iiif/chess';
const SCENE = `${BASE}/scene/1`;
const FILES = { 'pawn.glb': makeGlb(12, [-1, 0, -1], [1, 2, 1]), 'wind.mp3': 'x' };

const pawn = { id: `${BASE}/pawn.glb`, type: 'Model', format: 'model/gltf-binary', label: { en: ['Pawn'] } };

function at(x: number, y: number, z: number, source = SCENE) {
  return {
    type: 'SpecificResource',
    source: { id: source, type: 'Scene' },
    selector: [{ type: 'PointSelector', x, y, z }],
  };
}

function paint(name: string, body: object, target: object | string = { id: SCENE, type: 'Scene' }, more: object = {}) {
  return { id: `${BASE}/anno/${name}`, type: 'Annotation', motivation: ['painting'], body, target, ...more };
}

function manifest(painted: object[], annotations: object[] = [], more: object[] = []) {
  const scene = { id: SCENE, type: 'Scene', label: { en: ['Chess'] }, backgroundColor: '#99CCFF', items: [{ type: 'AnnotationPage', items: painted }] };
  return {
    '@context': 'http://iiif.io/api/presentation/4/context.json',
    id: `${BASE}/manifest.json`,
    type: 'Manifest',
    label: { en: ['Chess'] },
    items: [scene, ...more],
    annotations: [{ type: 'AnnotationPage', items: annotations }],
  };
} // prettier-ignore

const modelOf = ({ document }: Awaited<ReturnType<typeof importValid>>, index = 0) =>
  document.assets.filter((asset): asset is ModelAsset => asset.kind === 'model')[index];

describe('a scene', () => {
  it('stands models where transforms and point put them, the first transform done first', async () => {
    const rotate = { type: 'RotateTransform', x: 0, y: -90, z: 0 };
    const scale = { type: 'ScaleTransform', x: 2, y: 2, z: 2 };
    const move = { type: 'TranslateTransform', x: 0, y: 0, z: 3 };
    const result = await importValid(
      manifest([
        paint('plain', pawn),
        paint('moved', { type: 'SpecificResource', source: pawn, transform: [move, scale, rotate] }, at(1, 0, 0)),
      ]),
      { folder: makeFolder(FILES) },
    );
    const [plain, moved] = result.document.nodes[0]?.hotspots ?? [];
    expect(plain).toMatchObject({ kind: 'relic', label: { en: 'Pawn' }, stands: { position: [0, 0, 0] } });
    // Three to the front, twice as far, a quarter to the right seen from above: minus six along X, then one more.
    expect(moved).toMatchObject({ stands: { position: [-5, 0, 0], turn: 90, scale: 2 } });
    expect(result.document.assets.filter(({ kind }) => kind === 'model')).toHaveLength(1);
    expect(lossAt(result, '/items/0/backgroundColor')).toContain('own background');
  });

  it('turns the file where something lies on its side, since a hall stands things upright', async () => {
    const tipped = {
      type: 'SpecificResource',
      source: pawn,
      transform: [{ type: 'RotateTransform', x: 0, y: 0, z: -90 }],
    };
    const result = await importValid(manifest([paint('tipped', tipped, at(0, 1, 0))]), { folder: makeFolder(FILES) });
    const model = modelOf(result);
    expect(model?.boundingBox).toEqual({ min: [0, -1, -1], max: [2, 1, 1] });
    expect(model?.lods[0]?.uri).toMatch(/^models\/pawn-placed\.glb$/);
    expect(result.document.nodes[0]?.hotspots?.[0]).toMatchObject({ stands: { position: [0, 1, 0] } });
  });

  it('reads a camera as the first view of what it looks at', async () => {
    const camera = {
      id: `${BASE}/camera`,
      type: 'PerspectiveCamera',
      fieldOfView: 50,
      near: 1,
      lookAt: { id: `${BASE}/anno/pawn`, type: 'Annotation' },
    };
    const result = await importValid(manifest([paint('pawn', pawn, at(0, 0, 5)), paint('camera', camera, at(4, 1, 5))]), { folder: makeFolder(FILES) }); // prettier-ignore
    expect(modelOf(result)?.start).toEqual({ yaw: 90, pitch: 0, distance: 4, target: [0, 1, 0] });
    expect(result.losses.map(({ reason }) => reason).join()).toContain('how wide the camera sees');
  });

  it('lets a camera without a point look along −Z, turned by its transforms', async () => {
    const camera = {
      type: 'SpecificResource',
      source: { type: 'PerspectiveCamera' },
      transform: [{ type: 'RotateTransform', x: -90, y: 0, z: 0 }],
    };
    const result = await importValid(manifest([paint('pawn', pawn), paint('camera', camera, at(0, 6, 0))]), { folder: makeFolder(FILES) }); // prettier-ignore
    expect(modelOf(result)?.start).toEqual({ yaw: 0, pitch: 90, distance: 5, target: [0, 1, 0] });
  });

  it('hangs words on the relic that they are about, with the camera that they activate', async () => {
    const hidden = paint('view', { id: `${BASE}/c`, type: 'PerspectiveCamera' }, at(0, 2, 10), {
      behavior: ['hidden'],
    });
    const comment = {
      id: `${BASE}/comment`,
      type: 'Annotation',
      motivation: ['commenting'],
      body: { type: 'TextualBody', value: 'Its head', language: 'en' },
      target: at(0, 2, 0.5),
    };
    const activating = {
      id: `${BASE}/activate`, type: 'Annotation', motivation: ['activating'], target: { id: `${BASE}/comment`, type: 'Annotation' },
      body: { type: 'SpecificResource', source: { id: `${BASE}/anno/view`, type: 'Annotation' }, action: ['show', 'enable', 'select'] },
    }; // prettier-ignore
    const wrong = { ...comment, id: `${BASE}/slip`, target: at(0, 1, 1, `${BASE}/scene/of-another-name`) };
    const result = await importValid(manifest([paint('pawn', pawn), hidden], [comment, wrong, activating]), { folder: makeFolder(FILES) }); // prettier-ignore
    expect(modelOf(result)?.annotations).toMatchObject([
      { label: { en: 'Its head' }, target: { at: [0, 2, 0.5] }, view: { yaw: 0, distance: 10 } },
      { label: { en: 'Its head' }, target: { at: [0, 1, 1] } },
    ]);
  });

  it('hears emitters where they stand, and says what of them is lost', async () => {
    const source = { id: `${BASE}/wind.mp3`, type: 'Audio', format: 'audio/mp3', duration: 60 };
    const volume = { type: 'Quantity', unit: 'relative', quantityValue: 0.1 };
    const result = await importValid(
      manifest([
        paint('all', { type: 'AmbientAudio', source, volume }),
        paint('spot', { type: 'SpotAudio', source, angle: 45 }, at(-3, 0, -2)),
      ]),
      { folder: makeFolder(FILES) },
    );
    expect(result.document.nodes[0]?.sounds).toMatchObject([
      { kind: 'ambience', level: -20 },
      { kind: 'point', position: [-3, 0, -2] },
    ]);
    expect(result.losses.map(({ reason }) => reason).join()).toContain('cone of a sound');
  });

  it('holds another scene at every place where it stands, and ends where scenes hold each other', async () => {
    const inner = `${BASE}/scene/inner`;
    const nested = {
      id: inner, type: 'Scene', label: { en: ['Inner'] },
      items: [{ type: 'AnnotationPage', items: [paint('pawn', pawn, { id: inner, type: 'Scene' }), paint('loop', { id: inner, type: 'Scene' }, at(0, 0, 1, inner))] }],
    }; // prettier-ignore
    const body = { id: inner, type: 'Scene' };
    const result = await importValid(manifest([paint('left', body, at(-2, 0, 0)), paint('right', body, at(2, 0, 0))], [], [nested]), { folder: makeFolder(FILES) }); // prettier-ignore
    const stands = result.document.nodes[0]?.hotspots?.map(
      (hotspot) => hotspot.kind === 'relic' && hotspot.stands?.position,
    );
    expect(stands).toContainEqual([-2, 0, 0]);
    expect(stands).toContainEqual([2, 0, 0]);
    expect(result.losses.map(({ reason }) => reason).join()).toContain('too deep');
  });
});
