/** Tiles that other viewers' tools have cut, opened as they lie: the right one, upright, in every direction. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { normalize, type Vec3 } from '#shared/vec.ts';
import type { ForeignSource } from '#sources/panorama/foreign/schema.ts';
import { facePoint } from '#streaming/pyramid/cube.ts';
import { FACES } from '#streaming/pyramid/pyramid.ts';
import { hasRealData, REAL_DATA } from '../fixtures/realData.ts';
import { launchBrowser } from './browser.ts';
import { cutFolder } from './foreignTiles/cutFolder.ts';
import { colourOf } from './panorama/charts.ts';
import { directionThrough, type Point } from './panorama/directions.ts';
import type { PlayView } from './panorama/play.ts';
import { openVisit, type Visit } from './visit.ts';

const WIDTH = 480;
const HEIGHT = 360;
/** The middle of each of five faces or nearly so, with their edges and corners in view. */
const VIEWS: readonly PlayView[] = [[0, 0], [95, 25], [180, -10], [-70, 65], [30, -70]].map(([yaw = 0, pitch = 0]) => ({ yaw, pitch, fov: 60 })); // prettier-ignore
const POINTS: readonly Point[] = Array.from({ length: 48 }, (_, i) => [((i % 8) + 0.5) / 8, (Math.floor(i / 8) + 0.5) / 6]); // prettier-ignore

/** Photographs that others cut, where they are there. */
const REAL: Record<string, ForeignSource> = {
  'real-cube': {
    type: 'pannellum-multires',
    basePath: 'cube-pyramid',
    path: '/%l/%s/%y/%x',
    extension: 'jpg',
    tileResolution: 512,
    maxLevel: 3,
    cubeResolution: 1024,
  },
  'real-sphere': {
    type: 'psv-equirect-tiles',
    tileUrl: 'equirect-tiles/{x}_{y}.jpg',
    width: 2048,
    cols: 16,
    rows: 8,
  },
};

let browser: Browser;
let folder: string;
let visit: Visit;
let sources: Record<string, ForeignSource>;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'grotto-foreign-'));
  sources = await cutFolder(folder);
  if (hasRealData) {
    for (const name of ['cube-pyramid', 'equirect-tiles']) {
      cpSync(path.join(REAL_DATA, 'derived', name), path.join(folder, name), { recursive: true });
    }
    Object.assign(sources, REAL);
  }
  const names = Object.keys(sources);
  const exhibition = {
    formatVersion: 1, id: 'foreign', label: { en: 'Foreign' }, defaultLanguage: 'en', languages: ['en'],
    assets: names.map((id) => ({
      kind: 'panorama', id, label: { en: id },
      layers: [{ id: 'only', kind: 'as-found', label: { en: id }, source: sources[id] }],
    })),
    nodes: names.map((id) => ({ id, label: { en: id }, asset: id })),
  }; // prettier-ignore
  writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(exhibition));
  browser = await launchBrowser();
  visit = await openVisit(browser, {
    exhibition: folder,
    path: '?play=picture',
    viewport: { width: WIDTH, height: HEIGHT },
    reducedMotion: true,
  });
  await visit.page.waitForFunction(() => window.grotto !== undefined);
});
afterAll(async () => {
  await visit?.close();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The colours of the sharp picture at the points. */
async function look(node: string, view: PlayView): Promise<number[][]> {
  await visit.page.evaluate(
    async ([id, at]) => {
      await window.grotto?.goTo(id, at);
      await window.grotto?.whenSharp();
    },
    [node, view] as const,
  );
  const shot = await visit.page.screenshot();
  const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
  return POINTS.map(([x, y]) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
    return [...data.subarray(at, at + 3)];
  });
}

const directionsOf = (view: PlayView): Vec3[] =>
  POINTS.map((point) => normalize(directionThrough(point, view, WIDTH, HEIGHT)));

function worst(found: readonly number[][], expected: readonly (readonly number[])[]): number {
  return Math.max(
    ...found.flatMap((colour, i) => colour.map((value, k) => Math.abs(value - (expected[i]?.[k] ?? 999)))),
  );
}

it('show every direction at the level due, upright and not mirrored, whatever viewer they were cut for', async () => {
  for (const node of Object.keys(sources).filter((name) => !(name in REAL))) {
    for (const view of VIEWS) {
      const expected = directionsOf(view).map(colourOf);
      // A frame that is drawn takes a moment to come to the screen.
      await expect
        .poll(async () => worst(await look(node, view), expected), {
          timeout: 60_000,
          message: `${node} ${JSON.stringify(view)}`,
        })
        .toBeLessThanOrEqual(3);
    }
  }
  visit.expectQuiet();
});

it.skipIf(!hasRealData)('show photographs as their own files have them', async () => {
  const raw = (file: string, width: number) =>
    sharp(path.join(folder, file)).resize(width).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const cube = await Promise.all(FACES.map((face) => raw(`cube-pyramid/1/${face}/0/0.jpg`, 64)));
  const base = await raw('equirect-tiles/base.jpg', 256);
  const colourIn = ({ data, info }: (typeof cube)[number], u: number, v: number) => {
    const [x, y] = [Math.min(info.width - 1, Math.floor(u * info.width)), Math.min(info.height - 1, Math.floor(v * info.height))];
    return [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
  }; // prettier-ignore
  const photographs = {
    'real-cube': (direction: Vec3) => {
      const { face, u, v } = facePoint(direction);
      return colourIn(cube[face]!, u, v);
    },
    'real-sphere': ([x, y, z]: Vec3) => colourIn(base, Math.atan2(x, -z) / (2 * Math.PI) + 0.5, 0.5 - Math.asin(y) / Math.PI),
  }; // prettier-ignore
  for (const [node, colourAt] of Object.entries(photographs)) {
    for (const view of VIEWS.slice(1, 4)) {
      const found = await look(node, view);
      const mean = (expected: readonly number[][]) =>
        found.flatMap((colour, i) => colour.map((value, k) => Math.abs(value - (expected[i]?.[k] ?? 999)))).reduce((sum, one) => sum + one, 0) / (found.length * 3);
      const directions = directionsOf(view);
      const asItIs = mean(directions.map(colourAt));
      const mirrored = mean(directions.toReversed().map(colourAt));
      expect(asItIs, `${node} ${JSON.stringify(view)}`).toBeLessThan(Math.min(25, mirrored));
    }
  } // prettier-ignore
  visit.expectQuiet();
});
