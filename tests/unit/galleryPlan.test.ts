import { describe, expect, it } from 'vitest';
import { HALL_EYE_HEIGHT, type Block, type HallPlan } from '#tour/gallery/plan.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { findRoute } from '#tour/walk/route.ts';
import { floorOf, isFree } from '#tour/walk/floor.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { type HallFixture, makeHall, mixedSizes } from '../fixtures/hall.ts';

function plan(fixture: HallFixture): HallPlan {
  const exhibition = makeHall(fixture);
  const made = planHall(exhibition, findNode(exhibition, 'hall'));
  if (!made) throw new Error('the node is no hall');
  return made;
}

/** The least clear way between two upright boxes, by points around the edge of one. */
function gapBetween(a: Block, b: Block): number {
  let least = Infinity;
  for (let i = 0; i < 40; i++) {
    const t = (i % 10) / 10 - 0.45;
    const side = Math.floor(i / 10);
    const lx = side === 0 || side === 1 ? t * a.width : side === 2 ? a.width / 2 : -a.width / 2;
    const lz = side === 0 ? a.depth / 2 : side === 1 ? -a.depth / 2 : t * a.depth;
    const [s, c] = [Math.sin(a.turn), Math.cos(a.turn)];
    const [x, z] = [a.x + lx * c + lz * s, a.z + lz * c - lx * s];
    const [dx, dz] = [x - b.x, z - b.z];
    const [bs, bc] = [Math.sin(b.turn), Math.cos(b.turn)];
    const outX = Math.max(0, Math.abs(dx * bc - dz * bs) - b.width / 2);
    const outZ = Math.max(0, Math.abs(dx * bs + dz * bc) - b.depth / 2);
    least = Math.min(least, Math.hypot(outX, outZ));
  }
  return least;
}

const supportsOf = ({ exhibits }: HallPlan): Block[] => exhibits.flatMap(({ support }) => (support ? [support] : []));

