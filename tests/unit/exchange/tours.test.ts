/** Tours of other panorama viewers become places: each viewer's angles, tiles and links in ours, script left alone. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PanoramaAsset } from '#document/schema.ts';
import type { ImportResult } from '#exchange/result.ts';
import { openFolder } from '#pipeline/check/openFolder.ts';
import { makeFolder, pngHead } from '../../fixtures/foreignFolder.ts';
import { importValid, lossAt } from '../../fixtures/importing.ts';
import { hasRealData, REAL_DATA, titleOf } from '../../fixtures/realData.ts';

const SPHERE = pngHead(4096, 2048);
const FACE = pngHead(512, 512);

function sourceAt({ document }: ImportResult, index = 0) {
  const panoramas = document.assets.filter((asset): asset is PanoramaAsset => asset.kind === 'panorama');
  return panoramas[index]?.layers[0]?.source;
}

describe('a Pannellum tour', () => {
  const tour = {
    default: { firstScene: 'hall', author: 'A. Photographer', sceneFadeDuration: 1000, hfov: 90 },
    scenes: {
      hall: {
        title: 'The <i>hall</i>', type: 'equirectangular', panorama: 'hall.png', yaw: 190, pitch: -10, northOffset: 30,
        hotSpots: [
          { yaw: 90, pitch: 5, type: 'scene', sceneId: 'cube', text: 'On', targetYaw: 3 },
          { yaw: -20, pitch: -12, type: 'info', text: 'A statue', URL: 'https://museum.example/statue', attributes: { onclick: 'x()' } },
          { yaw: 0, pitch: 0, type: 'info', text: 'Bad', URL: 'javascript:x()' },
          { yaw: 0, pitch: 0, type: 'scene', sceneId: 'gone' },
        ],
      },
      cube: { type: 'cubemap', cubeMap: ['0', '1', '2', '3', '4', '5'].map((face) => `f${face}.png`) },
      far: { panorama: 'https://other.example/p.jpg' },
      part: { panorama: 'part.png', haov: 120 },
    },
  }; // prettier-ignore
  const folder = makeFolder({ 'hall.png': SPHERE, 'part.png': pngHead(3000, 1000), ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((n) => [`f${n}.png`, FACE])) }); // prettier-ignore

  it('keeps its angles, and makes its horizontal field of view vertical', async () => {
    const { document } = await importValid(tour, { folder });
    expect(document.start).toBe('hall');
    const [hall, cube] = document.nodes;
    expect(hall).toMatchObject({
      label: { und: 'The hall' },
      heading: 30,
      start: { yaw: -170, pitch: -10, fov: 58.7155 },
    });
    expect(hall?.links).toEqual([{ to: 'cube', target: { yaw: 90, pitch: 5 }, label: { und: 'On' } }]);
    expect(hall?.hotspots?.[0]).toMatchObject({
      target: { yaw: -20, pitch: -12 },
      body: { und: 'A statue\n\n(https://museum.example/statue)' },
    });
    expect(cube?.id).toBe('cube');
  });

  it('takes its faces as front, right, back, left, up, down', async () => {
    const result = await importValid(tour, { folder });
    expect(sourceAt(result, 1)).toEqual({ type: 'cube-faces', size: 512, faces: { f: 'f0.png', r: 'f1.png', b: 'f2.png', l: 'f3.png', u: 'f4.png', d: 'f5.png' } }); // prettier-ignore
  });

  it('tells what it left out', async () => {
    const result = await importValid(tour, { folder });
    expect(lossAt(result, '/scenes/far/panorama')).toContain('lies elsewhere');
    expect(lossAt(result, '/scenes/part/haov')).toContain('grotto tile');
    expect(lossAt(result, '/scenes/hall/hotSpots/1/attributes')).toContain('markup');
    expect(lossAt(result, '/scenes/hall/hotSpots/2/URL')).toContain('no link that a visitor may follow');
    expect(lossAt(result, '/scenes/hall/hotSpots/3')).toContain('gone');
    expect(lossAt(result, '/scenes/hall/hotSpots/0/targetYaw')).toContain('on arrival');
    expect(lossAt(result, '/default/sceneFadeDuration')).toBeDefined();
  });

  it.skipIf(!hasRealData)(titleOf('takes over the viewer’s own examples: a tour, a cube, a pyramid'), async () => {
    const root = path.join(REAL_DATA, 'pano/pannellum');
    const read = async (name: string) =>
      importValid(new Uint8Array(readFileSync(path.join(root, name))), { folder: await openFolder(root), name });
    const example = await read('example-tour.json');
    expect(example.document.nodes.map(({ id, links }) => [id, links?.map(({ to }) => to)])).toEqual([
      ['pondcube', ['pond']],
      ['pond', ['pondcube']],
    ]);
    const pyramid = await read('example-multires.json');
    expect(sourceAt(pyramid)).toMatchObject({
      template: 'multires/{z}/{f}{x}{y}.png',
      levels: [256, 512, 1024, 2048],
      firstLevel: 1,
    });
    const own = await openFolder(root);
    const present = await Promise.all(pyramid.files.map(({ from }) => own.hasFile(from)));
    expect([pyramid.files.length, present.filter((is) => is).length]).toEqual([510, 510]);
  });
});

describe('a configuration of Photo Sphere Viewer', () => {
  it('reads numbers as radians and texts by their unit, in nodes as in markers', async () => {
    const document = {
      plugins: [
        ['VirtualTourPlugin', {
          startNodeId: '2',
          nodes: [
            { id: '1', panorama: 'one.png', name: 'One', links: [{ nodeId: '2', position: { yaw: Math.PI / 2, pitch: '-10deg' } }, { nodeId: '3' }], markers: [
              { id: 'm', position: { yaw: '1.5707963267948966rad', pitch: 0 }, tooltip: 'A door', content: '<p>Old</p>', html: '' },
              { id: 'px', position: { textureX: 1, textureY: 2 }, tooltip: 'In pixels' },
              { id: 'wall', polygon: [[0, 0], ['10deg', 0], ['10deg', '10deg']], tooltip: { content: 'A wall' }, image: 'pin.png' },
            ] },
            { id: '2', panorama: { left: 'l.png', front: 'f.png', right: 'r.png', back: 'b.png', top: 'u.png', bottom: 'd.png' }, caption: 'Two', defaultYaw: -Math.PI / 4 },
          ],
        }],
      ],
      navbar: ['zoom'],
    }; // prettier-ignore
    const folder = makeFolder({
      'one.png': SPHERE,
      ...Object.fromEntries([...'frblud'].map((face) => [`${face}.png`, FACE])),
    });
    const result = await importValid(document, { folder });
    expect(result.format).toBe('photo-sphere-viewer');
    const [one, two] = result.document.nodes;
    expect(result.document.start).toBe(two?.id);
    expect(one?.links).toEqual([{ to: two?.id, target: { yaw: 90, pitch: -10 } }]);
    expect(one?.hotspots).toMatchObject([
      { id: 'm', target: { yaw: 90, pitch: 0 }, label: { und: 'A door' }, body: { und: 'Old' } },
      {
        id: 'wall',
        area: [
          [0, 0],
          [10, 0],
          [10, 10],
        ],
      },
    ]);
    expect(two?.start).toEqual({ yaw: -45, pitch: 0 });
    expect(sourceAt(result, 1)).toMatchObject({ type: 'psv-cubemap', paths: { front: 'f.png', left: 'l.png', top: 'u.png' } }); // prettier-ignore
    expect(lossAt(result, '/plugins/0/1/nodes/0/markers/1/position')).toContain('no direction');
    expect(lossAt(result, '/plugins/0/1/nodes/0/links/1')).toContain('leads to no place');
  });

  it('keeps the tiles of a whole sphere as they lie, with the small picture to begin with', async () => {
    const document = { panorama: { width: 8192, cols: 16, rows: 8, baseUrl: 'base.png', tileUrl: '{col}_{row}.jpg' }, caption: 'A', navbar: false }; // prettier-ignore
    const result = await importValid(document, { folder: makeFolder({ 'base.png': SPHERE }) });
    expect(sourceAt(result)).toEqual({
      type: 'psv-equirect-tiles', tileUrl: '{x}_{y}.jpg', levels: [{ width: 8192, cols: 16, rows: 8 }], baseUrl: 'base.png', baseWidth: 4096,
    }); // prettier-ignore
    expect(result.files).toHaveLength(16 * 8 + 1);
    expect(result.files).toContainEqual({ from: '15_7.jpg', to: '15_7.jpg' });
  });

  it('leaves out tiles that nobody could lay out', async () => {
    const document = { panorama: { width: 8192, cols: 0, rows: 8, tileUrl: '{col}_{row}.jpg' }, caption: 'A', navbar: false }; // prettier-ignore
    const { document: made, losses } = await importValid(document, { folder: makeFolder({}) });
    expect(made.assets.some(({ kind }) => kind === 'panorama')).toBe(false);
    expect(losses.length).toBeGreaterThan(0);
  });
});

describe('the data of a Marzipano tour', () => {
  const data = {
    name: 'Caves',
    scenes: [
      {
        id: '0-hall', name: 'Hall', faceSize: 1024,
        levels: [{ tileSize: 256, size: 256, fallbackOnly: true }, { tileSize: 512, size: 512 }, { tileSize: 512, size: 1024 }],
        initialViewParameters: { yaw: Math.PI / 2, pitch: 0.1745329, fov: Math.PI / 3 },
        linkHotspots: [{ yaw: 0, pitch: Math.PI / 6, rotation: 0, target: '1-gone' }],
        infoHotspots: [{ yaw: -Math.PI / 2, pitch: -Math.PI / 18, title: 'Above', text: 'A <b>flag</b>' }],
      },
    ],
    settings: { mouseViewMode: 'drag' },
  }; // prettier-ignore
  const folder = makeFolder({ 'tiles/0-hall/preview.jpg': pngHead(256, 1536) });

  it('is read between its braces without being run; pitch is turned upward', async () => {
    const script = `var APP_DATA = ${JSON.stringify(data)};\n`;
    const result = await importValid(script, { folder, name: 'data.js' });
    expect(result.document.nodes[0]).toMatchObject({
      start: { yaw: 90, pitch: -10, fov: 60 },
      hotspots: [{ target: { yaw: -90, pitch: 10 }, label: { und: 'Above' }, body: { und: 'A flag' } }],
    });
    expect(sourceAt(result)).toEqual({
      type: 'cube-tiles', template: 'tiles/0-hall/{z}/{f}/{y}/{x}.jpg', tileSize: 512, levels: [512, 1024], firstLevel: 1,
      preview: { uri: 'tiles/0-hall/preview.jpg', faceSize: 256, order: 'bdflru' },
    }); // prettier-ignore
    expect(lossAt(result, '/scenes/0/linkHotspots/0')).toContain('1-gone');
    expect(lossAt(result, '/settings')).toContain('own interface');
  });

  it('is refused where it is script', async () => {
    await expect(importValid('var APP_DATA = { scenes: makeScenes() };', { folder, name: 'data.js' })).rejects.toThrow(
      'no plain data',
    );
    await expect(importValid('alert(1)', { folder, name: 'data.js' })).rejects.toThrow('expected data between braces');
  });
});

describe('a krpano tour', () => {
  const tour = `<?xml version="1.0"?>
<krpano version="1.21" title="Caves" onstart="startup();">
  <include url="skin/vtourskin.xml" />
  <!-- a comment <scene> -->
  <scene name="scene_hall" title="Hall &amp; door" onstart="" heading="90" thumburl="panos/t.jpg">
    <view hlookat="-90" vlookat="12" fovtype="VFOV" fov="70" maxpixelzoom="2.0" />
    <preview url="panos/hall.tiles/preview.jpg" />
    <image><cube url="panos/hall.tiles/%s/l%l/%v/l%l_%s_%v_%h.jpg" multires="512,640,1280" /></image>
    <hotspot name="spot1" style="skin_hotspotstyle" ath="30" atv="20" linkedscene="scene_cube" />
    <hotspot name="spot2" ath="0" atv="-5" tooltip="An arch" onclick="openurl('https://x.example')" />
    <hotspot name="spot3" ath="0" atv="0" onclick="looktohotspot()" />
  </scene>
  <scene name="scene_cube" title="Cube"><image><cube url="panos/cube/%s.jpg" /></image></scene>
  <scene name="scene_sphere"><image><sphere url="%SWFPATH%/panos/sphere.jpg" /></image></scene>
  <action name="startup">loadscene(scene_hall);</action>
</krpano>`;
  const folder = makeFolder({
    'panos/hall.tiles/preview.jpg': pngHead(256, 1536), 'panos/sphere.jpg': SPHERE,
    ...Object.fromEntries([...'frblud'].map((face) => [`panos/cube/${face}.jpg`, FACE])),
  }); // prettier-ignore

  it('is read as data: scenes, pictures, views; what grows downward is turned upward', async () => {
    const result = await importValid(tour, { folder, name: 'tour.xml' });
    const [hall] = result.document.nodes;
    expect(hall).toMatchObject({
      label: { und: 'Hall & door' }, heading: 90, start: { yaw: -90, pitch: -12, fov: 70 },
      links: [{ to: 'scene_cube', target: { yaw: 30, pitch: -20 } }],
      hotspots: [{ target: { yaw: 0, pitch: 5 }, body: { und: 'An arch' } }],
    }); // prettier-ignore
    expect(sourceAt(result)).toEqual({
      type: 'cube-tiles', template: 'panos/hall.tiles/{f}/l{z}/{y}/l{z}_{f}_{y}_{x}.jpg', tileSize: 512, levels: [640, 1280],
      firstLevel: 1, firstIndex: 1, preview: { uri: 'panos/hall.tiles/preview.jpg', faceSize: 256, order: 'lfrbud' },
    }); // prettier-ignore
    expect(result.document.nodes).toHaveLength(3);
  });

  it('leaves script alone and says so', async () => {
    const result = await importValid(tour, { folder, name: 'tour.xml' });
    expect(lossAt(result, '/action')).toContain('is script');
    expect(lossAt(result, '/include')).toContain('another file');
    expect(lossAt(result, '/scene/0/hotspot/1/onclick')).toContain('is script');
    expect(lossAt(result, '/scene/0/hotspot/2')).toContain('only by script');
  });

  it('reads no document type, no other root, no endless depth', async () => {
    const bomb = '<!DOCTYPE krpano [<!ENTITY a "b">]><krpano><scene name="&a;"/></krpano>';
    await expect(importValid(bomb, { folder }, 'krpano')).rejects.toThrow('document type');
    await expect(importValid('<other/>', { folder }, 'krpano')).rejects.toThrow('<krpano>');
    await expect(importValid('<krpano>' + '<a>'.repeat(100), { folder })).rejects.toThrow('within each other');
    const odd = await importValid('<krpano><scene name="__proto__"><image><sphere url="panos/sphere.jpg"/></image></scene><__proto__ a="1"/></wrong>', { folder }); // prettier-ignore
    expect(odd.document.nodes).toHaveLength(1);
    expect(lossAt(odd, '/__proto__')).toBeDefined();
  });
});
