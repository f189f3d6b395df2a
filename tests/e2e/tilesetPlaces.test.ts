import { readFileSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition, TilesetAsset } from '#document/schema.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { boxGlb } from '../fixtures/boxModel.ts';
import { boxTileset } from '../fixtures/boxTileset.ts';
import { makeHall } from '../fixtures/hall.ts';
import { greyPng16 } from '../fixtures/png16.ts';
import { type HallPage, type HallPageOptions, type HallStage, openHallStage } from './gallery/stage.ts';
import { NEEDS, REALDATA, hasRealdata } from './realdata.ts';

const WALL: readonly number[] = [143, 61, 202];
const GREEN = [0, 0.6, 0] as const;
const EYE = 1.6;
const [WIDTH, HEIGHT] = [512, 256];
const MAKERS = ['Survey of Caves', 'Coarse Maker', 'Left Maker', 'Right Maker'] as const;
/** Wider than a plinth, and as large as its document says. */
const SIZE = [1, 0.8, 0.4] as const;
const BOX: NonNullable<TilesetAsset['boundingBox']> = { min: [-0.5, -0.4, -0.2], max: [0.5, 0.4, 0.2] };
const SHEETS = path.join(tmpdir(), 'grotto-sheets');

let stage: HallStage;
let opened: HallPage | null = null;
/** What the browser itself says of a file that is missing on purpose. */
let expected: RegExp | null = null;

beforeAll(async () => {
  stage = await openHallStage();
  const [r = 0, g = 0, b = 0] = WALL;
  const wall = { create: { width: WIDTH, height: HEIGHT, channels: 3 as const, background: { r, g, b } } };
  stage.files.set('wall.png', await sharp(wall).png().toBuffer());
  // A pillar from −30° to 0° at two metres, before a wall at six.
  const millimetresAt = (x: number): number => {
    const yaw = ((x + 0.5) / WIDTH - 0.5) * 360;
    return yaw > -30 && yaw < 0 ? 2_000 : 6_000;
  };
  stage.files.set('depth.png', greyPng16(WIDTH, HEIGHT, millimetresAt));
  await serve('box', await boxTileset({ size: SIZE, colour: GREEN, makers: MAKERS }));
  await serve('broken', await boxTileset({ size: SIZE, colour: GREEN, isBroken: true }));
  stage.files.set('model.glb', await boxGlb({ min: [-0.2, 0, -0.2], max: [0.2, 0.4, 0.2], colour: [0.4, 0.1, 0.1] }));
  await mkdir(SHEETS, { recursive: true });
});
afterAll(() => stage?.close());
afterEach(async () => {
  const last = opened;
  opened = null;
  await last?.close();
  const complaints = (last?.complaints ?? []).filter((text) => !expected?.test(text));
  expected = null;
  expect(complaints).toEqual([]);
});

function serve(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [name, bytes] of files) stage.files.set(`${folder}/${name}`, bytes);
  return Promise.resolve();
}

const label = { en: 'Thing' };

function tilesetOf(folder: string, extra: Partial<TilesetAsset> = {}): TilesetAsset {
  return { kind: 'tileset', id: folder, label, uri: `${folder}/tileset.json`, boundingBox: BOX, ...extra };
}

/** The tileset four metres ahead of the visitor, its middle at the height of the eyes. */
function makeCave(tileset: TilesetAsset): Exhibition {
  const source = { type: 'equirect-image' as const, uri: 'wall.png', width: WIDTH, height: HEIGHT };
  const at: [number, number, number] = [10, EYE, 20];
  return {
    formatVersion: 1,
    id: 'cave',
    label,
    defaultLanguage: 'en',
    languages: ['en'],
    assets: [
      {
        kind: 'panorama',
        id: 'walls',
        label,
        layers: [{ id: 'main', kind: 'as-found', label, source }],
        depth: { uri: 'depth.png', width: WIDTH, height: HEIGHT },
      },
      tileset,
    ],
    nodes: [
      {
        id: 'here',
        label,
        asset: 'walls',
        position: at,
        hotspots: [{ kind: 'relic', id: 'thing', label, model: tileset.id, stands: { position: [10, EYE, 16] } }],
        links: [{ to: 'there' }],
      },
      { id: 'there', label, asset: 'walls', position: [10, EYE, 40] },
    ],
  };
}

interface EnterOptions extends HallPageOptions {
  readonly tileBytes?: number;
  readonly relicClass?: 'desktop' | 'phone' | 'headset';
}

