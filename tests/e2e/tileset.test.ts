import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { Document, NodeIO } from '@gltf-transform/core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NEEDS, REALDATA, hasRealdata } from './realdata.ts';
import type { OpenOptions, Report } from './tileset/page.ts';
import { type Picture, WANTS_SHEETS, writeSheet } from './tileset/sheet.ts';
import { type TilesetPage, type TilesetStage, openStage } from './tileset/stage.ts';

const SIZE = { width: 480, height: 360 };
/** A crater, written with Y up. */
const MARS = { uri: 'tiles3d/nasa-mars/tileset.json', up: 'y' } as const;

let stage: TilesetStage;
let opened: TilesetPage;

beforeAll(async () => {
  stage = await openStage(['tileset/page.html'], await makeFiles());
  opened = await stage.open('tileset/page.html', SIZE);
});
afterAll(() => stage?.close());
afterEach(() => {
  // A missing file is a line of the browser's own in its console; the renderer's would be another.
  const complaints = opened.complaints.splice(0).filter((text) => !text.includes('status of 404'));
  expect(complaints).toEqual([]);
  opened.requests.length = 0;
});

async function show(options: OpenOptions, view: readonly [number, number, number] = [0.6, 0.5, 1]): Promise<Report> {
  await opened.page.evaluate(
    ([o, v]) => {
      window.tilesetPlay.open(o);
      window.tilesetPlay.look(...v);
    },
    [options, view] as const,
  );
  return settled();
}

async function look(yaw: number, pitch: number, closeness: number): Promise<Report> {
  await opened.page.evaluate((v) => window.tilesetPlay.look(...v), [yaw, pitch, closeness] as const);
  return settled();
}

const settled = (): Promise<Report> => opened.page.evaluate(() => window.tilesetPlay.settled());

describe.skipIf(!hasRealdata)(`tilesets that others made${NEEDS}`, () => {
  it('all open, draw something where they say they are, and ask for nothing elsewhere', async () => {
    const names = listWholeTilesets().filter((name) => !MEANT_TO_FAIL.some((start) => name.startsWith(start)));
    expect(names.length).toBeGreaterThan(55);
    const pictures: Picture[] = [];
    for (const name of names) {
      const up = name.startsWith('nasa-mars') ? 'y' : 'z';
      const report = await show({ uri: `tiles3d/${name}`, up }, [0.6, 0.5, 1.6]);
      const expected = [...(ABSENT[name] ?? [])];
      expect(
        report.faults.map((fault) => fault.split(':', 1)[0]),
        name,
      ).toEqual(expected);
      if (name !== EMPTY) {
        expect(report.stats.tiles, name).toBeGreaterThan(0);
        expect(report.covered, name).toBeGreaterThan(0.001);
      }
      if (WANTS_SHEETS) pictures.push({ name, png: await opened.page.screenshot() });
    }
    if (WANTS_SHEETS) await writeSheet('tilesets', pictures);
  }, 300_000);
});

describe.skipIf(!hasRealdata)(`a tileset of which something is missing${NEEDS}`, () => {
  it('keeps the coarser tile where the finer one is absent, and says so once', async () => {
    const dragon = { uri: 'tiles3d/cesium/TilesetWithDiscreteLOD/tileset.json' };
    const far = await show(dragon);
    expect(far.faults).toEqual([]);
    const near = await look(0.6, 0.3, 6);
    const nearer = await look(0.9, 0.3, 8);
    expect(nearer.faults).toEqual([expect.stringMatching(/^dragon_high\.b3dm: the server answered 404/)]);
    expect(opened.requests.filter((file) => file.endsWith('dragon_high.b3dm'))).toHaveLength(1);
    expect(near.stats.triangles).toBeGreaterThan(far.stats.triangles);
    expect(nearer.stats.triangles).toBe(near.stats.triangles);
    expect(nearer.covered).toBeGreaterThan(0.1);
  });

  it.each([
    ['tileset-broken-root-content.json', 'root-non-existent.b3dm'],
    ['tileset-external-broken.json', 'nonexistent.json'],
  ])('shows everything else of %s, and says so once', async (name, absent) => {
    const whole = await show(MARS, [0.6, 0.6, 3]);
    const broken = await show({ ...MARS, uri: `tiles3d/nasa-mars/${name}` }, [0.6, 0.6, 3]);
    expect(broken.faults).toEqual([expect.stringContaining(absent)]);
    expect(broken.covered).toBeGreaterThan(whole.covered * 0.7);
    expect(broken.stats.triangles).toBeGreaterThan(whole.stats.triangles * 0.7);
  });

  it('ends with a message for each content where all of them are absent', async () => {
    const report = await show({ uri: 'tiles3d/failing-content-error/tileset.json' }, [0.6, 0.5, 30]);
    expect(report.faults.length).toBeGreaterThan(0);
    expect(new Set(report.faults).size).toBe(report.faults.length);
    for (const fault of report.faults) expect(fault).toMatch(/^[\w-]+\.b3dm: the server answered 404/);
  });

  it('stays empty and says why where the gate refuses it', async () => {
    for (const name of HOSTILE) {
      const report = await show({ uri: `crafted/tiles3d/${name}` });
      expect(report.faults, name).toHaveLength(1);
      expect(report.stats.tiles, name).toBe(0);
      expect(report.drawn.triangles, name).toBe(0);
    }
    expect((await show({ uri: 'no-such-folder/tileset.json' })).faults).toEqual([expect.stringContaining('404')]);
    expect((await show({ uri: 'https://attacker.example/tileset.json' })).faults[0]).toMatch(/names a protocol/);
  });
});

