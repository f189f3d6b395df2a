import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Sheet, SheetPoint, Vec3 } from '#demo/cave/cave.ts';
import { PILLAR_OUTLINE } from '#demo/caves/pillar/outline.ts';
import { PILLAR } from '#demo/caves/pillar/pillar.ts';
import { ROOM } from '#demo/caves/pillar/room/dimensions.ts';
import { surfaceNets } from '#demo/form/surfaceNets.ts';
import { Painter } from '#demo/paint/painter.ts';
import { SITE } from '#demo/site/site.ts';

function pointAt(sheet: Sheet, s: number, t: number): SheetPoint {
  const out: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  sheet.at(s, t, out);
  return out;
}

const EDGES: readonly ((k: number) => readonly [s: number, t: number])[] = [
  (k) => [k, 0],
  (k) => [1, k],
  (k) => [1 - k, 1],
  (k) => [0, 1 - k],
];

function walk(sheet: Sheet, edge: number, steps: number): SheetPoint[] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const [s, t] = EDGES[edge]!(i / steps);
    return pointAt(sheet, s, t);
  });
}

function length(points: readonly SheetPoint[]): number {
  return points
    .slice(1)
    .reduce((sum, p, i) => sum + Math.hypot(p.x - points[i]!.x, p.y - points[i]!.y, p.z - points[i]!.z), 0);
}

type Box = readonly [number, number, number, number, number, number];

function boxOf(points: readonly SheetPoint[]): Box {
  const range = (axis: 'x' | 'y' | 'z') => {
    const values = points.map((p) => p[axis]);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  return [...range('x'), ...range('y'), ...range('z')] as unknown as Box;
}

const isNear = ([x0, x1, y0, y1, z0, z1]: Box, { x, y, z }: SheetPoint): boolean =>
  x > x0 - 0.01 && x < x1 + 0.01 && y > y0 - 0.01 && y < y1 + 0.01 && z > z0 - 0.01 && z < z1 + 0.01;

/** Least distance from a point to a line of points. */
function distanceTo(line: readonly SheetPoint[], p: SheetPoint): number {
  let least = Infinity;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const dz = b.z - a.z;
    const k = Math.max(
      0,
      Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy + (p.z - a.z) * dz) / (dx * dx + dy * dy + dz * dz || 1)),
    );
    least = Math.min(least, Math.hypot(a.x + dx * k - p.x, a.y + dy * k - p.y, a.z + dz * k - p.z));
  }
  return least;
}

const ids = new Set([...PILLAR.paintings, ...PILLAR.finishes].map(({ id }) => id));
const solids = new Map(PILLAR.solids.map((solid) => [solid.id, solid]));