async function enter(exhibition: Exhibition, nodeId: string, options: EnterOptions = {}) {
  const { tileBytes, relicClass, ...size } = options;
  opened = await stage.open(size);
  const { page, requests } = opened;
  const wishes = { ...(tileBytes !== undefined && { tileBytes }), ...(relicClass && { relicClass }) };
  const open = { exhibition, nodeId, baseUrl: `${stage.origin}/files/`, ...wishes };
  await page.evaluate((o) => window.hallPlay.open(o), open);
  const colour = (left: number, top: number, width: number, height: number) =>
    page.evaluate((part) => window.hallPlay.meanOf(...part), [left, top, width, height] as const);
  const look = (yaw: number, pitch: number, fov: number) =>
    page.evaluate(([y, p, f]) => window.hallPlay.look(y, p, f), [yaw, pitch, fov] as const);
  const faults = () => page.evaluate(() => window.hallPlay.faults);
  const makers = () => page.evaluate(() => [...window.hallPlay.tour.store.getState().attributions.values()].flat());
  const gpuBytes = () => page.evaluate(() => window.hallPlay.stats().textureBytes['tilesets'] ?? NaN);
  return { page, requests, colour, look, faults, makers, gpuBytes };
}

const isWall = (colour: readonly number[]) => colour.every((value, k) => Math.abs(value - (WALL[k] ?? 0)) < 6);
const isGreen = ([red = 0, green = 0, blue = 0]: readonly number[]) => green > 120 && red < 40 && blue < 40;

describe('a tileset in a cave', () => {
  it('is hidden where a pillar is nearer, and stands where it is said to in its own size', async () => {
    const { look, colour, faults, page } = await enter(makeCave(tilesetOf('box')), 'here');
    await look(0, 0, 40);
    // It reaches 7° to both sides and 6° up and down; a degree is about 8.6 pixels of 360.
    expect(isWall(await colour(0.42, 0.47, 0.06, 0.06))).toBe(true);
    expect(isGreen(await colour(0.52, 0.4, 0.05, 0.2))).toBe(true);
    expect(isWall(await colour(0.6, 0.47, 0.06, 0.06))).toBe(true);
    expect(isWall(await colour(0.52, 0.2, 0.05, 0.1))).toBe(true);
    expect(await faults()).toEqual([]);
    await page.screenshot({ path: path.join(SHEETS, 'tileset-cave.png') });
  });

  it('names its makers while it is seen, those of the tiles that are shown', async () => {
    const { page, look, makers, gpuBytes } = await enter(makeCave(tilesetOf('box')), 'here');
    await look(3, 0, 40);
    expect(await makers()).toEqual([MAKERS[0], MAKERS[1]]);
    await look(3, 0, 20);
    expect([...(await makers())].sort()).toEqual([MAKERS[0], MAKERS[2], MAKERS[3]].sort());
    expect(await gpuBytes()).toBeGreaterThan(0);
    await page.evaluate(() => window.hallPlay.tour.commands.goTo('there'));
    await page.evaluate(() => window.hallPlay.whenSharp());
    expect(await makers()).toEqual([]);
    expect(await gpuBytes()).toBe(0);
  });

  it('opens its label at a tap and is taken up at the next, but not through the pillar', async () => {
    const { page, look } = await enter(makeCave(tilesetOf('box')), 'here');
    const pick = () => page.evaluate(() => window.hallPlay.pickAhead());
    await look(-3, 0, 40);
    expect(await pick()).toBe(false);
    await look(3, 0, 40);
    expect([await pick(), await pick()]).toEqual([true, true]);
    expect(await page.evaluate(() => window.hallPlay.tour.store.getState().relic?.assetId)).toBe('box');
  });

  it('keeps the coarser tile where a finer one is missing, and says so once', async () => {
    expected = /404/;
    const { look, colour, faults } = await enter(makeCave(tilesetOf('broken')), 'here');
    await look(3, 0, 10);
    expect(isGreen(await colour(0.4, 0.4, 0.2, 0.2))).toBe(true);
    await look(4, 0, 8);
    expect(await faults()).toEqual([expect.stringMatching(/^assets\.broken\/gone\.glb: gone\.glb: .*404/)]);
  });

  it('leaves its place empty where its tileset.json is missing; the visit goes on and comes to rest', async () => {
    expected = /404/;
    const { look, colour, faults, page } = await enter(makeCave(tilesetOf('nowhere')), 'here');
    await look(3, 0, 40);
    expect(isWall(await colour(0.52, 0.2, 0.05, 0.1))).toBe(true);
    expect(await faults()).toEqual([expect.stringMatching(/^assets\.nowhere\/tileset\.json: .*404/)]);
    expect(await page.evaluate(() => window.hallPlay.pool.faultOf('thing'))).toMatch(/404/);
  });

  it('is there again after the GPU was lost', async () => {
    const { page, look, colour, faults } = await enter(makeCave(tilesetOf('box')), 'here');
    await look(3, 0, 40);
    await page.evaluate(async () => {
      const canvas = document.querySelector('canvas') as HTMLCanvasElement;
      const gl = canvas.getContext('webgl2') as WebGL2RenderingContext;
      const lose = gl.getExtension('WEBGL_lose_context');
      const restored = new Promise((resolve) => canvas.addEventListener('webglcontextrestored', resolve));
      lose?.loseContext();
      await new Promise((resolve) => setTimeout(resolve, 200));
      lose?.restoreContext();
      await restored;
    });
    await look(3, 0, 40);
    expect(isGreen(await colour(0.48, 0.45, 0.05, 0.1))).toBe(true);
    expect(await faults()).toEqual([]);
    expected = /Context Lost|Context Restored/;
  });
});