describe('a hall set up in rows', () => {
  it.each([1, 2, 3, 4, 5, 7, 9, 16, 40, 200])('of %d relics lets a wheelchair pass everywhere', (count) => {
    const hall = plan({ sizes: mixedSizes(count, count) });
    const supports = supportsOf(hall);
    expect(supports).toHaveLength(count);
    supports.forEach((support, index) => {
      for (const other of supports.slice(index + 1)) expect(gapBetween(support, other)).toBeGreaterThanOrEqual(1.2);
      const reach = Math.hypot(support.width, support.depth) / 2;
      expect(hall.width / 2 - Math.abs(support.x) - reach).toBeGreaterThan(0.9);
      expect(hall.depth / 2 - Math.abs(support.z) - reach).toBeGreaterThan(0.9);
    });
  });

  it('lets one stand before every relic and walk there from the entrance', () => {
    const hall = plan({ sizes: mixedSizes(60, 3) });
    const floor = floorOf(hall);
    for (const { viewpoint } of hall.exhibits) {
      expect(isFree(floor, viewpoint.x, viewpoint.z)).toBe(true);
      const end = findRoute(floor, hall.entrance, viewpoint).at(-1);
      expect(Math.hypot((end?.x ?? NaN) - viewpoint.x, (end?.z ?? NaN) - viewpoint.z)).toBeLessThan(1e-9);
    }
  });

  it('brings small relics to eye level and large ones near the floor', () => {
    const hall = plan({ sizes: [[0.2, 0.3, 0.2], [0.4, 0.6, 0.4], [2, 3, 2], null] });
    const [small, middle, large, unknown] = hall.exhibits;
    for (const exhibit of [small, middle, unknown]) {
      expect(exhibit?.support?.kind).toBe('plinth');
      expect(exhibit?.middle[1]).toBeGreaterThanOrEqual(1.3);
      expect(exhibit?.middle[1]).toBeLessThanOrEqual(1.5);
    }
    expect(unknown?.size).toEqual([0.5, 0.5, 0.5]);
    expect(large?.support?.kind).toBe('platform');
    expect(large?.support?.top).toBeLessThan(0.2);
    expect(large?.lectern).not.toBeNull();
    expect(hall.height).toBeGreaterThan(4);
  });

  it('keeps the way in free and has one arrive facing in', () => {
    const hall = plan({ sizes: mixedSizes(9, 2) });
    const { entrance } = hall;
    expect(entrance.yaw).toBeCloseTo(0, 9);
    expect(entrance.z).toBeGreaterThan(hall.depth / 2 - 1.5);
    for (const { z } of supportsOf(hall)) expect(entrance.z - z).toBeGreaterThan(1.2);
  });

  it('puts the underside of a relic onto its plinth wherever its origin is', () => {
    const exhibition = makeHall({ sizes: [[0.2, 0.2, 0.2]] });
    const [, model] = exhibition.assets;
    if (model?.kind !== 'model') throw new Error('no model');
    model.boundingBox = { min: [1, -3, 2], max: [1.2, -2.8, 2.4] };
    const hall = planHall(exhibition, findNode(exhibition, 'hall'));
    const [exhibit] = hall?.exhibits ?? [];
    const support = exhibit?.support;
    expect((exhibit?.position[0] ?? 0) + 1.1).toBeCloseTo(support?.x ?? NaN, 9);
    expect((exhibit?.position[1] ?? 0) - 3).toBeCloseTo(support?.top ?? NaN, 9);
    expect((exhibit?.position[2] ?? 0) + 2.2).toBeCloseTo(support?.z ?? NaN, 9);
  });

  it('is at least as large as the document says, and larger where the relics need it', () => {
    const wide = plan({ sizes: mixedSizes(4), gallery: { size: { width: 30, depth: 20, height: 9 } } });
    expect([wide.width, wide.depth, wide.height]).toEqual([30, 20, 9]);
    const small = plan({ sizes: mixedSizes(40), gallery: { size: { width: 2, depth: 2 } } });
    expect(small.width * small.depth).toBeGreaterThan(100);
  });

  it('shows what no hall could hold smaller, and survives false bounds', () => {
    const hall = plan({
      sizes: [
        [900, 400, 900],
        [0, 0, 0],
        [-1, 2, 1],
        [1e-9, 1e-9, 1e-9],
      ],
    });
    expect(hall.exhibits[0]?.scale).toBeCloseTo(40 / 900, 9);
    for (const { size } of hall.exhibits.slice(1)) expect(size).toEqual([0.5, 0.5, 0.5]);
    expect(Number.isFinite(hall.width * hall.depth * hall.height)).toBe(true);
  });

  it('leaves a relic where the document has placed it, a plinth beneath it', () => {
    const hall = plan({
      sizes: [[0.2, 0.2, 0.2]],
      hotspots: [
        {
          kind: 'relic',
          id: 'placed',
          label: { en: 'Placed' },
          model: 'model-0',
          stands: { position: [2, 1, -1], turn: 90 },
        },
      ],
    });
    const placed = hall.exhibits.find(({ hotspotId }) => hotspotId === 'placed');
    expect(placed?.position).toEqual([2, 1, -1]);
    expect(placed?.turn).toBeCloseTo(-Math.PI / 2, 9);
    expect(placed?.support).toMatchObject({ kind: 'plinth', top: 1 });
  });

  it('is planned alike every time', () => {
    expect(plan({ sizes: mixedSizes(37) })).toEqual(plan({ sizes: mixedSizes(37) }));
  });
});

const small = (sizes: HallFixture['sizes']): HallFixture['sizes'] =>
  sizes.map((size) => size && [size[0] / 2, size[1] / 2, size[2] / 2]);

