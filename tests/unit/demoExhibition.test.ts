import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import { describeFault } from '#document/fault.ts';
import type { Exhibition, LanguageMap } from '#document/schema.ts';
import { composeExhibition } from '#demo/exhibition/compose.ts';
import { directionTo } from '#demo/exhibition/directions.ts';
import { RELIC_TEXTS } from '#demo/exhibition/relics.ts';
import { SOURCES } from '#demo/exhibition/sources.ts';
import { nameOf } from '#demo/relics/model/gltf.ts';
import { RELIC_IDS, RESTORATION_STATES } from '#demo/relics/relic.ts';
import { SITE, toPlace } from '#demo/site/site.ts';
import { planHall } from '#tour/gallery/planHall.ts';

const PICTURES = ['as-found', 'restored', 'line-drawing', 'lamp-light'];
const PLACES = ['terrace', 'hall', 'pillar', 'chamber'];

const FACTS = {
  size: [0.18, 0.2, 0.18],
  low: [-0.09, 0, -0.09],
  high: [0.09, 0.2, 0.09],
  triangles: 60_000,
  bytes: 1_234_567,
  textures: [{ name: 'colour', side: 2048, bytes: 100 }],
} as const;

let folder = '';
let exhibition: Exhibition;

async function drawPicture(uri: string, width: number, height: number): Promise<void> {
  const file = path.join(folder, uri);
  await mkdir(path.dirname(file), { recursive: true });
  await sharp({ create: { width, height, channels: 3, background: '#8d4a36' } })
    .webp()
    .toFile(file);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'grotto-exhibition-'));
  for (const place of PLACES) {
    for (const picture of PICTURES) {
      if (picture === 'lamp-light' && place !== 'hall') continue;
      const base = `panoramas/${place}/${picture}`;
      await mkdir(path.join(folder, base, '0'), { recursive: true });
      await drawPicture(`${base}/preview.webp`, 16, 96);
      await drawPicture(`${base}/poster.webp`, 64, 40);
    }
  }
  await drawPicture('scroll/preview.webp', 300, 13);
  await drawPicture('pictures/caisson.webp', 100, 100);
  const files = [];
  for (const id of RELIC_IDS) {
    for (const state of id === 'celadon-vase' ? RESTORATION_STATES : [undefined]) {
      const name = nameOf({ id, ...(state && { state }) });
      await drawPicture(`pictures/relics/${name}.webp`, 90, 90);
      files.push({ id, ...(state && { state }), file: `${id}/${name}.glb`, ...FACTS });
    }
  }
  exhibition = await composeExhibition(folder, files);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function* languageMaps(value: unknown): Generator<LanguageMap> {
  if (typeof value !== 'object' || value === null) return;
  if ('zh-Hans' in value || 'en' in value) yield value as LanguageMap;
  else for (const child of Object.values(value)) yield* languageMaps(child);
}

