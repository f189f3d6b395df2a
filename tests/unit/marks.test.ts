import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toDegrees } from '#shared/angle.ts';
import type { Exhibition, ExhibitionNode } from '#document/schema.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { listMarks } from '#tour/marks.ts';
import { makeHall } from '../fixtures/hall.ts';

const GROUND_TRUTH = new URL('../../../shared/realdata/derived/tour-cave/tour.json', import.meta.url);

function exhibit(nodes: ExhibitionNode[]): Exhibition {
  return {
    formatVersion: 1,
    id: 'e',
    label: { en: 'E' },
    defaultLanguage: 'en',
    languages: ['en', 'zh-Hans'],
    assets: [],
    nodes,
  };
}

const node = (id: string, rest: Partial<ExhibitionNode> = {}): ExhibitionNode => ({
  id,
  label: { en: `Room ${id}`, 'zh-Hans': `${id} 室` },
  asset: 'a',
  ...rest,
});

describe('the marks of a node', () => {
  it('stand where the document says, with the label in the visitor’s language', () => {
    const links = [
      { to: 'b', target: { yaw: 350, pitch: -10 } },
      { to: 'b', target: { yaw: 90, pitch: 0 }, label: { en: 'The back door' } },
    ];
    const hotspots = [
      { kind: 'text' as const, id: 'h', label: { en: 'Deer' }, body: { en: '…' }, target: { yaw: -20, pitch: 5 } },
    ];
    const marks = listMarks(exhibit([node('a', { links, hotspots }), node('b')]), 'a', 'zh-Hans');
    expect(marks.map(({ key, id, kind, label, language }) => [key, id, kind, label, language])).toEqual([
      ['link:b', 'b', 'link', 'b 室', 'zh-Hans'],
      ['link:b:2', 'b', 'link', 'The back door', 'en'],
      ['hotspot:h', 'h', 'hotspot', 'Deer', 'en'],
    ]);
    expect(marks.map(({ yaw, pitch }) => [toDegrees(yaw), toDegrees(pitch)].map(Math.round))).toEqual([
      [-10, -10],
      [90, 0],
      [-20, 5],
    ]);
  });

  it.each([
    ['north', 0, [0, 0, -4], 0],
    ['east', 0, [4, 0, 0], 90],
    ['east, from a picture that faces east', 90, [4, 0, 0], 0],
    ['north, from a picture that faces east', 90, [0, 0, -4], -90],
    ['south-west, from a picture that faces north-west', 315, [-4, 0, 4], -90],
  ] as const)('point to a node in the %s', (_name, heading, offset, yaw) => {
    const position = [10, 2, 20] as const;
    const there: [number, number, number] = [10 + offset[0], 2, 20 + offset[2]];
    const nodes = [
      node('a', { position: [...position], heading, links: [{ to: 'b' }] }),
      node('b', { position: there, heading: 123 }),
    ];
    const [mark] = listMarks(exhibit(nodes), 'a', 'en');
    expect(toDegrees(mark?.yaw ?? NaN)).toBeCloseTo(yaw, 9);
    expect(mark?.distance).toBeCloseTo(Math.hypot(...offset), 9);
    expect(toDegrees(mark?.floorPitch ?? NaN)).toBeCloseTo(toDegrees(-Math.atan(1.6 / Math.hypot(...offset))), 9);
  });

  it('of a hotspot with a position follow from it, at their true distance', () => {
    const base = { kind: 'text' as const, label: { en: 'H' }, body: { en: '…' } };
    const target = { yaw: 5, pitch: 6 };
    const hotspots = [
      { ...base, id: 'east', position: [13, 2, 20] as [number, number, number] },
      { ...base, id: 'below', position: [10, 0, 18] as [number, number, number] },
      { ...base, id: 'both', position: [13, 2, 20] as [number, number, number], target },
      { ...base, id: 'only', target },
    ];
    const marks = listMarks(exhibit([node('a', { position: [10, 2, 20], heading: 90, hotspots })]), 'a', 'en');
    const found = marks.map(({ yaw, pitch, distance, isInSpace }) => [
      Math.round(toDegrees(yaw)), Math.round(toDegrees(pitch)), distance && Number(distance.toFixed(3)), isInSpace,
    ]); // prettier-ignore
    expect(found).toEqual([
      [0, 0, 3, true],
      [-90, -45, 2.828, true],
      // Whoever says where a mark is, has the last word about its direction.
      [5, 6, 3, undefined],
      [5, 6, undefined, undefined],
    ]);
  });

  it('of an area stand in its middle, unless the document or a position says where', () => {
    const area: [number, number][] = [[170, -5], [-170, -5], [-170, 5], [170, 5]]; // prettier-ignore
    const base = { kind: 'text' as const, label: { en: 'H' }, body: { en: '…' }, area };
    const hotspots = [
      { ...base, id: 'middle' },
      { ...base, id: 'target', target: { yaw: 175, pitch: 2 } },
      { ...base, id: 'position', position: [0, 0, 3] as [number, number, number] },
    ];
    const marks = listMarks(exhibit([node('a', { position: [0, 0, 0], hotspots })]), 'a', 'en');
    expect(
      marks.map(({ yaw, pitch }) => [toDegrees(Math.abs(yaw)), toDegrees(pitch)].map((angle) => Math.round(angle) + 0)),
    ).toEqual([
      [180, 0],
      [175, 2],
      [180, 0],
    ]);
    for (const { area: seen } of marks) {
      expect(toDegrees(seen?.width ?? NaN)).toBeCloseTo(20, 1);
      expect(toDegrees(seen?.height ?? NaN)).toBeCloseTo(10.15, 1);
    }
    expect(marks.map(({ distance }) => distance)).toEqual([undefined, undefined, 3]);
  });

  it('leave out links that nothing places', () => {
    const nodes = [
      node('a', { position: [0, 0, 0], links: [{ to: 'b' }, { to: 'c' }, { to: 'gone' }] }),
      node('b'),
      node('c', { position: [0, 0, 0] }),
    ];
    expect(listMarks(exhibit(nodes), 'a', 'en')).toEqual([]);
    expect(listMarks(exhibit(nodes), 'gone', 'en')).toEqual([]);
  });
});