describe('a hall set up along its walls', () => {
  it.each([1, 6, 20, 120])('of %d relics hangs each on a wall, clear of corners, doors and neighbours', (count) => {
    const links = [
      { to: 'yard' },
      { to: 'yard', target: { yaw: -90, pitch: 0 } },
      { to: 'yard', target: { yaw: 0, pitch: 0 } },
    ];
    const hall = plan({ sizes: small(mixedSizes(count, 5)), gallery: { layout: 'walls' }, links });
    const supports = supportsOf(hall);
    expect(supports).toHaveLength(count);
    supports.forEach((support, index) => {
      const toWall = Math.min(hall.width / 2 - Math.abs(support.x), hall.depth / 2 - Math.abs(support.z));
      expect(toWall).toBeLessThan(1);
      for (const other of supports.slice(index + 1)) expect(gapBetween(support, other)).toBeGreaterThan(0.4);
      for (const door of hall.doorways) {
        expect(Math.hypot(door.x - support.x, door.z - support.z)).toBeGreaterThan(door.width / 2 + support.width / 2);
      }
    });
    expect(hall.exhibits.map(({ hotspotId }) => hotspotId)).toEqual(supports.map((_, index) => `relic-${index}`));
  });

  it('stands what is too large for a wall in the middle', () => {
    const hall = plan({
      sizes: [
        [0.2, 0.2, 0.2],
        [2, 2, 2],
      ],
      gallery: { layout: 'walls' },
    });
    expect(hall.exhibits.map(({ support }) => support?.kind)).toEqual(['console', 'platform']);
    expect(Math.abs(hall.exhibits[1]?.support?.x ?? NaN)).toBeLessThan(0.5);
  });
});

describe('the doors of a hall', () => {
  it('lie where their links point, the first at the entrance, and look into the room', () => {
    const links = [
      { to: 'yard' },
      { to: 'yard', target: { yaw: -90, pitch: 0 } },
      { to: 'yard', target: { yaw: 90, pitch: 0 } },
      { to: 'yard', target: { yaw: 10, pitch: 0 } },
    ];
    const hall = plan({ sizes: mixedSizes(9), links });
    const [front, left, right, back] = [0, 1, 2, 3].map((link) => hall.doorways.find((door) => door.link === link));
    expect(front?.z).toBeCloseTo(hall.depth / 2, 9);
    expect(left?.x).toBeCloseTo(-hall.width / 2, 9);
    expect(right?.x).toBeCloseTo(hall.width / 2, 9);
    expect(back?.z).toBeCloseTo(-hall.depth / 2, 9);
    for (const door of hall.doorways) {
      const { x, z, yaw } = door.arrival;
      // One step ahead of where one arrives is nearer to the middle.
      const ahead = Math.hypot(x + Math.sin(yaw), z - Math.cos(yaw));
      expect(ahead).toBeLessThan(Math.hypot(x, z));
    }
  });

  it('are not more than a wall holds, however many links there are', () => {
    const hall = plan({ sizes: mixedSizes(3), links: Array.from({ length: 200 }, () => ({ to: 'yard' })) });
    expect(hall.doorways.length).toBeGreaterThan(12);
    expect(hall.doorways.length).toBeLessThanOrEqual(24);
    for (const [index, door] of hall.doorways.entries()) {
      for (const other of hall.doorways.slice(index + 1)) {
        expect(Math.hypot(door.x - other.x, door.z - other.z)).toBeGreaterThan(door.width);
      }
    }
  });
});

describe('a text in a hall', () => {
  it('hangs on the wall that its target points at, beside a door that is there', () => {
    const hall = plan({
      sizes: mixedSizes(4),
      hotspots: [
        { kind: 'text', id: 'left', label: { en: 'Left' }, body: { en: '…' }, target: { yaw: -90, pitch: 0 } },
        { kind: 'text', id: 'door', label: { en: 'Door' }, body: { en: '…' }, target: { yaw: 180, pitch: 0 } },
      ],
    });
    const panel = (id: string) => hall.exhibits.find(({ hotspotId }) => hotspotId === id);
    expect(panel('left')?.position[0]).toBeCloseTo(-hall.width / 2, 1);
    expect(panel('left')?.assetId).toBeNull();
    expect(Math.abs(panel('door')?.position[0] ?? 0)).toBeGreaterThan(1);
    expect(panel('door')?.viewpoint.z).toBeLessThan(hall.depth / 2 - HALL_EYE_HEIGHT + 0.2);
  });
});
