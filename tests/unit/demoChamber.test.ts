import { describe, expect, it } from 'vitest';
import type { Sheet, SheetPoint } from '#demo/cave/cave.ts';
import { createFaceCharacter } from '#demo/paint/motifs/faceShape.ts';
import { Painter } from '#demo/paint/painter.ts';
import { CHAMBER } from '#demo/caves/chamber/chamber.ts';
import { RECLINING_SOLIDS } from '#demo/caves/chamber/figure/reclining.ts';
import { gatherMourners } from '#demo/caves/chamber/murals/west.ts';
import { CHAMBER_OUTLINE } from '#demo/caves/chamber/outline.ts';
import { FIGURE_AT } from '#demo/caves/chamber/room/dimensions.ts';
import { ROOM_SHEETS } from '#demo/caves/chamber/room/sheets.ts';
import { SITE } from '#demo/site/site.ts';

type Triple = [number, number, number];

function pointOn(sheet: Sheet, s: number, t: number): Triple {
  const out: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
  sheet.at(s, t, out);
  return [out.x, out.y, out.z];
}

/** The four edges of a sheet as lines of `count` + 1 points. */
function edgesOf(sheet: Sheet, count: number): Triple[][] {
  const steps = Array.from({ length: count + 1 }, (_, i) => i / count);
  return [
    steps.map((k) => pointOn(sheet, k, 0)),
    steps.map((k) => pointOn(sheet, k, 1)),
    steps.map((k) => pointOn(sheet, 0, k)),
    steps.map((k) => pointOn(sheet, 1, k)),
  ];
}

function distanceToLine(p: Triple, line: Triple[]): number {
  let nearest = Infinity;
  for (let i = 0; i + 1 < line.length; i++) {
    const a = line[i]!;
    const b = line[i + 1]!;
    const d = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const;
    const squared = d[0] * d[0] + d[1] * d[1] + d[2] * d[2] || 1e-12;
    const along = ((p[0] - a[0]) * d[0] + (p[1] - a[1]) * d[1] + (p[2] - a[2]) * d[2]) / squared;
    const t = Math.max(0, Math.min(1, along));
    nearest = Math.min(nearest, Math.hypot(p[0] - a[0] - d[0] * t, p[1] - a[1] - d[1] * t, p[2] - a[2] - d[2] * t));
  }
  return nearest;
}

const solid = (id: string) => RECLINING_SOLIDS.find((candidate) => candidate.id === id)!;

describe('the room', () => {
  it('closes: every edge that can be seen lies on an edge of another sheet, within 5 mm', () => {
    const edges = ROOM_SHEETS.map((sheet) => edgesOf(sheet, 120));
    let checked = 0;
    let worst = 0;
    ROOM_SHEETS.forEach((sheet, i) => {
      for (const p of edgesOf(sheet, 9).flat()) {
        const inPlatform = p[2] < -0.815 && p[1] < 0.995;
        const atCliff = p[2] > 3.79;
        if (inPlatform || atCliff) continue;
        const others = edges.filter((_, k) => k !== i).flat();
        worst = Math.max(worst, Math.min(...others.map((line) => distanceToLine(p, line))));
        checked++;
      }
    });
    expect(checked).toBeGreaterThan(400);
    expect(worst).toBeLessThan(0.005);
  });

  it('has its door where the site has it', () => {
    const { sill, width, height } = SITE.chamber.door;
    const outer = ROOM_SHEETS.flatMap((sheet) => edgesOf(sheet, 8).flat()).filter(([, , z]) => z > sill[2] - 1e-6);
    expect(outer.length).toBeGreaterThan(30);
    for (const [x, y, z] of outer) {
      expect(z).toBeCloseTo(sill[2], 9);
      const onJamb = Math.abs(Math.abs(x - sill[0]) - width / 2) < 1e-9;
      const onLintelOrSill = Math.abs(y - sill[1]) < 1e-9 || Math.abs(y - height) < 1e-9;
      expect(onJamb || onLintelOrSill).toBe(true);
    }
    expect(Math.max(...outer.map(([, y]) => y))).toBeCloseTo(height, 9);
  });

  it('names only paintings, finishes and solids that are there, each once', () => {
    const surfaces = [...CHAMBER.paintings, ...CHAMBER.finishes].map(({ id }) => id);
    expect(new Set(surfaces).size).toBe(surfaces.length);
    expect(CHAMBER.sheets.filter(({ surface }) => !surfaces.includes(surface))).toEqual([]);
    const unused = surfaces.filter((id) => !CHAMBER.sheets.some(({ surface }) => surface === id));
    expect(unused).toEqual([]);
    const solids = CHAMBER.solids.map(({ id }) => id);
    expect(CHAMBER.statues.filter((statue) => !solids.includes(statue.solid))).toEqual([]);
  });

  it('keeps every point of a sheet on its painting', () => {
    const out: SheetPoint = { x: 0, y: 0, z: 0, u: 0, v: 0 };
    for (const sheet of ROOM_SHEETS) {
      const painting = CHAMBER.paintings.find(({ id }) => id === sheet.surface)!;
      for (let i = 0; i <= 36; i++) {
        sheet.at((i % 6) / 5 > 1 ? 1 : (i % 6) / 5, Math.floor(i / 6) / 6, out);
        expect(out.u).toBeGreaterThan(-1e-6);
        expect(out.u).toBeLessThan(painting.width + 1e-6);
        expect(out.v).toBeGreaterThan(-1e-6);
        expect(out.v).toBeLessThan(painting.height + 1e-6);
      }
    }
  });

  it('leaves the eye free, in the room, on the floor of the plan', () => {
    const [x, y, z] = CHAMBER.eye;
    for (const statue of CHAMBER.statues) {
      const [px, py, pz] = statue.position;
      const { distance, low, high } = CHAMBER.solids.find(({ id }) => id === statue.solid)!;
      const isInBox = x - px > low[0] && x - px < high[0] && z - pz > low[2] && z - pz < high[2];
      expect(isInBox).toBe(false);
      expect(distance(x - px, y - py, z - pz)).toBeGreaterThan(0.1);
    }
    for (const { position } of CHAMBER.lighting.flames)
      expect(Math.hypot(position[0] - x, position[1] - y, position[2] - z)).toBeGreaterThan(1);
    const room = CHAMBER_OUTLINE.find(({ id }) => id === 'room')!;
    const platform = CHAMBER_OUTLINE.find(({ id }) => id === 'platform')!;
    expect(room.points.some(([px, pz]) => px < x && pz < z)).toBe(true);
    expect(room.points.some(([px, pz]) => px > x && pz > z)).toBe(true);
    expect(Math.max(...platform.points.map(([, pz]) => pz))).toBeLessThan(z);
  });
});

