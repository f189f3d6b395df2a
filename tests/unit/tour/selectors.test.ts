import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import type { Exhibition } from '#document/schema.ts';
import { readArea } from '#document/area.ts';
import { listMarks, type Mark } from '#tour/marks.ts';
import { listExits, marksInFront } from '#tour/selectors/exits.ts';
import { compassOf, directionFrom, windOf } from '#tour/selectors/facing.ts';
import { originOf } from '#tour/selectors/made.ts';
import { choosePlan, coneTurn, planViewsOf } from '#tour/selectors/planView.ts';
import { statementsOf } from '#tour/selectors/statements.ts';
import { exhibition } from './exhibition.ts';

const look = (yaw: number, pitch = 0) => ({ yaw: toRadians(yaw), pitch: toRadians(pitch), fov: toRadians(60) });
const label = { en: 'A thing' };
const panorama = (id: string, more: object = {}, layer: object = {}): Exhibition['assets'][number] => ({
  kind: 'panorama',
  id,
  label,
  layers: [
    {
      id: 'one',
      kind: 'as-found',
      label,
      source: { type: 'equirect-image', uri: 'a.jpg', width: 2, height: 1 },
      ...layer,
    },
  ],
  ...more,
});

describe('which way one faces', () => {
  it.each([
    [0, 'north'],
    [44, 'northEast'],
    [-90, 'west'],
    [181, 'south'],
    [337, 'northWest'],
    [338, 'north'],
  ])('is at %i degrees %s', (degrees, wind) => {
    expect(windOf(toRadians(degrees))).toBe(wind);
  });

  it('counts in the heading of the node', () => {
    const hall = exhibition.nodes[1];
    expect(windOf(compassOf(look(90), hall))).toBe('south');
    expect(windOf(compassOf(look(90), undefined))).toBe('east');
  });
});

describe('where a thing is', () => {
  it.each([
    [0, 0, 'ahead'],
    [50, 0, 'aheadRight'],
    [-50, 0, 'aheadLeft'],
    [180, 10, 'behind'],
    [-130, -10, 'behindLeft'],
    [90, 0, 'right'],
    [0, 80, 'above'],
    [0, -70, 'below'],
  ])('at yaw %i and pitch %i is %s', (yaw, pitch, direction) => {
    expect(directionFrom(look(0), look(yaw, pitch))).toBe(direction);
    expect(directionFrom(look(350), look(yaw + 350, pitch))).toBe(direction);
  });
});

describe('the ways on', () => {
  it('are all listed, also those that stand nowhere in the picture', () => {
    const marks = listMarks(exhibition, 'hall', 'en');
    const exits = listExits(exhibition, 'hall', 'en', marks);
    expect(exits.map(({ nodeId, label: name, mark }) => [nodeId, name, mark])).toEqual([
      ['antechamber', 'Antechamber', null],
      ['niche', 'Niche', null],
    ]);
  });

  it('and things before the visitor are those within half the field of view, nearest to the middle first', () => {
    const mark = (id: string, yaw: number, pitch = 0) => {
      return {
        kind: 'hotspot',
        id,
        key: id,
        label: id,
        language: 'en',
        yaw: toRadians(yaw),
        pitch: toRadians(pitch),
      } as const;
    };
    const marks = [mark('right', 25), mark('near', -5), mark('out', 40), mark('high', 0, 29), mark('behind', 180)];
    expect(marksInFront(marks, look(0)).map(({ id }) => id)).toEqual(['near', 'right', 'high']);
    expect(marksInFront(marks, look(-175)).map(({ id }) => id)).toEqual(['behind']);
  });

  it('lie before one whose area is looked at, however far away its mark stands', () => {
    const corners = [[-80, -10], [60, -10], [60, 10], [-80, 10]] as const; // prettier-ignore
    const { polygon } = readArea(corners);
    const area = polygon && { polygon, width: toRadians(140), height: toRadians(20) };
    const words = { kind: 'hotspot' as const, id: 'band', key: 'band', label: 'Band', language: 'en' };
    const band: Mark = { ...words, yaw: toRadians(-70), pitch: 0, ...(area && { area }) };
    expect(marksInFront([band], look(40)).map(({ id }) => id)).toEqual(['band']);
    expect(marksInFront([band], look(75))).toEqual([]);
  });
});

