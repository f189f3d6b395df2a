import { describe, expect, it } from 'vitest';
import type { SheetPoint } from '#demo/cave/cave.ts';
import { cliffDepth, cliffTop, DOORS, levelOf, NICHES, OPENINGS } from '#demo/caves/terrace/rock/face.ts';
import { BASE, cliffSheets, CREST, ZONES } from '#demo/caves/terrace/rock/lattice.ts';
import { TERRACE } from '#demo/caves/terrace/terrace.ts';
import { walkTimbers } from '#demo/caves/terrace/timber/plankWalk.ts';
import { stackTimbers, YARD_WIDTH } from '#demo/caves/terrace/timber/yard.ts';
import { groundHeight } from '#demo/caves/terrace/ground/relief.ts';
import { linkTarget } from '#demo/site/links.ts';
import { SITE } from '#demo/site/site.ts';
import { WALK } from '#demo/site/terracePlan.ts';
import { directionOf } from '#shared/vec.ts';

const point = (): SheetPoint => ({ x: 0, y: 0, z: 0, u: 0, v: 0 });

describe('the cliff face', () => {
  it('is even at the doors and at its own level about every niche', () => {
    for (const { left, right, bottom, top } of DOORS)
      for (const [x, y] of [
        [left, top],
        [right, top],
        [left - 0.3, (bottom + top) / 2],
      ] as const)
        expect(Math.abs(cliffDepth(x, y))).toBeLessThan(0.002);
    for (const niche of NICHES)
      for (const [x, y] of [
        [niche.left, niche.bottom],
        [niche.right, niche.top],
      ] as const)
        expect(cliffDepth(x, y)).toBeCloseTo(levelOf(niche), 3);
  });

  it('covers the face but for its openings', () => {
    const area = (left: number, right: number, bottom: number, top: number): number => (right - left) * (top - bottom);
    const whole = ZONES.reduce((sum, z) => sum + area(z.left, z.right, z.bottom, z.top), 0);
    const holes = OPENINGS.reduce((sum, o) => sum + area(o.left, o.right, o.bottom, o.top), 0);
    const painted = cliffSheets().reduce((sum, sheet) => {
      const [a, b] = [point(), point()];
      sheet.at(0, 0, a);
      sheet.at(1, 1, b);
      const top = b.y > 11.5 ? CREST : b.y;
      return sum + (b.x - a.x) * (top - a.y);
    }, 0);
    expect(painted).toBeCloseTo(whole - holes, 6);
    expect(BASE).toBeLessThan(-0.2);
  });

  it('meets corner to corner along shared lines', () => {
    const sheets = cliffSheets().filter(({ surface }) => surface === 'cliff-middle');
    const [a, b] = [point(), point()];
    let shared = 0;
    for (const lower of sheets)
      for (const upper of sheets) {
        lower.at(0, 1, a);
        upper.at(0, 0, b);
        if (Math.abs(a.y - b.y) > 1e-9 || Math.abs(a.x - b.x) > 1e-9) continue;
        shared++;
        lower.at(1 / lower.columns, 1, a);
        upper.at(1 / upper.columns, 0, b);
        expect(a.x).toBeCloseTo(b.x, 9);
        expect(a.z).toBeCloseTo(b.z, 9);
      }
    expect(shared).toBeGreaterThan(4);
  });

  it('is a cliff: more than twelve metres high everywhere between its ends', () => {
    for (let x = -24; x <= 26; x += 0.5) expect(cliffTop(x)).toBeGreaterThan(12);
  });

  it('agrees with its mesh within 3 mm but for its sharpest edges', () => {
    const [a, b, middle] = [point(), point(), point()];
    let checked = 0;
    let rough = 0;
    for (const sheet of cliffSheets().filter(({ surface }) => surface === 'cliff-middle'))
      for (let i = 0; i < sheet.columns; i += 3)
        for (let j = 0; j < sheet.rows; j += 3) {
          const [s0, s1] = [i / sheet.columns, (i + 1) / sheet.columns];
          const t = j / sheet.rows;
          sheet.at(s0, t, a);
          sheet.at(s1, t, b);
          sheet.at((s0 + s1) / 2, t, middle);
          checked++;
          if (Math.abs((a.z + b.z) / 2 - middle.z) > 0.003) rough++;
        }
    expect(checked).toBeGreaterThan(500);
    expect(rough / checked).toBeLessThan(0.05);
  });
});

