import { describe, expect, it } from 'vitest';
import { describeFault } from '#document/fault.ts';
import { openExhibition } from '#document/open.ts';

type Json = Record<string, unknown>;

const text = { en: 'Deer' };

function open(hotspots: readonly Json[], node: Json = {}, asset: Json = {}) {
  const source = { type: 'equirect-image', uri: 'walls.png', width: 1024, height: 512 };
  const document = {
    formatVersion: 1,
    id: 'e',
    label: text,
    defaultLanguage: 'en',
    languages: ['en'],
    assets: [
      { kind: 'panorama', id: 'walls', label: text, layers: [{ id: 'a', kind: 'as-found', label: text, source }] },
      { kind: 'gallery', id: 'hall', label: text },
      ...(asset['id'] ? [asset] : []),
    ],
    nodes: [{ id: 'cave', label: text, asset: 'walls', ...node, hotspots }],
  };
  const opened = openExhibition(JSON.stringify(document));
  return { lines: opened.faults.map(describeFault), hotspots: opened.exhibition?.nodes[0]?.hotspots ?? [] };
}

const spot = (rest: Json): Json => ({ kind: 'text', id: 'deer', label: text, body: text, ...rest });
const target = { yaw: 0, pitch: 0 };
const SQUARE = [[-10, -10], [10, -10], [10, 10], [-10, 10]]; // prettier-ignore

describe('areas in a document', () => {
  it('are sound beside a target, without one, and for every kind that has a label', () => {
    const picture = { kind: 'image', id: 'picture', label: text, uri: 'p.webp', width: 9, height: 9, alt: text };
    const image = { ...spot({}), kind: 'image', id: 'see', image: 'picture', body: undefined, area: SQUARE };
    const { lines, hotspots } = open(
      [spot({ area: SQUARE }), spot({ id: 'b', area: SQUARE, target }), image],
      {},
      picture,
    );
    expect(lines).toEqual([]);
    expect(hotspots.map(({ area }) => area?.length)).toEqual([4, 4, 4]);
  });

  it.each<[string, unknown, RegExp]>([
    ['two corners', [[0, 0], [1, 1]], /^nodes\.0\.hotspots\.0\.area: expected at least 3 of them, found a list of 2$/],
    ['a corner that is no pair', [[0, 0], [1], [1, 1]], /\.area\.1: /],
    ['a pitch beyond the pole', [[0, 0], [9, 91], [9, 0]], /\.area\.1\.1: expected at most 90, found 91$/],
    ['one line', [[0, 0], [10, 0], [20, 0]], /\.area: the corners lie on one line and enclose nothing; give the corners/],
    ['one direction', [[0, 0], [360, 0], [0, 0]], /\.area: expected at least 3 corners in different directions; give the corners/],
    ['all around', [[0, 0], [120, 0], [-120, 0]], /\.area: expected an area within less than a half sphere; divide it/],
    ['a bow tie', [[0, 0], [10, 10], [10, 0], [0, 10]], /\.area: its outline crosses itself: the edges from corner 0 and from corner 2 meet; give the corners in order/],
  ])('with %s are left out and the mark stays', (_name, area, line) => {
    const { lines, hotspots } = open([spot({ area, target })]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
    expect(hotspots).toHaveLength(1);
    expect(hotspots[0]).not.toHaveProperty('area');
  }); // prettier-ignore

  it('keep 200 corners', () => {
    const circle = Array.from({ length: 201 }, (_, i) => [Math.cos(i / 32), Math.sin(i / 32)]);
    const { lines, hotspots } = open([spot({ area: circle, target })]);
    expect(lines).toEqual(['nodes.0.hotspots.0.area: expected at most 200 entries, found 201; the rest is left out']);
    expect(hotspots[0]?.area).toHaveLength(200);
  });

  it('that cannot be, of hotspots that are nowhere else, take them out', () => {
    const { lines, hotspots } = open([spot({ area: [[0, 0], [10, 0], [20, 0]] })]); // prettier-ignore
    expect(lines[1]).toMatch(/^nodes\.0\.hotspots\.0: "deer" is nowhere in this place; say where its mark is/);
    expect(hotspots).toEqual([]);
  });

  it('enclose nothing where one walks about', () => {
    const { lines, hotspots } = open([spot({ area: SQUARE, target })], { asset: 'hall' });
    expect(lines[0]).toMatch(/area: "deer" is in a gallery, where one walks about: .*; take "area" out$/);
    expect(hotspots[0]).not.toHaveProperty('area');
  });
});

describe('a hotspot with a position on the site', () => {
  it('needs no target where the node has one too', () => {
    const hotspots = [spot({ position: [1, 2, 3] })];
    expect(open(hotspots, { position: [0, 1.6, 0] }).lines).toEqual([]);
    expect(open(hotspots).lines[0]).toMatch(/"deer" is nowhere in this place/);
  });
});