const HOSTILE = ['deep_3000', 'implicit_64_levels', 'nan_error', 'pingpong/tileset', 'self_reference/tileset'].map(
  (name) => `${name}.json`,
);

describe.skipIf(!hasRealdata)(`a tileset in a budget${NEEDS}`, () => {
  const BUDGET = { triangles: 30_000, gpuBytes: 12e6 };

  it('never draws nor keeps more than it may, wherever one looks, and comes to rest', async () => {
    await show({ ...MARS, budget: BUDGET }, [0.6, 0.6, 2]);
    for (const closeness of [4, 12, 40, 1, 8]) {
      const report = await look(closeness, 0.6, closeness);
      expect(report.faults).toEqual([]);
      expect(report.drawn.triangles).toBeGreaterThan(0);
      expect(report.most.triangles).toBeLessThanOrEqual(BUDGET.triangles);
      expect(report.most.gpuBytes).toBeLessThanOrEqual(BUDGET.gpuBytes);
    }
  });

  it('becomes finer where it may take more', async () => {
    const poor = await show({ ...MARS, budget: BUDGET }, [0.6, 0.6, 8]);
    await opened.page.evaluate(() => window.tilesetPlay.setBudget({ triangles: 3e6, gpuBytes: 512e6 }));
    const rich = await settled();
    expect(rich.stats.triangles).toBeGreaterThan(poor.stats.triangles * 1.2);
  });

  it('draws no frame while nothing moves or loads', async () => {
    const before = await show(MARS, [0.6, 0.6, 2]);
    await opened.page.waitForTimeout(1_000);
    const after = await opened.page.evaluate(() => window.tilesetPlay.report());
    expect(after.framesDrawn).toBe(before.framesDrawn);
  });

  it('frees everything when it is closed, also while it loads', async () => {
    await opened.page.evaluate(() => window.tilesetPlay.close());
    const { held } = await opened.page.evaluate(() => window.tilesetPlay.report());
    await show(MARS, [0.6, 0.6, 2]);
    await show({ uri: 'tiles3d/cesium-specs/Tilesets/TilesetWithExternalResources/tileset.json' });
    await opened.page.evaluate((mars) => window.tilesetPlay.open(mars), MARS);
    await expect
      .poll(() => opened.requests.filter((file) => file.endsWith('.b3dm')).length, { timeout: 30_000 })
      .toBeGreaterThan(3);
    await opened.page.evaluate(() => window.tilesetPlay.close());
    await opened.page.waitForTimeout(500);
    expect((await opened.page.evaluate(() => window.tilesetPlay.report())).held).toEqual(held);
  });
});

describe.skipIf(!hasRealdata)(`tiles that are compressed${NEEDS}`, () => {
  it.each(['draco', 'meshopt-quantized', 'ktx2-etc1s', 'webp'])('are drawn as others are: %s', async (way) => {
    const report = await show({ uri: `made/${way}.json` }, [0.5, 0.4, 1]);
    expect(report.faults).toEqual([]);
    expect(report.drawn.triangles).toBe(682);
    expect(report.covered).toBeGreaterThan(0.02);
    // The skin of an avocado is green and brown: a texture that failed would be white or black.
    const [red = 0, green = 0, blue = 0] = report.colour;
    expect(Math.max(red, green)).toBeGreaterThan(40);
    expect(blue).toBeLessThan(Math.max(red, green) * 0.8);
  });
});