describe('the central-pillar cave', () => {
  it('closes up: every edge of the shell runs along the edge of another sheet', () => {
    // Timber stands into the plaster, and the floor runs on under the base of the pillar.
    const shell = PILLAR.sheets.filter(({ surface }) => !['rafters', 'purlins'].includes(surface));
    const lines = shell.map((sheet) => [0, 1, 2, 3].map((edge) => walk(sheet, edge, 40)));
    const boxes = lines.map((edges) => edges.map(boxOf));
    const open: string[] = [];
    shell.forEach((sheet, i) => {
      lines[i]!.forEach((line, edge) => {
        if (length(line) < 0.01) return;
        const middle = line[20]!;
        const onFloor = Math.abs(middle.y) < 0.002 && sheet.surface.startsWith('step');
        const atCliff = Math.abs(middle.z - 6.4) < 0.002;
        if (onFloor || atCliff) return;
        for (const k of [2, 11, 20, 29, 38]) {
          const gap = Math.min(
            ...lines.flatMap((other, j) =>
              other.map((l, e) =>
                (i === j && e === edge) || !isNear(boxes[j]![e]!, line[k]!) ? Infinity : distanceTo(l, line[k]!),
              ),
            ),
          );
          if (gap > 0.005) open.push(`${sheet.surface} edge ${edge} at ${k}: ${gap.toFixed(3)}`);
        }
      });
    });
    expect(open).toEqual([]);
  });

  it('is about as large as the plan of the site says', () => {
    const points = PILLAR.sheets.flatMap((sheet) => walk(sheet, 0, 8));
    const span = (axis: 'x' | 'y' | 'z') => [
      Math.min(...points.map((p) => p[axis])),
      Math.max(...points.map((p) => p[axis])),
    ];
    expect(span('x')[0]).toBeCloseTo(-3.4, 1);
    expect(span('x')[1]).toBeCloseTo(3.4, 1);
    expect(span('z')[0]).toBeCloseTo(-5.2, 1);
    expect(span('y')[1]).toBeGreaterThan(5.4);
    expect(PILLAR_OUTLINE.map(({ id }) => id)).toContain('niche-front');
    for (const { points: polygon } of PILLAR_OUTLINE)
      for (const [x, z] of polygon) {
        expect(Math.abs(x)).toBeLessThanOrEqual(3.4);
        expect(z).toBeGreaterThanOrEqual(-5.2);
        expect(z).toBeLessThanOrEqual(6.4);
      }
  });

  it('opens where the site has its door', () => {
    const { door } = SITE.pillar;
    const rim = PILLAR.sheets
      .filter(({ surface }) => surface.startsWith('passage') || surface === 'floor')
      .flatMap((sheet) => [0, 1, 2, 3].flatMap((edge) => walk(sheet, edge, 4)))
      .filter((p) => Math.abs(p.z - door.sill[2]) < 1e-6);
    expect(Math.max(...rim.map((p) => p.x))).toBeCloseTo(door.width / 2, 6);
    expect(Math.min(...rim.map((p) => p.x))).toBeCloseTo(-door.width / 2, 6);
    expect(Math.max(...rim.map((p) => p.y))).toBeCloseTo(door.height, 6);
    expect(Math.min(...rim.map((p) => p.y))).toBe(door.sill[1]);
    expect(PILLAR.lighting.daylight[0]!.centre).toEqual([door.sill[0], door.height / 2, door.sill[2]]);
  });

  it('hangs on every sheet a painting that reaches as far as the sheet', () => {
    for (const sheet of PILLAR.sheets) {
      expect(ids, sheet.surface).toContain(sheet.surface);
      const painting = PILLAR.paintings.find(({ id }) => id === sheet.surface)!;
      for (const [s, t] of [
        [0, 0],
        [0.5, 0.5],
        [1, 0.3],
        [0.2, 1],
        [1, 1],
      ] as const) {
        const { u, v } = pointAt(sheet, s, t);
        expect(u, sheet.surface).toBeGreaterThan(-1e-6);
        expect(v, sheet.surface).toBeGreaterThan(-1e-6);
        expect(u, sheet.surface).toBeLessThan(painting.width + 1e-6);
        expect(v, sheet.surface).toBeLessThan(painting.height + 1e-6);
      }
    }
    expect(new Set(PILLAR.paintings.map(({ id }) => id)).size).toBe(PILLAR.paintings.length);
  });

  it('shares no place of a painting between sheets that stand apart', () => {
    const boxes = PILLAR.sheets
      .filter(({ surface }) => surface === 'clay')
      .map((sheet) => {
        const points = [0, 1, 2, 3].flatMap((edge) => walk(sheet, edge, 12));
        const us = points.map((p) => p.u);
        const vs = points.map((p) => p.v);
        return [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)] as const;
      });
    expect(boxes).toHaveLength(15);
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) {
        const overlap =
          Math.min(a[1], b[1]) - Math.max(a[0], b[0]) > 0 && Math.min(a[3], b[3]) - Math.max(a[2], b[2]) > 0;
        expect(overlap).toBe(false);
      }
    });
  });

  it('puts statues inside the room, on something, and not into the eye', () => {
    for (const statue of PILLAR.statues) {
      const solid = solids.get(statue.solid)!;
      expect(solid, statue.solid).toBeDefined();
      const [x, y, z] = statue.position;
      expect(Math.abs(x)).toBeLessThan(ROOM.halfWidth);
      expect(y).toBeGreaterThanOrEqual(-0.005);
      expect(z).toBeGreaterThan(ROOM.back);
      expect(z).toBeLessThan(ROOM.front);
      const far = Math.hypot(PILLAR.eye[0] - x, PILLAR.eye[2] - z);
      expect(far).toBeGreaterThan(0.9);
    }
    // Feet of the great figures touch what they stand on: something of the solid lies within a centimetre of its base.
    for (const id of ['greatBuddha', 'attendant', 'pillarLampStand', 'maitreya']) {
      const solid = solids.get(id)!;
      let least = Infinity;
      for (let i = -20; i <= 20; i++)
        for (let k = -20; k <= 20; k++) least = Math.min(least, solid.distance(i * 0.02, 0.004, k * 0.02));
      expect(least, id).toBeLessThan(0.002);
    }
  });

  it('keeps flames over their lamps and the eye in the open', () => {
    const lamps = PILLAR.statues.filter(({ solid }) => solid === 'pillarLamp');
    expect(PILLAR.lighting.flames).toHaveLength(lamps.length);
    PILLAR.lighting.flames.forEach(({ position }, i) => {
      expect(position[0]).toBe(lamps[i]!.position[0]);
      expect(position[1] - lamps[i]!.position[1]).toBeCloseTo(0.076 * lamps[i]!.scale, 3);
    });
    const eye: Vec3 = PILLAR.eye;
    expect(Math.abs(eye[0])).toBeLessThan(ROOM.halfWidth - 0.6);
    expect(eye[2]).toBeGreaterThan(ROOM.eave);
    expect(eye[2]).toBeLessThan(ROOM.front - 0.6);
  });

  it('makes solids that stay within their boxes and their share of triangles', () => {
    for (const id of ['kneeler', 'pillarLamp', 'meditating']) {
      const solid = solids.get(id)!;
      const cell = id === 'meditating' ? 0.03 : solid.cell;
      const mesh = surfaceNets((x, y, z) => solid.distance(x, y, z), solid.low, solid.high, cell);
      expect(mesh.indices.length / 3).toBeGreaterThan(300);
      expect(mesh.indices.length / 3).toBeLessThan(60000);
      // Closed: every edge belongs to two triangles.
      const edges = new Map<string, number>();
      for (let i = 0; i < mesh.indices.length; i += 3)
        for (const [a, b] of [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as const) {
          const p = mesh.indices[i + a]!;
          const q = mesh.indices[i + b]!;
          const key = p < q ? `${p} ${q}` : `${q} ${p}`;
          edges.set(key, (edges.get(key) ?? 0) + 1);
        }
      expect([...edges.values()].filter((count) => count % 2 === 1)).toHaveLength(0);
    }
  });

  it('paints the same picture twice, another one for each layer, and leaves no painting blank', () => {
    const draw = (id: string, layer: 'as-found' | 'restored' | 'line-drawing', pixelsPerMetre: number) => {
      const painting = PILLAR.paintings.find((one) => one.id === id)!;
      const painter = new Painter({
        width: painting.width,
        height: painting.height,
        pixelsPerMetre,
        layer,
        seed: painting.seed,
      });
      painting.draw(painter);
      return painter.pixels();
    };
    const digest = (data: ArrayLike<number> & { buffer: ArrayBufferLike }) =>
      createHash('sha256').update(new Uint8Array(data.buffer)).digest('hex');
    const id = 'passage-ceiling';
    expect(digest(draw(id, 'as-found', 60).data)).toBe(digest(draw(id, 'as-found', 60).data));
    const layers = (['as-found', 'restored', 'line-drawing'] as const).map((layer) => digest(draw(id, layer, 60).data));
    expect(new Set(layers).size).toBe(3);
    for (const name of ['passage-north', 'step-lower', 'niche-back-upper', 'purlins', 'slope-outer', 'rafters']) {
      const { data } = draw(name, 'as-found', 10);
      let low = 255;
      let high = 0;
      for (let i = 0; i < data.length; i += 4) {
        low = Math.min(low, data[i]!);
        high = Math.max(high, data[i]!);
        expect(data[i + 3], name).toBeGreaterThan(80);
      }
      expect(high - low, name).toBeGreaterThan(60);
    }
  });
});