describe('the marks of a hall', () => {
  const exhibition = makeHall({
    sizes: [
      [0.2, 0.3, 0.2],
      [0.4, 0.4, 0.4],
    ],
  });

  it('lie where their relics and doors are, seen from where one stands', () => {
    const plan = planHall(exhibition, exhibition.nodes[1]);
    const [first] = plan?.exhibits ?? [];
    const [x, y, z] = first?.middle ?? [NaN, NaN, NaN];
    // A metre to the left of the first relic it is on the right, a little below the eyes.
    const marks = listMarks(exhibition, 'hall', 'zh-Hans', { x: x - 1, z });
    expect(marks.map(({ key, label }) => [key, label])).toEqual([
      ['link:yard', '院子'],
      ['hotspot:relic-0', '器物 0'],
      ['hotspot:relic-1', '器物 1'],
    ]);
    expect(toDegrees(marks[1]?.yaw ?? NaN)).toBeCloseTo(90, 6);
    expect(marks[1]?.pitch).toBeCloseTo(Math.atan(y - 1.6), 6);
  });

  it('are seen from the entrance where nobody says where one stands', () => {
    const marks = listMarks(exhibition, 'hall', 'en');
    expect(Math.abs(toDegrees(marks[0]?.yaw ?? NaN))).toBeCloseTo(180, 6);
    expect(marks[1]?.yaw).toBeLessThan(0);
    expect(marks[2]?.yaw).toBeGreaterThan(0);
  });
});

interface GroundTruth {
  nodes: {
    id: string;
    position: [number, number, number];
    links: { to: string; yaw: number; pitch: number; distance: number }[];
  }[];
}

const hasTruth = existsSync(GROUND_TRUTH);
describe.skipIf(!hasTruth)(`the measured cave${hasTruth ? '' : ' (skipped: shared/realdata is not here)'}`, () => {
  it('has every link where its positions say, within a hundredth of a degree', () => {
    const truth = JSON.parse(readFileSync(GROUND_TRUTH, 'utf8')) as GroundTruth;
    const exhibition = exhibit(
      truth.nodes.map(({ id, position, links }) => node(id, { position, links: links.map(({ to }) => ({ to })) })),
    );
    let count = 0;
    for (const { id, links } of truth.nodes) {
      const marks = listMarks(exhibition, id, 'en');
      for (const { to, yaw, pitch, distance } of links) {
        const mark = marks.find((one) => one.id === to);
        const turn = toDegrees(mark?.yaw ?? NaN) - yaw;
        expect(Math.abs(turn - 360 * Math.round(turn / 360))).toBeLessThan(0.01);
        expect(Math.abs(toDegrees(mark?.pitch ?? NaN) - pitch)).toBeLessThan(0.01);
        expect(Math.abs((mark?.distance ?? NaN) - distance)).toBeLessThan(0.001);
        count++;
      }
    }
    expect(count).toBe(6);
  });
});