describe('the document of the demonstration', () => {
  it('is sound: nothing to mend, to warn of or to translate', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(exhibition));
    const { faults } = await checkExhibition(bytes, null);
    expect(faults.map(describeFault)).toEqual([]);
  });

  it('says everything in Chinese and in English, each in its own script', () => {
    const maps = [...languageMaps(exhibition)];
    expect(maps.length).toBeGreaterThan(150);
    const titles = new Set<string>();
    for (const { 'zh-Hans': zh = '', en = '' } of maps) {
      if (zh === en) titles.add(en);
      else {
        expect(zh, en).toMatch(/\p{Script=Han}/u);
        expect(en).not.toMatch(/\p{Script=Han}/u);
      }
    }
    // What reads alike in both languages is a list of books.
    for (const title of titles) expect(title.split('; ').every((book) => isSource(book))).toBe(true);
  });

  it('has a node for every picture of every place, and ways between them', () => {
    expect(exhibition.nodes.filter(({ id }) => id !== 'gallery').map(({ id }) => id)).toEqual(
      PLACES.flatMap((place) =>
        ['as-found', 'lamp-light', 'restored', 'line-drawing']
          .filter((picture) => picture !== 'lamp-light' || place === 'hall')
          .map((picture) => `${place}-${picture}`),
      ),
    );
    const hall = exhibition.nodes.find(({ id }) => id === 'hall-restored');
    expect(hall?.links?.map(({ to }) => to).sort()).toEqual([
      'hall-as-found',
      'hall-lamp-light',
      'hall-line-drawing',
      'terrace-restored',
    ]);
    // By lamplight one comes out into the dusk as it was found.
    const lamps = exhibition.nodes.find(({ id }) => id === 'hall-lamp-light');
    expect(lamps?.links?.map(({ to }) => to)).toContain('terrace-as-found');
  });

  it('leads through a door in the direction in which the door lies', () => {
    const terrace = exhibition.nodes.find(({ id }) => id === 'terrace-as-found');
    for (const place of ['hall', 'pillar', 'chamber'] as const) {
      const { door, origin } = SITE[place];
      const site = [origin[0] + door.sill[2], origin[1] + door.sill[1], origin[2] - door.sill[0]] as const;
      const there = toPlace(SITE.terrace, site);
      const { yaw } = directionTo(SITE.terrace.eye, { point: there });
      const link = terrace?.links?.find(({ to }) => to === `${place}-as-found`);
      expect(link?.target?.yaw).toBeCloseTo(yaw, 0);
    }
  });

  it('marks every restoration as conjecture and everything as made by program', () => {
    for (const asset of exhibition.assets) {
      if (asset.kind !== 'panorama') continue;
      for (const layer of asset.layers) {
        expect(layer.digitalSourceType).toBe('algorithmicMedia');
        expect(layer.requiredStatement !== undefined).toBe(layer.kind === 'restored');
      }
    }
  });

  it('shows every relic, one of them in three states, with its source, its size and what it weighs', () => {
    const caves = exhibition.nodes.filter(({ id }) => id !== 'gallery');
    const labels = caves.flatMap((node) => node.hotspots ?? []).filter(({ id }) => id.startsWith('relic-'));
    const states = RESTORATION_STATES.map((state) => nameOf({ id: 'celadon-vase', state }));
    const names = [...RELIC_IDS.filter((id) => id !== 'celadon-vase'), ...states, 'scroll'];
    expect(labels.map(({ id }) => id.slice(6)).sort()).toEqual(names.sort());
    expect(RELIC_TEXTS.map(({ id }) => id).sort()).toEqual([...RELIC_IDS].sort());
    for (const label of labels) expect(label.facts?.some((fact) => fact.label['en'] === 'After')).toBe(true);
    const disc = labels.find(({ id }) => id === 'relic-jade-disc');
    expect(disc?.facts?.find((fact) => fact.label['en'] === 'Size')?.value['en']).toBe('20 cm high, 18 cm wide');
    const vase = exhibition.assets.find(({ id }) => id === 'celadon-vase-completed');
    expect(vase).toMatchObject({
      requiredStatement: { label: { en: 'Conjecture' } },
      lods: [{ uri: 'models/celadon-vase/celadon-vase-completed.glb', bytes: 1_234_567, textureSize: 2048 }],
    });
  });

  it('has a hall beside the terrace in which every relic stands once, labelled as where it was found', () => {
    const gallery = exhibition.nodes.find(({ id }) => id === 'gallery');
    const terrace = exhibition.nodes.find(({ id }) => id === 'terrace-as-found');
    expect(terrace?.links?.some(({ to }) => to === 'gallery')).toBe(true);
    expect(gallery?.links?.map(({ to }) => to)).toEqual(['terrace-as-found']);
    const plan = planHall(exhibition, gallery);
    expect(plan?.exhibits.map(({ assetId }) => assetId)).toEqual([...RELIC_IDS]);
    for (const hotspot of gallery?.hotspots ?? []) {
      const original = exhibition.nodes.flatMap(({ hotspots = [] }) => hotspots).find(({ id }) => id === hotspot.id);
      expect(original).toMatchObject({ label: hotspot.label, body: hotspot.kind === 'relic' ? hotspot.body : null });
    }
  });

  it('has two tours whose steps look at what they open', () => {
    expect(exhibition.tours?.map(({ id, steps }) => [id, steps.length])).toEqual([
      ['three-caves', 8],
      ['what-time-did', 6],
    ]);
    for (const step of exhibition.tours?.flatMap(({ steps }) => steps) ?? []) {
      const hotspot = exhibition.nodes.find(({ id }) => id === step.at)?.hotspots?.find(({ id }) => id === step.show);
      if (hotspot?.target) expect(step.look).toMatchObject(hotspot.target);
      expect(step.minSeconds).toBeGreaterThan(5);
    }
  });
});

function isSource(book: string): boolean {
  return Object.values<string>(SOURCES).includes(book);
}