/** A hall of the box, of one that is nowhere, and of some models. */
function makeTiledHall(tilesets: readonly TilesetAsset[]): Exhibition {
  const exhibition = makeHall({ sizes: [[0.4, 0.4, 0.4], [0.4, 0.4, 0.4], [0.4, 0.4, 0.4]] }); // prettier-ignore
  for (const asset of exhibition.assets)
    if (asset.kind === 'model') for (const lod of asset.lods) lod.uri = 'model.glb';
  exhibition.assets.push(...tilesets);
  const node = exhibition.nodes[1];
  if (node) {
    const relics = tilesets.map(({ id }) => ({ kind: 'relic' as const, id: `the-${id}`, label, model: id }));
    node.hotspots = [...relics, ...(node.hotspots ?? [])];
  }
  return exhibition;
}

async function standBefore(exhibition: Exhibition, hotspotId: string, page: HallPage['page']): Promise<void> {
  const exhibit = planHall(exhibition, exhibition.nodes[1])?.exhibits.find((one) => one.hotspotId === hotspotId);
  if (!exhibit) throw new Error('it is not in the hall');
  const [x, y, z] = exhibit.middle;
  const { viewpoint } = exhibit;
  const far = Math.hypot(x - viewpoint.x, z - viewpoint.z);
  const yaw = (Math.atan2(x - viewpoint.x, viewpoint.z - z) * 180) / Math.PI;
  const pitch = (Math.atan2(y - 1.6, far) * 180) / Math.PI;
  await page.evaluate(([sx, sz]) => window.hallPlay.stand(sx, sz), [viewpoint.x, viewpoint.z] as const);
  await page.evaluate(([a, b]) => window.hallPlay.look(a, b, 50), [yaw, pitch] as const);
}

describe('a tileset in a hall', () => {
  it('stands on its plinth among models, in the size that the document says; a missing one is told', async () => {
    expected = /404/;
    const exhibition = makeTiledHall([tilesetOf('box'), tilesetOf('nowhere')]);
    const { page, colour, faults, makers } = await enter(exhibition, 'hall');
    await standBefore(exhibition, 'the-box', page);
    await page.screenshot({ path: path.join(SHEETS, 'tileset-hall.png') });
    expect(isGreen(await colour(0.47, 0.45, 0.06, 0.1))).toBe(true);
    expect(await makers()).toContain(MAKERS[0]);
    expect(await faults()).toEqual([expect.stringMatching(/^assets\.nowhere\/tileset\.json: .*404/)]);
  });

  it.skipIf(!hasRealdata)(
    `never takes more together with models than all may, wherever one looks${NEEDS}`,
    async () => {
      const folder = path.join(REALDATA, 'tiles3d/nasa-mars');
      for (const name of readdirSync(folder)) stage.files.set(`mars/${name}`, readFileSync(path.join(folder, name)));
      const box: NonNullable<TilesetAsset['boundingBox']> = { min: [-161.6, -32.2, -121], max: [161.6, 32.2, 121] };
      const exhibition = makeTiledHall([tilesetOf('mars', { up: 'y', boundingBox: box })]);
      // Thirty megabytes are left for relics of what a headset has, beside its panels and 256 posters.
      const posterBytes = (96 ** 2 * 4 * 256 * 4) / 3;
      const tileBytes = Math.floor(192 * 2 ** 20 * 0.9) - posterBytes - 30e6;
      const wishes = { tileBytes, relicClass: 'headset', width: 320, height: 180 } as const;
      const { page, look, faults } = await enter(exhibition, 'hall', wishes);
      const peak = () => page.evaluate(() => window.hallPlay.peak);
      await standBefore(exhibition, 'the-mars', page);
      await page.screenshot({ path: path.join(SHEETS, 'tileset-hall-mars.png') });
      await look(40, -10, 30);
      await look(160, 0, 90);
      await standBefore(exhibition, 'relic-1', page);
      const { most, budget } = await peak();
      expect(budget).toEqual({ triangles: 600_000, draws: 80, gpuBytes: 30e6 });
      expect(most.triangles).toBeLessThanOrEqual(budget.triangles);
      expect(most.draws).toBeLessThanOrEqual(budget.draws);
      expect(most.gpuBytes).toBeLessThanOrEqual(budget.gpuBytes);
      // And it makes use of what it may.
      expect(most.gpuBytes).toBeGreaterThan(budget.gpuBytes / 5);
      expect(await faults()).toEqual([]);
    },
  );
});
