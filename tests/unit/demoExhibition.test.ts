import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { isInside } from '#shared/polygon.ts';
import { directionOf } from '#shared/vec.ts';
import { readArea } from '#document/area.ts';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import { describeFault } from '#document/fault.ts';
import type { Exhibition, LanguageMap } from '#document/schema.ts';
import { composeExhibition } from '#demo/exhibition/compose.ts';
import { directionTo } from '#demo/exhibition/directions.ts';
import { RELIC_TEXTS } from '#demo/exhibition/relics.ts';
import { SOURCES } from '#demo/exhibition/sources.ts';
import { folderOf } from '#demo/relics/ladder.ts';
import { nameOf } from '#demo/relics/model/gltf.ts';
import { RELIC_IDS, RESTORATION_STATES } from '#demo/relics/relic.ts';
import { SITE, toPlace } from '#demo/site/site.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { standingOf } from '#tour/relic/standing.ts';

const PICTURES = ['as-found', 'restored', 'line-drawing', 'lamp-light'];
const PLACES = ['terrace', 'hall', 'pillar', 'chamber'];

const FACTS = {
  size: [0.18, 0.2, 0.18],
  low: [-0.09, 0, -0.09],
  high: [0.09, 0.2, 0.09],
} as const;
const WEIGHT = { bytes: 1_234_567, triangles: 60_000, draws: 1, textureSize: 2048, gpuBytes: 50_000_000 };

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
      const which = { id, ...(state && { state }) };
      await drawPicture(`pictures/relics/${nameOf(which)}.webp`, 90, 90);
      const lods = [{ quality: 'high' as const, uri: `${folderOf(which)}/high.glb`, ...WEIGHT }];
      files.push({ ...which, ...FACTS, lods });
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

  it('outlines areas that its marks stand in, none of them all around', () => {
    const hotspots = exhibition.nodes.flatMap((node) => (node.hotspots ?? []).map((hotspot) => ({ node, hotspot })));
    const outlined = hotspots.filter(({ hotspot }) => hotspot.area);
    expect(new Set(outlined.map(({ node }) => node.asset))).toEqual(new Set(['hall', 'pillar', 'chamber']));
    expect(outlined.length).toBeGreaterThan(12);
    for (const { node, hotspot } of outlined) {
      const { polygon } = readArea(hotspot.area ?? []);
      const { yaw, pitch } = hotspot.target ?? { yaw: NaN, pitch: NaN };
      const direction = directionOf(toRadians(yaw), toRadians(pitch));
      expect(polygon && isInside(polygon, direction), `${node.id} ${hotspot.id}`).toBe(true);
    }
    // The caisson is 1.8 m wide and 3 m above the eye, less the lean of the walls.
    const caisson = outlined.find(({ hotspot }) => hotspot.id === 'caisson')?.hotspot.area ?? [];
    const lowest = Math.min(...caisson.map(([, pitch]) => pitch));
    expect(lowest).toBeGreaterThan(toDegrees(Math.atan(3 / Math.hypot(0.9, 1.2))) - 1);
    expect(lowest).toBeLessThan(toDegrees(Math.atan(3 / Math.hypot(0.9, 1.2))) + 2.5);
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

  it('shows every relic once, with its source, its size and what it weighs, one of them in three states', () => {
    const caves = exhibition.nodes.filter(({ id }) => id !== 'gallery');
    const labels = caves.flatMap((node) => node.hotspots ?? []).filter(({ id }) => id.startsWith('relic-'));
    expect(labels.map(({ id }) => id.slice(6)).sort()).toEqual([...RELIC_IDS, 'scroll'].sort());
    expect(RELIC_TEXTS.map(({ id }) => id).sort()).toEqual([...RELIC_IDS].sort());
    for (const label of labels) expect(label.facts?.some((fact) => fact.label['en'] === 'After')).toBe(true);
    const disc = labels.find(({ id }) => id === 'relic-jade-disc');
    expect(disc?.facts?.find((fact) => fact.label['en'] === 'Size')?.value['en']).toBe('20 cm high, 18 cm wide');
    const lods = (folder: string) => [{ uri: `models/${folder}/high.glb`, ...WEIGHT }];
    expect(exhibition.assets.find(({ id }) => id === 'celadon-vase')).toMatchObject({
      stateKind: 'reassembled',
      lods: lods('celadon-vase'),
      states: [
        { id: 'as-found', kind: 'as-found', lods: lods('celadon-vase/as-found') },
        {
          id: 'completed',
          kind: 'conjectural',
          requiredStatement: { label: { en: 'Conjecture' } },
          lods: lods('celadon-vase/completed'),
        },
      ],
    });
  });

  it('puts up what its pictures do not show already, its front to the visitor, within four metres of the eye', () => {
    const standing = exhibition.nodes.flatMap((node) =>
      (node.hotspots ?? []).flatMap((hotspot) => {
        const stand = hotspot.kind === 'relic' ? standingOf(node, hotspot) : null;
        return stand && hotspot.target ? [{ id: hotspot.id, ...stand, yaw: hotspot.target.yaw }] : [];
      }),
    );
    expect(standing.map(({ id }) => id).sort()).toEqual(
      RELIC_IDS.filter((id) => id !== 'ritual-tripod' && id !== 'bronze-bell')
        .map((id) => `relic-${id}`)
        .sort(),
    );
    for (const { id, position, turn, yaw } of standing) {
      const [x, y, z] = position;
      const away = Math.hypot(x, z);
      expect(away, id).toBeGreaterThan(1.5);
      expect(away, id).toBeLessThan(4);
      expect(y, id).toBeLessThan(-0.5);
      expect((Math.atan2(x, -z) * 180) / Math.PI, id).toBeCloseTo(yaw, 0);
      // Its front, seen from above, against the way to the eye.
      const facing = (Math.sin(turn) * -x + Math.cos(turn) * -z) / away;
      expect(facing, id).toBeGreaterThan(Math.cos((60 * Math.PI) / 180));
    }
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
      ['three-caves', 9],
      ['left-and-guessed', 9],
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