describe('the terrace', () => {
  it('names a painting or a finish for every sheet and keeps its points on the painting', () => {
    const sizes = new Map(TERRACE.paintings.map((painting) => [painting.id, painting]));
    const finishes = new Set(TERRACE.finishes.map(({ id }) => id));
    const at = point();
    for (const sheet of TERRACE.sheets) {
      const painting = sizes.get(sheet.surface);
      if (!painting) {
        expect(finishes.has(sheet.surface), sheet.surface).toBe(true);
        continue;
      }
      for (const [s, t] of [
        [0, 0],
        [1, 0],
        [0.5, 0.5],
        [0, 1],
        [1, 1],
      ] as const) {
        sheet.at(s, t, at);
        expect(at.u).toBeGreaterThan(-1e-6);
        expect(at.v).toBeGreaterThan(-1e-6);
        expect(at.u).toBeLessThan(painting.width + 1e-6);
        expect(at.v).toBeLessThan(painting.height + 1e-6);
        expect([at.x, at.y, at.z].every((value) => Number.isFinite(value))).toBe(true);
      }
    }
  });

  it('gives every timber a place of its own on the painting', () => {
    const { stock, height } = stackTimbers(walkTimbers());
    expect(stock.length).toBeGreaterThan(60);
    stock.forEach((a, i) => {
      expect(a.u + a.length).toBeLessThan(YARD_WIDTH);
      expect(a.v + a.girth).toBeLessThan(height);
      for (const b of stock.slice(i + 1)) {
        const apart = a.u + a.length < b.u || b.u + b.length < a.u || a.v + a.girth < b.v || b.v + b.girth < a.v;
        expect(apart).toBe(true);
      }
    });
  });

  it('lets one see into all three doors from its eye: no sheet crosses the sight to the threshold of rock', () => {
    for (const door of DOORS) {
      const { yaw, pitch } = linkTarget(SITE.terrace, SITE[door.id as 'hall' | 'pillar' | 'chamber']);
      const way = directionOf((yaw * Math.PI) / 180, (pitch * Math.PI) / 180);
      const [ex, ey, ez] = SITE.terrace.eye;
      for (let share = 0.05; share < 0.985; share += 0.01) {
        const reach = (share * -ez) / way[2];
        const [x, y, z] = [ex + way[0] * reach, ey + way[1] * reach, ez + way[2] * reach];
        expect(z).toBeGreaterThan(Math.min(0.02, cliffDepth(x, y)));
        expect(y).toBeGreaterThan(groundHeight(x, z));
      }
    }
  });

  it('has the planks of the walk flush with the sill of the chamber', () => {
    expect(WALK.deck).toBe(SITE.chamber.origin[1]);
    expect(WALK.south).toBeLessThan(-SITE.chamber.origin[2] - SITE.chamber.door.width / 2);
  });

  it('stands everything on known solids and lights it with flames on both sides of the rock', () => {
    const solids = new Set(TERRACE.solids.map(({ id }) => id));
    for (const { solid } of TERRACE.statues) expect(solids.has(solid), solid).toBe(true);
    const depths = TERRACE.lighting.flames.map(({ position }) => position[2]);
    expect(depths.some((z) => z > 0)).toBe(true);
    expect(depths.some((z) => z < -1)).toBe(true);
  });

  it('has a bell inside its own box', () => {
    const bell = TERRACE.solids.find(({ id }) => id === 'bronze-bell')!;
    expect(bell.distance(0.2, 0.2, 0)).toBeLessThan(0.03);
    expect(bell.high[1]).toBeGreaterThan(0.6);
  });
});