describe('a tileset', () => {
  it('names the makers of what is seen, those of most tiles first', async () => {
    const report = await show({ uri: 'made/credits.json' });
    expect(report.faults).toEqual([]);
    expect(report.stats.attributions).toEqual(['Survey of Caves', 'Maker A', 'Maker B']);
    expect(report.stats.tiles).toBe(2);
    // One of its two tiles has two contents.
    expect(report.drawn).toMatchObject({ calls: 3, triangles: 3 });
  });

  it('shows a part that is for those within it to them alone', async () => {
    const outside = await show({ uri: 'made/within.json' });
    const within = await look(0.6, 0.5, 20);
    expect([outside.stats.tiles, within.stats.tiles]).toEqual([1, 2]);
  });

  it('stands upright on the origin where that is wanted, and as it is written otherwise', async () => {
    const around = (report: Report) => [...report.shown.min, ...report.shown.max].map((value) => Math.round(value));
    // A triangle from (10, 20, 30) to (12, 20, 33) in metres, Z up, in a box around (11, 20, 32) of 4 by 4 by 6.
    expect(around(await show({ uri: 'made/place.json' }))).toEqual([-1, -2, 0, 1, 1, 0]);
    expect(around(await show({ uri: 'made/place.json', isCentred: false }))).toEqual([10, 30, -20, 12, 33, -20]);
    expect(around(await show({ uri: 'made/place.json', up: 'y' }))).toEqual([-1, 0, -2, 1, 0, 1]);
    const { bounds } = await show({ uri: 'made/place.json' });
    expect(bounds).toEqual({ min: [-2, -3, -2], max: [2, 3, 2] });
  });

  it.skipIf(!hasRealdata)(`on the globe is turned so that up is away from it${NEEDS}`, async () => {
    const report = await show({ uri: 'tiles3d/cesium-specs/Tilesets/Tileset/tileset.json' });
    const [x = 0, y = 0, z = 0] = report.shown.max.map((value, i) => value - (report.shown.min[i] ?? 0));
    // Houses on a plain: much wider than high.
    expect(y).toBeLessThan(Math.min(x, z) / 2);
  });
});

/** Small tilesets of our own: one triangle a tile. */
async function makeFiles(): Promise<Map<string, string | Uint8Array>> {
  const box = [11, 20, 32, 2, 0, 0, 0, 2, 0, 0, 0, 3];
  const tile = { boundingVolume: { box }, geometricError: 0 };
  const children = [
    { ...tile, contents: [{ uri: 'a.glb' }, { uri: 'b.glb' }] },
    { ...tile, content: { uri: 'a.glb' } },
  ];
  const credits = {
    asset: { version: '1.1', copyright: 'Survey of Caves' },
    geometricError: 10,
    root: { ...tile, geometricError: 5, refine: 'ADD', children },
  };
  const place = {
    asset: { version: '1.0', gltfUpAxis: 'Z' },
    root: { ...tile, refine: 'ADD', content: { uri: 'a.glb' } },
  };
  const within = {
    ...credits,
    root: {
      ...credits.root,
      children: [
        { ...tile, content: { uri: 'a.glb' } },
        { ...tile, content: { uri: 'b.glb' }, viewerRequestVolume: { sphere: [11, 20, 32, 4] } },
      ],
    },
  };
  const avocado = { boundingVolume: { box: [0, 0, 0.03, 0.03, 0, 0, 0, 0.03, 0, 0, 0, 0.035] }, geometricError: 0 };
  const compressed = ['draco', 'meshopt-quantized', 'ktx2-etc1s', 'webp'].flatMap(
    (way): [string, string | Uint8Array][] => {
      const root = { ...avocado, refine: 'ADD', content: { uri: `${way}.glb` } };
      const file = path.join(REALDATA, `derived/avocado-${way}.glb`);
      if (!hasRealdata) return [];
      return [[`${way}.json`, JSON.stringify({ asset: { version: '1.1' }, root })], [`${way}.glb`, readFileSync(file)]]; // prettier-ignore
    },
  );
  return new Map<string, string | Uint8Array>([
    ...compressed,
    ['within.json', JSON.stringify(within)],
    ['credits.json', JSON.stringify(credits)],
    ['place.json', JSON.stringify(place)],
    ['a.glb', await triangle('Maker A')],
    ['b.glb', await triangle('Maker B')],
  ]);
}

async function triangle(copyright: string): Promise<Uint8Array> {
  const document = new Document();
  document.getRoot().getAsset().copyright = copyright;
  const buffer = document.createBuffer();
  const corners = new Float32Array([10, 20, 30, 12, 20, 30, 12, 20, 33]);
  const position = document.createAccessor().setType('VEC3').setArray(corners).setBuffer(buffer);
  const mesh = document.createMesh().addPrimitive(document.createPrimitive().setAttribute('POSITION', position));
  document.createScene().addChild(document.createNode().setMesh(mesh));
  return new NodeIO().writeBinary(document);
}

/** Those that no other one includes: a part of a tileset may lie elsewhere without the rest. */
function listWholeTilesets(): string[] {
  const folder = path.join(REALDATA, 'tiles3d');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  const included = names.flatMap((name) => {
    const uris = readFileSync(path.join(folder, name), 'utf8').matchAll(/"ur[il]"\s*:\s*"([^"?]+\.json)/g);
    return [...uris].map(([, uri = '']) => path.join(path.dirname(name), uri));
  });
  return names.filter((name) => !included.includes(name)).sort();
}

const MEANT_TO_FAIL = ['failing-content-error/'];
const EMPTY = 'cesium-specs/Tilesets/TilesetGlobal/tileset.json';
const ABSENT: Readonly<Record<string, readonly string[]>> = {
  'nasa-mars/tileset-broken-root-content.json': ['root-non-existent.b3dm'],
  'nasa-mars/tileset-external-broken.json': ['nonexistent.json'],
};