describe('how a picture was made', () => {
  const withAsset = (asset: Exhibition['assets'][number], more: object = {}): Exhibition => {
    return { ...exhibition, ...more, assets: [asset], nodes: [{ id: 'hall', label, asset: asset.id }] };
  };

  it('is what its layer says, else its asset, else the exhibition', () => {
    const byExhibition = withAsset(panorama('a'), { digitalSourceType: 'algorithmicMedia' });
    expect(originOf(byExhibition, 'hall').label).toBe('algorithmic');
    const byAsset = withAsset(panorama('a', { digitalSourceType: 'trainedAlgorithmicMedia' }), {
      digitalSourceType: 'digitalCapture',
    });
    expect(originOf(byAsset, 'hall').label).toBe('ai');
    const byLayer = withAsset(panorama('a', {}, { kind: 'restored', digitalSourceType: 'digitalCapture' }), {
      digitalSourceType: 'algorithmicMedia',
    });
    expect(originOf(byLayer, 'hall')).toEqual({ sourceType: 'digitalCapture', label: null, layerKind: 'restored' });
  });

  it('is unknown where nobody says', () => {
    expect(originOf(exhibition, 'hall')).toEqual({ sourceType: null, label: null, layerKind: null });
  });
});

describe('the statements of the assets', () => {
  it('are listed once each, those of layers too, and silent assets not at all', () => {
    const cc0 = 'http://creativecommons.org/publicdomain/zero/1.0/';
    const assets = [
      panorama('a', { rights: cc0 }),
      panorama('b', { rights: cc0 }),
      panorama('c', {}, { credit: label }),
    ];
    expect(statementsOf({ ...exhibition, assets }).map(({ id }) => id)).toEqual(['a/a', 'c/one']);
  });
});

describe('the plan', () => {
  const at = (id: string, x: number, z: number, links: { to: string }[] = []) => {
    return { id, label, asset: 'a', position: [x, 1.6, z] as [number, number, number], links };
  };
  const nodes = [at('west', -5, 0, [{ to: 'east' }]), at('east', 5, 0, [{ to: 'west' }]), at('east-night', 5.1, 0)];
  const image = { kind: 'image' as const, id: 'map', label, uri: 'map.png', width: 200, height: 100, alt: label };
  const plan = { id: 'ground', label, image: 'map', metresPerPixel: 0.1, origin: [100, 50] as [number, number] };

  it('puts places where its scale and origin say, north up', () => {
    const [view] = planViewsOf({ ...exhibition, nodes: [at('north', 2, -3)], assets: [image], plans: [plan] });
    expect(view?.places.map(({ x, y }) => [x, y])).toEqual([[120, 20]]);
  });

  it('leaves out places beyond its edge, and plans without places or picture', () => {
    const far = [at('far', 500, 0)];
    expect(planViewsOf({ ...exhibition, nodes: far, assets: [image], plans: [plan] })).toEqual([]);
    expect(planViewsOf({ ...exhibition, nodes, assets: [], plans: [plan] })[0]?.image).toBeNull();
  });

  it('is drawn from the positions where the exhibition brings none, each way once', () => {
    const [view] = planViewsOf({ ...exhibition, nodes });
    expect(view?.ways).toHaveLength(1);
    expect(view?.places.every(({ x, y }) => x > 0 && y > 0 && x < view.width && y < view.height)).toBe(true);
    expect(planViewsOf({ ...exhibition, nodes: nodes.slice(0, 1) })).toEqual([]);
  });

  it('gathers places that cannot be told apart into one spot', () => {
    const [view] = planViewsOf({ ...exhibition, nodes });
    expect(view?.spots.map((spot) => spot.map(({ node }) => node.id))).toEqual([['west'], ['east', 'east-night']]);
  });

  it('opens with the one the visitor is on', () => {
    const upper = { ...plan, id: 'upper', origin: [-1_000, 50] as [number, number] };
    const high = at('high', 105, 0);
    const views = planViewsOf({ ...exhibition, nodes: [...nodes, high], assets: [image], plans: [plan, upper] });
    expect(choosePlan(views, 'high')?.id).toBe('upper');
    expect(choosePlan(views, 'nowhere')?.id).toBe('ground');
  });

  it('turns its cone by the heading of the node', () => {
    expect(coneTurn(toRadians(30), exhibition.nodes[1])).toBeCloseTo(120);
  });
});