describe('the reclining figure', () => {
  it('is 6.6 m long from crown to toes', () => {
    const reach = (id: string, from: number, step: number): number => {
      const { distance, low, high } = solid(id);
      for (let x = from; ; x += step)
        for (let y = low[1]; y < high[1]; y += 0.02)
          for (let z = low[2]; z < high[2]; z += 0.02) if (distance(x, y, z) < 0) return x;
    };
    const length = reach('reclining-feet', 3.5, -0.01) - reach('reclining-hair', -3.5, 0.01);
    expect(length).toBeGreaterThan(6.5);
    expect(length).toBeLessThan(6.7);
  });

  it.each([
    ['reclining-robe', [-1.5, -1, -0.4, 0.2, 0.8, 1.4, 2, 2.5]],
    ['reclining-pillow', [-3.3, -2.9, -2.5]],
    ['reclining-feet', [3.0, 3.2]],
  ] as const)('rests on the platform: %s touches it and does not sink in', (id, places) => {
    const { distance, low, high } = solid(id);
    for (const x of places) {
      let touching = 0;
      for (let z = low[2]; z <= high[2]; z += 0.01) {
        if (distance(x, 0.004, z) < 0.001) touching++;
        expect(distance(x, -0.012, z)).toBeGreaterThan(0);
      }
      expect(touching, `x = ${x}`).toBeGreaterThan(2);
    }
    expect(FIGURE_AT[1]).toBe(1);
  });

  it('lies within the boxes its solids are meshed in', () => {
    for (const { id, low, high, distance } of RECLINING_SOLIDS) {
      for (let i = 0; i <= 12; i++)
        for (let j = 0; j <= 12; j++) {
          const a = i / 12;
          const b = j / 12;
          const mix = (axis: 0 | 1 | 2, t: number): number => low[axis] + (high[axis] - low[axis]) * t;
          const shell = [
            distance(low[0], mix(1, a), mix(2, b)),
            distance(high[0], mix(1, a), mix(2, b)),
            distance(mix(0, a), low[1], mix(2, b)),
            distance(mix(0, a), high[1], mix(2, b)),
            distance(mix(0, a), mix(1, b), low[2]),
            distance(mix(0, a), mix(1, b), high[2]),
          ];
          expect(Math.min(...shell), id).toBeGreaterThan(0);
        }
    }
  });
});

describe('the murals', () => {
  it('gives every mourner another face, and the kings at least ten kinds of hats', () => {
    const mourners = gatherMourners(92);
    expect(mourners.length).toBeGreaterThan(35);
    const faces = mourners.map(({ seed, kind }) =>
      JSON.stringify(createFaceCharacter(seed, kind === 'king' ? 'man' : kind === 'disciple' ? 'monk' : 'holy')),
    );
    expect(new Set(faces).size).toBe(faces.length);
    const kings = mourners.filter(({ kind }) => kind === 'king');
    expect(new Set(kings.map(({ headgear }) => headgear)).size).toBeGreaterThanOrEqual(10);
    expect(mourners.filter(({ kind }) => kind === 'bodhisattva').every(({ grief }) => grief === 0)).toBe(true);
    expect(mourners.filter(({ kind }) => kind === 'disciple').every(({ grief }) => grief > 0.5)).toBe(true);
  });

  it.each(['west', 'platform-front', 'passage-north'])(
    'draws the same %s again, and other pictures for other layers',
    (id) => {
      const painting = CHAMBER.paintings.find((candidate) => candidate.id === id)!;
      const bytes = (layer: 'as-found' | 'line-drawing'): Buffer => {
        const { width, height, seed } = painting;
        const painter = new Painter({ width, height, pixelsPerMetre: 16, layer, seed });
        painting.draw(painter);
        return Buffer.from(painter.pixels().data.buffer);
      };
      const found = bytes('as-found');
      expect(bytes('as-found').equals(found)).toBe(true);
      expect(bytes('line-drawing').equals(found)).toBe(false);
    },
  );
});
